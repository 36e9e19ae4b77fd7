using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Tests.Output.Formats.Xlsx;

namespace RgkCalibrator.Tests.Output.Packets;

public sealed class AnalystWorkbookTests
{
    private const int Sheets = 8;

    [Theory]
    [InlineData(Language.Dutch, "VERTROUWELIJK: onafgeschermde cijfers over kinderen.")]
    [InlineData(Language.English, "RESTRICTED: unsuppressed figures about children.")]
    public void Every_sheet_says_that_it_is_restricted_on_screen_and_on_paper(Language language, string mark)
    {
        var file = File(10, language);

        Assert.Empty(file.Errors());
        Assert.Equal(
            Sheets, file.Names.Count(name => name.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)));
        foreach (var sheet in Enumerable.Range(1, Sheets))
        {
            Assert.Contains(mark, string.Join('\n', file.Text(sheet).Split('\n').Take(2)), StringComparison.Ordinal);
            Assert.Contains(mark, file.Elements(sheet, "oddHeader").Single().Value, StringComparison.Ordinal);
            Assert.Single(file.Elements(sheet, "tabColor"));
        }

        Assert.Equal(file.Bytes, File(10, language).Bytes);
        Golden.Verify(
            $"werkboek-{(language == Language.Dutch ? "nl" : "en")}.xlsx.txt",
            string.Join('\n', Enumerable.Range(1, Sheets).Select(file.Text)));
    }

    [Theory]
    [InlineData(Language.Dutch)]
    [InlineData(Language.English)]
    public void No_name_for_programs_stands_on_a_sheet(Language language)
    {
        // The reasons of rejected rows have their codes beside them, by which the manual explains them.
        var text = string.Join('\n', Enumerable.Range(1, 4).Select(File(10, language).Text));

        Assert.DoesNotMatch("[a-z]_[a-z]|\\btype[0-9]|\\b(km|ipcw|corrected|completed|rgk)\\b", text);
        Assert.Contains(
            language == Language.Dutch ? "volume binnen 12 weken" : "volume within 12 weeks", text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_note_on_a_heading_stands_beside_it_and_in_the_list_of_columns()
    {
        var file = File(10, Language.Dutch);
        var notes = Enumerable.Range(1, Sheets - 2).SelectMany(sheet => file.Elements(sheet, "dataValidation"))
            .Select(note => note.Attribute("prompt")!.Value).ToList();

        Assert.NotEmpty(notes);
        Assert.All(notes, note => Assert.InRange(note.Length, 1, 255));
        Assert.Equal(notes, file.Text(Sheets).Split('\n').Where(row => row.Count(letter => letter == '|') == 2)
            .Skip(1).Select(row => row.Split(" | ")[2]));
    }

    [Fact]
    public void Every_sheet_prints_one_page_wide_with_its_headings_on_each_page()
    {
        var file = File(10, Language.Dutch);

        Assert.All(Enumerable.Range(1, Sheets), sheet => Assert.Equal(
            ("landscape", "1", "0"),
            (file.Elements(sheet, "pageSetup").Single().Attribute("orientation")!.Value,
                file.Elements(sheet, "pageSetup").Single().Attribute("fitToWidth")!.Value,
                file.Elements(sheet, "pageSetup").Single().Attribute("fitToHeight")!.Value)));
    }

    [Theory]
    [InlineData(10_000, 10_000, false)]
    [InlineData(10_001, 10_000, true)]
    public void It_holds_the_first_rejected_rows_and_says_so_when_there_are_more(int rejected, int shown, bool isSaid)
    {
        var rows = File(rejected, Language.Dutch).Text(6).Split('\n');

        Assert.Equal(shown, rows.Count(row => row.StartsWith("bron.csv", StringComparison.Ordinal)));
        Assert.Equal(isSaid, rows.Any(row => row.Contains("eerste 10.000 van 10.001", StringComparison.Ordinal)));
    }

    private static XlsxFile File(int rejected, Language language)
    {
        var settings = new FrameworkSettings();
        var lines = DraftLines.All();
        var places = new Dictionary<RowOutcome, Amount>
        {
            [RowOutcome.Used] = new(1234, [new UnitVolume(CareUnit.Uur, 7_404_000)]),
            [RowOutcome.Rejected] = new(rejected, [new UnitVolume(null, 6000)]),
        };
        var reasons = new Dictionary<RejectionReason, long> { [RejectionReason.BadDate] = rejected };
        var ledger = new Ledger(
            [new FileLedger("bron.csv", 1234 + rejected, 7_410_000, places, reasons)],
            [.. Enumerable.Range(1, rejected).Select(row => new RejectedRow(0, row, RejectionReason.BadDate))]);
        var estimates = lines.Take(1).SelectMany(line => Estimation.Of(line.Group, settings)).ToList();
        var notes = new DraftNotes(Reading.GapOf90, settings, new DisclosureProfile(), IsSynthetic: true, language);
        var table = LineSheet.From(lines, DraftLines.Shown(), settings, language);
        return new XlsxFile(AnalystWorkbook.Build(
            table, EstimateTable.ForReaders(estimates, lines, language), [], ledger, notes));
    }
}
