using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Trajectories;

/// <summary>The number of a text of a trajectory; below 0 where there is none.</summary>
internal delegate int TrajectoryText(in Trajectory trajectory, CodeTexts texts);

/// <summary>A column of trajectories in files and in data frames.</summary>
/// <param name="name">What programs call it.</param>
/// <param name="meaning">One sentence for docs/intern-files.md.</param>
internal abstract class TrajectoryColumn(string name, string meaning)
{
    internal string Name { get; } = name;

    internal string Meaning { get; } = meaning;

    /// <summary>Its type in Parquet.</summary>
    internal abstract LogicalType TypeFor(CodeTexts texts);

    /// <summary>Its cells for some trajectories; several threads may ask at once.</summary>
    internal abstract ColumnCells CellsOf(ReadOnlySpan<Trajectory> rows, CodeTexts texts);

    /// <summary>Writes a field of CSV.</summary>
    internal abstract void Write(CsvWriter csv, in Trajectory trajectory, CodeTexts texts);
}

/// <summary>A column of values of one size.</summary>
/// <param name="name">What programs call it.</param>
/// <param name="meaning">One sentence for docs/intern-files.md.</param>
/// <param name="type">Its type in Parquet.</param>
/// <param name="ofRow">The value of a trajectory as others read it.</param>
internal abstract class TrajectoryValueColumn<T>(
    string name, string meaning, LogicalType type, Func<TrajectoryRow, T?> ofRow) : TrajectoryColumn(name, meaning)
    where T : unmanaged
{
    internal LogicalType Type { get; } = type;

    internal T? OfRow(TrajectoryRow row) => ofRow(row);

    internal override LogicalType TypeFor(CodeTexts texts) => Type;
}

/// <summary>A column of values of one size, with what they are.</summary>
/// <param name="name">What programs call it.</param>
/// <param name="meaning">One sentence for docs/intern-files.md.</param>
/// <param name="type">Its type in Parquet.</param>
/// <param name="write">Writes a value as CSV.</param>
/// <param name="ofRow">The value of a trajectory as others read it.</param>
internal sealed class TrajectoryValueColumn<T, TValue>(
    string name, string meaning, LogicalType type, Action<CsvWriter, T> write, Func<TrajectoryRow, T?> ofRow)
    : TrajectoryValueColumn<T>(name, meaning, type, ofRow)
    where T : unmanaged
    where TValue : ITrajectoryValue<T>
{
    internal override ColumnCells CellsOf(ReadOnlySpan<Trajectory> rows, CodeTexts texts)
    {
        var values = new T[rows.Length];
        ulong[]? missing = null;
        var observation = texts.Set.Observation;
        for (var row = 0; row < rows.Length; row++)
        {
            if (TValue.Of(in rows[row], in observation) is { } known)
                values[row] = known;
            else
                (missing ??= RowBits.None(rows.Length)).Set(row);
        }

        return new ValueCells<T>(values, missing);
    }

    internal override void Write(CsvWriter csv, in Trajectory trajectory, CodeTexts texts)
    {
        if (TValue.Of(in trajectory, texts.Set.Observation) is { } known)
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

    internal override ColumnCells CellsOf(ReadOnlySpan<Trajectory> rows, CodeTexts texts)
    {
        var known = shared(texts);
        return known.IsEmpty ? AbsentCells.Instance
            : known.IsByNumber ? BytesOf(rows, texts)
            : new TextCells(NumbersOf(rows, texts), known);
    }

    internal override void Write(CsvWriter csv, in Trajectory trajectory, CodeTexts texts)
    {
        var known = shared(texts);
        if (!known.IsEmpty && number(in trajectory, texts) is >= 0 and var text)
            csv.Text(known[text].Utf8);
        else
            csv.Empty();
    }

    private ValueCells<byte> BytesOf(ReadOnlySpan<Trajectory> rows, CodeTexts texts)
    {
        var values = new byte[rows.Length];
        ulong[]? missing = null;
        for (var row = 0; row < rows.Length; row++)
        {
            if (number(in rows[row], texts) is >= 0 and var text)
                values[row] = (byte)text;
            else
                (missing ??= RowBits.None(rows.Length)).Set(row);
        }

        return new ValueCells<byte>(values, missing);
    }

    private int[] NumbersOf(ReadOnlySpan<Trajectory> rows, CodeTexts texts)
    {
        var numbers = new int[rows.Length];
        for (var row = 0; row < rows.Length; row++)
            numbers[row] = number(in rows[row], texts);
        return numbers;
    }
}

/// <summary>The clients, whose ids are kept as keys.</summary>
/// <param name="name">What programs call it.</param>
/// <param name="meaning">One sentence for docs/intern-files.md.</param>
internal sealed class TrajectoryClientColumn(string name, string meaning) : TrajectoryColumn(name, meaning)
{
    internal override LogicalType TypeFor(CodeTexts texts) => LogicalType.Varchar;

    internal override ColumnCells CellsOf(ReadOnlySpan<Trajectory> rows, CodeTexts texts)
    {
        var clients = new TextKey[rows.Length];
        for (var row = 0; row < rows.Length; row++)
            clients[row] = rows[row].Client;
        return new ClientCells(clients, texts.Set);
    }

    internal override void Write(CsvWriter csv, in Trajectory trajectory, CodeTexts texts)
    {
        Span<byte> room = stackalloc byte[ClientTexts.InlineLength];
        csv.Text(texts.Set.ClientBytes(trajectory.Client, room));
    }
}
