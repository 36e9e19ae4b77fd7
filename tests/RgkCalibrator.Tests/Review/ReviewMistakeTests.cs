using System.Text;
using DocumentFormat.OpenXml.Spreadsheet;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Review;
using RgkCalibrator.Tests.Cli;

namespace RgkCalibrator.Tests.Review;

/// <summary>What is wrong in a workbook that was filled in is named, and nothing is written.</summary>
public sealed class ReviewMistakeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static ProductCatalogue Catalogue { get; } = CatalogueFile.Haaglanden2025();

    private static string Draft => Path.Combine(SmallRegion.Packet, "extern", "kader-concept.xlsx");

    [Theory]
    [InlineData("a line was deleted", "ontbreekt")]
    [InlineData("a line stands there twice", "staat er twee keer")]
    [InlineData("a code was changed", "staat niet in het concept")]
    [InlineData("a line is not decided", "nog niet besloten")]
    [InlineData("the choice is another word", "geen besluit")]
    [InlineData("a text in a cell for a number", "geen volume")]
    [InlineData("a formula in a cell for a number", "geen volume")]
    [InlineData("a negative volume", "geen volume")]
    [InlineData("a volume beyond all measure", "geen volume")]
    [InlineData("a duration that is not allowed", "niet toegestaan")]
    [InlineData("no reason for another line", "niet waarom")]
    [InlineData("no reason for a dropped line", "niet waarom")]
    [InlineData("adopted, with another volume", "iets anders vastgesteld")]
    [InlineData("adapted, with nothing filled in", "ontbreekt")]
    [InlineData("dropped, with a volume", "geen volume of duur ingevuld")]
    [InlineData("a date that is none", "geen datum")]
    [InlineData("a reason of a thousand and one letters", "langer dan 1000")]
    [InlineData("a formula for a reason", "formule")]
    [InlineData("cells were merged", "samengevoegd")]
    [InlineData("a proposal was changed", "niet dat van het concept")]
    [InlineData("a heading was changed", "geen blad met regels")]
    [InlineData("two reviewers decided otherwise", "een ander dan dat in")]
    public void What_a_reviewer_has_to_mend_is_named_with_sheet_and_cell(string what, string expected)
    {
        string[] books = what == "two reviewers decided otherwise"
            ? [Filled("a.xlsx", _ => { }), Filled("b.xlsx", book => Spoil(book, what))]
            : [Filled("a.xlsx", book => Spoil(book, what))];

        var refused = Assert.Throws<CalibrationException>(
            () => Finalized(books));

        Assert.Contains(expected, refused.What.Dutch, StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongUse, refused.ExitCode);
        Assert.NotEmpty(refused.Remedy.Dutch);
        if (what != "a heading was changed")
            Assert.Matches("(Kader|, [0-9A-Z]{5})", refused.Where);
        Assert.False(Directory.Exists(_folder["uit"]));
    }

    [Fact]
    public void A_workbook_of_another_draft_is_refused()
    {
        using var other = new TemporaryFolder();
        var settings = SmallRegion.Settings with
        {
            Framework = SmallRegion.Settings.Framework with
            {
                Percentage = RgkCalibrator.Statistics.Quantiles.Percentage.Of(85),
            },
        };
        Calibration.Derive([SmallRegion.Declarations], other["pakket"], settings, SmallRegion.OneThread);

        var refused = Assert.Throws<CalibrationException>(() => Finalization.Finalize(
            [Filled("a.xlsx", _ => { })], other["pakket"], _folder["uit"], Catalogue, RunSettings.Default));

        Assert.Contains("niet dat van het concept", refused.What.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void A_current_line_that_stays_needs_no_reason_where_nothing_is_proposed()
    {
        var kept = Finalized(Filled("a.xlsx", book => book.Clear(Unproposed(book), "Motivering"))).Lines
            .Where(line => line is { Proposed: null, Decision: { Kind: DecisionKind.Keep, Reason: "" } });

        Assert.Single(kept);
    }

    [Fact]
    public void Where_nothing_is_proposed_another_line_than_the_current_one_needs_a_reason()
    {
        var refused = Assert.Throws<CalibrationException>(() => Finalized(Filled("a.xlsx", book =>
        {
            var row = Unproposed(book);
            book.Clear(row, "Motivering");
            book.Set(row, "Besluit", "vervallen");
        })));

        Assert.Equal(
            "Er is geen voorstel, het besluit wijkt af van de huidige lijn, en er staat niet waarom.",
            refused.What.Dutch);
    }

    [Fact]
    public void Who_adopts_what_is_not_proposed_is_told_what_can_be_chosen()
    {
        var refused = Assert.Throws<CalibrationException>(() => Finalized(
            Filled("a.xlsx", book => book.Set(Unproposed(book), "Besluit", "overnemen"))));

        Assert.Equal("Er is geen voorstel om over te nemen.", refused.What.Dutch);
        Assert.Equal("Kies bestaand houden, of aanpassen met een volume en een duur.", refused.Remedy.Dutch);
    }

    [Fact]
    public void A_fault_in_many_cells_is_told_once_with_the_places_a_line_each_and_the_next_fault_after_it()
    {
        var book = Filled("a.xlsx", filled =>
        {
            foreach (var row in filled.Rows)
                filled.Set(row, "Datum", "morgen");
            filled.Set(filled.First(filled.IsAdopted), "Besluit", "misschien");
        });

        var lines = Outcome.Of("finalize", book, "--run", SmallRegion.Packet, "--out", _folder["uit"]).ErrorLines
            .SkipWhile(line => !line.StartsWith("Fout:", StringComparison.Ordinal)).ToList();

        // Twenty places of the one fault, how many more, and what to do; then the other fault, in one cell.
        Assert.Equal(26, lines.Count);
        Assert.StartsWith("Fout: Dit is geen datum", lines[0], StringComparison.Ordinal);
        Assert.Matches("^Waar: a.xlsx, Kader![A-Z]+[0-9]+$", lines[1]);
        Assert.All(lines[2..21], line => Assert.Matches("^      a.xlsx, Kader![A-Z]+[0-9]+$", line));
        Assert.Matches("^      en nog [0-9]+ plekken$", lines[21]);
        Assert.StartsWith("Oplossing: ", lines[22], StringComparison.Ordinal);
        Assert.Equal("Fout: Dit is geen besluit.", lines[23]);
        Assert.StartsWith("Waar: a.xlsx, Kader!", lines[24], StringComparison.Ordinal);
        Assert.StartsWith("Oplossing: ", lines[25], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("geen zip")]
    [InlineData("")]
    public void What_is_no_workbook_is_refused(string content)
    {
        File.WriteAllText(_folder["a.xlsx"], content, Encoding.UTF8);

        var refused = Assert.Throws<CalibrationException>(
            () => Finalized(_folder["a.xlsx"]));

        Assert.Equal(ExitCode.Files, refused.ExitCode);
    }

    public void Dispose() => _folder.Dispose();

    private static void Spoil(FilledWorkbook book, string what)
    {
        var row = book.First(book.IsAdopted);
        Action spoil = what switch
        {
            "a line was deleted" => row.Remove,
            "a line stands there twice" => () => book.Copy(row, ""),
            "a code was changed" => () => book.Copy(row, "99X99"),
            "a line is not decided" => () => book.Undecide(i => i == 0),
            "the choice is another word" => () => book.Set(row, "Besluit", "misschien"),
            "a text in a cell for a number" => () => Adapt("Vastgesteld volume", "1.234"),
            "a formula in a cell for a number" => () =>
            {
                Adapt("Motivering", "Daarom.");
                book.SetFormula(row, "Vastgesteld volume", "60+1", "61");
            }
            ,
            "a negative volume" => () => Adapt("Vastgesteld volume", "-5"),
            "a volume beyond all measure" => () => Adapt("Vastgesteld volume", "1000000000000000000"),
            "a duration that is not allowed" => () => Adapt("Vastgestelde duur", "5 jaar"),
            "no reason for another line" => () => Adapt("Vastgesteld volume", "61", reason: ""),
            "no reason for a dropped line" => () => book.Set(row, "Besluit", "vervallen"),
            "adopted, with another volume" => () => book.Set(row, "Vastgesteld volume", 1),
            "adapted, with nothing filled in" => () => Adapt("Motivering", "Daarom."),
            "dropped, with a volume" => () =>
            {
                Adapt("Vastgesteld volume", "61");
                book.Set(row, "Besluit", "vervallen");
            }
            ,
            "a date that is none" => () => book.Set(row, "Datum", "morgen"),
            "a reason of a thousand and one letters" => () => book.Set(row, "Motivering", new string('a', 1001)),
            "a formula for a reason" => () => book.SetFormula(row, "Motivering", "HYPERLINK(1)", "klik"),
            "cells were merged" => () => book.Sheet.Worksheet!.InsertAfter(
                new MergeCells(new MergeCell { Reference = $"U{row.RowIndex}:U{row.RowIndex! + 1}" }), book.Data),
            "a proposal was changed" => () => book.Set(row, "Volume P80", 1),
            "a heading was changed" => () => book.Set(book.Header, "Besluit", "Keuze"),
            "two reviewers decided otherwise" => () => Adapt("Vastgesteld volume", "61"),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "Unknown."),
        };
        spoil();

        void Adapt(string heading, string text, string reason = "Daarom.")
        {
            book.Set(row, "Besluit", "aanpassen");
            if (reason.Length > 0)
                book.Set(row, "Motivering", reason);
            book.Set(row, heading, text);
        }
    }

    // A line of which the current value stays, since nothing is proposed.
    private static Row Unproposed(FilledWorkbook book) =>
        book.First(row => book.Text(row, "Besluit") == "bestaand houden");

    private string Filled(string name, Action<FilledWorkbook> change)
    {
        using var book = new FilledWorkbook(Draft, _folder[name]).Decide();
        change(book);
        return book.Save();
    }

    private AdoptedFramework Finalized(params string[] workbooks) => Finalization.Finalize(
        workbooks, SmallRegion.Packet, _folder["uit"], Catalogue, RunSettings.Default);
}
