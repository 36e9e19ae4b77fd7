using System.Globalization;
using System.Runtime.InteropServices;

namespace RgkCalibrator.Engine;

/// <summary>How an engine session may use the machine. None of it may change a result.</summary>
/// <param name="Threads">Threads of the engine, 1 or more.</param>
/// <param name="MemoryBytes">What the engine itself may hold; lines and trajectories are not in it.</param>
/// <param name="SpillFolder">Where it may spill: a folder of the run's own, as rows may land there.</param>
internal sealed record SessionSettings(int Threads, long MemoryBytes, string SpillFolder)
{
    internal static SessionSettings Default { get; } = new(Environment.ProcessorCount, 2L << 30, Path.GetTempPath());
}

/// <summary>An in-memory DuckDB that reads no configuration, loads no extension and cannot be reconfigured after it is opened.</summary>
/// <remarks>One thread at a time; the engine's own threads run inside a call.</remarks>
internal sealed class Session : IDisposable
{
    private nint _database;
    private nint _connection;
    private int _names;

    private Session(nint database, nint connection) => (_database, _connection) = (database, connection);

    /// <summary>The native connection, for functions that are registered on it.</summary>
    internal nint Connection => _connection;

    internal static Session Open(SessionSettings settings)
    {
        DuckDbLibrary.Register();
        var database = OpenDatabase(settings);
        if (NativeMethods.Connect(database, out var connection) != 0)
        {
            NativeMethods.Close(ref database);
            throw new EngineException("DuckDB gave no connection.");
        }

        var session = new Session(database, connection);
        session.Execute("SET TimeZone = 'UTC'");
        session.Execute("SET preserve_insertion_order = true");
        session.Execute("SET lock_configuration = true");
        return session;
    }

    /// <summary>A name that no function of this session has: functions stay registered as long as it lives.</summary>
    internal string NewName(string stem) => stem + Numbers.Whole(++_names);

    /// <summary>Runs statements whose rows nobody needs.</summary>
    /// <exception cref="EngineException">DuckDB refused them.</exception>
    /// <exception cref="OperationCanceledException">The token asked to stop.</exception>
    internal void Execute(string sql, CancellationToken stop = default)
    {
        var result = Run(sql, stop);
        NativeMethods.DestroyResult(ref result);
    }

    /// <summary>The rows of a small query whose columns are all VARCHAR or BIGINT; a null value is null.</summary>
    internal IReadOnlyList<string?[]> Rows(string sql, CancellationToken stop = default)
    {
        var result = Run(sql, stop);
        try
        {
            var rows = new List<string?[]>();
            while (NativeMethods.FetchChunk(result) is var chunk && chunk != 0)
            {
                ReadChunk(ref result, chunk, rows);
                NativeMethods.DestroyDataChunk(ref chunk);
            }

            return rows;
        }
        finally
        {
            NativeMethods.DestroyResult(ref result);
        }
    }

    /// <summary>The one whole number that a query gives.</summary>
    internal long Number(string sql, CancellationToken stop = default) =>
        long.Parse(Rows(sql, stop)[0][0] ?? "0", CultureInfo.InvariantCulture);

    /// <summary>A text as an SQL literal.</summary>
    internal static string Literal(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>A name as an SQL identifier.</summary>
    internal static string Identifier(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    public void Dispose()
    {
        NativeMethods.Disconnect(ref _connection);
        NativeMethods.Close(ref _database);
    }

    private static nint OpenDatabase(SessionSettings settings)
    {
        _ = NativeMethods.CreateConfig(out var config);
        try
        {
            Set(config, "threads", settings.Threads.ToString(CultureInfo.InvariantCulture));
            Set(config, "memory_limit", settings.MemoryBytes.ToString(CultureInfo.InvariantCulture) + "B");
            Set(config, "temp_directory", settings.SpillFolder);
            Set(config, "autoinstall_known_extensions", "false");
            Set(config, "autoload_known_extensions", "false");
            if (NativeMethods.Open(null, out var database, config, out var error) == 0)
                return database;
            var message = Marshal.PtrToStringUTF8(error);
            NativeMethods.Free(error);
            throw new EngineException(message ?? "DuckDB did not open.");
        }
        finally
        {
            NativeMethods.DestroyConfig(ref config);
        }
    }

    private static void Set(nint config, string name, string value)
    {
        if (NativeMethods.SetConfig(config, name, value) != 0)
            throw new EngineException($"DuckDB does not take the setting {name}.");
    }

    private NativeResult Run(string sql, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        using var registration = stop.Register(() => NativeMethods.Interrupt(_connection));
        if (NativeMethods.Query(_connection, sql, out var result) == 0)
            return result;
        var message = Marshal.PtrToStringUTF8(NativeMethods.ResultError(ref result)) ?? "DuckDB gave no message.";
        NativeMethods.DestroyResult(ref result);
        stop.ThrowIfCancellationRequested();
        throw new EngineException(message);
    }

    private static void ReadChunk(ref NativeResult result, nint chunk, List<string?[]> rows)
    {
        var columns = (int)NativeMethods.ColumnCount(ref result);
        var read = new DataChunk(chunk);
        var first = rows.Count;
        for (var row = 0; row < read.Count; row++)
            rows.Add(new string?[columns]);
        for (var column = 0; column < columns; column++)
        {
            var isText = NativeMethods.ResultColumnType(ref result, (ulong)column) == LogicalTypeId.Varchar;
            var vector = read.Column(column);
            for (var row = 0; row < read.Count; row++)
                rows[first + row][column] = vector.IsNull(row) ? null : isText ? vector.Text(row) : Numbers.Whole(vector.Values<long>()[row]);
        }
    }
}
