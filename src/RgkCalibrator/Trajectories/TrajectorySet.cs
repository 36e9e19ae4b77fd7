using System.Text;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Trajectories;

/// <summary>All trajectories of a reading.</summary>
public sealed class TrajectorySet
{
    private readonly ClientTexts _clients;
    private readonly ProductRules[] _rules;
    private readonly Ranks _ranks;

    internal TrajectorySet(
        TrajectorySettings settings, Ranks ranks, ProductRules[] rules, ClientTexts clients)
    {
        (Settings, Products, Providers) = (settings, ranks.Products, ranks.Providers.Values);
        (_rules, _ranks, _clients) = (rules, ranks, clients);
        Partitions = new TrajectoryPartition[ClientRanges.Count];
        Array.Fill(Partitions, TrajectoryPartition.Empty);
        Observation = new ObservationWindow(settings);
    }

    /// <summary>What a trajectory is.</summary>
    public TrajectorySettings Settings { get; }

    /// <summary>The products that were met, by code.</summary>
    public IReadOnlyList<DeclaredProduct> Products { get; }

    /// <summary>The codes of products that the catalogue does not have.</summary>
    public UnknownCodes UnknownCodes =>
        UnknownCodes.Of(Products.Where(product => !product.IsKnown).Select(product => product.Code));

    /// <summary>Trajectories of all clients and products, also those outside the cohort.</summary>
    public long Count => Partitions.Sum(partition => (long)partition.Count);

    /// <summary>Different clients.</summary>
    public long ClientCount => Partitions.Sum(partition => (long)partition.ClientCount);

    /// <summary>
    /// How often the files were read for them: more than once where the lines did not fit the memory together.
    /// </summary>
    public int Passes { get; internal set; } = 1;

    /// <summary>Lines without a reference number that say the same as another line: all of them count.</summary>
    public long EqualLines => CountsEqualLines ? Partitions.Sum(partition => partition.EqualLines) : 0;

    /// <summary>
    /// Clients whose lines give more than one birth date: the most frequent counts, of equally frequent ones the
    /// earliest.
    /// </summary>
    public int BirthConflicts => Partitions.Sum(partition => partition.BirthConflicts);

    /// <summary>
    /// Clients with a birth date that gives an age beyond <see cref="Age.Highest"/>: it counts as unknown.
    /// </summary>
    public int UnbelievedBirths => Partitions.Sum(partition => partition.UnbelievedBirths);

    /// <summary>
    /// Trajectories that a start or stop message did not move, because it would leave declared care outside.
    /// </summary>
    public long MessagesWithoutEffect => Partitions.Sum(partition => partition.MessagesWithoutEffect);

    /// <summary>
    /// Trajectories of all products by the year of their first day; empty where they were handed over as they were
    /// built.
    /// </summary>
    public IReadOnlyDictionary<int, long> StartsByYear()
    {
        var starts = new Dictionary<int, long>();
        foreach (var partition in Partitions)
        {
            foreach (ref readonly var trajectory in partition.Trajectories.AsSpan())
            {
                var year = DayNumber.ToDate(trajectory.Start).Year;
                starts[year] = starts.GetValueOrDefault(year) + 1;
            }
        }

        return starts;
    }

    /// <summary>What rules asked for beside the usual columns and some file has.</summary>
    public IReadOnlyList<CanonicalColumn> Noted { get; init; } = [];

    internal IReadOnlyList<string> Providers { get; }

    /// <summary>By the ranges of their clients.</summary>
    internal TrajectoryPartition[] Partitions { get; }

    internal bool CountsEqualLines { get; init; }

    internal ObservationWindow Observation { get; }

    /// <summary>
    /// The durations within which a product's volumes were taken, in the order of <see
    /// cref="TrajectoryPartition.Within"/>.
    /// </summary>
    internal IReadOnlyList<DurationStep> StepsOf(int product) => _rules[product].Steps;

    /// <summary>
    /// Whether the volumes of a product's care years were taken; they stand behind those within durations.
    /// </summary>
    internal bool HasCareYears(int product) => _rules[product].HasCareYears;

    /// <summary>The locations, interventions and municipalities by the numbers that trajectories have.</summary>
    internal IReadOnlyList<string> Locations => _ranks.Locations.Values;

    internal IReadOnlyList<string> Interventions => _ranks.Interventions.Values;

    internal IReadOnlyList<string> Municipalities => _ranks.Municipalities.Values;

    /// <summary>Every trajectory, in the order of client, product, provider and sequence.</summary>
    public IEnumerable<TrajectoryRow> Rows()
    {
        foreach (var partition in Partitions)
        {
            foreach (var trajectory in partition.Trajectories)
                yield return Row(trajectory);
        }
    }

    /// <summary>Gives the partitions one by one; null after the last.</summary>
    internal Func<TrajectoryPartition?> EachPartition()
    {
        var place = 0;
        return () => place < Partitions.Length ? Partitions[place++] : null;
    }

    /// <summary>The id of every client, in order.</summary>
    internal IEnumerable<string> ClientIds() =>
        Partitions.SelectMany(partition => partition.Clients, (_, client) => IdOf(client.Client));

    /// <summary>A client's id as UTF-8; <paramref name="room"/> of at least 12 bytes may be used to hold it.</summary>
    internal ReadOnlySpan<byte> ClientBytes(TextKey client, Span<byte> room) => _clients.Bytes(client, room);

    /// <summary>A client's id as it goes into a column; false for one that is too long for that.</summary>
    internal bool TryClientHandle(TextKey client, out TextHandle id) => _clients.TryHandle(client, out id);

    private string IdOf(TextKey client)
    {
        Span<byte> room = stackalloc byte[ClientTexts.InlineLength];
        return Encoding.UTF8.GetString(ClientBytes(client, room));
    }

    private TrajectoryRow Row(Trajectory trajectory)
    {
        var product = Products[trajectory.Product];
        var isTooRecent = Observation.IsTooRecent(in trajectory);
        var isEndKnown = Observation.IsEndKnown(in trajectory);
        return new TrajectoryRow
        {
            ClientId = IdOf(trajectory.Client),
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
            EntryDays = Observation.Entry(in trajectory),
            Order = trajectory.Order,
            WithStay = IfAsked(in trajectory, TrajectoryFacts.WithStay),
            AnyStay = IfAsked(in trajectory, TrajectoryFacts.AnyStay),
            Concurrent = IfAsked(in trajectory, TrajectoryFacts.Concurrent),
            AnyConcurrent = IfAsked(in trajectory, TrajectoryFacts.AnyConcurrent),
            MainProvider = Providers[trajectory.Provider],
            Location = Locations[trajectory.Location],
            Intervention = Interventions[trajectory.Intervention],
            Municipality = Municipalities[trajectory.Municipality],
            IsInCohort = Observation.IsInCohort(in trajectory),
        };
    }

    private static bool? IfAsked(in Trajectory trajectory, TrajectoryFacts fact) =>
        trajectory.Has(TrajectoryFacts.Ambulatory) ? trajectory.Has(fact) : null;
}
