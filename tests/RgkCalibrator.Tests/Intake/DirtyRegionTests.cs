using RgkCalibrator.Catalogue;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Synthetic;

namespace RgkCalibrator.Tests.Intake;

/// <summary>
/// A region with dirt of every kind, in Parquet and four dialects of CSV, read as the command line reads it.
/// </summary>
public sealed class DirtyRegionTests : IDisposable
{
    private static readonly SyntheticSettings Clean = new(3000, 1729);
    private static readonly ProductCatalogue Catalogue = CatalogueFile.Haaglanden2025();

    private readonly TemporaryFolder _folder = new();
    private readonly Session _session = Session.Open(SessionSettings.Default with { Threads = 2 });

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Every_row_ends_where_the_truth_says()
    {
        var region = Write("dirty", Clean with { Dirt = DirtRates.Default, Format = RegionFormat.Mixed });

        using var declarations = Read(region);

        var truth = File.ReadLines(Path.Combine(region, RegionFiles.TruthRowsPath))
            .Skip(1)
            .Select(line => line.Split(','))
            .ToList();
        var ledger = declarations.Ledger;
        Assert.Equal(6, ledger.Files.Count);
        Assert.True(ledger.IsSynthetic);
        foreach (var place in Enum.GetValues<RowOutcome>().Except([RowOutcome.Used]))
        {
            Assert.NotEqual(0, ledger.At(place).Rows);
            Assert.All(
                ledger.Files,
                file => Assert.Equal(
                        truth.Count(row => row[0] == file.File && row[3] == place.NameInFiles()), file.At(place).Rows));
        }

        Assert.Equal(
            truth.Where(row => row[3] == "rejected")
                .Select(row => (row[0], long.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture), row[4]))
                .Order(),
            ledger.RejectedRows.Select(row => (ledger.Files[row.File].File, row.Row, row.Reason.Name())).Order());
        Assert.Equal(LedgerRemarks.None, ledger.Remarks);
    }

    [Fact]
    public void What_is_used_is_the_region_without_dirt()
    {
        var clean = Write("clean", Clean);
        var dirty = Write("dirty", Clean with { Dirt = DirtRates.Default, Format = RegionFormat.Csv });

        using var fromClean = Read(clean);
        using var fromDirty = Read(dirty);

        Assert.Equal(fromClean.VolumeCarried, fromDirty.VolumeCarried);
        var (expected, actual) = (
            Reading.Build(fromClean, Catalogue.Trajectories), Reading.Build(fromDirty, Catalogue.Trajectories));
        // A line that was split in two counts as two, and nothing else may differ.
        Assert.Equal(
            expected.Rows().Select(row => row with { Lines = 0 }), actual.Rows().Select(row => row with { Lines = 0 }));
    }

    [Fact]
    public void The_parts_by_year_and_product_add_up_to_the_files()
    {
        var region = Write("dirty", Clean with { Dirt = DirtRates.Default, Format = RegionFormat.Mixed });

        using var declarations = Read(region, isDetailed: true);

        var ledger = declarations.Ledger;
        for (var file = 0; file < ledger.Files.Count; file++)
        {
            var parts = ledger.Parts.Where(part => part.File == file).ToList();
            foreach (var place in Enum.GetValues<RowOutcome>())
            {
                var sum = Amount.Sum(parts.Select(part => part.Places[place]));
                Assert.Equal(
                    (ledger.Files[file].At(place).Rows, ledger.Files[file].At(place).Ticks), (sum.Rows, sum.Ticks));
            }
        }

        Assert.Contains(ledger.Parts, part => part is { Year: null, Product: null });
        Assert.All(
            ledger.Parts.Select(part => part.Product).OfType<string>(), code => Assert.NotNull(Catalogue.Find(code)));
        Assert.Equal(
            Enumerable.Range(2018, 6),
            ledger.Parts.Where(part => part.Places[RowOutcome.Used].Rows > 0)
                .Select(part => part.Year!.Value)
                .Distinct()
                .Order());
    }

    private string Write(string name, SyntheticSettings settings)
    {
        SyntheticRegion.Write(_folder[name], settings);
        return _folder[name];
    }

    private Declarations Read(string region, bool isDetailed = false)
    {
        var last = Catalogue.Trajectories.Observed.Last;
        var settings = new IntakeSettings(last, Catalogue.Codes(), OnlyKnownProducts: true)
        {
            ByYearAndProduct = isDetailed,
        };
        var files = SourceFiles.Open(_session, InputFiles.Find([region]), ColumnMapping.None, CancellationToken.None);
        return Declarations.Read(_session, files, settings, RunSettings.Default);
    }
}
