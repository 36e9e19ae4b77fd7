using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace RgkCalibrator.Engine;

/// <summary>A column of a file that is written.</summary>
internal sealed record ParquetColumn(string Name, LogicalType Type);

/// <summary>
/// Fills the next rows, at most <see cref="DataChunk.Capacity"/>, and says how many; 0 ends the file.
/// </summary>
internal delegate int FillChunk(ChunkWriter chunk);

/// <summary>
/// Writes Parquet: a table function of ours with one thread, and COPY. The same rows give the same bytes.
/// </summary>
internal sealed class ParquetFile
{
    private readonly IReadOnlyList<ParquetColumn> _columns;
    private readonly FillChunk _fill;
    private Exception? _failure;

    private ParquetFile(IReadOnlyList<ParquetColumn> columns, FillChunk fill) => (_columns, _fill) = (columns, fill);

    /// <summary>The note in a file's metadata that says where its rows come from.</summary>
    internal const string OriginKey = "rgk_origin";

    /// <summary>Writes a file, in the order in which the rows are given.</summary>
    /// <param name="session">The session to run in.</param>
    /// <param name="path">The file.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="fill">Gives the rows.</param>
    /// <param name="origin">What the metadata say of where the rows come from; null for nothing.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <exception cref="EngineException">The file cannot be written.</exception>
    internal static void Write(
        Session session,
        string path,
        IReadOnlyList<ParquetColumn> columns,
        FillChunk fill,
        string? origin = null,
        CancellationToken stop = default)
    {
        var source = new ParquetFile(columns, fill);
        var handle = GCHandle.Alloc(source);
        try
        {
            var name = session.NewName("rows");
            Register(session, name, GCHandle.ToIntPtr(handle));
            var note = origin is null ? string.Empty : $", KV_METADATA {{ {OriginKey}: {Session.Literal(origin)} }}";
            session.Execute(
                $"COPY (SELECT * FROM {name}()) TO {Session.Literal(path)} (FORMAT parquet, USE_TMP_FILE false{note})",
                stop);
        }
        catch (EngineException refused) when (source._failure is not null)
        {
            throw new InvalidOperationException(
                "A chunk of rows could not be filled: " + refused.Message, source._failure);
        }
        finally
        {
            handle.Free();
        }
    }

    private static unsafe void Register(Session session, string name, nint source)
    {
        var function = TableFunction.DuckDBCreateTableFunction();
        TableFunction.DuckDBTableFunctionSetName(function, name);
        TableFunction.DuckDBTableFunctionSetExtraInfo(function, source, null);
        TableFunction.DuckDBTableFunctionSetBind(function, &Bind);
        TableFunction.DuckDBTableFunctionSetInit(function, &Init);
        TableFunction.DuckDBTableFunctionSetFunction(function, &Fill);
        var state = TableFunction.DuckDBRegisterTableFunction(session.Connection, function);
        TableFunction.DuckDBDestroyTableFunction(ref function);
        if (state != DuckDBState.Success)
            throw new EngineException("DuckDB did not register the table function.");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Bind(nint info)
    {
        try
        {
            var source = (ParquetFile)GCHandle.FromIntPtr(TableFunction.DuckDBBindGetExtraInfo(info)).Target!;
            foreach (var column in source._columns)
            {
                using var type = column.Type.Create();
                TableFunction.DuckDBBindAddResultColumn(info, column.Name, type);
            }
        }
        catch (Exception failure)
        {
            TableFunction.DuckDBBindSetError(info, failure.GetType().Name);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Init(nint info) => Engine.NativeMethods.SetMaxThreads(info, 1);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Fill(nint info, nint chunk)
    {
        ParquetFile? source = null;
        try
        {
            source = (ParquetFile)GCHandle.FromIntPtr(TableFunction.DuckDBFunctionGetExtraInfo(info)).Target!;
            using var handle = new DuckDBDataChunk(chunk);
            var rows = source._fill(new ChunkWriter(handle));
            DataChunks.DuckDBDataChunkSetSize(handle, (ulong)rows);
        }
        catch (Exception failure)
        {
            // An exception that leaves this method ends the process: the engine is told, and Write throws it again.
            if (source is not null)
                source._failure = failure;
            TableFunction.DuckDBFunctionSetError(info, "stopped by the filler");
        }
    }
}

/// <summary>A chunk that is filled, owned by DuckDB: valid only during the call that hands it over.</summary>
internal readonly unsafe ref struct ChunkWriter
{
    private readonly DuckDBDataChunk _chunk;

    internal ChunkWriter(DuckDBDataChunk chunk) => _chunk = chunk;

    /// <summary>Room for the values of a column; their type must have the size of the column's type.</summary>
    internal Span<T> Values<T>(int column) where T : unmanaged =>
        new(Vectors.DuckDBVectorGetData(Vector(column)), DataChunk.Capacity);

    /// <summary>Sets a text of any length.</summary>
    internal void SetText(int column, int row, ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length <= TextHandle.InlineLength)
        {
            Values<TextHandle>(column)[row] = TextHandle.Inline(utf8);
            return;
        }

        fixed (byte* text = utf8)
            Vectors.DuckDBVectorAssignStringElementLength(Vector(column), (ulong)row, text, utf8.Length);
    }

    /// <summary>Leaves a value out.</summary>
    internal void SetNull(int column, int row)
    {
        var vector = Vector(column);
        Vectors.DuckDBVectorEnsureValidityWritable(vector);
        Vectors.DuckDBVectorGetValidity(vector)[row >> 6] &= ~(1UL << (row & 63));
    }

    /// <summary>Leaves out those of some values whose bits are set.</summary>
    /// <param name="column">The column.</param>
    /// <param name="first">The row of the first of them.</param>
    /// <param name="missing">A bit for each value.</param>
    /// <param name="from">The bit of the first of them.</param>
    /// <param name="count">Their number.</param>
    internal void LeaveOut(int column, int first, ReadOnlySpan<ulong> missing, int from, int count)
    {
        var vector = Vector(column);
        Vectors.DuckDBVectorEnsureValidityWritable(vector);
        var validity = Vectors.DuckDBVectorGetValidity(vector);
        for (var i = 0; i < count; i++)
        {
            if (missing.IsSet(from + i))
                validity[(first + i) >> 6] &= ~(1UL << ((first + i) & 63));
        }
    }

    /// <summary>Leaves the whole column out.</summary>
    internal void SetAllNull(int column)
    {
        var vector = Vector(column);
        Vectors.DuckDBVectorEnsureValidityWritable(vector);
        new Span<ulong>(Vectors.DuckDBVectorGetValidity(vector), DataChunk.Capacity / 64).Clear();
    }

    private nint Vector(int column) => DataChunks.DuckDBDataChunkGetVector(_chunk, column);
}
