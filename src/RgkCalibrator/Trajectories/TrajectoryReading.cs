using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Trajectories;

/// <summary>
/// Trajectories of one product out of a file of them, as the set that they were written from: in cohort or not, ended or not, first or follow-up. What the file does not hold
/// is not in the set: volumes within durations and care years are 0 or none, locations, interventions and municipalities are empty, and so are providers
/// unless they part trajectories; whether one that began before what is observed did so by a start message is not told, so that none enters late. An age is kept by a birthday on the first day.
/// </summary>
internal sealed class TrajectoryReading
{
    private static readonly SinkColumn[] Columns =
    [
        new("client_id", LogicalType.Varchar), new("provider_id", LogicalType.Varchar), new("sequence", LogicalType.Integer), new("start_date", LogicalType.Date),
        new("end_date", LogicalType.Date), new("volume", LogicalType.Double), new("lines", LogicalType.Integer), new("start_known", LogicalType.Boolean),
        new("end_known", LogicalType.Boolean), new("age_at_start", LogicalType.Integer), new("\"order\"", LogicalType.Varchar),
        new("with_stay", LogicalType.Boolean), new("concurrent", LogicalType.Boolean),
    ];

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
        Session session, string path, DeclaredProduct product, IReadOnlyList<DurationStep> steps, TrajectorySettings settings, CancellationToken stop)
    {
        var reading = new TrajectoryReading();
        var source = $"read_parquet({Session.Literal(path)}) WHERE product_code = {Session.Literal(product.Code)}";
        _ = RowSink.Read(session, Columns, source, reading.Take, stop);
        _ = reading._dictionaries.Kinds.NumberOf(new LineKind(product, product.Unit, UnitConversion.None));
        var ranks = new Ranks(reading._dictionaries);
        var trajectories = reading._trajectories.ToArray();
        foreach (ref var trajectory in trajectories.AsSpan())
            trajectory.Provider = ranks.Providers.RankOf(trajectory.Provider);
        var partition = new TrajectoryPartition(trajectories, new long[steps.Count], [.. reading._clients]);
        var set = new TrajectorySet(settings, ranks, [new ProductRules(steps)], new ClientTexts([reading._longIds]))
        {
            // Whatever asked for these had its answer when the file was written: order is in it.
            Noted = [CanonicalColumn.AssignmentId, CanonicalColumn.EndReason],
        };
        set.Partitions[0] = partition;
        return set;
    }

    private void Take(DataChunk chunk)
    {
        var clients = chunk.Column(0);
        var providers = chunk.Column(1);
        var orders = chunk.Column(10);
        for (var row = 0; row < chunk.Count; row++)
        {
            var trajectory = One(chunk, row);
            trajectory.Client = clients.Texts[row].IsInline ? TextKey.Of(in clients.Texts[row]) : _longIds.Keep(in clients.Texts[row]);
            trajectory.Provider = _dictionaries.Providers.NumberOf(providers.IsMissing(row) ? string.Empty : providers.Text(row));
            trajectory.Facts |= orders.IsMissing(row) ? TrajectoryFacts.None : orders.Text(row) == CareOrder.First.Name() ? TrajectoryFacts.First : TrajectoryFacts.FollowUp;
            Add(trajectory);
        }
    }

    private static Trajectory One(DataChunk chunk, int row)
    {
        var start = chunk.Column(3).Values<int>()[row];
        return new Trajectory
        {
            Sequence = chunk.Column(2).Values<int>()[row],
            Start = start,
            End = chunk.Column(4).Values<int>()[row],
            Volume = Ticks.FromUnits((decimal)chunk.Column(5).Values<double>()[row]),
            Lines = chunk.Column(6).Values<int>()[row],
            Birth = BirthOf(start, chunk.Column(9), row),
            Facts = FactsOf(chunk, row),
        };
    }

    private static TrajectoryFacts FactsOf(DataChunk chunk, int row)
    {
        var facts = chunk.Column(7).Values<bool>()[row] ? TrajectoryFacts.CareStart : TrajectoryFacts.None;
        facts |= chunk.Column(8).Values<bool>()[row] ? TrajectoryFacts.CareEnd : TrajectoryFacts.None;
        if (chunk.Column(11).IsNull(row))
            return facts;
        facts |= TrajectoryFacts.Ambulatory;
        facts |= chunk.Column(11).Values<bool>()[row] ? TrajectoryFacts.WithStay : TrajectoryFacts.None;
        return facts | (chunk.Column(12).Values<bool>()[row] ? TrajectoryFacts.Concurrent : TrajectoryFacts.None);
    }

    private static int BirthOf(int start, Column ages, int row) =>
        ages.IsNull(row) ? Line.NoDay : DayNumber.Of(DayNumber.ToDate(start).AddYears(-ages.Values<int>()[row]));

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
