using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using RgkCalibrator.Tests.Output.Formats.Xlsx;

namespace RgkCalibrator.Tests.Injection;

/// <summary>What a spreadsheet shows of a workbook.</summary>
internal static partial class Spreadsheets
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The texts of all cells, as they were before they were written (ECMA-376, ST_Xstring).</summary>
    public static IReadOnlyList<string> TextsOf(byte[] workbook) =>
        [.. new XlsxFile(workbook).Part("xl/sharedStrings.xml").Elements(Main + "si").Select(text =>
            Unescaped(text.Value))];

    private static string Unescaped(string text) => Escape().Replace(
        text,
        sign => ((char)int.Parse(sign.Groups["code"].ValueSpan, NumberStyles.HexNumber,
            CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.None, 1000)]
    private static partial Regex Escape();
}
