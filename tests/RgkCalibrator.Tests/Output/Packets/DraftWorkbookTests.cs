using System.Globalization;
using System.Text.RegularExpressions;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Tests.Output.Formats.Xlsx;

namespace RgkCalibrator.Tests.Output.Packets;

public sealed class DraftWorkbookTests
{
    [Theory]
    [InlineData("", Language.Dutch)]
    [InlineData("nl-NL", Language.Dutch)]
    [InlineData("tr-TR", Language.Dutch)]
    [InlineData("", Language.English)]
    [InlineData("tr-TR", Language.English)]
    public void The_draft_is_the_same_workbook_under_every_culture_and_on_every_run(string culture, Language language)
    {
        var first = File(DraftLines.Shown(), language);
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        var file = File(DraftLines.Shown(), language);

        Assert.Equal(first.Bytes, file.Bytes);
        Assert.Empty(file.Errors());
        Golden.Verify(
            language == Language.Dutch ? "kader-concept-nl.xlsx.txt" : "kader-concept-en.xlsx.txt", Structure(file));
    }

    [Fact]
    public void Only_decisions_can_be_changed()
    {
        var file = File(DraftLines.Shown(), Language.Dutch);

        Assert.All(
            Enumerable.Range(1, 4),
            sheet => Assert.Equal("1", file.Elements(sheet, "sheetProtection").Single().Attribute("sheet")!.Value));
        Assert.All(
            Enumerable.Range(1, 4),
            sheet => Assert.Null(file.Elements(sheet, "sheetProtection").Single().Attribute("password")));
        var inputs = file.Elements(1, "dataValidation").Where(IsRule)
            .SelectMany(rule => rule.Attribute("sqref")!.Value.Split(' '))
            .SelectMany(Cells).ToHashSet();
        Assert.Equal(7 * (DraftLines.Shown().Count - 1), inputs.Count);
        foreach (var cell in file.Elements(1, "c").Select(cell => cell.Attribute("r")!.Value))
        {
            var protection = file.StyleOf(1, cell).Elements().Single(element => element.Name.LocalName == "protection");
            Expect.Equal(inputs.Contains(cell) ? "0" : "1", protection.Attribute("locked")!.Value, cell);
        }
    }

    [Fact]
    public void A_draft_without_lines_is_a_workbook_too()
    {
        var file = File([], Language.Dutch);

        Assert.Empty(file.Errors());
        Assert.Empty(file.Elements(1, "dataValidation"));
    }

    [Fact]
    public void A_line_with_too_few_trajectories_stays_as_it_is_and_is_counted_and_named()
    {
        var (file, lines) = (File(DraftLines.Shown(), Language.Dutch), DraftLines.Shown());

        // Of A5 there is no current line: somebody must say whether there is to be one.
        Assert.Equal(["A4"], PresentedLines.Of(lines).Left.Select(line => line.Product.Code));
        Assert.Contains("| A5 |", file.Text(1), StringComparison.Ordinal);
        Assert.DoesNotContain("| A4 |", file.Text(1) + file.Text(2), StringComparison.Ordinal);
        Assert.Contains(
            "Niet voorgelegd, bestaand blijft: 1 lijn van 1 product. Er zijn minder dan 10 trajecten, of geen.",
            file.Text(1), StringComparison.Ordinal);
        Assert.Contains("A4 Bijna niemand", file.Text(3), StringComparison.Ordinal);
    }

    [Fact]
    public void A_volume_is_compared_at_equal_durations_only()
    {
        var rows = File(DraftLines.Shown(), Language.Dutch).Text(1).Split('\n')
            .Select(row => row.Split(" | ")).ToList();
        var headings = rows.Single(row => row.Contains("Verschil duur"));
        string Cell(string code, string heading) =>
            rows.First(row => row.Length > 2 && row[1] == code)[Array.IndexOf(headings, heading)];

        Assert.Equal("gelijk", Cell("41A03", "Verschil duur"));
        Assert.StartsWith("-136 ", Cell("41A03", "Verschil volume"), StringComparison.Ordinal);
        Assert.Equal(("-3", ""), (Cell("A1", "Verschil duur").Split(' ')[0], Cell("A1", "Verschil volume")));
        Assert.Equal(("", ""), (Cell("A6", "Verschil duur"), Cell("A6", "Verschil volume")));
    }

    private static bool IsRule(System.Xml.Linq.XElement validation) => validation.Attribute("error") is not null;

    private static XlsxFile File(IReadOnlyList<SafeLine> lines, Language language) =>
        new(
            DraftWorkbook.Build(
                lines,
                new DraftNotes(Reading.GapOf90, new(), new(), IsSynthetic: language == Language.Dutch, language)));

    /// <summary>The cells of a range in one column.</summary>
    private static IEnumerable<string> Cells(string range)
    {
        var (from, to) = (range.Split(':')[0], range.Split(':')[1]);
        var (column, first) = (from.TrimEnd([.. "0123456789"]), RowOf(from));
        return Enumerable.Range(first, RowOf(to) - first + 1).Select(row => column + Numbers.Whole(row));

        static int RowOf(string cell) =>
            int.Parse(cell.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), CultureInfo.InvariantCulture);
    }

    /// <summary>What stands in each sheet, and what can be filled in.</summary>
    private static string Structure(XlsxFile file)
    {
        var sheets = Enumerable.Range(1, 4)
            .Select(sheet => file.Text(sheet) + string.Concat(file.Elements(sheet, "dataValidation").Select(rule =>
            Regex.Replace(rule.ToString(), " xmlns=\"[^\"]*\"|\\s+(?=<)|\\s+$", string.Empty) + "\n")));
        return string.Join("\n", sheets);
    }
}
