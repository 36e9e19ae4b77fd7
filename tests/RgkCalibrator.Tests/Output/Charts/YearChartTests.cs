using System.Xml.Linq;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Charts;

namespace RgkCalibrator.Tests.Output.Charts;

/// <summary>What the chart of percentiles by start year says.</summary>
public sealed class YearChartTests
{
    private static readonly List<(SafeLine Line, SafeYears Years, YearChart Chart)> All =
    [
        .. from seed in Enumerable.Range(1, 40)
           from shown in RandomDrafts.Of(seed).Distributions
           let years = shown.YearPercentiles
           where years is not null
           select Charted(shown.Line, years),
    ];

    [Fact]
    public void The_title_says_of_how_many_years_the_interval_does_not_hold_the_proposal()
    {
        Assert.All(All, one =>
        {
            var volume = (double)one.Line.Chosen.Volume!.Value;
            var outside = one.Years.Years.Count(year => year.Lower >= volume || year.Upper < volume);
            var said = outside == 0
                ? "ligt binnen de marge van elk getoond startjaar"
                : $"ligt bij {outside} van de {one.Years.Years.Count} startjaren buiten de marge";
            Assert.EndsWith(said, one.Chart.Caption.Title, StringComparison.Ordinal);
        });
        Assert.Contains(All, one => one.Chart.Caption.Title.Contains("buiten de marge", StringComparison.Ordinal));
        Assert.Contains(All, one => one.Chart.Caption.Title.Contains("binnen de marge", StringComparison.Ordinal));
    }

    [Fact]
    public void A_bar_runs_over_the_class_of_the_percentile_and_is_named_by_its_ends()
    {
        Assert.All(All, one => Assert.All(one.Years.Years.Zip(one.Chart.Points), pair =>
        {
            var (year, point) = pair;
            Assert.Equal((year.Name, year.Above ?? 0, year.UpTo), (point.Name, point.From, point.To));
            Assert.Equal((year.Lower, year.Upper), (point.Lower, point.Upper));
            Assert.Equal(LabelOf(year, one.Line), point.Label);
        }));
        var labels = All.SelectMany(one => one.Chart.Points).Select(point => point.Label).ToList();
        Assert.Contains(labels, label => label.Contains('–', StringComparison.Ordinal));
        Assert.Contains(labels, label => label.All(letter => char.IsAsciiDigit(letter) || letter == ','));

        static string LabelOf(SafeYear year, SafeLine line)
        {
            var (above, upTo) = (Shown(year.Above), Shown(year.UpTo));
            if (year.UpTo is null || year.Above is null)
                return year.UpTo is null ? $"> {above}" : $"≤ {upTo}";
            var isOneStep = (decimal)year.Above + VolumeRounding.StepAt((decimal)year.Above, line.Product.VolumeStep)
                == (decimal)year.UpTo;
            return isOneStep ? upTo : $"{above}–{upTo}";
        }
    }

    [Fact]
    public void The_framework_in_force_stands_beside_it_at_an_equal_duration_alone() => Assert.All(All, one =>
    {
        var (proposed, current) = (one.Line.Chosen, one.Line.Current);
        var stands = current is not null && current.Duration == proposed.Duration && current.Volume != proposed.Volume;
        Assert.Equal(stands ? 2 : 1, one.Chart.Levels.Count);
        Assert.Equal((double)proposed.Volume!.Value, one.Chart.Levels[^1].Value);
        if (stands)
        {
            var (value, _, kind) = one.Chart.Levels[0];
            Assert.Equal(((double)current!.Volume, MarkerKind.Framework), (value, kind));
        }
    });

    [Fact]
    public void All_that_is_drawn_stands_in_the_words_for_listeners_too() => Assert.All(All, one =>
    {
        var text = new Drawing(YearPainter.Paint(one.Chart)).Element("desc");
        Assert.All(one.Chart.Points, point => Assert.Contains(point.Spoken, text, StringComparison.Ordinal));
        Assert.All(one.Chart.Points, point => Assert.EndsWith(
            $"van {(point.Lower is null ? "ten hoogste" : "meer dan")} {Shown(point.Lower ?? one.Years.Ends[0])} tot "
                + $"{(point.Upper is null ? "meer dan" : "ten hoogste")} {Shown(point.Upper ?? one.Years.Ends[^1])}",
            point.Spoken, StringComparison.Ordinal));
    });

    [Fact]
    public void Each_year_has_its_bar_and_an_end_at_each_limit_that_is_told()
    {
        Assert.All(All, one => Assert.Equal(one.Chart.Points.Select(Expected), DrawnIn(one.Chart)));

        static (string, int Ends, bool IsBar) Expected(YearPoint point) => (
            point.Name, (point.Lower is null ? 0 : 1) + (point.Upper is null ? 0 : 1), point.To is not null);
    }

    [Fact]
    public void A_value_or_a_limit_in_the_first_or_the_last_class_is_told_as_such()
    {
        var line = All[0].Line;
        var volume = (double)line.Chosen.Volume!.Value;
        double[] ends = [volume - 1, volume, volume + 7];
        var (first, last, unit) = (Shown(ends[0]), Shown(ends[2]), line.Product.Unit.Counted().Dutch);

        var chart = Charted(line, new(line.Chosen.Percentage, ends,
        [
            new("2019", above: null, upTo: ends[0], lower: null, upper: ends[1]),
            new("2020", above: ends[2], upTo: null, lower: ends[1], upper: null),
            new("2021", above: ends[1], upTo: ends[2], lower: null, upper: null),
        ])).Chart;

        Assert.Equal(
            [
                $"ten hoogste {first} {unit}; de marge loopt van ten hoogste {first} tot ten hoogste {Shown(volume)}",
                $"meer dan {last} {unit}; de marge loopt van meer dan {Shown(volume)} tot meer dan {last}",
                $"meer dan {Shown(volume)} tot en met {last} {unit}; de marge loopt van ten hoogste {first} tot meer "
                    + $"dan {last}",
            ],
            chart.Points.Select(point => point.Spoken));
        Assert.EndsWith("bij 1 van de 3 startjaren buiten de marge", chart.Caption.Title, StringComparison.Ordinal);
        Assert.Equal([(1, true), (1, false), (0, true)], DrawnIn(chart).Select(year => (year.Ends, year.IsBar)));
        Painted.Legible(new Drawing(YearPainter.Paint(chart)));
    }

    private static (SafeLine Line, SafeYears Years, YearChart Chart) Charted(SafeLine line, SafeYears years) =>
        (line, years, YearCharts.Of(line, years, DistributionSamples.Dutch));

    private static IEnumerable<(string Year, int Ends, bool IsBar)> DrawnIn(YearChart chart) =>
        new Drawing(YearPainter.Paint(chart)).Root.Descendants()
            .Where(element => element.Attribute("data-year") is not null).Select(Drawn);

    // An end goes across, and so do the two short sides of a bar.
    private static (string Year, int Ends, bool IsBar) Drawn(XElement year)
    {
        var paths = year.Elements().Where(element => element.Attribute("d") is not null)
            .Select(element => element.Attribute("d")!.Value).ToList();
        return (
            year.Attribute("data-year")!.Value, paths.Take(2).Sum(path => path.Count(letter => letter == 'H')),
            paths[2].Contains('H', StringComparison.Ordinal));
    }

    private static string Shown(double? value) =>
        value is { } number ? Numbers.Shown(number, 2, Language.Dutch) : string.Empty;
}
