using System.Runtime.InteropServices;

namespace RgkCalibrator.Intake.Formats;

/// <summary>Takes away what stands around the digits of a number: spaces, one sign and one €, at either end.</summary>
[StructLayout(LayoutKind.Auto)]
internal ref struct NumberAffixes
{
    private int _signs;
    private int _euros;

    internal NumberAffixes(ReadOnlySpan<byte> text)
    {
        Body = FieldText.Trim(text);
        while (MarkAt(atEnd: false) is > 0 and var length)
            Body = FieldText.Trim(Body[length..]);
        while (!HasNoCents && MarkAt(atEnd: true) is > 0 and var length)
            Body = FieldText.Trim(Body[..^length]);
    }

    /// <summary>What is left.</summary>
    internal ReadOnlySpan<byte> Body { get; private set; }

    internal bool IsNegative { get; private set; }

    /// <summary>Whether none was there twice.</summary>
    internal readonly bool AreSound => _signs <= 1 && _euros <= 1;

    // The dash of 12,- is no minus.
    private readonly bool HasNoCents => Body.EndsWith(",-"u8) || Body.EndsWith(".-"u8);

    /// <summary>The length of a sign or a € at an end; 0 where there is none.</summary>
    private int MarkAt(bool atEnd)
    {
        if (Body.IsEmpty || char.IsAsciiDigit((char)Body[atEnd ? ^1 : 0]))
            return 0;
        // One of them at most.
        var euro = LengthOf("€"u8, atEnd);
        var minus = LengthOf("-"u8, atEnd) + LengthOf("\u2212"u8, atEnd);
        var plus = atEnd ? 0 : LengthOf("+"u8, atEnd);
        _euros += euro > 0 ? 1 : 0;
        _signs += minus + plus > 0 ? 1 : 0;
        IsNegative |= minus > 0;
        return euro + minus + plus;
    }

    private readonly int LengthOf(ReadOnlySpan<byte> mark, bool atEnd) =>
        (atEnd ? Body.EndsWith(mark) : Body.StartsWith(mark)) ? mark.Length : 0;
}
