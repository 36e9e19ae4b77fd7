using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Trajectories;

/// <summary>
/// The cells of a column for the trajectories of a partition, made by the thread that built them: whoever writes the
/// file has only to copy them.
/// </summary>
internal abstract class ColumnCells
{
    /// <summary>Copies cells to a chunk.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="column">The column's place in the chunk.</param>
    /// <param name="first">The row of the chunk that the first cell goes to.</param>
    /// <param name="from">The first cell.</param>
    /// <param name="count">The number of cells.</param>
    internal abstract void CopyTo(in ChunkWriter chunk, int column, int first, int from, int count);
}

/// <summary>Values of one size.</summary>
/// <param name="values">The values; whatever stands where one is missing.</param>
/// <param name="missing">A bit for each value, set where it is missing; null where none is.</param>
internal sealed class ValueCells<T>(T[] values, ulong[]? missing) : ColumnCells
    where T : unmanaged
{
    internal override void CopyTo(in ChunkWriter chunk, int column, int first, int from, int count)
    {
        values.AsSpan(from, count).CopyTo(chunk.Values<T>(column)[first..]);
        if (missing is not null)
            chunk.LeaveOut(column, first, missing, from, count);
    }
}

/// <summary>Texts that many trajectories share, by their numbers.</summary>
internal sealed class TextCells(int[] numbers, SharedTexts texts) : ColumnCells
{
    internal override void CopyTo(in ChunkWriter chunk, int column, int first, int from, int count)
    {
        var handles = chunk.Values<TextHandle>(column);
        for (var row = 0; row < count; row++)
        {
            var text = texts[numbers[from + row]];
            if (text.IsInline)
                handles[first + row] = text.Handle;
            else
                chunk.SetText(column, first + row, text.Utf8);
        }
    }
}

/// <summary>The ids of clients, by their keys.</summary>
internal sealed class ClientCells(TextKey[] clients, TrajectorySet set) : ColumnCells
{
    internal override void CopyTo(in ChunkWriter chunk, int column, int first, int from, int count)
    {
        var handles = chunk.Values<TextHandle>(column);
        for (var row = 0; row < count; row++)
        {
            var client = clients[from + row];
            if (!set.TryClientHandle(client, out handles[first + row]))
                chunk.SetText(column, first + row, set.ClientBytes(client, default));
        }
    }
}

/// <summary>The cells of a column that no trajectory has a value in.</summary>
internal sealed class AbsentCells : ColumnCells
{
    internal static AbsentCells Instance { get; } = new();

    internal override void CopyTo(in ChunkWriter chunk, int column, int first, int from, int count) =>
        chunk.SetAllNull(column);
}
