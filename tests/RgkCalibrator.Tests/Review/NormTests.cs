using DocumentFormat.OpenXml.Packaging;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Output.Annexes;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Review;
using RgkCalibrator.Synthetic;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Review;

/// <summary>
/// A norm of a contract or a guideline is what is proposed where the data carry no line, and goes with its source all
/// the way to the annexes.
/// </summary>
public sealed class NormTests : IDisposable
{
    private const string Source = "Richtlijn 2024, deel <2> & bijlage";
    private const string Few = "45ABS";
    private const string Many = "45C02";
    private readonly TemporaryFolder _folder = new();
    private readonly ProductCatalogue _catalogue;

    public NormTests()
    {
        SyntheticRegion.Write(_folder["declaraties"], new SyntheticSettings(700, 1729));
        var catalogue = new[] { Few, Many }.Aggregate(
            File.ReadAllText(Repository.PathOf("data/catalogue/haaglanden-2025.yaml")),
            (text, code) => text.Replace(
                $"  - code: {code}\n",
                $"  - code: {code}\n    existing: {{ volume: 40, duration: 9 maand, source: '{Source}' }}\n",
                StringComparison.Ordinal));
        File.WriteAllText(_folder["catalogus.yaml"], catalogue);
        _catalogue = CatalogueFile.Read(_folder["catalogus.yaml"]);
        Calibration.Derive(
            [_folder["declaraties"]], _folder["pakket"], new CalibrationSettings(_catalogue), SmallRegion.OneThread);
    }

    [Fact]
    public void The_draft_names_the_norm_and_its_source_and_asks_the_working_group()
    {
        var text = File.ReadAllText(_folder["pakket/extern/kader-concept.csv"]);
        var draft = DraftReading.Read(_folder["pakket/extern/kader-concept.json"], _catalogue);
        using var book = Book();
        var row = book.First(line => book.Text(line, "Code") == Few);

        Assert.Contains(
            $"voorgesteld is de norm van buiten, 40 uur in 9 maanden ({Source})", text, StringComparison.Ordinal);
        Assert.Contains($"norm van buiten: 40 uur in 9 maanden ({Source})", text, StringComparison.Ordinal);
        Assert.Contains(Source, book.Text(row, "Opmerkingen"), StringComparison.Ordinal);
        var line = draft.Lines.Single(one => one.Product.Code == Few);
        Assert.Equal(
            (Basis.Norm, new LineValue(40, DurationStep.Months(9)), true),
            (line.Basis, line.Proposed, line.IsPresented));
        Assert.Equal(Basis.History, draft.Lines.Single(one => one.Product.Code == Many).Basis);
    }

    [Fact]
    public void Who_adopts_the_norm_publishes_it_with_its_source()
    {
        using var book = Book().Decide();
        book.Set(book.First(line => book.Text(line, "Code") == Few), "Besluit", "overnemen");

        var adopted = Finalization.Finalize(
            [book.Save()], _folder["pakket"], _folder["uit"], _catalogue, RunSettings.Default);

        var line = adopted.Lines.Single(one => one.Code == Few);
        Assert.Equal((Basis.Norm, Source), (line.Basis, line.Source));
        Assert.Equal(new LineValue(40, DurationStep.Months(9)), line.Decision.Adopted);
        Assert.All(adopted.Lines.Where(one => one.Code != Few), one => Assert.Null(one.Source));
        Assert.Contains(Source, File.ReadAllText(_folder["uit/bijlage-3-normenkader.csv"]), StringComparison.Ordinal);
        Assert.Contains(
            "Richtlijn 2024", File.ReadAllText(_folder["uit/bijlage-3-normenkader.md"]), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Bron", File.ReadAllText(_folder["uit/bijlage-2-richtinggevend-kader.csv"]), StringComparison.Ordinal);
        using (var annex = WordprocessingDocument.Open(_folder["uit/bijlage-3-normenkader.docx"], isEditable: false))
        {
            Assert.Contains(
                $"{Few}: deze norm is niet berekend, maar komt uit {Source}.",
                annex.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
        }

        Assert.Contains(
            "40 uur in 9 maanden (norm van buiten)", File.ReadAllText(_folder["uit/wijzigingen.csv"]),
            StringComparison.Ordinal);
        var file = _folder["uit/framework.json"];
        JsonFile.Write(_folder["opnieuw.json"], FrameworkJson.Build(FrameworkJson.Read(file)));
        Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(_folder["opnieuw.json"]));
    }

    public void Dispose() => _folder.Dispose();

    private FilledWorkbook Book() => new(_folder["pakket/extern/kader-concept.xlsx"], _folder["boek.xlsx"]);
}
