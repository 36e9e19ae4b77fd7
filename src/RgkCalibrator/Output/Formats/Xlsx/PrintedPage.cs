using System.Xml.Linq;
using static RgkCalibrator.Output.Formats.Xlsx.SpreadsheetElement;

namespace RgkCalibrator.Output.Formats.Xlsx;

/// <summary>How a sheet is printed: on paper across, and as wide as one page where letters stay readable.</summary>
internal static class PrintedPage
{
    /// <summary>
    /// As many letters in a row as A3 holds of 6.1 points: of the usual 11 points it holds 216.
    /// </summary>
    internal const int LettersOnA3 = 390;

    /// <summary>As many letters in a row as A4 holds of 8 points.</summary>
    internal const int LettersOnA4 = 200;

    private const int A3 = 8;
    private const int A4 = 9;

    /// <summary>The margins, the paper, and what stands above and below each page.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="widths">The widths of its columns, in letters.</param>
    internal static IEnumerable<XElement> ToXml(Sheet sheet, IReadOnlyList<int> widths) =>
    [
        Element(
            "pageMargins",
            [
                ("left", "0.4"), ("right", "0.4"), ("top", "0.6"), ("bottom", "0.6"),
                ("header", "0.3"), ("footer", "0.3"),
            ]),
        Element("pageSetup",
        [
            ("paperSize", widths.Sum() > LettersOnA4 ? A3 : A4), ("orientation", "landscape"),
            ("fitToWidth", PagesAcross(sheet, widths)), ("fitToHeight", 0),
        ]),
        Element(
            "headerFooter",
            [],
            sheet.Restriction is { } shown
                ? Element("oddHeader", [], "&C" + shown.Replace("&", "&&", StringComparison.Ordinal))
                : null,
            Element("oddFooter", [], "&L&A&R&P / &N")),
    ];

    /// <summary>One, unless letters would be too small; the frozen columns come back on each.</summary>
    private static int PagesAcross(Sheet sheet, IReadOnlyList<int> widths)
    {
        var frozen = widths.Take(sheet.FrozenColumns).Sum();
        var room = LettersOnA3 - frozen;
        return room <= 0 ? 1 : Math.Max(1, (widths.Sum() - frozen + room - 1) / room);
    }
}
