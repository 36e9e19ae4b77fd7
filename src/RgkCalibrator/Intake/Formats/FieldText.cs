using System.Runtime.CompilerServices;

namespace RgkCalibrator.Intake.Formats;

/// <summary>White space as it stands around and in the fields of text files, in UTF-8.</summary>
internal static class FieldText
{
    /// <summary>The text without white space at both ends, no-break spaces included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) =>
        text.IsEmpty || (IsVisible(text[0]) && IsVisible(text[^1])) ? text : TrimSpace(text);

    /// <summary>The length of the space with which a text begins; 0 where it does not.</summary>
    internal static int SpaceAt(ReadOnlySpan<byte> text) =>
        text.IsEmpty || IsVisible(text[0]) ? 0
        : IsSpace(text[0]) ? 1
        : text.StartsWith("\u00A0"u8) ? 2
        : text.StartsWith("\u202F"u8) || text.StartsWith("\u2009"u8) ? 3
        : 0;

    private static ReadOnlySpan<byte> TrimSpace(ReadOnlySpan<byte> text)
    {
        while (SpaceAt(text) is > 0 and var length)
            text = text[length..];
        while (SpaceBefore(text) is > 0 and var length)
            text = text[..^length];
        return text;
    }

    private static int SpaceBefore(ReadOnlySpan<byte> text) =>
        text.IsEmpty ? 0
        : IsSpace(text[^1]) ? 1
        : text.EndsWith("\u00A0"u8) ? 2
        : text.EndsWith("\u202F"u8) || text.EndsWith("\u2009"u8) ? 3
        : 0;

    private static bool IsVisible(byte letter) => letter is > (byte)' ' and < 0x7F;

    private static bool IsSpace(byte letter) => letter is (byte)' ' or (>= (byte)'\t' and <= (byte)'\r');
}
