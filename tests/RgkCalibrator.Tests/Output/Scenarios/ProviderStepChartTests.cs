using System.Text;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Scenarios;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Tests.Output.Charts;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Output.Scenarios;

/// <summary>Each provider's step, as a table and as a chart with an arrow from old to new.</summary>
public sealed class ProviderStepChartTests
{
    private static readonly LineValue New = new(60, DurationStep.Months(12));

    [Fact]
    public void Steps_stand_a_row_each_and_the_line_of_all_is_marked()
    {
        var steps = Steps("kader.csv", Care.Usual, [("b", 40, 12), ("a", 66, 12), ("c", 30, 6), ("", 50, 12)]);

        using var file = new MemoryStream();
        ProviderStepTable.Of(steps, Language.Dutch).WriteCsv(file);

        Golden.Verify("stap-per-aanbieder.csv", Encoding.UTF8.GetString(file.ToArray()));
    }

    [Fact]
    public void Arrows_run_from_the_largest_rise_to_the_largest_fall()
    {
        var steps = Steps(
            "kader.csv", Care.Usual, [("b", 40, 12), ("a", 66, 12), ("c", 30, 6), ("d", 60, 12), ("e", 60, 9)],
            small: 7);

        var chart = Assert.Single(ProviderStepCharts.For(steps, Context(Language.Dutch)));

        Golden.Verify("stap-per-aanbieder.svg", chart.Painted.Text);
        Assert.Equal("grafieken/stap-45C02.svg", chart.File.Name);
        Assert.Equal(
            "Van kader.csv naar voorstel: meer volume bij 9 aanbieders, minder volume bij 1 aanbieder, alleen een "
                + "andere duur bij 1 aanbieder. Begeleiding (45C02)",
            chart.Title);
        var labels = new Drawing(chart.Painted).Texts.Where(text => text.Left < 100).OrderBy(text => text.Baseline)
            .Select(text => text.Text).ToList();
        Assert.Equal(
            ["c", "b", "7 aanbieders zonder eigen lijn", "e", "a"],
            labels.Where(label => label.Length == 1 || label.StartsWith('7')));
        Assert.Contains(labels, label => label.StartsWith("VERTROUWELIJK", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(40, false)]
    [InlineData(40, true)]
    public void One_and_forty_providers_with_short_and_the_longest_names_are_legible(int providers, bool isLong)
    {
        var product = isLong
            ? Care.Usual with
            {
                Name = "Ambulante jeugd-ggz en hoogspecialistische gezinsbehandeling met dagbesteding, op indicatie",
            }
            : Care.Usual;
        var steps = Steps(
            isLong ? "C:/Regio/Kaders/2021/definitief/richtinggevend-kader-per-aanbieder-2021.csv" : "2021.csv",
            product,
            [.. Enumerable.Range(1, providers).Select(i => (NameOf(i), 20 + (i * 2), i % 5 == 0 ? 24 : 12))]);

        foreach (var language in Enum.GetValues<Language>())
        {
            var charts = ProviderStepCharts.For(steps, Context(language));

            Assert.All(charts, chart => Painted.Legible(new(chart.Painted)));
            Assert.Equal(charts.Count, charts.DistinctBy(chart => chart.File.Name).Count());
            Assert.Equal(providers == 1 ? 1 : 4, charts.Count, 2.0);
        }

        string NameOf(int i) => isLong
            ? $"Stichting Samenwerkende Jeugdhulporganisaties Haaglanden en Omstreken, locatie {Numbers.Whole(i)}"
            : Numbers.Whole(99_000_000 + i);
    }

    [Fact]
    public void Old_frameworks_and_what_they_lead_to_have_charts_of_their_own()
    {
        ProviderStep[] steps =
        [
            .. Steps("een.csv", Care.Usual, [("a", 40, 12)]), .. Steps("twee.csv", Care.Usual, [("a", 50, 12)]),
            .. Steps("een.csv", Care.Usual, [("a", 40, 12)], after: NamedFramework.Current),
            .. Steps("niets.csv", Care.Usual, [("a", 60, 12)]),
        ];

        Assert.Equal(
            ["stap-45C02-kader-1", "stap-45C02-kader-2", "stap-45C02-kader-1-naar-huidig"],
            ProviderStepCharts.For(steps, Context(Language.Dutch))
                .Select(chart => Path.GetFileNameWithoutExtension(chart.File.Name)));
    }

    private static ChartContext Context(Language language) => new(
        language, new("Trajecten die zijn begonnen.", "Trajectories that began."), new("Percentielen.", "Percentiles."),
        new("declaraties jeugdhulp", "declarations of youth care"), 10);

    /// <summary>Steps of providers with a line of their own, of one without a name, and of small ones.</summary>
    private static IReadOnlyList<ProviderStep> Steps(
        string framework, Product product, IReadOnlyList<(string Provider, int Volume, int Months)> old, int small = 0,
        string after = NamedFramework.Proposed)
    {
        var group = Care.Group(product, [Care.Of(1, 0, 50)]);
        (string Provider, LineValue Line)[] lines =
        [
            .. old.Select(one => (one.Provider, new LineValue(one.Volume, DurationStep.Months(one.Months)))),
            .. Enumerable.Range(1, small).Select(i => ("klein" + Numbers.Whole(i), new LineValue(50, New.Duration))),
        ];
        var effects = lines.ToDictionary(one => one.Provider, one => new LineEffect(10, 2.5, 100.25));
        var from = new FrameworkEffect(framework, group, Line: null, new LineEffect(10, 2.5, 100.25), effects)
        {
            ProviderLines = lines.ToDictionary(one => one.Provider, one => one.Line),
            OwnLines = old.Select(one => one.Provider).Where(name => name.Length > 0).ToHashSet(),
        };
        var to = new FrameworkEffect(
            after, group, New, new LineEffect(10, 1.5, 80),
            lines.ToDictionary(one => one.Provider, one => new LineEffect(10, 1.5, 80)));
        return
        [
            .. lines.Select(one => new ProviderStep(
                new EffectChange(from, to, one.Provider), new LineStep(0.5, 1.5, 20.125, 90))),
        ];
    }
}
