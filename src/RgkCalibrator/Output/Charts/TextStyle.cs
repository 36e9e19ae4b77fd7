namespace RgkCalibrator.Output.Charts;

/// <summary>
/// A size (px on 1920×1080) and weight of text, and how much room a text takes in it. Widths are estimates on the safe
/// side: per character the wider of Segoe UI and Arial, which are what readers have, so that a text never leaves its
/// place.
/// </summary>
internal sealed record TextStyle(double Size, bool Bold = false)
{
    private const string Ellipsis = "…";
    private const double BalanceStep = 10;

    private static readonly Dictionary<char, double> Widths = new (string Characters, double Em)[]
    {
        ("ijl'|", 0.25),
        (" .,:;!I/\\[]·", 0.29),
        ("frt(){}`", 0.35),
        ("-\"*°", 0.41),
        ("ckszvxyJ", 0.52),
        ("–0123456789", 0.56),
        ("abdeghnopqu?$_#L", 0.59),
        ("ABEFKPRSTVXYZ^+=<>~×≥≤±", 0.69),
        ("CDGHNOQUw", 0.77),
        ("mM%&", 0.9),
        ("W", 0.96),
    }.SelectMany(row => row.Characters, (row, character) => (character, row.Em)).ToDictionary();

    /// <summary>The style of axes, legends and labels.</summary>
    public static TextStyle Normal { get; } = new(22);

    /// <summary>The style of notes and of labels in dense charts.</summary>
    public static TextStyle Small { get; } = new(20);

    private double Weight => Bold ? 1.1 : 1;

    /// <summary>The room that a line of text takes, in px.</summary>
    public double WidthOf(string text) => text.Sum(Em) * Size * Weight;

    /// <summary>The text, or as much of it as fits, with an ellipsis.</summary>
    public string Fit(string text, double width)
    {
        if (WidthOf(text) <= width)
            return text;
        return text[..Fitting(text, width - WidthOf(Ellipsis))].TrimEnd() + Ellipsis;
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
            width -= Em(character) * Size * Weight;
            if (width < 0)
                return i;
        }

        return text.Length;
    }

    private static double Em(char character) => Widths.TryGetValue(character, out var known) ? known
        : char.IsLower(character) ? 0.62
        : char.IsUpper(character) ? 0.8
        : 1.02;
}
