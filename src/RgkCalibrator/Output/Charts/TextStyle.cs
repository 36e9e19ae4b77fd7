namespace RgkCalibrator.Output.Charts;

/// <summary>
/// A size (px on 1920×1080) and weight of text, and how much room a text takes in it, by the widths of Arial.
/// </summary>
internal sealed record TextStyle(double Size, bool Bold = false)
{
    private const string Ellipsis = "…";
    private const double BalanceStep = 10;

    /// <summary>
    /// The style of all texts but titles: 14 points on a slide of 13.33 inches, the least that a room can read.
    /// </summary>
    public static TextStyle Normal { get; } = new(28);

    /// <summary>The same for what must be seen first.</summary>
    public static TextStyle Strong { get; } = new(28, Bold: true);

    /// <summary>The distance between the baselines of two lines.</summary>
    public double Pitch => Math.Round(Size * 1.2);

    /// <summary>From the middle of a line of text down to its baseline.</summary>
    public double Drop => Math.Round(Size * 0.36);

    /// <summary>The room that a line of text takes, in px.</summary>
    public double WidthOf(string text) => ArialWidths.Of(text, Bold) * Size;

    /// <summary>
    /// The text, or as much of it as fits, with an ellipsis. A number stays whole or goes: a part of it is another one.
    /// </summary>
    public string Fit(string text, double width)
    {
        // Nothing needs no ellipsis, also where there is no room at all.
        if (text.Length == 0 || WidthOf(text) <= width)
            return text;
        var cut = Fitting(text, width - WidthOf(Ellipsis));
        while (cut > 0 && IsOfNumber(text[cut]) && IsOfNumber(text[cut - 1]))
            cut--;
        return text[..cut].TrimEnd() + Ellipsis;
    }

    /// <summary>
    /// The text in at most <paramref name="most"/> lines, broken between words; what remains after the last is cut off.
    /// </summary>
    public IReadOnlyList<string> Wrap(string text, double width, int most)
    {
        var lines = new List<string>();
        var rest = text.Trim();
        while (rest.Length > 0)
        {
            var line = lines.Count == most - 1 ? rest : rest[..LineLength(rest, width)];
            rest = rest[line.Length..].TrimStart();
            lines.Add(Fit(line.TrimEnd(), width));
        }

        return lines;
    }

    /// <summary>
    /// As <see cref="Wrap"/>, with lines as equal in length as they can be: no last line of one word.
    /// </summary>
    public IReadOnlyList<string> Balance(string text, double width, int most)
    {
        var lines = Wrap(text, width, most + 1).Count;
        if (lines is < 2 || lines > most)
            return Wrap(text, width, most);
        var narrowest = width;
        while (Wrap(text, narrowest - BalanceStep, most + 1).Count == lines)
            narrowest -= BalanceStep;
        return Wrap(text, narrowest, most);
    }

    private static bool IsOfNumber(char letter) => char.IsAsciiDigit(letter) || letter is '.' or ',';

    private int LineLength(string text, double width)
    {
        var fitting = Fitting(text, width);
        if (fitting == text.Length)
            return fitting;
        var space = text.LastIndexOf(' ', fitting);
        return space > 0 ? space : Math.Max(1, fitting);
    }

    /// <summary>How many characters fit.</summary>
    private int Fitting(string text, double width)
    {
        foreach (var (i, character) in text.Index())
        {
            width -= ArialWidths.Of(character, Bold) * Size;
            if (width < 0)
                return i;
        }

        return text.Length;
    }
}
