using RgkCalibrator.Catalogue;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Output.Charts;

public sealed class ScenarioChartTests
{
    private static readonly ChartContext Context = new(
        Language.Dutch, new("Trajecten van 2018 tot en met 2023.", "Trajectories of 2018 to 2023."),
        new("Percentielen over alle trajecten.", "Percentiles of all trajectories."),
        new("verzonnen cijfers", "invented figures"), 10);

    private static readonly string[] Names =
        ["basis", "P75", "P85", "start 2018-2020", "start 2019-2023", "alleen afgeronde trajecten", "gat van 30 dagen",
            "zoals bekend eind 2021", "zonder gelijktijdige trajecten", "zonder de grootste gemeente van de regio",
            "per aanbieder"];

    [Fact]
    public void Forty_six_lines_in_ten_scenarios_are_legible_and_keep_clear_of_each_other()
    {
        var chart = Charts(Names).Volume(Lines(46, Names.Length, LongName))!;

        var pages = ScenarioPainter.Paint(chart);

        Assert.InRange(pages.Count, 3, 14);
        Assert.All(pages, page => Painted.Legible(new(page)));
        Golden.Verify("scenarios-volume-1.svg", pages[0]);
    }

    [Theory]
    [InlineData(2, "A")]
    [InlineData(4, "Zonder einde zonder einde zonder einde zonder einde zonder einde zonder einde zonder einde")]
    [InlineData(40, "Onafgebrokenwoordzonderspatiesdatmaardoorgaatendoorgaatendoorgaatendoorgaatendoorgaat")]
    public void Few_and_many_scenarios_with_tiny_and_long_names_are_legible(int scenarios, string name)
    {
        List<string> names = [.. Enumerable.Range(0, scenarios).Select(i => name + Numbers.Whole(i))];
        var lines = Lines(3, scenarios, _ => name);

        foreach (var chart in new[] { Charts(names).Volume(lines)!, Charts(names).Duration(lines)! })
            Assert.All(ScenarioPainter.Paint(chart), page => Painted.Legible(new(page)));
        var bars = Charts(names).Bars(
            "euro", (new("Titel", "Title"), new("Noot.", "Note.")), new("Euro", "Euros"),
            [.. names.Select((one, i) => new ScenarioBar(one, 1e6 * i, "1.000.000"))]);
        Assert.All(ScenarioBarsPainter.Paint(bars), page => Painted.Legible(new(page)));
    }

    [Fact]
    public void A_line_that_no_scenario_changes_is_left_out_and_said_so()
    {
        var lines = Lines(5, 3, LongName);
        var same = lines[0] with { Values = [.. lines[0].Values.Select(_ => lines[0].Values[0])] };
        var hidden = lines[1] with { Values = [new(null, null), .. lines[1].Values.Skip(1)] };

        var chart = Charts(Names[..3]).Volume([same, hidden, .. lines.Skip(2)])!;

        Assert.Equal(3, chart.Rows.Count);
        Assert.Contains("Weggelaten: 1 lijn waarvan", chart.Caption.Footer, StringComparison.Ordinal);
        Assert.Contains("Van 1 lijn toont de basis niets.", chart.Caption.Footer, StringComparison.Ordinal);
        Assert.Null(Charts(Names[..3]).Volume([same]));
    }

    [Fact]
    public void What_changes_most_stands_on_top_and_a_dot_as_far_from_the_base_as_it_differs()
    {
        ScenarioValues Line(decimal other) => new(
            Product, "Lijn", [new(DurationStep.Months(12), 100), new(DurationStep.Months(12), other)]);

        var chart = Charts(Names[..2]).Volume([Line(98), Line(110), Line(96)])!;

        Assert.Equal(["+10", "−4", "−2"], chart.Rows.Select(row => row.Marks[0].Label));
        Assert.Equal(0.1, chart.Range);
        var layout = new ScenarioLayout(chart);
        var room = layout.At(0, 0.1) - layout.At(0, 0);
        Assert.Equal(-0.4 * room, layout.At(0, -0.04) - layout.At(0, 0), 6);
    }

    [Fact]
    public void What_is_not_shown_has_no_dot_and_no_word()
    {
        var line = new ScenarioValues(
            Product, "Lijn",
            [new(DurationStep.Months(12), 100), new(null, null), new(DurationStep.Months(12), 110)]);

        var chart = Charts(Names[..3]).Volume([line])!;

        Assert.Equal(new(null, string.Empty), Assert.Single(chart.Rows).Marks[0]);
        Assert.DoesNotContain("P75", Assert.Single(chart.Table.Sentences()), StringComparison.Ordinal);
    }

    private static Product Product { get; } =
        CatalogueFile.Haaglanden2025().Products.First(product => product.Code == "45C02");

    private static ScenarioCharts Charts(IReadOnlyList<string> names) => new(names, Context);

    private static string LongName(int line) =>
        "Geïntegreerde specialistische hulp voor jeugdigen, ambulant in combinatie met verblijf "[..(20 + line)];

    private static List<ScenarioValues> Lines(int count, int scenarios, Func<int, string> name) =>
    [
        .. Enumerable.Range(0, count).Select(line => new ScenarioValues(
            Product, name(line),
            [.. Enumerable.Range(0, scenarios).Select(scenario => Value(line, scenario))])),
    ];

    private static ScenarioValue Value(int line, int scenario) => scenario > 0 && (line + scenario) % 7 == 0
        ? new(null, null)
        : new(
            Product.AllowedDurations[scenario == 0 ? 2 : 1 + ((line + scenario) % 3)],
            40 + (line * 12) + (scenario == 0 ? 0 : (scenario * (line % 5)) - 4));
}
