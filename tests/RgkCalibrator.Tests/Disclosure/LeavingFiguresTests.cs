using System.Reflection;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Tests.Intake;

namespace RgkCalibrator.Tests.Disclosure;

/// <summary>
/// All that leaves, by name: each column, property and part of a chart is known to the attacker, or needs none for a
/// reason. Nothing of it is a sum but the means of <see cref="SafeCourse"/>, for which <see cref="Dominance"/> is. Of a
/// provider leaves no more than how many of its trajectories lie on either side of a line; <see cref="PartCells"/> sees
/// to it that none of those who stand together can take away its own part.
/// </summary>
public sealed class LeavingFiguresTests
{
    // Known to the attacker: what it takes of each.
    private const string Percentile = "a percentile of a distribution";
    private const string Limit = "a limit of an interval, by its rank";
    private const string Count = "a count of trajectories";
    private const string Share = "a share within a limit, or of those that run";
    private const string Pair = "a pair of limits that hold a share together";
    private const string Class = "a class of a histogram, and the edges that are missing";

    // Not known to it, and why.
    private const string Setting = "a choice or the catalogue: it tells nothing of the data";
    private const string Derived = "computed from figures that are shown";
    private const string Reason = "why nothing is shown, by counts that are shown";
    private const string Part =
        "a part of one side of a line, of which nothing is told but its size: PartCells says why it needs no attacker";
    private const string Mean =
        "a mean a week without how many it is of: no number of children follows from it, and nobody dominates it";
    private const string Others =
        "of all other providers together, to one provider: SafeRegionTests attacks it with what that one knows";
    private const string Test = "a test over all trajectories of a line: no number of children follows from it";
    private const string Mixed = "columns of which each is on this list";

    private static readonly string[] Kinds =
        [Percentile, Limit, Count, Share, Pair, Class, Setting, Derived, Reason, Part, Mean, Others, Test, Mixed];

    private static readonly Dictionary<string, string> Columns = new()
    {
        ["framework"] = Setting,
        ["product_code"] = Setting,
        ["product"] = Setting,
        ["subgroup"] = Setting,
        ["estimator"] = Setting,
        ["unit"] = Setting,
        ["current_duration"] = Setting,
        ["current_volume"] = Setting,
        ["trajectories"] = Count,
        ["complete"] = Count,
        ["running_share"] = Share,
        ["duration_p75"] = Percentile,
        ["duration_p80"] = Percentile,
        ["volume_p75"] = Percentile,
        ["volume_p80"] = Percentile,
        ["duration_p80_corrected"] = Percentile,
        ["duration_p80_completed"] = Percentile,
        ["volume_p80_corrected"] = Percentile,
        ["volume_p80_completed"] = Percentile,
        ["duration_p80_interval"] = Limit,
        ["volume_p80_interval"] = Limit,
        ["duration_p80_lower"] = Limit,
        ["duration_p80_upper"] = Limit,
        ["volume_p80_lower"] = Limit,
        ["volume_p80_upper"] = Limit,
        ["within_duration"] = Share,
        ["within_volume"] = Share,
        ["within_both"] = Share,
        ["duration_calibrated"] = Pair,
        ["volume_calibrated"] = Pair,
        ["intensity"] = Derived,
        ["volume_difference"] = Derived,
        ["duration_difference"] = Derived,
        ["remarks"] = Mixed,
    };

    private static readonly Dictionary<string, string> Json = new()
    {
        ["productCode"] = Setting,
        ["product"] = Setting,
        ["subgroup"] = Setting,
        ["subgroupName"] = Setting,
        ["framework"] = Setting,
        ["unit"] = Setting,
        ["presented"] = Reason,
        ["norm"] = Setting,
        ["trajectories"] = Count,
        ["chosen"] = Percentile,
        ["compared"] = Percentile,
        ["lower"] = Limit,
        ["upper"] = Limit,
        ["perWeek"] = Derived,
        ["withinDuration"] = Share,
        ["withinVolume"] = Share,
        ["withinBoth"] = Share,
        ["current"] = Setting,
        ["tier"] = Derived,
        ["basis"] = Reason,
        ["lack"] = Reason,
        ["sharesVolume"] = Setting,
        ["sharesDuration"] = Setting,
        ["perCareYear"] = Setting,
        ["durationUnstable"] = Derived,
        ["beyondLongestDuration"] = Percentile,
        ["manyRunning"] = Derived,
        ["drifts"] = Test,
        ["leansOnOneProvider"] = Test,
        ["subgroupAdvice"] = Test,
        ["wideInterval"] = Derived,
        ["fewWithinBoth"] = Derived,
        ["intensityFits"] = Derived,
        ["currentIntensityFits"] = Setting,
        ["withheld"] = Reason,
    };

