using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace RgkCalibrator.Engine;

/// <summary>
/// Takes the rows of one chunk. Called by DuckDB's threads, several at once; the chunk is theirs again when the call
/// ends.
/// </summary>
internal delegate void ReceiveChunk(DataChunk chunk);

/// <summary>
/// Rows out of DuckDB at scan speed: a volatile scalar function that DuckDB calls with columns, in its own threads, and
/// that answers 1 a row, so that <c>SELECT sum(sink(…))</c> is the number of rows handed over.
/// </summary>
internal sealed class RowSink
{
    private readonly ReceiveChunk _receive;
    private Exception? _failure;

    private RowSink(ReceiveChunk receive) => _receive = receive;

    /// <summary>Hands every row of a source over.</summary>
    /// <param name="session">The session to run in.</param>
    /// <param name="columns">An SQL expression for each column, with its type.</param>
    /// <param name="source">What stands after FROM.</param>
    /// <param name="receive">Takes the chunks.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <returns>The number of rows handed over.</returns>
    /// <exception cref="EngineException">The source cannot be read.</exception>
    /// <exception cref="CalibrationException">The receiver refused a row.</exception>
    internal static long Read(
        Session session, IReadOnlyList<SinkColumn> columns, string source, ReceiveChunk receive, CancellationToken stop)
    {
        var sink = new RowSink(receive);
        var handle = GCHandle.Alloc(sink);
        try
        {
            var name = session.NewName("sink");
            Register(session, name, columns, GCHandle.ToIntPtr(handle));
            var list = string.Join(", ", columns.Select(column => column.Sql));
            return session.Number($"SELECT CAST(sum({name}({list})) AS BIGINT) FROM {source}", stop);
        }
        catch (EngineException) when (sink._failure is CalibrationException mendable)
        {
            // What the user can mend stays what it is.
            ExceptionDispatchInfo.Throw(mendable);
            throw;
        }
        catch (EngineException refused) when (sink._failure is not null)
        {
            throw new InvalidOperationException(
                "A chunk of rows could not be taken over: " + refused.Message, sink._failure);
        }
        finally
        {
            handle.Free();
        }
    }

    private static unsafe void Register(Session session, string name, IReadOnlyList<SinkColumn> columns, nint sink)
    {
        var function = ScalarFunction.DuckDBCreateScalarFunction();
        ScalarFunction.DuckDBScalarFunctionSetName(function, name);
        ScalarFunction.DuckDBScalarFunctionSetVolatile(function);
        ScalarFunction.DuckDBScalarFunctionSetSpecialHandling(function);
        foreach (var column in columns)
        {
            using var type = column.Type.Create();
            ScalarFunction.DuckDBScalarFunctionAddParameter(function, type);
        }

        using var answer = LogicalType.BigInt.Create();
        ScalarFunction.DuckDBScalarFunctionSetReturnType(function, answer);
        ScalarFunction.DuckDBScalarFunctionSetExtraInfo(function, sink, null);
        ScalarFunction.DuckDBScalarFunctionSetFunction(function, &Receive);
        var state = ScalarFunction.DuckDBRegisterScalarFunction(session.Connection, function);
        ScalarFunction.DuckDBDestroyScalarFunction(ref function);
        if (state != DuckDBState.Success)
            throw new EngineException("DuckDB did not register the sink.");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static unsafe void Receive(nint info, nint chunk, nint answer)
    {
        RowSink? sink = null;
        try
        {
            sink = (RowSink)GCHandle.FromIntPtr(ScalarFunction.DuckDBScalarFunctionGetExtraInfo(info)).Target!;
            using var handle = new DuckDBDataChunk(chunk);
            var rows = new DataChunk(handle);
            sink._receive(rows);
            new Span<long>(Vectors.DuckDBVectorGetData(answer), rows.Count).Fill(1);
        }
        catch (Exception failure)
        {
            // An exception that leaves this method ends the process: the engine is told, and Read throws it again.
            if (sink is not null)
                Interlocked.CompareExchange(ref sink._failure, failure, null);
            ScalarFunction.DuckDBScalarFunctionSetError(info, "stopped by the receiver");
        }
    }
}

/// <summary>A column that the sink is given: an SQL expression of the stated type.</summary>
internal sealed record SinkColumn(string Sql, LogicalType Type);
