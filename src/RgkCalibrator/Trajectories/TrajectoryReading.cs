using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Trajectories;

/// <summary>
/// Reads the trajectories of one product from a file of them, as the set that they were written from: in cohort or not,
/// ended or not, first or follow-up. What the file does not hold is not in the set: volumes within durations and care
/// years are 0 or none, locations, interventions and municipalities are empty, and so are providers unless they part
/// trajectories; whether one that began before what is observed did so by a start message is not told, so that none
/// enters late. An age is kept by a birthday on the first day.
/// </summary>
internal sealed class TrajectoryReading
{
    private static readonly SinkColumn[] Columns =
    [
        new("client_id", LogicalType.Varchar), new("provider_id", LogicalType.Varchar),
        new("sequence", LogicalType.Integer), new("start_date", LogicalType.Date), new("end_date", LogicalType.Date),
        new("volume", LogicalType.Double), new("lines", LogicalType.Integer), new("age_at_start", LogicalType.Integer),
        new("\"order\"", LogicalType.Varchar),
        new("with_stay", LogicalType.Boolean), new("concurrent", LogicalType.Boolean),
        new("start_known", LogicalType.Boolean), new("end_known", LogicalType.Boolean),
    ];

    // Of the last columns.
    private static readonly TrajectoryFacts[] Flags =
        [TrajectoryFacts.WithStay, TrajectoryFacts.Concurrent, TrajectoryFacts.CareStart, TrajectoryFacts.CareEnd];

    private readonly LineDictionaries _dictionaries = new();
    private readonly LongTexts _longIds = new();
    private readonly List<Trajectory> _trajectories = [];
    private readonly List<ClientRange> _clients = [];

    /// <summary>Reads the trajectories of a product.</summary>
    /// <param name="session">Of one thread: the order of the file counts.</param>
    /// <param name="path">A file that <see cref="TrajectoryFile"/> wrote.</param>
    /// <param name="product">The product, by its present code.</param>
    /// <param name="steps">Its allowed durations.</param>
    /// <param name="settings">Those that the trajectories were built with.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <exception cref="EngineException">It is no such file.</exception>
    internal static TrajectorySet Read(
        Session session,
        string path,
        DeclaredProduct product,
        IReadOnlyList<DurationStep> steps,
        TrajectorySettings settings,
        CancellationToken stop)
    {
        var reading = new TrajectoryReading();
        var source = $"read_parquet({Session.Literal(path)}) WHERE product_code = {Session.Literal(product.Code)}";
        _ = RowSink.Read(session, Columns, source, reading.Take, stop);
        _ = reading._dictionaries.Kinds.NumberOf(new LineKind(product, product.Unit, UnitConversion.None));
        var ranks = new Ranks(reading._dictionaries);
        var trajectories = reading._trajectories.ToArray();
        foreach (ref var trajectory in trajectories.AsSpan())
            trajectory.Provider = ranks.Providers.RankOf(trajectory.Provider);
        var set = new TrajectorySet(settings, ranks, [new ProductRules(steps)], new ClientTexts([reading._longIds]))
        {
            // Whatever asked for these had its answer when the file was written: order is in it.
            Noted = [CanonicalColumn.AssignmentId, CanonicalColumn.EndReason],
        };
        set.Partitions[0] = new TrajectoryPartition(trajectories, new long[steps.Count], [.. reading._clients]);
        return set;
    }

    private void Take(DataChunk chunk)
    {
        var clients = chunk.Column(0);
        var providers = chunk.Column(1);
        var starts = chunk.Column(3).Values<int>();
        for (var row = 0; row < chunk.Count; row++)
        {
            ref readonly var client = ref clients.Texts[row];
            var provider = providers.IsMissing(row) ? string.Empty : providers.Text(row);
            Add(new Trajectory
            {
                Client = client.IsInline ? TextKey.Of(in client) : _longIds.Keep(in client),
                Provider = _dictionaries.Providers.NumberOf(provider),
                Sequence = chunk.Column(2).Values<int>()[row],
                Start = starts[row],
                End = chunk.Column(4).Values<int>()[row],
                Volume = Ticks.FromUnits((decimal)chunk.Column(5).Values<double>()[row]),
                Lines = chunk.Column(6).Values<int>()[row],
                Birth = BirthOf(starts[row], chunk.Column(7), row),
                Facts = FactsOf(chunk, row),
            });
        }
    }

    private static TrajectoryFacts FactsOf(DataChunk chunk, int row)
    {
        var order = chunk.Column(8);
        var stay = chunk.Column(9);
        var facts = order.IsMissing(row) ? TrajectoryFacts.None
            : order.Text(row) == CareOrder.First.Name() ? TrajectoryFacts.First
            : TrajectoryFacts.FollowUp;
        facts |= stay.IsNull(row) ? TrajectoryFacts.None : TrajectoryFacts.Ambulatory;
        for (var i = 0; i < Flags.Length; i++)
        {
            var column = chunk.Column(Columns.Length - Flags.Length + i);
            facts |= !column.IsNull(row) && column.Values<bool>()[row] ? Flags[i] : TrajectoryFacts.None;
        }

        return facts;
    }

    private static int BirthOf(int start, Column ages, int row) => ages.IsNull(row)
        ? Line.NoDay
        : DayNumber.Of(DayNumber.ToDate(start).AddYears(-ages.Values<int>()[row]));

    /// <summary>Trajectories of a client stand together in the file.</summary>
    private void Add(Trajectory trajectory)
    {
        if (_clients.Count > 0 && _clients[^1] is var last && last.Client == trajectory.Client)
            _clients[^1] = last with { Count = last.Count + 1 };
        else
            _clients.Add(new ClientRange(trajectory.Client, _trajectories.Count, 1));
        _trajectories.Add(trajectory);
    }
}