    private static readonly Dictionary<string, string> Marks = new()
    {
        ["per-care-year"] = Setting,
        ["shares-volume"] = Setting,
        ["shares-duration"] = Setting,
        ["indicative"] = Derived,
        ["provisional"] = Derived,
        ["duration-unstable"] = Derived,
        ["beyond-longest-duration"] = Percentile,
        ["many-running"] = Derived,
        ["many-running-left-out"] = Derived,
        ["drifts"] = Test,
        // A provider that has half of all learns no more of the others than that they have the other half.
        ["leans-on-one-provider"] = Test,
        ["advice-one-line"] = Test,
        ["advice-judgement"] = Test,
        ["wide-interval"] = Derived,
        ["few-within-both"] = Derived,
        ["far-from-current"] = Derived,
        ["intensity-does-not-fit"] = Derived,
    };

    // What charts are drawn of, by type and property.
    private static readonly Dictionary<string, string> OfCharts = new()
    {
        ["SafeDistributions.Line"] = Mixed,
        ["SafeDistributions.Volume"] = Class,
        ["SafeDistributions.VolumeClassWidth"] = Derived,
        ["SafeDistributions.Duration"] = Class,
        ["SafeDistributions.VolumeCurve"] = Percentile,
        ["SafeDistributions.DurationCurve"] = Percentile,
        ["SafeDistributions.VolumeBox"] = Percentile,
        ["SafeHistogram.Line"] = Mixed,
        ["SafeHistogram.Bins"] = Class,
        ["SafeHistogram.IsMerged"] = Derived,
        ["SafeBin.From"] = Class,
        ["SafeBin.To"] = Class,
        ["SafeBin.Count"] = Class,
        ["SafeCurve.Line"] = Mixed,
        ["SafeCurve.Points"] = Percentile,
        ["SafeCurve.Missing"] = Derived,
        ["SafeCurve.Grid"] = Setting,
        ["SafePoint.Value"] = Percentile,
        ["SafePoint.Percentage"] = Percentile,
        ["SafeBox.LowerQuartile"] = Percentile,
        ["SafeBox.Median"] = Percentile,
        ["SafeBox.UpperQuartile"] = Percentile,
        ["SafeBox.Low"] = Percentile,
        ["SafeBox.High"] = Percentile,
        // Of the whole only its volume stands beside its parts: one percentile of one distribution.
        ["SafeSubgroups.Whole"] = Percentile,
        ["SafeSubgroups.Product"] = Setting,
        ["SafeSubgroups.Members"] = Mixed,
        ["SafeSubgroup.Line"] = Mixed,
        ["SafeSubgroup.Volume"] = Percentile,
        ["SafeDistributions.Years"] = Mixed,
        ["SafeDistributions.YearPercentiles"] = Mixed,
        ["SafeYears.Percentage"] = Setting,
        // The attacker is given the classes, and knows that each holds enough of every year.
        ["SafeYears.Ends"] = Percentile,
        ["SafeYears.Years"] = Mixed,
        ["SafeYear.Name"] = Setting,
        ["SafeYear.Above"] = Percentile,
        ["SafeYear.UpTo"] = Percentile,
        ["SafeYear.Lower"] = Limit,
        ["SafeYear.Upper"] = Limit,
        ["SafeDistributions.Providers"] = Mixed,
        ["SafeDistributions.Course"] = Mixed,
        ["SafeCourse.Stretches"] = Mixed,
        ["SafeStretch.From"] = Setting,
        ["SafeStretch.To"] = Setting,
        ["SafeStretch.PerWeek"] = Mean,
        ["SafeParts.TauSquared"] = Derived,
        ["SafeParts.Factor"] = Setting,
        ["SafeParts.Parts"] = Mixed,
        ["SafeParts.Share"] = Derived,
        ["SafePart.Name"] = Setting,
        ["SafePart.Trajectories"] = Part,
        ["SafePart.Above"] = Part,
        ["SafePart.Share"] = Derived,
        ["SafePart.Lower"] = Derived,
        ["SafePart.Upper"] = Derived,
        // What leaves of a control, and what a provider may know of all others.
        ["SafeControl.Since"] = Setting,
        ["SafeControl.Aim"] = Setting,
        ["SafeControl.Lines"] = Mixed,
        ["SafeControl.Verdicts"] = Reason,
        ["SafeControl.IsShown"] = Derived,
        ["SafeControlLine.Product"] = Setting,
        ["SafeControlLine.SubgroupId"] = Setting,
        ["SafeControlLine.SubgroupName"] = Setting,
        ["SafeControlLine.Volume"] = Setting,
        ["SafeControlLine.Duration"] = Setting,
        ["SafeControlLine.Trajectories"] = Derived,
        ["SafeControlLine.Providers"] = Part,
        ["SafeRegion.Trajectories"] = Others,
        ["SafeRegion.Volume"] = Others,
        ["SafeRegion.Duration"] = Others,
        ["SafeRegion.Either"] = Others,
        ["SafeQuarters.Both"] = Derived,
        ["SafeQuarters.OnlyDuration"] = Derived,
        ["SafeQuarters.OnlyVolume"] = Derived,
        ["SafeQuarters.Neither"] = Derived,
    };

