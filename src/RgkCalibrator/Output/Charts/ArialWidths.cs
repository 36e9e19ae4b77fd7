using System.Text;

namespace RgkCalibrator.Output.Charts;

/// <summary>
/// How wide the letters of Arial are, in thousandths of their size: the advance widths of the font, which those of
/// Liberation Sans equal. Kerning, which only brings letters nearer, is left out.
/// </summary>
internal static class ArialWidths
{
    private static readonly Dictionary<char, int> Regular = TableOf(
        (191, "'"),
        (222, "ijl‘’"),
        (260, "|"),
        (278, " \u00A0!,./:;I[\\]ft"),
        (333, "()-`r·“”"),
        (334, "{}"),
        (355, "\""),
        (389, "*"),
        (400, "°"),
        (469, "^"),
        (500, "Jcksvxyz"),
        (549, "≥≤±≈"),
        (556, "#$0123456789?L_abdeghnopqu–€"),
        (584, "+<=>~×−"),
        (611, "FTZ"),
        (667, "&ABEKPSVXY"),
        (722, "CDHNRUw"),
        (778, "GOQ"),
        (833, "Mm"),
        (889, "%"),
        (944, "W"),
        (1000, "—…→"),
        (1015, "@"));

    private static readonly Dictionary<char, int> Bold = TableOf(
        (238, "'"),
        (278, " \u00A0,./I\\ijl‘’"),
        (280, "|"),
        (333, "!()-:;[]`ft·"),
        (389, "*r{}"),
        (400, "°"),
        (474, "\""),
        (500, "z“”"),
        (549, "≥≤±≈"),
        (556, "#$0123456789J_aceksvxy–€"),
        (584, "+<=>^~×−"),
        (611, "?FLTZbdghnopqu"),
        (667, "EPSVXY"),
        (722, "&ABCDHKNRU"),
        (778, "GOQw"),
        (833, "M"),
        (889, "%m"),
        (944, "W"),
        (975, "@"),
        (1000, "—…→"));

    /// <summary>The width of a text of size 1.</summary>
    internal static double Of(string text, bool isBold) => text.Sum(letter => Of(letter, isBold));

    /// <summary>The width of a letter of size 1; one that is not in the table is taken for a wide one.</summary>
    internal static double Of(char letter, bool isBold)
    {
        var widths = isBold ? Bold : Regular;
        return (widths.TryGetValue(letter, out var known) ? known : Unlisted(letter, widths)) / 1000.0;
    }

    // A letter with an accent is as wide as without, but for a narrow one, which the accent may widen.
    private static int Unlisted(char letter, Dictionary<char, int> widths)
    {
        if (char.IsSurrogate(letter) || letter >= '\uFFFE')
            return 1020;
        var plain = letter.ToString().Normalize(NormalizationForm.FormD)[0];
        if (widths.TryGetValue(plain, out var known) && plain != letter)
            return char.IsLower(plain) ? Math.Max(known, 400) : known;
        return char.IsLower(letter) ? 620 : char.IsUpper(letter) ? 800 : 1020;
    }

    private static Dictionary<char, int> TableOf(params (int Width, string Letters)[] rows) =>
        rows.SelectMany(row => row.Letters, (row, letter) => (letter, row.Width)).ToDictionary();
}
