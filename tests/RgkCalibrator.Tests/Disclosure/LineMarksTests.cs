using System.Text.Json.Nodes;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Disclosure;

public sealed class LineMarksTests
{
    private static readonly Percentage P80 = Percentage.Of(80);

    [Theory]
    [InlineData(54, 79, false)]
    [InlineData(54, 80, true)]
    [InlineData(54, null, false)]
    [InlineData(null, 180, false)]
    public void An_interval_is_wide_when_both_limits_are_shown_and_lie_more_than_a_quarter_apart(
        int? lower, int? upper, bool isWide)
    {
        var line = Line(100) with
        {
            Lower = new SafeProposal(P80) { Volume = lower },
            Upper = new SafeProposal(P80) { Volume = upper },
        };

        Assert.Equal(isWide, Marked(line).Contains("volume niet scherp: ruime onzekerheidsmarge"));
    }

    [Theory]
    [InlineData("75", "80", true)]
    [InlineData("80", "75", true)]
    [InlineData("80", "82.5", true)]
    [InlineData("90", "92", true)]
    [InlineData("74.5", "80", false)]
    [InlineData("82.5", "90", false)]
    [InlineData("90", "95", false)]
    public void A_wide_interval_blurs_two_percentiles_that_are_no_further_apart_than_P75_and_P80(
        string one, string other, bool areNear) =>
        Assert.Equal(areNear, LineMarks.AreNear(Of(one), Of(other)));

    private static Percentage Of(string percent) =>
        Percentage.Of(decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(0.63, false, true)]
    [InlineData(0.636, false, false)]
    [InlineData(0.64, false, false)]
    [InlineData(0.5, true, false)]
    public void Both_limits_hold_few_when_it_is_less_than_independent_ones_would(double share, bool isBand, bool areFew)
    {
        var line = Line(100) with { WithinBoth = new SafeShare(share, isBand) };

        Assert.Equal(areFew, Marked(line).Contains("binnen duur én volume samen vallen weinig trajecten"));
    }

