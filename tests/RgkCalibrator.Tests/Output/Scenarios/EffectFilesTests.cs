using System.Globalization;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Output.Scenarios;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Tests.Output.Scenarios;

/// <summary>What programs read of effects adds up; readers see it rounded.</summary>
public sealed class EffectFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Differences_are_those_of_the_figures_beside_them_and_providers_add_up_to_products()
    {
        Compare();

        foreach (var row in Rows("voor-en-na-samen").Concat(Rows("voor-en-na-samen-per-aanbieder")))
            Assert.Equal(row("outside_after") - row("outside_before"), row("outside_difference"), 6);
        var (products, providers) = (Rows("effect-per-product"), Rows("effect-per-aanbieder"));
        foreach (var name in new[] { "trajectories_per_year", "outside_per_year" })
        {
            Assert.Contains(products, row => row(name) != Math.Round(row(name)));
            Assert.Equal(products.Sum(row => row(name)), providers.Sum(row => row(name)), 6);
        }

        Assert.All(products, row => Assert.Equal(
            1 - (row("outside_per_year") / row("trajectories_per_year")), row("within_both"), 9));
    }

    [Fact]
    public void Sheets_show_whole_numbers_of_what_was_not_rounded()
    {
        var effects = Compare().Effects;
        Table[] tables =
        [
            EffectTables.ByProduct(effects, Language.Dutch), EffectTables.ByProvider(effects, Language.Dutch),
            ChangeSums.OfRegion(EffectChange.To(effects, NamedFramework.Proposed), Language.Dutch),
        ];

        var cells = tables.SelectMany(table => table.Columns.Index()
            .Where(column => column.Item.Name.StartsWith("outside", StringComparison.Ordinal))
            .SelectMany(column => table.Rows.Select(row => row[column.Index]))).ToList();
        Assert.Contains(cells, cell => cell.Plain.Contains('.', StringComparison.Ordinal));
        Assert.All(cells, cell =>
        {
            Assert.Equal("#,##0", cell.Number!.FormatCode);
            Assert.Equal(cell.Plain, cell.Number.Value);
            Assert.DoesNotContain(',', cell.Shown);
        });
    }

    private ComparisonReport Compare() => Comparison.Compare(
        [SmallRegion.Declarations], _folder["uit"], [], SmallRegion.Settings, SmallRegion.OneThread);

    private List<Func<string, double>> Rows(string file)
    {
        var rows = File.ReadAllLines(_folder[$"uit/intern/{file}.csv"]).Select(line => line.Split(',')).ToList();
        return
        [
            .. rows.Skip(1).Select(row => (Func<string, double>)(name =>
                double.Parse(row[Array.IndexOf(rows[0], name)], CultureInfo.InvariantCulture))),
        ];
    }
}
