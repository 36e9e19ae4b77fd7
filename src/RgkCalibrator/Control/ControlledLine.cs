using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Groups;

namespace RgkCalibrator.Control;

/// <summary>One provider against one adopted line, from the day on which the framework came into force.</summary>
/// <param name="Provider">Its id as in the declarations.</param>
/// <param name="Volume">Beyond the volume; null for a line of care years, whose volume is not of trajectories.</param>
/// <param name="Duration">Beyond the duration.</param>
/// <param name="Either">Beyond the volume, the duration or both.</param>
public sealed record ControlledProvider(
    string Provider, ProviderPoint? Volume, ProviderPoint Duration, ProviderPoint Either)
{
    /// <summary>What its trajectories use within the duration beyond the volume, in the product's unit.</summary>
    public double UnitsBeyond { get; init; }

    /// <summary>
    /// Its trajectories that started since, and of which is not yet known how they stand to the line.
    /// </summary>
    public int NotYetFollowed { get; init; }

    /// <summary>
    /// Its trajectories that started since in a situation that was registered; they are in no other count.
    /// </summary>
    public int Registered { get; init; }

    /// <summary>The points by what they measure, of those that there are.</summary>
    public IEnumerable<(BeyondMeasure Measure, ProviderPoint Point)> Points()
    {
        if (Volume is not null)
            yield return (BeyondMeasure.VolumeWithin, Volume);
        yield return (BeyondMeasure.Outlasting, Duration);
        yield return (BeyondMeasure.Either, Either);
    }

    /// <summary>The strongest signal that one of its measures gives.</summary>
    public Signal Signal => Points().Max(one => Signals.Of(one.Point));
}

/// <summary>The trajectories of an adopted line, held against it provider by provider.</summary>
/// <param name="Group">The trajectories of the line, of all years.</param>
/// <param name="Line">The volume and the duration.</param>
/// <param name="Since">Those that started since and could be followed for the duration.</param>
/// <param name="Funnels">The funnels: of the volume where it is of trajectories, of the duration, of either.</param>
/// <param name="Providers">Those with at least one trajectory in <paramref name="Since"/>, in ordinal order.</param>
public sealed record ControlledLine(
    Group Group, LineValue Line, FollowedLine Since, IReadOnlyList<ProviderFunnel> Funnels,
    IReadOnlyList<ControlledProvider> Providers)
{
    /// <summary>Trajectories that started since and cannot be followed for so long yet.</summary>
    public int NotYetFollowed { get; init; }

    /// <summary>The numbers of all providers that have a name, by that.</summary>
    internal IReadOnlyDictionary<string, int> ProviderNumbers { get; private init; } = new Dictionary<string, int>();

    /// <summary>The numbers of providers without a name.</summary>
    internal IReadOnlySet<int> Unnamed { get; private init; } = new HashSet<int>();

    /// <summary>Euros for a unit; null where it is not known.</summary>
    public decimal? Price => Group.Product.Tariff;

    /// <summary>Holds the trajectories of a group against a line.</summary>
    /// <param name="group">The trajectories of the line.</param>
    /// <param name="line">The line; its duration is one that the product allows.</param>
    /// <param name="when">From when on, and up to which day it is known whether care went on.</param>
    /// <param name="providers">The names of providers by their numbers; empty for what has none.</param>
    /// <param name="isRegistered">
    /// Whether the trajectory at a place of the group is in a situation that was registered, so that it counts apart;
    /// null: none is.
    /// </param>
    internal static ControlledLine Of(
        Group group, LineValue line, ControlPeriod when, IReadOnlyList<string> providers,
        Func<int, bool>? isRegistered = null)
    {
        var step = Framework.Scenarios.LineFit.PlaceOf(group.Product, line.Duration)!.Value;
        var all = Observed.Followed(group, step, when.KnownTo);
        var counted = isRegistered is null ? all : all.Where(place => !isRegistered(place));
        var (first, at) = (DayNumber.Of(when.Since), new FunnelBreak(when.Since, ComparesAll: false));
        var followed = new FollowedLine(counted, line.Volume);
        var since = new FollowedLine(counted.Where(place => group.Start[place] >= first), line.Volume);
        var funnels = new List<ProviderFunnel>();
        if (followed.HasVolume)
            funnels.Add(ProviderFunnel.Of(followed, BeyondMeasure.VolumeWithin, providers, at));
        funnels.Add(ProviderFunnel.Of(followed, BeyondMeasure.Outlasting, providers, at));
        funnels.Add(ProviderFunnel.Of(followed, BeyondMeasure.Either, providers, at));
        var inTime = all.Places.ToHashSet();
        var later = Enumerable.Range(0, group.Cohort)
            .Where(place => group.Start[place] >= first && !inTime.Contains(place))
            .ToLookup(place => group.Covariates[place].Provider);
        var apart = all.Places.Where(place => group.Start[place] >= first && isRegistered?.Invoke(place) == true)
            .ToLookup(place => group.Covariates[place].Provider);
        var units = since.Followed.Places.GroupBy(place => group.Covariates[place].Provider)
            .ToDictionary(own => own.Key, own => own.Sum(since.UnitsBeyond));
        var numbers = providers.Index().Where(one => one.Item.Length > 0)
            .ToDictionary(one => one.Item, one => one.Index, StringComparer.Ordinal);
        return new ControlledLine(
            group, line, since, funnels,
            [
                .. funnels[^1].Providers.Select((either, i) => new ControlledProvider(
                        either.Provider, funnels.Count == 3 ? funnels[0].Providers[i] : null,
                        funnels[^2].Providers[i], either)
                    {
                        UnitsBeyond = units.GetValueOrDefault(numbers[either.Provider]),
                        NotYetFollowed = later[numbers[either.Provider]].Count(),
                        Registered = apart[numbers[either.Provider]].Count(),
                    })
                    .OrderBy(one => one.Provider, StringComparer.Ordinal),
            ])
        {
            NotYetFollowed = later.Sum(own => own.Count()),
            ProviderNumbers = numbers,
            Unnamed = providers.Index().Where(one => one.Item.Length == 0).Select(one => one.Index).ToHashSet(),
        };
    }
}

/// <summary>The days of a control.</summary>
/// <param name="Since">The day on which the framework came into force.</param>
/// <param name="KnownTo">The last day of which it is known whether care went on after it.</param>
public sealed record ControlPeriod(DateOnly Since, DateOnly KnownTo);