    private static readonly Type[] ChartTypes =
    [
        typeof(SafeControl), typeof(SafeControlLine), typeof(SafeRegion), typeof(SafeCourse), typeof(SafeStretch),
        typeof(SafeQuarters), typeof(SafeParts), typeof(SafePart), typeof(SafeYears), typeof(SafeYear),
        typeof(SafeDistributions), typeof(SafeHistogram), typeof(SafeBin), typeof(SafeCurve), typeof(SafePoint),
        typeof(SafeBox), typeof(SafeSubgroups), typeof(SafeSubgroup),
    ];

    [Fact]
    public void Every_column_of_every_table_is_known_or_has_a_reason()
    {
        var settings = new FrameworkSettings();
        Table[] tables =
        [
            .. Enum.GetValues<IntervalForm>()
                .Select(form => DraftTable.OfAll([], settings, Language.Dutch, form)),
            .. Enum.GetValues<IntervalForm>()
                .Select(form => EvidenceTable.OfAll([], settings, Language.Dutch, form)),
            DraftTable.ToDecide([], settings, Language.Dutch),
            DraftTable.OfKind(RgkCalibrator.Catalogue.FrameworkKind.Norm, [], settings, Language.Dutch),
        ];

        AllStand(Columns, tables.SelectMany(table => table.Columns).Select(column => column.Name));
    }

    [Fact]
    public void Every_property_of_the_draft_for_programs_is_known_or_has_a_reason()
    {
        var line = new SafeLine(
            Care.Usual, new SafeProposal(Percentage.Of(80)), new SafeProposal(Percentage.Of(75)),
            new SafeCount(null, 10));
        var notes = new DraftNotes(Reading.GapOf90, new(), new(), IsSynthetic: true, Language.Dutch);

        AllStand(Json, DraftJson.Build([line], notes)["lines"]![0]!.AsObject().Select(pair => pair.Key));
    }

    [Fact]
    public void Every_mark_is_known_or_has_a_reason() => AllStand(Marks, LineMarks.All.Select(mark => mark.Id));

    [Fact]
    public void Everything_that_charts_are_drawn_of_is_known_or_has_a_reason() => AllStand(
        OfCharts,
        ChartTypes.SelectMany(type => type.GetProperties().Select(property => $"{type.Name}.{property.Name}")));

    [Fact]
    public void Every_figure_that_is_decided_about_stands_in_a_file_by_one_of_these_names()
    {
        // By which rule a figure is shown says what it is: of sums there are means alone.
        ReleaseRule[] known =
        [
            ReleaseRule.Count, ReleaseRule.Share, ReleaseRule.Percentile, ReleaseRule.TwoVolumes,
            ReleaseRule.IntervalLimit, ReleaseRule.Histogram, ReleaseRule.Curve, ReleaseRule.Box,
            ReleaseRule.Part, ReleaseRule.YearPercentile, ReleaseRule.Mean, ReleaseRule.EarlierRelease,
        ];

        Assert.Equal(known, Enum.GetValues<ReleaseRule>());
        Assert.All(Columns.Concat(Json).Concat(Marks).Concat(OfCharts), pair => Assert.Contains(pair.Value, Kinds));
    }

    [Fact]
    public void Nothing_of_a_single_provider_leaves_but_its_part_of_a_line()
    {
        var safe = typeof(SafeLine).Assembly.GetTypes().Where(type =>
            type.Namespace == typeof(SafeLine).Namespace && type.Name.StartsWith("Safe", StringComparison.Ordinal));

        Assert.DoesNotContain(
            safe.SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                .Where(property => property.PropertyType != typeof(SafeParts)),
            property => property.Name.Contains("Provider", StringComparison.Ordinal)
                || property.Name.Contains("Sum", StringComparison.Ordinal)
                || property.Name.Contains("Total", StringComparison.Ordinal));
    }

    private static void AllStand(Dictionary<string, string> known, IEnumerable<string> names) => Assert.Equal(
        known.Keys.Order(StringComparer.Ordinal), names.Distinct().Order(StringComparer.Ordinal));
}
