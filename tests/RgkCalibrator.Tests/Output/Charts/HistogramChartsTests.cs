using System.Xml.Linq;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Output.Charts;

public sealed class HistogramChartsTests
{
    private static readonly DisclosureProfile Strict = new();

    private static readonly ChartContext Dutch =
        new(Language.Dutch, new("Venster.", "Window."), new("Methode.", "Method."), new("bron", "source"), 10);

    private static readonly Product School = Care.Usual with
    {
        Code = "41V01",
        Unit = CareUnit.Dagdeel,
        AllowedDurations = [DurationStep.Weeks(12), DurationStep.Weeks(26), DurationStep.SchoolYear],
    };

    [Fact]
    public void A_chart_shows_the_safe_classes_and_the_line_and_nothing_else()
    {
        foreach (var (safe, distributions) in Drafts())
        {
            var (volumeLine, width) = ((double?)safe.Chosen.Volume, distributions?.VolumeClassWidth ?? 0);
            if (distributions?.Volume is { } volume)
                Compare(volume, HistogramCharts.Volume(volume, width, Dutch), volumeLine!.Value);
            if (distributions?.Duration is { } duration)
            {
                Compare(
                    duration, HistogramCharts.Duration(duration, Dutch), Place(safe.Product, safe.Chosen.Duration!));
            }
        }
    }

    [Fact]
    public void The_compared_value_is_marked_where_it_may_be_shown()
    {
        foreach (var (safe, distributions) in Drafts().Where(
            draft => draft.Distributions is { Volume: not null, Duration: not null }))
        {
            var volume = HistogramCharts.Volume(distributions!.Volume!, distributions.VolumeClassWidth, Dutch);
            var duration = HistogramCharts.Duration(distributions.Duration!, Dutch);

            Assert.Equal(
                Beside(safe.Compared.Volume, safe.Chosen.Volume) is { } units ? (double)units : null, Compared(volume));
            Assert.Equal(
                Beside(safe.Compared.Duration, safe.Chosen.Duration) is { } step ? Place(safe.Product, step) : null,
                Compared(duration));
        }
    }

    [Fact]
    public void Every_chart_can_be_painted_in_both_languages()
    {
        foreach (var (_, distributions) in Drafts().Take(60).Where(draft => draft.Distributions is not null))
        {
            foreach (var context in new[] { Dutch, Dutch with { Language = Language.English } })
            {
                if (distributions!.Volume is { } volume)
                    AssertPainted(HistogramCharts.Volume(volume, distributions.VolumeClassWidth, context));
                if (distributions.Duration is { } duration)
                    AssertPainted(HistogramCharts.Duration(duration, context));
            }
        }
    }

    [Fact]
    public void A_comparison_holds_every_line_that_changes_and_the_safe_values_only()
    {
        var lines = Drafts().Select(draft => draft.Safe).ToList();

        var volumes = ComparisonCharts.Volume(lines, Dutch)!;
        var durations = ComparisonCharts.Duration(lines, Dutch)!;

        AssertHolds(
            lines.Select(line => ((double?)line.Compared.Volume, (double?)line.Chosen.Volume)), volumes, "het volume");
        AssertHolds(
            lines.Select(line => (Length(line.Compared.Duration), Length(line.Chosen.Duration))), durations, "de duur");
        Assert.All(DumbbellPainter.Paint(volumes), page => Assert.NotNull(XDocument.Parse(page).Root));
    }

    [Fact]
    public void What_changes_most_stands_on_top_of_its_panel()
    {
        var chart = ComparisonCharts.Volume([.. Drafts().Select(draft => draft.Safe)], Dutch)!;

        Assert.All(chart.Panels, panel => Assert.Equal(
            panel.Rows.Select(Change).OrderDescending(), panel.Rows.Select(Change)));

        static double Change(DumbbellRow row) => Math.Abs((row.Chosen.Value / row.Compared.Value) - 1);
    }