    [Theory]
    [InlineData(true, 0.49, null, "verandert over de startjaren")]
    [InlineData(false, 0.5, null, "de helft of meer is van één aanbieder")]
    [InlineData(false, 0.0, PartitionAdvice.OneLine, "advies: één lijn voor het product volstaat")]
    [InlineData(false, 0.0, PartitionAdvice.Judgement, "advies: of een eigen lijn nodig is, is een oordeel")]
    [InlineData(null, 0.49, PartitionAdvice.OwnLines, null)]
    [InlineData(null, null, null, null)]
    public void What_the_studies_say_of_a_line_that_is_shown_is_remarked(
        bool? drift, double? largestProvider, PartitionAdvice? advice, string? remark)
    {
        var remarks = Remarks(
            LineDisclosure.Line(
                Draft() with { HasDrift = drift, LargestProviderShare = largestProvider, Advice = advice },
                new DisclosureProfile()));

        string[] ours = ["verandert over", "de helft of meer", "advies"];
        Assert.Equal(
            remark is null ? [] : [remark],
            remarks.Where(one => ours.Any(start => one.StartsWith(start, StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData(102, false)]
    [InlineData(105, true)]
    public void A_line_that_counts_what_still_runs_is_marked_when_more_than_a_quarter_is_shown_to_run(
        int running, bool isMarked)
    {
        var care = Enumerable.Range(0, 400 - running).Select(child => Care.Of(child, child % 5, 1 + (child % 90)))
            .Concat(Enumerable.Range(400, running).Select(child => Care.Running(child, 24, 100 + child)));
        var draft = Proposals.ForGroup(Care.Group(Care.Usual, care), new FrameworkSettings());

        var line = LineDisclosure.Line(draft, new DisclosureProfile());

        Assert.Equal(isMarked, Remarks(line).Contains("meer dan een kwart van de trajecten loopt nog door"));
    }

    [Theory]
    [InlineData(0.26, Estimator.Completed, true)]
    [InlineData(0.25, Estimator.Completed, false)]
    [InlineData(0.26, Estimator.Corrected, false)]
    public void A_line_of_complete_trajectories_is_marked_when_many_still_run(
        double running, Estimator estimator, bool isMarked)
    {
        var line = Line(100) with { Estimator = estimator, Running = new SafeShare(running, isBand: false) };

        Assert.Equal(
            isMarked, Marked(line).Contains("meer dan een kwart van de trajecten loopt nog door en telt niet mee"));
    }

    [Fact]
    public void An_intensity_holds_for_the_duration_or_is_marked()
    {
        Assert.Empty(Marked(Line(61) with { Intensity = 61m * 60 / 52 }));
        Assert.Equal(["per week geldt niet over de hele duur"], Marked(Line(61) with { Intensity = 61m * 60 / 39 }));
    }

    [Fact]
    public void Of_the_published_lines_two_do_not_add_up()
    {
        var lines = CatalogueFile.Haaglanden2025().Products
            .Where(product => product.Current.Count > 0)
            .Select(
                product => new SafeLine(product, new SafeProposal(P80), new SafeProposal(P80), new SafeCount(null, 10)))
            .Where(line => !LineMarks.CurrentFits(line)).ToList();

        Assert.Equal(["41V02", "45V05"], lines.Select(line => line.Product.Code).Order());
        Assert.Contains(
            "de huidige lijn klopt niet: 3,5 dagdeel × 40 weken is niet 137 dagdeel", lines.SelectMany(Remarks));
        Assert.Contains("de huidige lijn klopt niet: 100 minuut × 40 weken is niet 87 uur", lines.SelectMany(Remarks));
    }

    [Fact]
    public void A_line_that_is_withheld_bears_no_mark_but_that_of_the_published_line()
    {
        var draft = Proposals.ForGroup(Care.Group(Care.Usual, LineDisclosureTests.Varied(49)), new FrameworkSettings());

        var line = LineDisclosure.Line(
            draft with { HasDrift = true, LargestProviderShare = 1 }, new DisclosureProfile());

        Assert.NotNull(line.Withheld);
        Assert.Empty(line.Marks);
        Assert.Equal(["te weinig kinderen om te tonen"], Remarks(line));
    }

    [Fact]
    public void Every_mark_has_an_id_of_its_own_and_is_told_to_readers_and_programs()
    {
        Assert.Equal(LineMarks.All.Count, LineMarks.All.DistinctBy(mark => mark.Id).Count());
        Assert.All(
            LineMarks.All.Where(mark => mark.ExplainedWith is not null),
            mark => Assert.Contains(LineMarks.All, with => with.Id == mark.ExplainedWith));
        var all = Line(100) with { Marks = [.. LineMarks.All.Select(mark => mark.Id)] };

        Assert.Equal(LineMarks.All.Select(mark => mark.Text.Dutch), Remarks(all));
        var (with, without) = (Told(all), Told(all with { Marks = [] }));
        Assert.All(
            LineMarks.All.Where(mark => mark.JsonName is not null and not LineMarks.AdviceName),
            mark =>
                Assert.Equal(
                    (!mark.IsOppositeInJson, mark.IsOppositeInJson),
                    ((bool)with[mark.JsonName!]!, (bool)without[mark.JsonName!]!)));
    }

    private static JsonNode Told(SafeLine line) =>
        DraftJson.Build(
            [line], new DraftNotes(Reading.GapOf90, new(), new(), IsSynthetic: true, Language.Dutch))["lines"]![0]!;

    /// <summary>A draft without drift and running care, which is shown.</summary>
    private static DraftLine Draft()
    {
        var care = Enumerable.Range(0, 400).Select(child => Care.Of(child, child % 5, 1 + (child % 90)));
        return Proposals.ForGroup(Care.Group(Care.Usual, care), new FrameworkSettings());
    }

    /// <summary>The marks of a line that shows this.</summary>
    private static IEnumerable<string> Marked(SafeLine line) =>
        LineMarks.On(Draft(), line).Select(mark => mark.Text.Dutch);

    private static IEnumerable<string> Remarks(SafeLine line) => LineRemarks.Of(line).Select(remark => remark.Dutch);

    private static SafeLine Line(decimal volume) => new(
        Care.Usual with { IntensityUnit = IntensityUnit.MinuutPerWeek },
        new SafeProposal(P80) { Volume = volume, Duration = DurationStep.Months(12) },
        new SafeProposal(Percentage.Of(75)),
        new SafeCount(500, 10))
    {
        Tier = Tier.Full,
    };
}
