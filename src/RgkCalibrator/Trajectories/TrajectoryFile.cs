using System.Runtime.CompilerServices;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Trajectories;

/// <summary>Trajectories as a file: a row each, in the order of client, product, provider and sequence.</summary>
internal static class TrajectoryFile
{
    private static readonly ParquetColumn[] Columns =
    [
        new("client_id", LogicalType.Varchar),
        new("product_code", LogicalType.Varchar),
        new("provider_id", LogicalType.Varchar),
        new("sequence", LogicalType.Integer),
        new("start_date", LogicalType.Date),
        new("end_date", LogicalType.Date),
        new("duration_days", LogicalType.Integer),
        new("volume", LogicalType.Double),
        new("unit", LogicalType.Varchar),
        new("lines", LogicalType.Integer),
        new("start_known", LogicalType.Boolean),
        new("end_known", LogicalType.Boolean),
        new("time_days", LogicalType.Integer),
        new("event", LogicalType.Boolean),
        new("age_at_start", LogicalType.Integer),
        new("order", LogicalType.Varchar),
        new("with_stay", LogicalType.Boolean),
        new("concurrent", LogicalType.Boolean),
        new("in_cohort", LogicalType.Boolean),
    ];

    /// <summary>The names of the columns.</summary>
    internal static IEnumerable<string> ColumnNames => Columns.Select(column => column.Name);

    /// <summary>Whether a file is to be CSV; else it is to be Parquet.</summary>
    /// <exception cref="CalibrationException">Its ending is neither .csv nor .parquet.</exception>
    internal static bool IsCsv(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".CSV" => true,
        ".PARQUET" => false,
        _ => throw new CalibrationException(
            ExitCode.WrongUse,
            new Wording("Aan de naam is niet te zien of dit CSV of Parquet moet worden.", "The name does not say whether this is to be CSV or Parquet."),
            path,
            new Wording("Geef een naam op .csv of .parquet.", "Give a name on .csv or .parquet.")),
    };

    /// <summary>Writes Parquet.</summary>
    /// <exception cref="EngineException">The file cannot be written.</exception>
    internal static void WriteParquet(Session session, TrajectorySet set, string path, CancellationToken stop) =>
        WriteParquet(session, set, set.EachPartition(), path, stop);

    /// <summary>Writes Parquet while trajectories are built.</summary>
    /// <param name="session">The session to run in.</param>
    /// <param name="set">What they are trajectories of.</param>
    /// <param name="next">Gives the next partition; null after the last.</param>
    /// <param name="path">The file.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <exception cref="EngineException">The file cannot be written.</exception>
    internal static void WriteParquet(Session session, TrajectorySet set, Func<TrajectoryPartition?> next, string path, CancellationToken stop)
    {
        var texts = new CodeTexts(set);
        var cursor = new TrajectoryCursor(next);
        ParquetFile.Write(session, path, [.. Columns.Select(texts.Coded)], chunk => Fill(new TrajectoryChunk(in chunk, set, texts), cursor), stop: stop);
    }

    /// <summary>Writes CSV for programs.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    internal static void WriteCsv(TrajectorySet set, string path, CancellationToken stop) => WriteCsv(set, set.EachPartition(), path, stop);

    /// <summary>Writes CSV for programs while trajectories are built.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    internal static void WriteCsv(TrajectorySet set, Func<TrajectoryPartition?> next, string path, CancellationToken stop)
    {
        using var stream = File.Create(path);
        var csv = new CsvWriter(stream);
        csv.Header(ColumnNames);
        var texts = new CodeTexts(set);
        var cursor = new TrajectoryCursor(next);
        while (cursor.MoveNext())
        {
            stop.ThrowIfCancellationRequested();
            WriteRow(csv, set, texts, in cursor.Current);
        }

        csv.Flush();
    }

    private static int Fill(TrajectoryChunk chunk, TrajectoryCursor cursor)
    {
        var row = 0;
        while (row < DataChunk.Capacity && cursor.MoveNext())
            chunk.Set(row++, in cursor.Current);
        chunk.LeaveOut();
        return row;
    }

    private static void WriteRow(CsvWriter csv, TrajectorySet set, CodeTexts texts, in Trajectory trajectory)
    {
        Span<byte> room = stackalloc byte[ClientTexts.InlineLength];
        var isEndKnown = set.Observation.IsEndKnown(in trajectory);
        csv.Text(set.ClientBytes(trajectory.Client, room));
        csv.Text(texts.Product(trajectory.Product).Utf8);
        csv.Text(texts.Provider(trajectory.Provider).Utf8);
        csv.Value(trajectory.Sequence);
        csv.Date(trajectory.Start);
        csv.Date(trajectory.End);
        csv.Value(trajectory.Days);
        csv.Value(Ticks.ToUnits(trajectory.Volume));
        csv.Text(texts.Unit(trajectory.Product).Utf8);
        csv.Value(trajectory.Lines);
        csv.Flag(set.Observation.IsStartKnown(in trajectory));
        csv.Flag(isEndKnown);
        WriteSurvival(csv, set.Observation, in trajectory, isEndKnown);
        WriteOptional(csv, Age.On(trajectory.Start, trajectory.Birth));
        csv.Text(texts.Order(trajectory.Order).Utf8);
        WriteBeside(csv, in trajectory, TrajectoryFacts.WithStay);
        WriteBeside(csv, in trajectory, TrajectoryFacts.Concurrent);
        csv.Flag(set.Observation.IsInCohort(in trajectory));
        csv.EndLine();
    }

    private static void WriteSurvival(CsvWriter csv, ObservationWindow observation, in Trajectory trajectory, bool isEndKnown)
    {
        if (observation.IsTooRecent(in trajectory))
        {
            csv.Empty();
            csv.Empty();
            return;
        }

        csv.Value(observation.Time(in trajectory));
        csv.Flag(isEndKnown);
    }

    private static void WriteBeside(CsvWriter csv, in Trajectory trajectory, TrajectoryFacts fact)
    {
        if (trajectory.Has(TrajectoryFacts.Ambulatory))
            csv.Flag(trajectory.Has(fact));
        else
            csv.Empty();
    }

    private static void WriteOptional(CsvWriter csv, int? value)
    {
        if (value is { } number)
            csv.Value(number);
        else
            csv.Empty();
    }
}

/// <summary>Walks trajectories in the order in which they are written.</summary>
/// <param name="next">Gives the next partition; null after the last.</param>
internal sealed class TrajectoryCursor(Func<TrajectoryPartition?> next)
{
    private Trajectory[] _trajectories = [];
    private int _index = -1;

    internal ref readonly Trajectory Current => ref _trajectories[_index];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool MoveNext() => ++_index < _trajectories.Length || MoveOn();

    // Asked again after the end, it stays at the end.
    private bool MoveOn()
    {
        do
        {
            _trajectories = [];
            _index = 0;
            if (next() is not { } partition)
                return false;
            _trajectories = partition.Trajectories;
        }
        while (_trajectories.Length == 0);
        return true;
    }
}
