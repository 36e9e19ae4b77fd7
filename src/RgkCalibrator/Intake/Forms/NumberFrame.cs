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

    private int MarkAt(ReadOnlySpan<byte> text, bool atEnd)
    {
        if (Has(text, "-"u8, atEnd) || Has(text, "−"u8, atEnd))
        {
            _signs++;
            IsNegative = true;
            return Has(text, "-"u8, atEnd) ? 1 : 3;
        }

        if (Has(text, "€"u8, atEnd))
        {
            _euros++;
            return 3;
        }

        var isPlus = !atEnd && Has(text, "+"u8, atEnd);
        _signs += isPlus ? 1 : 0;
        return isPlus ? 1 : 0;
    }

    private static bool Has(ReadOnlySpan<byte> text, ReadOnlySpan<byte> mark, bool atEnd) => atEnd ? text.EndsWith(mark) : text.StartsWith(mark);
}
