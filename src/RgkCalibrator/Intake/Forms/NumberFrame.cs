using System.Runtime.InteropServices;

namespace RgkCalibrator.Intake.Forms;

/// <summary>What stands around the digits of a number: spaces, one sign and one €, at either end.</summary>
[StructLayout(LayoutKind.Auto)]
internal ref struct NumberFrame
{
    private int _signs;
    private int _euros;

    internal NumberFrame(ReadOnlySpan<byte> text)
    {
        Body = FieldText.Trim(text);
        while (MarkAt(Body, atEnd: false) is > 0 and var length)
            Body = FieldText.Trim(Body[length..]);
        while (!HasNoCents(Body) && MarkAt(Body, atEnd: true) is > 0 and var length)
            Body = FieldText.Trim(Body[..^length]);
    }

    /// <summary>What is left.</summary>
    internal ReadOnlySpan<byte> Body { get; }

    internal bool IsNegative { get; private set; }

    /// <summary>Whether there is something left, and nothing was there twice.</summary>
    internal readonly bool IsSound => !Body.IsEmpty && _signs <= 1 && _euros <= 1;

    // The dash of 12,- is no minus.
    private static bool HasNoCents(ReadOnlySpan<byte> text) => text.EndsWith(",-"u8) || text.EndsWith(".-"u8);

    /// <summary>The length of a sign or a € at an end; 0 where there is none.</summary>
    private int MarkAt(ReadOnlySpan<byte> text, bool atEnd)
    {
        if (text.IsEmpty || char.IsAsciiDigit((char)text[atEnd ? ^1 : 0]))
            return 0;
        if (Has(text, "€"u8, atEnd))
        {
            _euros++;
            return 3;
        }

        var minus = Has(text, "-"u8, atEnd) ? 1 : Has(text, "\u2212"u8, atEnd) ? 3 : 0;
        var plus = !atEnd && text[0] == '+' ? 1 : 0;
        IsNegative |= minus > 0;
        _signs += minus + plus > 0 ? 1 : 0;
        return minus + plus;
    }

    private static bool Has(ReadOnlySpan<byte> text, ReadOnlySpan<byte> mark, bool atEnd) => atEnd ? text.EndsWith(mark) : text.StartsWith(mark);
}
