using System.Runtime.InteropServices;
using RgkCalibrator.Engine;

namespace RgkCalibrator.Trajectories;

/// <summary>Trajectories as a file: a row each, in the order of client, product, provider and sequence.</summary>
internal static class TrajectoryFile
{
    /// <summary>Whether a file is to be CSV; else it is to be Parquet.</summary>
    /// <exception cref="CalibrationException">Its ending is neither .csv nor .parquet.</exception>
    internal static bool IsCsv(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".CSV" => true,
        ".PARQUET" => false,
        _ => throw new CalibrationException(
            ExitCode.WrongUse,
            new Wording(
                "Aan de naam is niet te zien of dit CSV of Parquet moet worden.",
                "The name does not say whether this is to be CSV or Parquet."),
            path,
            new Wording("Geef een naam op .csv of .parquet.", "Give a name on .csv or .parquet.")),
    };

    /// <summary>Writes Parquet.</summary>
    /// <exception cref="EngineException">The file cannot be written.</exception>
    internal static void WriteParquet(Session session, TrajectorySet set, string path, CancellationToken stop) =>
        WriteParquet(session, set, Prepared(set), path, stop);

    /// <summary>Writes Parquet while trajectories are built.</summary>
    /// <param name="session">The session to run in.</param>
    /// <param name="set">What they are trajectories of.</param>
    /// <param name="next">Gives the next partition, with its cells; null after the last.</param>
    /// <param name="path">The file.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <exception cref="EngineException">The file cannot be written.</exception>
    internal static void WriteParquet(
        Session session, TrajectorySet set, Func<TrajectoryPartition?> next, string path, CancellationToken stop)
    {
        var texts = new CodeTexts(set);
        var batches = new PartitionBatches(next);
        ParquetColumn[] columns =
            [.. TrajectoryColumns.All.Select(column => new ParquetColumn(column.Name, column.TypeFor(texts)))];
        ParquetFile.Write(session, path, columns, chunk => Fill(in chunk, batches), stop: stop);
    }

    /// <summary>
    /// Makes the cells of a partition for Parquet, in place of its trajectories; several threads may do so at once.
    /// </summary>
    internal static Func<TrajectoryPartition, TrajectoryPartition> CellsFor(TrajectorySet set)
    {
        var texts = new CodeTexts(set);
        return partition => partition.LetGo() with
        {
            Cells = [.. TrajectoryColumns.All.Select(column => column.CellsOf(partition.Trajectories, texts))],
        };
    }

    /// <summary>Writes CSV for programs while trajectories are built.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    internal static void WriteCsv(
        TrajectorySet set, Func<TrajectoryPartition?> next, string path, CancellationToken stop)
    {
        using var stream = File.Create(path);
        var csv = new CsvWriter(stream);
        csv.Header(TrajectoryColumns.All.Select(column => column.Name));
        var texts = new CodeTexts(set);
        while (next() is { } partition)
        {
            stop.ThrowIfCancellationRequested();
            foreach (ref readonly var trajectory in partition.Trajectories.AsSpan())
            {
                foreach (var column in TrajectoryColumns.All)
                    column.Write(csv, in trajectory, texts);
                csv.EndLine();
            }
        }

        csv.Flush();
    }

    private static Func<TrajectoryPartition?> Prepared(TrajectorySet set)
    {
        var (next, prepare) = (set.EachPartition(), CellsFor(set));
        return () => next() is { } partition ? prepare(partition) : null;
    }

    private static int Fill(in ChunkWriter chunk, PartitionBatches batches)
    {
        var filled = 0;
        while (filled < DataChunk.Capacity && batches.Take(DataChunk.Capacity - filled) is { Count: > 0 } batch)
        {
            for (var column = 0; column < TrajectoryColumns.All.Count; column++)
                batch.Partition.Cells[column].CopyTo(in chunk, column, filled, batch.From, batch.Count);
            filled += batch.Count;
        }

        return filled;
    }
}

/// <summary>Some trajectories of a partition that stand together.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PartitionBatch(TrajectoryPartition Partition, int From, int Count);

/// <summary>Hands out trajectories in batches, in the order in which they are written.</summary>
/// <param name="next">Gives the next partition; null after the last.</param>
internal sealed class PartitionBatches(Func<TrajectoryPartition?> next)
{
    private TrajectoryPartition _partition = TrajectoryPartition.Empty;
    private int _index;

    /// <summary>At most so many of the next ones; none after the last, also when asked again.</summary>
    internal PartitionBatch Take(int most)
    {
        while (_index == _partition.Count)
        {
            if (next() is not { } partition)
                return new PartitionBatch(_partition, _index, 0);
            (_partition, _index) = (partition, 0);
        }

        var batch = new PartitionBatch(_partition, _index, Math.Min(most, _partition.Count - _index));
        _index += batch.Count;
        return batch;
    }
}