    [Fact]
    public void The_framework_in_force_is_set_beside_proposals_of_the_same_duration_only()
    {
        var lines = Drafts().Select(draft => draft.Safe).Where(line => line.Chosen.Volume is not null).Take(3).ToList();
        var current = new[]
        {
            new CurrentLine(lines[0].Chosen.Volume!.Value * 2, lines[0].Chosen.Duration!),
            new CurrentLine(lines[1].Chosen.Volume!.Value, lines[1].Chosen.Duration!),
            new CurrentLine(1, DurationStep.Weeks(77)),
        };
        var held = lines.Zip(current, WithCurrent).ToList();

        var chart = ComparisonCharts.CurrentVolume(held, Dutch)!;

        var row = Assert.Single(Assert.Single(chart.Panels).Rows);
        Assert.Equal((double)current[0].Volume, row.Compared.Value);
        Assert.Equal("−50%", row.Difference);
        Assert.Equal("Van huidig kader naar voorstel (P80): het volume daalt bij 1 lijn met 50%", chart.Caption.Title);
        Assert.StartsWith(
            "Bij 1 lijn verandert het volume niet; 1 lijn kan niet worden vergeleken.", chart.Caption.Footer,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_in_force_is_marked_with_an_arrow_and_the_difference_where_durations_are_equal()
    {
        foreach (var (safe, shown) in Drafts().Where(draft => draft.Distributions?.Volume is not null).Take(20))
        {
            var (volume, duration) = (safe.Chosen.Volume!.Value, safe.Chosen.Duration!);
            var other = safe.Product.AllowedDurations.First(step => step != duration);
            var equal = Volume(WithCurrent(safe, new CurrentLine(volume, duration)));
            var lower = Volume(WithCurrent(safe, new CurrentLine(volume / 2, duration)));
            var shorter = Volume(WithCurrent(safe, new CurrentLine(volume / 2, other)));

            Assert.Contains(equal.Markers, marker => marker.Label.StartsWith("Nu", StringComparison.Ordinal)
                && marker.Label.Contains(" en P80: ", StringComparison.Ordinal));
            Assert.Null(equal.Change);
            Assert.Equal((double)volume / 2, lower.Change!.From);
            Assert.Equal((double)volume, lower.Change.To);
            Assert.EndsWith(" (+100%)", lower.Change.Label, StringComparison.Ordinal);
            Assert.Null(shorter.Change);
            Assert.Contains(shorter.Markers, marker => marker.Label.EndsWith(
                $" in {other.InSentence().Dutch}", StringComparison.Ordinal));

            HistogramChart Volume(SafeLine line) =>
                HistogramCharts.Volume(shown!.Of(line).Volume!, shown.VolumeClassWidth, Dutch);
        }
    }

    [Fact]
    public void Without_anything_to_show_there_is_no_comparison()
    {
        var line = LineDisclosure.Line(
            Proposals.ForGroup(Care.Group(Care.Usual, [Care.Of(1, 0, 5)]), new FrameworkSettings()), Strict);

        Assert.Null(ComparisonCharts.Volume([line], Dutch));
        Assert.Null(ComparisonCharts.Duration([line], Dutch));
    }

    [Theory]
    [InlineData(
        Language.Dutch, "Van P90 naar P82,5: het volume daalt bij", "Van P82,5 naar P90: het volume stijgt bij")]
    [InlineData(
        Language.English, "From P90 to P82.5: the volume falls for", "From P82.5 to P90: the volume rises for")]
    public void A_comparison_goes_from_what_is_compared_to_the_proposal(Language language, string down, string up)
    {
        foreach (var (chosen, compared) in new[] { (82.5m, 90m), (90m, 82.5m) })
        {
            var (p, q) = (Percentage.Of(chosen), Percentage.Of(compared));
            var drafts = Drafts(new FrameworkSettings { Percentage = p, Compared = q });
            var (lines, context) = (drafts.Select(draft => draft.Safe).ToList(), Dutch with { Language = language });
            var volumes = ComparisonCharts.Volume(lines, context)!;
            var durations = ComparisonCharts.Duration(lines, context)!;

            Assert.StartsWith(chosen == 90 ? up : down, volumes.Caption.Title, StringComparison.Ordinal);
            Assert.Equal(chosen == 90 ? "P90" : lines[0].Chosen.Percentage.Name().In(language), volumes.ChosenName);
            Assert.All(
                DumbbellPainter.Paint(volumes).Concat(DumbbellPainter.Paint(durations)),
                page => Painted.Legible(new Drawing(page)));
        }
    }

    [Fact]
    public void Equal_values_have_one_mark_that_names_the_lower_percentile_first()
    {
        var labels = Drafts(new FrameworkSettings { Percentage = Percentage.Of(82.5m), Compared = Percentage.Of(90) })
            .Select(draft => draft.Distributions?.Duration).OfType<SafeHistogram>()
            .Select(duration => HistogramCharts.Duration(duration, Dutch).Markers)
                .Where(markers => markers.Count == 1 && markers[0].Label.Contains(" en ", StringComparison.Ordinal))
            .Select(markers => markers[0].Label).ToList();

        Assert.NotEmpty(labels);
        Assert.All(labels, label => Assert.StartsWith("P82,5 en P90: ", label, StringComparison.Ordinal));
    }

    private static void AssertPainted(HistogramChart chart) =>
        Assert.NotNull(XDocument.Parse(HistogramPainter.Paint(chart)).Root);

    private static IEnumerable<(SafeLine Safe, SafeDistributions? Distributions)> Drafts(
        FrameworkSettings? settings = null)
    {
        var random = new Random(1729);
        for (var round = 0; round < 200; round++)
        {
            var product = (round % 2 == 0 ? Care.Usual : School) with { VolumeStep = round % 5 == 0 ? 0.1m : null };
            var draft = Proposals.ForGroup(
                Care.Random(random, product, random.Next(20, 900)), settings ?? new FrameworkSettings());
            var safe = LineDisclosure.Line(draft, Strict);
            yield return (safe, SafeDistributions.From(draft, safe, Strict));
        }
    }

    private static void Compare(SafeHistogram safe, HistogramChart chart, double line)
    {
        Assert.Equal(
            safe.Bins.Select(bin => (bin.From, bin.To, (double)bin.Count)),
            chart.Bins.Select(bin => (bin.From, bin.To, bin.Count)));
        Assert.All(
            chart.Bins, bin => Assert.Equal(
                bin.To <= line ? LineSide.Inside : bin.From >= line ? LineSide.Outside : LineSide.Across, bin.Side));
        Assert.Equal(chart.Bins.Count, chart.Bins.DistinctBy(bin => bin.Label).Count());
        Assert.Equal(line, chart.Markers.Single(marker => marker.Kind == MarkerKind.Chosen).Value);
        Assert.Contains(safe.Line.Product.Code, chart.Caption.Id, StringComparison.Ordinal);
    }

    /// <summary>Equal values have one mark.</summary>
    private static T? Beside<T>(T? compared, T? chosen) => Equals(compared, chosen) ? default : compared;

    private static double? Compared(HistogramChart chart) =>
        chart.Markers.SingleOrDefault(marker => marker.Kind == MarkerKind.Compared)?.Value;

    private static double Place(Product product, DurationStep step) =>
        product.AllowedDurations.All(allowed => allowed.Unit == DurationUnit.Month)
            ? step.Length
            : product.AllowedDurations.ToList().IndexOf(step) + 1;

    private static double? Length(DurationStep? step) => step?.Unit == DurationUnit.SchoolYear ? 40 : step?.Length;

    private static SafeLine WithCurrent(SafeLine line, CurrentLine current) =>
        line.Of(line.Product with { Current = [current] });

    private static void AssertHolds(
        IEnumerable<(double? Compared, double? Chosen)> pairs, DumbbellChart chart, string what)
    {
        var known = pairs.Where(pair => pair is { Compared: not null, Chosen: not null }).ToList();
        var changed = known.Where(pair => pair.Compared != pair.Chosen).ToList();
        var rows = chart.Panels.SelectMany(panel => panel.Rows).ToList();

        Assert.Equal(
            changed.Select(pair => (pair.Compared!.Value, pair.Chosen!.Value)).Order(),
            rows.Select(row => (row.Compared.Value, row.Chosen.Value)).Order());
        if (known.Count > changed.Count)
        {
            Assert.Contains($"Bij {known.Count - changed.Count} lijn", chart.Caption.Footer, StringComparison.Ordinal);
            Assert.Contains($"verandert {what} niet", chart.Caption.Footer, StringComparison.Ordinal);
        }
    }
}
