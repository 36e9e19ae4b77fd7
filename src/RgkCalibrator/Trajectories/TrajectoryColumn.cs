using System.Runtime.InteropServices;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Trajectories;

/// <summary>A value of a trajectory; null where there is none.</summary>
internal delegate T? TrajectoryValue<T>(in Trajectory trajectory, in ObservationWindow observation)
    where T : struct;

/// <summary>The number of a text of a trajectory; below 0 where there is none.</summary>
internal delegate int TrajectoryText(in Trajectory trajectory, CodeTexts texts);

/// <summary>The cells of a chunk's column that some trajectories fill.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct ColumnCells(in ChunkWriter chunk, int column, int first, ReadOnlySpan<Trajectory> rows)
{
    private readonly ChunkWriter _chunk = chunk;

    /// <summary>The trajectories; the first of them fills the first cell.</summary>
    internal ReadOnlySpan<Trajectory> Rows { get; } = rows;

    internal Span<T> Values<T>()
        where T : unmanaged => _chunk.Values<T>(column)[first..];

    internal void SetText(int row, ReadOnlySpan<byte> utf8) => _chunk.SetText(column, first + row, utf8);

    internal void SetNull(int row) => _chunk.SetNull(column, first + row);

    /// <summary>Leaves out the column of the whole chunk.</summary>
    internal void SetAllNull() => _chunk.SetAllNull(column);
}

/// <summary>A column of trajectories in files and in data frames.</summary>
/// <param name="name">What programs call it.</param>
/// <param name="meaning">One sentence for docs/intern-files.md.</param>
internal abstract class TrajectoryColumn(string name, string meaning)
{
    internal string Name { get; } = name;

    internal string Meaning { get; } = meaning;

    /// <summary>Its type in Parquet.</summary>
    internal abstract LogicalType TypeFor(CodeTexts texts);

    internal abstract void Fill(in ColumnCells cells, CodeTexts texts);

    /// <summary>Writes a field of CSV.</summary>
    internal abstract void Write(CsvWriter csv, in Trajectory trajectory, CodeTexts texts);
}

/// <summary>A column of values of one size.</summary>
/// <param name="name">What programs call it.</param>
/// <param name="meaning">One sentence for docs/intern-files.md.</param>
/// <param name="type">Its type in Parquet.</param>
/// <param name="write">Writes a value as CSV.</param>
/// <param name="value">The value of a trajectory.</param>
/// <param name="ofRow">The same of a trajectory as others read it.</param>
internal sealed class TrajectoryValueColumn<T>(
    string name, string meaning, LogicalType type, Action<CsvWriter, T> write, TrajectoryValue<T> value,
    Func<TrajectoryRow, T?> ofRow) : TrajectoryColumn(name, meaning)
    where T : unmanaged
{
    internal LogicalType Type { get; } = type;

    internal T? OfRow(TrajectoryRow row) => ofRow(row);

    internal override LogicalType TypeFor(CodeTexts texts) => Type;

    internal override void Fill(in ColumnCells cells, CodeTexts texts)
    {
        var values = cells.Values<T>();
        var observation = texts.Set.Observation;
        for (var row = 0; row < cells.Rows.Length; row++)
        {
            if (value(in cells.Rows[row], in observation) is { } known)
                values[row] = known;
            else
                cells.SetNull(row);
        }
    }

    internal override void Write(CsvWriter csv, in Trajectory trajectory, CodeTexts texts)
    {
        if (value(in trajectory, texts.Set.Observation) is { } known)
            write(csv, known);
        else
            csv.Empty();
    }
}

/// <summary>A column of texts that many trajectories share.</summary>
/// <param name="name">What programs call it.</param>
/// <param name="meaning">One sentence for docs/intern-files.md.</param>
/// <param name="shared">Its texts.</param>
/// <param name="number">The number of a trajectory's text among them.</param>
/// <param name="ofRow">The text of a trajectory as others read it; null or empty where there is none.</param>
internal sealed class TrajectoryTextColumn(
    string name, string meaning, Func<CodeTexts, SharedTexts> shared, TrajectoryText number,
    Func<TrajectoryRow, string?> ofRow) : TrajectoryColumn(name, meaning)
{
    internal string? OfRow(TrajectoryRow row) => ofRow(row) is { Length: > 0 } text ? text : null;

    internal override LogicalType TypeFor(CodeTexts texts) => shared(texts).Type;

    internal override void Fill(in ColumnCells cells, CodeTexts texts)
    {
        var known = shared(texts);
        if (known.IsEmpty)
            cells.SetAllNull();
        else if (known.IsByNumber)
            FillNumbers(in cells, texts);
        else
            FillTexts(in cells, known, texts);
    }

    internal override void Write(CsvWriter csv, in Trajectory trajectory, CodeTexts texts)
    {
        var known = shared(texts);
        if (!known.IsEmpty && number(in trajectory, texts) is >= 0 and var text)
            csv.Text(known[text].Utf8);
        else
            csv.Empty();
    }

    private void FillNumbers(in ColumnCells cells, CodeTexts texts)
    {
        var values = cells.Values<byte>();
        for (var row = 0; row < cells.Rows.Length; row++)
        {
            if (number(in cells.Rows[row], texts) is >= 0 and var text)
                values[row] = (byte)text;
            else
                cells.SetNull(row);
        }
    }

    private void FillTexts(in ColumnCells cells, SharedTexts known, CodeTexts texts)
    {
        var values = cells.Values<TextHandle>();
        for (var row = 0; row < cells.Rows.Length; row++)
        {
            var text = known[number(in cells.Rows[row], texts)];
            if (text.IsInline)
                values[row] = text.Handle;
            else
                cells.SetText(row, text.Utf8);
        }
    }
}

/// <summary>The clients, whose ids are kept as keys.</summary>
/// <param name="name">What programs call it.</param>
/// <param name="meaning">One sentence for docs/intern-files.md.</param>
internal sealed class TrajectoryClientColumn(string name, string meaning) : TrajectoryColumn(name, meaning)
{
    internal override LogicalType TypeFor(CodeTexts texts) => LogicalType.Varchar;

    internal override void Fill(in ColumnCells cells, CodeTexts texts)
    {
        var values = cells.Values<TextHandle>();
        for (var row = 0; row < cells.Rows.Length; row++)
        {
            if (!texts.Set.TryClientHandle(cells.Rows[row].Client, out values[row]))
                cells.SetText(row, texts.Set.ClientBytes(cells.Rows[row].Client, default));
        }
    }

    internal override void Write(CsvWriter csv, in Trajectory trajectory, CodeTexts texts)
    {
        Span<byte> room = stackalloc byte[ClientTexts.InlineLength];
        csv.Text(texts.Set.ClientBytes(trajectory.Client, room));
    }
}
