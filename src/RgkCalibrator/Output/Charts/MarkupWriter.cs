using System.Globalization;
using System.Text;

namespace RgkCalibrator.Output.Charts;

/// <summary>An attribute of an element: a name with a text or a number.</summary>
internal readonly record struct MarkupAttribute(string Name, string Value)
{
    public static implicit operator MarkupAttribute((string Name, string Value) pair) => new(pair.Name, pair.Value);

    public static implicit operator MarkupAttribute((string Name, double Value) pair) =>
        new(pair.Name, Number(pair.Value));

    /// <summary>A number with a decimal point and at most two decimals, the same in every culture.</summary>
    public static string Number(double value)
    {
        var rounded = Math.Round(value, 2, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("0.##", CultureInfo.InvariantCulture);
    }
}

/// <summary>Writes the elements of SVG and HTML, one a line, ended by LF; escapes texts.</summary>
internal sealed class MarkupWriter
{
    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = new();

    public void Open(string name, params ReadOnlySpan<MarkupAttribute> attributes)
    {
        Begin(name, attributes);
        _text.Append(">\n");
        _open.Push(name);
    }

    public void Close() => _text.Append("</").Append(_open.Pop()).Append(">\n");

    public void Empty(string name, params ReadOnlySpan<MarkupAttribute> attributes)
    {
        Begin(name, attributes);
        _text.Append("/>\n");
    }

    /// <summary>An element that holds a text.</summary>
    public void Words(string name, string text, params ReadOnlySpan<MarkupAttribute> attributes)
    {
        Begin(name, attributes);
        _text.Append('>').Append(Escaped(text)).Append("</").Append(name).Append(">\n");
    }

    public override string ToString() => _text.ToString();

    private void Begin(string name, ReadOnlySpan<MarkupAttribute> attributes)
    {
        _text.Append('<').Append(name);
        foreach (var (key, value) in attributes)
            _text.Append(' ').Append(key).Append("=\"").Append(Escaped(value)).Append('"');
    }

    private static string Escaped(string text) => string.Concat(text.EnumerateRunes().Select(Escaped));

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
