using System.Text;

namespace RgkCalibrator.Intake.Formats;

/// <summary>
/// What exports write where there is nothing: databases, statistical programs and spreadsheets each have a word for it.
/// It counts as an empty cell in every column, unless a mapping says what it stands for.
/// </summary>
internal static class Nothing
{
    private const int Longest = 6;

    private static readonly byte[][] Words =
    [
        .. new[]
        {
            "NULL", "(NULL)", "<NULL>", @"\N", "nil", "None",
            "NA", "N/A", "<NA>", "#N/A", "#N/B", "n.v.t.", "nvt", "NaN", "NaT", "-", "--", ".",
        }.Select(Encoding.ASCII.GetBytes),
    ];

    /// <summary>Whether a text, without white space around it, is empty or a word for nothing, in any case.</summary>
    internal static bool Is(ReadOnlySpan<byte> text) => text.IsEmpty || (MayBe(text.Length, text[0]) && IsWord(text));

    /// <summary>
    /// Whether a text of this length that begins so may be a word for nothing: tells nearly every other text apart.
    /// </summary>
    internal static bool MayBe(int length, byte first) => length <= Longest
        && first is (byte)'N' or (byte)'n' or (byte)'-' or (byte)'.' or (byte)'\\' or (byte)'#' or (byte)'('
            or (byte)'<';

    /// <summary>Whether a text is nothing where a reference number is meant: zeros stand for none.</summary>
    internal static bool IsReference(ReadOnlySpan<byte> text) => !text.ContainsAnyExcept((byte)'0') || Is(text);

    private static bool IsWord(ReadOnlySpan<byte> text)
    {
        foreach (var word in Words)
        {
            if (Ascii.EqualsIgnoreCase(text, word))
                return true;
        }

        return false;
    }
}
