using System.Runtime.InteropServices;

namespace RgkCalibrator.Engine;

/// <summary>A column of a file that is written.</summary>
internal sealed record ParquetColumn(string Name, LogicalType Type);

/// <summary>Fills the next rows, at most <see cref="DataChunk.Capacity"/>, and says how many; 0 ends the file.</summary>
internal delegate int FillChunk(ChunkWriter chunk);

/// <summary>Writes Parquet: a table function of ours with one thread, and COPY. The same rows give the same bytes.</summary>
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
        Session session, string path, IReadOnlyList<ParquetColumn> columns, FillChunk fill, string? origin = null, CancellationToken stop = default)
    {
        var source = new ParquetFile(columns, fill);
        var handle = GCHandle.Alloc(source);
        try
        {
            var name = session.NewName("rows");
            Register(session, name, GCHandle.ToIntPtr(handle));
            var note = origin is null ? string.Empty : $", KV_METADATA {{ {OriginKey}: {Session.Literal(origin)} }}";
            session.Execute(
                $"COPY (SELECT * FROM {name}()) TO {Session.Literal(path)} (FORMAT parquet, USE_TMP_FILE false{note})", stop);
        }
        catch (EngineException refused) when (source._failure is not null)
        {
            throw new InvalidOperationException("A chunk of rows could not be filled: " + refused.Message, source._failure);
        }
        finally
        {
            handle.Free();
        }
    }

    private static unsafe void Register(Session session, string name, nint source)
    {
        var function = NativeMethods.CreateTableFunction();
        NativeMethods.SetTableName(function, name);
        NativeMethods.SetTableExtraInfo(function, source, 0);
        NativeMethods.SetTableBind(function, (nint)(delegate* unmanaged<nint, void>)&Bind);
        NativeMethods.SetTableInit(function, (nint)(delegate* unmanaged<nint, void>)&Init);
        NativeMethods.SetTableFunction(function, (nint)(delegate* unmanaged<nint, nint, void>)&Fill);
        var status = NativeMethods.RegisterTableFunction(session.Connection, function);
        NativeMethods.DestroyTableFunction(ref function);
        if (status != 0)
            throw new EngineException("DuckDB did not register the table function.");
    }

    [UnmanagedCallersOnly]
    private static void Bind(nint info)
    {
        try
        {
            var source = (ParquetFile)GCHandle.FromIntPtr(NativeMethods.BindExtraInfo(info)).Target!;
            foreach (var column in source._columns)
            {
                var type = column.Type.Create();
                NativeMethods.AddResultColumn(info, column.Name, type);
                NativeMethods.DestroyLogicalType(ref type);
            }
        }
        catch (Exception failure)
        {
            NativeMethods.SetBindError(info, failure.GetType().Name);
        }
    }

    [UnmanagedCallersOnly]
    private static void Init(nint info) => NativeMethods.SetMaxThreads(info, 1);

    [UnmanagedCallersOnly]
    private static void Fill(nint info, nint chunk)
    {
        ParquetFile? source = null;
        try
        {
            source = (ParquetFile)GCHandle.FromIntPtr(NativeMethods.FunctionExtraInfo(info)).Target!;
            var rows = source._fill(new ChunkWriter(chunk));
            NativeMethods.SetChunkSize(chunk, (ulong)rows);
        }
        catch (Exception failure)
        {
            // An exception that leaves this method ends the process: the engine is told, and Write throws it again.
            if (source is not null)
                source._failure = failure;
            NativeMethods.SetFunctionError(info, "stopped by the filler");
        }
    }
}

/// <summary>A chunk that is filled, owned by DuckDB: valid only during the call that hands it over.</summary>
internal readonly unsafe ref struct ChunkWriter
{
    private readonly nint _chunk;

    internal ChunkWriter(nint chunk) => _chunk = chunk;

    /// <summary>Room for the values of a column; their type must have the size of the column's type.</summary>
    internal Span<T> Values<T>(int column) where T : unmanaged =>
        new(NativeMethods.VectorData(Vector(column)), DataChunk.Capacity);

    /// <summary>Sets a text of any length.</summary>
    internal void SetText(int column, int row, ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length <= TextHandle.InlineLength)
        {
            Values<TextHandle>(column)[row] = TextHandle.Inline(utf8);
            return;
        }

        fixed (byte* text = utf8)
            NativeMethods.AssignString(Vector(column), (ulong)row, text, (ulong)utf8.Length);
    }

    /// <summary>Leaves a value out.</summary>
    internal void SetNull(int column, int row)
    {
        var vector = Vector(column);
        NativeMethods.EnsureValidityWritable(vector);
        NativeMethods.VectorValidity(vector)[row >> 6] &= ~(1UL << (row & 63));
    }

    /// <summary>Leaves the whole column out.</summary>
    internal void SetAllNull(int column)
    {
        var vector = Vector(column);
        NativeMethods.EnsureValidityWritable(vector);
        new Span<ulong>(NativeMethods.VectorValidity(vector), DataChunk.Capacity / 64).Clear();
    }

    private nint Vector(int column) => NativeMethods.ChunkVector(_chunk, (ulong)column);
}
