using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Completion;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;

namespace RgkCalibrator.Monitoring;

/// <summary>The trajectories of an adopted line that started in a quarter.</summary>
/// <param name="Charted">Those that could be followed, with what the chart says of them.</param>
/// <param name="Children">Different children among all that started.</param>
/// <param name="Started">All that started, in so far as that is known.</param>
public sealed record MonitoredQuarter(ChartedQuarter Charted, int Children, int Started)
{
    /// <summary>The quarter.</summary>
    public Quarter Quarter => Charted.Count.Quarter;

    /// <summary>Whether all starts are known and the declarations of the quarter itself are in.</summary>
    public bool IsInflowKnown { get; init; }

    /// <summary>Those that run on its last day; null where that is not known yet.</summary>
    public int? Running { get; init; }

    /// <summary>The share beyond the volume; null for a line of care years and without trajectories.</summary>
    public ShareInterval? BeyondVolume { get; init; }

    /// <summary>The share beyond the duration.</summary>
    public required ShareInterval BeyondDuration { get; init; }

    /// <summary>The share beyond either.</summary>
    public required ShareInterval BeyondEither { get; init; }

    /// <summary>
    /// The percentile of the volume within the duration, in the product's unit; null for a line of care years and of
    /// too few trajectories.
    /// </summary>
    public Estimate? Volume { get; init; }

    /// <summary>How complete the declarations of the months are in which they are followed; null: not known.</summary>
    public Completeness? Declared { get; init; }
}

/// <summary>The trajectories of an adopted line by the quarter in which they started.</summary>
/// <param name="Group">All of them.</param>
/// <param name="Line">The volume and the duration.</param>
/// <param name="Followed">Those that could be followed for the duration.</param>
/// <param name="Chart">The share beyond volume, duration or both, by quarter.</param>
/// <param name="Quarters">All quarters, in their order; as many as the chart has.</param>
public sealed record MonitoredLine(
    Group Group, LineValue Line, FollowedLine Followed, QuarterChart Chart, IReadOnlyList<MonitoredQuarter> Quarters)
{
    /// <summary>Holds the trajectories of a group against a line, quarter by quarter.</summary>
    /// <param name="group">The trajectories; the product allows the duration of the line.</param>
    /// <param name="line">The line.</param>
    /// <param name="when">The days.</param>
    /// <param name="arrivals">How complete the declarations are.</param>
    /// <param name="settings">What counts as complete and as a signal.</param>
    /// <param name="chosen">The percentile, its interval and the confidence.</param>
    internal static MonitoredLine Of(
        Group group, LineValue line, MonitorPeriod when, Arrivals arrivals, MonitorSettings settings,
        FrameworkSettings chosen)
    {
        var step = LineFit.PlaceOf(group.Product, line.Duration)!.Value;
        var followed = new FollowedLine(Observed.Followed(group, step, when.KnownTo), line.Volume);
        var places = followed.Followed.Places.ToLookup(place => QuartersOfLine.QuarterAt(group, place));
        var counts = when.Quarters().Select(CountOf).ToList();
        var chart = QuarterChart.Of(counts, settings.Chart);
        var quarters = new QuartersOfLine(group, followed, when, arrivals, chosen);
        return new MonitoredLine(
            group, line, followed, chart,
            [.. chart.Quarters.Select(one => quarters.Of(one, [.. places[one.Count.Quarter]]))]);

        QuarterCount CountOf(Quarter quarter)
        {
            int[] own = [.. places[quarter]];
            return CountFrom(quarter, own, QuartersOfLine.DeclaredOf(group, line, quarter, arrivals));
        }

        QuarterCount CountFrom(Quarter quarter, int[] own, Completeness? declared) => new(
            quarter, own.LongCount(place => followed.IsBeyond(BeyondMeasure.Either, place)), own.Length)
        {
            BeyondIfComplete = own.LongCount(place => followed.IsBeyond(BeyondMeasure.Either, place)
                || (declared is { Lowest: > 0 } && followed.IsBeyondVolume(place, declared.Lowest))),
            State = when.StateOf(quarter, line.Duration, arrivals.IsComplete(declared)),
            Role = when.RoleOf(quarter, settings),
        };
    }
}

/// <summary>Describes the quarters of a line.</summary>
internal sealed class QuartersOfLine(
    Group group, FollowedLine followed, MonitorPeriod when, Arrivals arrivals, FrameworkSettings chosen)
{
    private readonly ILookup<Quarter, int> _started = Enumerable.Range(0, group.Cohort)
        .ToLookup(place => QuarterAt(group, place));

    /// <summary>A quarter, with its trajectories that could be followed.</summary>
    internal MonitoredQuarter Of(ChartedQuarter charted, IReadOnlyList<int> places)
    {
        var (quarter, started) = (charted.Count.Quarter, _started[charted.Count.Quarter].ToList());
        var line = new LineValue(followed.Volume, followed.Followed.Duration!);
        return new MonitoredQuarter(
            charted, started.Select(place => group.Child[place]).Distinct().Count(), started.Count)
        {
            IsInflowKnown = quarter.First >= when.KnownFrom && quarter.Last <= when.KnownTo && arrivals.IsComplete(
                arrivals.Mean(group.Product.Code, quarter.FirstMonth, MonthNumber.Of(quarter.Last))),
            Running = quarter.Last <= when.KnownTo ? RunningOn(quarter.Last) : null,
            BeyondVolume = followed.HasVolume ? Share(BeyondMeasure.VolumeWithin, places) : null,
            BeyondDuration = Share(BeyondMeasure.Outlasting, places),
            BeyondEither = Share(BeyondMeasure.Either, places),
            Volume = followed.HasVolume && places.Count >= chosen.Tiers.IndicativeFrom ? VolumeOf(places) : null,
            Declared = DeclaredOf(group, line, quarter, arrivals),
        };
    }

    /// <summary>
    /// How complete the declarations are of the months in which the starts of a quarter are followed.
    /// </summary>
    internal static Completeness? DeclaredOf(Group group, LineValue line, Quarter quarter, Arrivals arrivals) =>
        arrivals.Mean(
            group.Product.Code, quarter.FirstMonth, MonthNumber.Of(line.Duration.LastDay(quarter.Last)));

    internal static Quarter QuarterAt(Group group, int place) => Quarter.Of(DayNumber.ToDate(group.Start[place]));

    private int RunningOn(DateOnly day)
    {
        var (number, running) = (DayNumber.Of(day), 0);
        for (var place = 0; place < group.Cohort; place++)
        {
            var start = group.Start[place];
            running += start <= number && number < start + group.CohortDays[place] ? 1 : 0;
        }

        return running;
    }

    private ShareInterval Share(BeyondMeasure measure, IReadOnlyList<int> places) => ShareInterval.FromCounts(
        places.Count(place => followed.IsBeyond(measure, place)), places.Count, chosen.Confidence);

    // In the product's unit: of complete volumes alone, which all of these are.
    private Estimate VolumeOf(IReadOnlyList<int> places)
    {
        var units = new Sample(places.Select(followed.Followed.UnitsAt).ToArray().AsSpan());
        return Estimate.FromComplete(units, chosen.Percentage, chosen.Type, chosen.Confidence);
    }
}
