using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Output.Annexes;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Review;
using RgkCalibrator.Synthetic;
using RgkCalibrator.Tests.Cli;

namespace RgkCalibrator.Tests.Review;

/// <summary>From a workbook that was filled in to the annexes.</summary>
public sealed class FinalizationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static ProductCatalogue Catalogue { get; } = CatalogueFile.Haaglanden2025();

    private static string Draft => Path.Combine(SmallRegion.Packet, "extern", "kader-concept.xlsx");

    [Fact]
    public void Every_line_of_the_draft_is_in_the_framework_as_it_was_decided()
    {
        var framework = Finalized(_ => { });

        Assert.Equal(46, framework.Lines.Count);
        Assert.All(framework.Lines.Where(line => line.Decision.Kind == DecisionKind.Adopt), line =>
            Assert.Equal(line.Proposed, line.Decision.Adopted));
        Assert.All(framework.Lines.Where(line => line.Decision.Kind == DecisionKind.Keep), line =>
            Assert.Equal(line.Current, line.Decision.Adopted));
        Assert.All(framework.Lines, line => Assert.Equal(new DateOnly(2025, 7, 12), line.Decision.Date));
    }

    [Fact]
    public void An_adapted_line_takes_what_stays_empty_from_the_proposal()
    {
        var framework = Finalized(book =>
        {
            var row = book.First(book.IsAdopted);
            book.Set(row, "Besluit", "aanpassen");
            book.Set(row, "Vastgesteld volume", "61,500000000");
            book.Set(row, "Motivering", "De pilot vraagt meer.");
        });

        var line = framework.Lines.Single(one => one.Decision.Kind == DecisionKind.Adapt);
        Assert.Equal(new LineValue(61.5m, line.Proposed!.Duration), line.Decision.Adopted);
        Assert.Equal("De pilot vraagt meer.", line.Decision.Reason);
        Assert.Contains(
            "\"volume\": 61.5,", File.ReadAllText(_folder["bijlagen/framework.json"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_are_counted_by_what_became_of_their_proposals()
    {
        var book = Filled("boek.xlsx", filled =>
        {
            // One adapted to what was proposed, one dropped.
            var row = filled.First(filled.IsAdopted);
            filled.Set(row, "Besluit", "aanpassen");
            filled.Set(row, "Vastgesteld volume", filled.Text(row, "Volume P80"));
            row = filled.First(filled.IsAdopted);
            filled.Set(row, "Besluit", "vervallen");
            filled.Set(row, "Motivering", "Het product verdwijnt.");
        });
        var told = Outcome.Of("finalize", book, "--run", SmallRegion.Packet, "--out", _folder["bijlagen"]).Output;
        var without = FrameworkJson.Read(_folder["bijlagen/framework.json"]).Lines.Count(line => line.Proposed is null);

        Assert.NotEqual(0, without);
        Assert.Contains(
            $"Regels: 46, waarvan {45 - without} als voorgesteld, 1 anders dan het voorstel, {without} zonder voorstel "
                + "en 0 niet voorgelegd (bestaand blijft).",
            told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_far_from_the_current_one_is_found_and_also_when_it_is_read_again()
    {
        var framework = Finalized(book =>
        {
            var row = book.First(one => book.IsAdopted(one) && book.Text(one, "Huidig volume").Length > 0);
            book.Set(row, "Besluit", "aanpassen");
            book.Set(row, "Vastgesteld volume", 999_999);
            book.Set(row, "Motivering", "De werkgroep vergist zich.");
        });

        var again = Finalization.ReadFramework(_folder["bijlagen/framework.json"], products: null);
        foreach (var published in new[] { framework.ToPublished(), again })
        {
            Assert.Contains(FrameworkLint.Check(published), finding => finding.Rule == "far-from-former");
            Assert.Contains(FrameworkLint.Check(published), finding => finding.Rule == "more-than-a-week");
        }
    }

    [Fact]
    public void Notes_above_the_headings_may_be_anything()
    {
        var framework = Finalized(book => book.Data.Elements<Row>().First().Append(
            Note("ZY1", "Akkoord"), Note("ZZ1", "akkoord")));

        Assert.Equal(46, framework.Lines.Count);

        static Cell Note(string place, string text) => new()
        {
            CellReference = place,
            DataType = CellValues.InlineString,
            InlineString = new InlineString(new Text(text)),
        };
    }

    [Fact]
    public void The_files_are_the_same_bytes_on_a_second_run_and_valid()
    {
        var book = Filled("a.xlsx", _ => { });
        Finalization.Finalize([book], SmallRegion.Packet, _folder["een"], Catalogue, RunSettings.Default);
        Finalization.Finalize([book], SmallRegion.Packet, _folder["twee"], Catalogue, RunSettings.Default);

        var files = SmallRegion.Files(_folder["een"]);
        Assert.Equal(20, files.Count);
        Assert.Equal(files, SmallRegion.Files(_folder["twee"]));
        foreach (var name in files.Keys.Where(name => name.EndsWith('x')))
        {
            var path = Path.Combine(_folder["een"], name);
            using OpenXmlPackage document = name.EndsWith(".docx", StringComparison.Ordinal)
                ? WordprocessingDocument.Open(path, isEditable: false)
                : SpreadsheetDocument.Open(path, isEditable: false);
            var errors = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document);
            Assert.Empty(errors.Select(error => $"{name}: {error.Path?.XPath} {error.Description}"));
        }
    }

    [Fact]
    public void A_framework_that_is_read_back_gives_the_same_bytes()
    {
        Finalized(Filled("a.xlsx", _ => { }));
        var file = Path.Combine(_folder["uit"], "framework.json");

        JsonFile.Write(_folder["opnieuw.json"], FrameworkJson.Build(FrameworkJson.Read(file)));

        Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(_folder["opnieuw.json"]));
    }

    [Fact]
    public void Rows_may_be_sorted_columns_may_move_and_the_sheet_may_have_another_name()
    {
        var usual = Finalized(_ => { });
        var moved = Finalized(book =>
        {
            var rows = book.Rows.ToList();
            var places = rows.Select(row => row.RowIndex!.Value).Reverse().ToList();
            foreach (var (row, place) in rows.Zip(places))
                FilledWorkbook.MoveTo(row, place);
            book.Main.Workbook!.Descendants<Sheet>().First().Name = "Besluiten van juli";
            foreach (var row in book.Data.Elements<Row>().ToList())
                MoveColumns(row);
        });

        Assert.Equal(usual.Lines.Select(Shown), moved.Lines.Select(Shown));
    }

    [Fact]
    public void Several_reviewers_make_one_framework_where_each_decided_a_part()
    {
        var half = Filled("a.xlsx", book => book.Undecide(i => i % 2 == 0));
        var other = Filled("b.xlsx", book => book.Undecide(i => i % 2 == 1));

        var framework = Finalized(half, other);

        Assert.Equal(Finalized(_ => { }).Lines.Select(Shown), framework.Lines.Select(Shown));
    }

    [Fact]
    public void A_line_that_was_not_presented_keeps_what_is_in_force_and_is_told_so()
    {
        using var few = new FewChildren();
        var left = few.Draft.Lines.Where(line => !line.IsPresented).ToList();
        using var book = new FilledWorkbook(few.Workbook, _folder["weinig.xlsx"]).Decide();

        var framework = Finalization.Finalize(
            [book.Save()], few.Packet, _folder["uit"], Catalogue, RunSettings.Default);

        Assert.NotEmpty(left);
        Assert.Equal(46, framework.Lines.Count);
        var kept = framework.Lines.Where(line => line.Decision.Kind == DecisionKind.NotPresented).ToList();
        Assert.Equal(
            left.Select(line => (line.Product.Code, line.Subgroup)), kept.Select(line => (line.Code, line.Subgroup)));
        Assert.All(kept, line => Assert.Equal(line.Current, line.Decision.Adopted));
        var changes = File.ReadAllText(_folder["uit/wijzigingen.csv"]);
        Assert.Equal(left.Count, changes.Split("niet voorgelegd, bestaand blijft").Length - 1);
    }

    [Fact]
    public void What_somebody_decides_on_a_line_that_was_not_presented_counts()
    {
        using var few = new FewChildren();
        var line = few.Draft.Lines.First(line => !line.IsPresented);
        using var book = new FilledWorkbook(few.Workbook, _folder["weinig.xlsx"]).Decide();
        var row = book.First(one => book.Text(one, "Besluit") == "bestaand houden");
        book.Copy(row, line.Product.Code, line.Label.Dutch);

        var framework = Finalization.Finalize(
            [book.Save()], few.Packet, _folder["uit"], Catalogue, RunSettings.Default);

        var decided = framework.Lines.Single(
            one => one.Code == line.Product.Code && one.Subgroup == line.Subgroup).Decision;
        Assert.Equal((DecisionKind.Keep, "Er zijn te weinig gegevens."), (decided.Kind, decided.Reason));
    }

    public void Dispose() => _folder.Dispose();

    // All columns eleven to the right: A becomes L.
    private static void MoveColumns(Row row)
    {
        foreach (var cell in row.Elements<Cell>())
        {
            var (line, column) = SheetCells.PlaceOf(cell.CellReference!.Value!);
            cell.CellReference = SheetCells.Address(line, column + 11);
        }
    }

    private string Filled(string name, Action<FilledWorkbook> change)
    {
        using var book = new FilledWorkbook(Draft, _folder[name]).Decide();
        change(book);
        return book.Save();
    }

    private AdoptedFramework Finalized(Action<FilledWorkbook> change) => Finalization.Finalize(
        [Filled("boek.xlsx", change)], SmallRegion.Packet, _folder["bijlagen"], Catalogue, RunSettings.Default);

    private AdoptedFramework Finalized(params string[] workbooks) => Finalization.Finalize(
        workbooks, SmallRegion.Packet, _folder["uit"], Catalogue, RunSettings.Default);

    /// <summary>A packet of so few children that some products have hardly any.</summary>
    private sealed class FewChildren : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public FewChildren()
        {
            SyntheticRegion.Write(_folder["declaraties"], new SyntheticSettings(700, 1729));
            Calibration.Derive([_folder["declaraties"]], Packet, SmallRegion.Settings, SmallRegion.OneThread);
        }

        public string Packet => _folder["pakket"];

        public string Workbook => Path.Combine(Packet, "extern", "kader-concept.xlsx");

        public DraftFramework Draft =>
            DraftReading.Read(Path.Combine(Packet, "extern", "kader-concept.json"), Catalogue);

        public void Dispose() => _folder.Dispose();
    }

    private static string Shown(AdoptedLine line) => $"{line.Code}/{line.Subgroup} {line.Decision}";
}
