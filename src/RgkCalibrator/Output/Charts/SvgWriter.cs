using System.Globalization;
using System.Text;

namespace RgkCalibrator.Output.Charts;

/// <summary>An attribute of an element: a pair of its name and a text or a number.</summary>
internal readonly record struct SvgAttribute(string Name, string Value)
{
    public static implicit operator SvgAttribute((string Name, string Value) pair) => new(pair.Name, pair.Value);

    public static implicit operator SvgAttribute((string Name, double Value) pair) => new(pair.Name, SvgWriter.Number(pair.Value));
}

/// <summary>Writes elements, one a line, ended by LF. Texts are escaped; numbers have a point and at most two decimals.</summary>
internal sealed class SvgWriter
{
    private const string Round = "0.##";

    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = new();

    /// <summary>A number of pixels, under every culture the same.</summary>
    public static string Number(double value)
    {
        var rounded = Math.Round(value, 2, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString(Round, CultureInfo.InvariantCulture);
    }

    /// <summary>A path such as <c>M10 20 L30 40</c>, from letters and numbers.</summary>
    public static string Path(params IEnumerable<(char Command, double[] Numbers)> steps) =>
        string.Concat(steps.Select(step => step.Command + string.Join(' ', step.Numbers.Select(Number))));

    public void Open(string name, params ReadOnlySpan<SvgAttribute> attributes)
    {
        Begin(name, attributes);
        _text.Append(">\n");
        _open.Push(name);
    }

    public void Close() => _text.Append("</").Append(_open.Pop()).Append(">\n");

    public void Empty(string name, params ReadOnlySpan<SvgAttribute> attributes)
    {
        Begin(name, attributes);
        _text.Append("/>\n");
    }

    /// <summary>An element that holds a text.</summary>
    public void Words(string name, string text, params ReadOnlySpan<SvgAttribute> attributes)
    {
        Begin(name, attributes);
        _text.Append('>');
        Escape(text);
        _text.Append("</").Append(name).Append(">\n");
    }

    /// <summary>A line of text in the size and colour of its group; <paramref name="y"/> is its baseline.</summary>
    public void Line(string text, double x, double y) => Words("text", text, ("x", x), ("y", y));

    public override string ToString() => _text.ToString();

    private void Begin(string name, ReadOnlySpan<SvgAttribute> attributes)
    {
        _text.Append('<').Append(name);
        foreach (var attribute in attributes)
        {
            _text.Append(' ').Append(attribute.Name).Append("=\"");
            Escape(attribute.Value);
            _text.Append('"');
        }
    }

    private void Escape(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            _text.Append(Escaped(rune));
    }

    private static string Escaped(Rune rune) => rune.Value switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\n' => "\n",
        // XML 1.0 has no place for control characters, escaped or not, nor for these two.
        < ' ' or 0xFFFE or 0xFFFF => "\uFFFD",
        _ => rune.ToString(),
    };
}
