using System.Text;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake;

namespace RgkCalibrator.Trajectories;

/// <summary>All trajectories of a reading.</summary>
public sealed class TrajectorySet
{
    private readonly ClientTexts _clients;
    private readonly DurationStep[][] _steps;

    internal TrajectorySet(
        TrajectorySettings settings, Ranks ranks, DurationStep[][] steps, TrajectoryPartition[] partitions, ClientTexts clients)
    {
        (Settings, Products, Providers) = (settings, ranks.Products, ranks.Providers);
        (_steps, Partitions, _clients) = (steps, partitions, clients);
        Observation = new ObservationWindow(settings);
    }

    /// <summary>What a trajectory is.</summary>
    public TrajectorySettings Settings { get; }

    /// <summary>The products that were met, by code.</summary>
    public IReadOnlyList<MetProduct> Products { get; }

    /// <summary>Trajectories of all clients and products, also those outside the cohort.</summary>
    public long Count => Partitions.Sum(partition => (long)partition.Trajectories.Length);

    /// <summary>Different clients.</summary>
    public long ClientCount => Partitions.Sum(partition => (long)partition.Clients.Length);

    /// <summary>Lines without a reference number that say the same as another line: all of them count.</summary>
    public long EqualLines { get; init; }

    /// <summary>Clients whose lines give more than one birth date: the most frequent counts, of equally frequent ones the earliest.</summary>
    public int BirthConflicts { get; init; }

    internal IReadOnlyList<string> Providers { get; }

    internal TrajectoryPartition[] Partitions { get; }

    internal ObservationWindow Observation { get; }

    /// <summary>The durations within which a product's volumes were taken, in the order of <see cref="TrajectoryPartition.Within"/>.</summary>
    internal IReadOnlyList<DurationStep> StepsOf(int product) => _steps[product];

    /// <summary>Every trajectory, in the order of client, product, provider and sequence.</summary>
    public IEnumerable<TrajectoryRow> Rows()
    {
        foreach (var client in ClientOrder.Of(this))
        {
            var partition = Partitions[client.Partition];
            for (var i = client.First; i < client.First + client.Count; i++)
                yield return Row(partition.Trajectories[i]);
        }
    }

    /// <summary>A client's id as UTF-8; <paramref name="room"/> of at least 12 bytes may be used to hold it.</summary>
    internal ReadOnlySpan<byte> ClientBytes(TextKey client, Span<byte> room) => _clients.Bytes(client, room);

    /// <summary>A client's id as it goes into a column; false for one that is too long for that.</summary>
    internal bool TryClientHandle(TextKey client, out TextHandle id) => _clients.TryHandle(client, out id);

    private TrajectoryRow Row(Trajectory trajectory)
    {
        Span<byte> room = stackalloc byte[ClientTexts.InlineLength];
        var product = Products[trajectory.Product];
        var isTooRecent = Observation.IsTooRecent(in trajectory);
        var isEndKnown = Observation.IsEndKnown(in trajectory);
        return new TrajectoryRow
        {
            ClientId = Encoding.UTF8.GetString(ClientBytes(trajectory.Client, room)),
            ProductCode = product.Code,
            ProviderId = Settings.SplitByProvider ? Providers[trajectory.Provider] : string.Empty,
            Sequence = trajectory.Sequence,
            Start = DayNumber.ToDate(trajectory.Start),
            End = DayNumber.ToDate(trajectory.End),
            VolumeTicks = trajectory.Volume,
            Unit = product.Unit,
            Lines = trajectory.Lines,
            IsStartKnown = Observation.IsStartKnown(in trajectory),
            IsEndKnown = isEndKnown,
            TimeDays = isTooRecent ? null : Observation.Time(in trajectory),
            IsEvent = isTooRecent ? null : isEndKnown,
            AgeAtStart = Age.On(trajectory.Start, trajectory.Birth),
            IsInCohort = Observation.IsInCohort(in trajectory),
        };
    }
}

/// <summary>One trajectory as others read it.</summary>
public sealed record TrajectoryRow
{
    /// <summary>The child's pseudonym.</summary>
    public required string ClientId { get; init; }

    /// <summary>The product's present code.</summary>
    public required string ProductCode { get; init; }

    /// <summary>Empty where trajectories are not split by provider.</summary>
    public required string ProviderId { get; init; }

    /// <summary>1, 2, … among the trajectories of the client and product (and provider, where split).</summary>
    public required int Sequence { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly End { get; init; }

    /// <summary>Length in days, both ends included.</summary>
    public int DurationDays => End.DayNumber - Start.DayNumber + 1;

    /// <summary>In ticks of <see cref="Unit"/>; <see cref="Ticks.PerUnit"/> to one.</summary>
    public required long VolumeTicks { get; init; }

    /// <summary>In units.</summary>
    public double Volume => Ticks.ToUnits(VolumeTicks);

    /// <summary>The unit of the volume.</summary>
    public required CareUnit Unit { get; init; }

    /// <summary>Declared lines in it.</summary>
    public required int Lines { get; init; }

    /// <summary>Whether no earlier part of it can be hidden before the observed period.</summary>
    public required bool IsStartKnown { get; init; }

    /// <summary>Whether it ended for certain within the observed period.</summary>
    public required bool IsEndKnown { get; init; }

    /// <summary>For Kaplan-Meier: days until the end, or until the day of censoring; null for one that started too late.</summary>
    public required int? TimeDays { get; init; }

    /// <summary>For Kaplan-Meier: whether the time is that of an end; null for one that started too late.</summary>
    public required bool? IsEvent { get; init; }

    /// <summary>Full years on the first day; null without a usable birth date.</summary>
    public required int? AgeAtStart { get; init; }

    /// <summary>Whether it counts in the percentiles.</summary>
    public required bool IsInCohort { get; init; }
}
