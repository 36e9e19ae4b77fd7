using System.Globalization;
using System.Runtime.CompilerServices;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace RgkCalibrator.Engine;

/// <summary>How an engine session may use the machine. None of it may change a result.</summary>
/// <param name="Threads">Threads of the engine, 1 or more.</param>
/// <param name="MemoryBytes">What the engine itself may hold; lines and trajectories are not in it.</param>
/// <param name="SpillFolder">Where it may spill: a folder of the run's own, as rows may land there.</param>
internal sealed record SessionSettings(int Threads, long MemoryBytes, string SpillFolder)
{
    internal static SessionSettings Default { get; } = new(Environment.ProcessorCount, 2L << 30, Path.GetTempPath());
}

/// <summary>
/// An in-memory DuckDB that reads no configuration, loads no extension and cannot be reconfigured after it is opened.
/// </summary>
/// <remarks>One thread at a time; the engine's own threads run inside a call.</remarks>
internal sealed class Session : IDisposable
{
    private readonly DuckDBDatabase _database;
    private readonly DuckDBNativeConnection _connection;
    private readonly bool _ownsDatabase;

    // Shared with sessions beside this one: functions are the database's.
    private readonly StrongBox<int> _names;

    // What is open when a later step fails is closed by its handle.
    private Session(SessionSettings settings)
    {
        (_ownsDatabase, _names, SpillFolder) = (true, new StrongBox<int>(), settings.SpillFolder);
        _ = Configuration.DuckDBCreateConfig(out var config);
        using var owned = config;
        Set(config, "threads", settings.Threads.ToString(CultureInfo.InvariantCulture));
        Set(config, "memory_limit", settings.MemoryBytes.ToString(CultureInfo.InvariantCulture) + "B");
        Set(config, "temp_directory", settings.SpillFolder);
        Set(config, "autoinstall_known_extensions", "false");
        Set(config, "autoload_known_extensions", "false");
        if (Startup.DuckDBOpen(null, out _database, config, out var error) != DuckDBState.Success)
            throw new EngineException(error ?? "DuckDB did not open.");
        _connection = Connect(_database);
    }

    private Session(Session other)
    {
        (_database, _names, SpillFolder) = (other._database, other._names, other.SpillFolder);
        _connection = Connect(_database);
    }

    /// <summary>A folder of the run's own, which does not outlive it.</summary>
    internal string SpillFolder { get; }

    /// <summary>The native connection, for functions that are registered on it.</summary>
    internal DuckDBNativeConnection Connection => _connection;

    internal static Session Open(SessionSettings settings)
    {
        DuckDbLibrary.Register();
        var session = new Session(settings);
        session.Execute("SET GLOBAL TimeZone = 'UTC'");
        session.Execute("SET preserve_insertion_order = true");
        session.Execute("SET lock_configuration = true");
        return session;
    }

    /// <summary>Another session on the same engine, for another thread; to be disposed of before this one.</summary>
    internal Session Beside() => new(this);

    /// <summary>A name that no function of this session has: functions stay registered as long as it lives.</summary>
    internal string NewName(string stem) => stem + Numbers.Whole(Interlocked.Increment(ref _names.Value));

    /// <summary>Runs statements whose rows nobody needs.</summary>
    /// <exception cref="EngineException">DuckDB refused them.</exception>
    /// <exception cref="OperationCanceledException">The token asked to stop.</exception>
    internal void Execute(string sql, CancellationToken stop = default)
    {
        var result = Run(sql, stop);
        Query.DuckDBDestroyResult(ref result);
    }

    /// <summary>The rows of a small query whose columns are all VARCHAR or BIGINT; a null value is null.</summary>
    internal IReadOnlyList<string?[]> Rows(string sql, CancellationToken stop = default)
    {
        var result = Run(sql, stop);
        try
        {
            var rows = new List<string?[]>();
            while (true)
            {
                using var chunk = Query.DuckDBFetchChunk(result);
                if (chunk.IsInvalid)
                    break;
                ReadChunk(ref result, chunk, rows);
            }

            return rows;
        }
        finally
        {
            Query.DuckDBDestroyResult(ref result);
        }
    }

    /// <summary>The one whole number that a query gives.</summary>
    internal long Number(string sql, CancellationToken stop = default) =>
        long.Parse(Rows(sql, stop)[0][0] ?? "0", CultureInfo.InvariantCulture);

    /// <summary>A text as an SQL literal.</summary>
    internal static string Literal(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>A name as an SQL identifier.</summary>
    internal static string Identifier(string name) =>
        "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    public void Dispose()
    {
        _connection.Dispose();
        if (_ownsDatabase)
            _database.Dispose();
    }

    private static DuckDBNativeConnection Connect(DuckDBDatabase database) =>
        Startup.DuckDBConnect(database, out var connection) == DuckDBState.Success
        ? connection
        : throw new EngineException("DuckDB gave no connection.");

    private static void Set(DuckDBConfig config, string name, string value)
    {
        if (Configuration.DuckDBSetConfig(config, name, value) != DuckDBState.Success)
            throw new EngineException($"DuckDB does not take the setting {name}.");
    }

    private DuckDBResult Run(string sql, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        using var registration = stop.Register(() => Connection.Interrupt());
        if (Query.DuckDBQuery(Connection, sql, out var result) == DuckDBState.Success)
            return result;
        var message = Query.DuckDBResultError(ref result) ?? "DuckDB gave no message.";
        Query.DuckDBDestroyResult(ref result);
        stop.ThrowIfCancellationRequested();
        throw new EngineException(message);
    }

    private static void ReadChunk(ref DuckDBResult result, DuckDBDataChunk chunk, List<string?[]> rows)
    {
        var columns = (int)Query.DuckDBColumnCount(ref result);
        var read = new DataChunk(chunk);
        var first = rows.Count;
        for (var row = 0; row < read.Count; row++)
            rows.Add(new string?[columns]);
        for (var column = 0; column < columns; column++)
        {
            var isText = Query.DuckDBColumnType(ref result, column) == DuckDBType.Varchar;
            var vector = read.Column(column);
            for (var row = 0; row < read.Count; row++)
            {
                rows[first + row][column] = vector.IsNull(row) ? null
                    : isText ? vector.Text(row)
                    : Numbers.Whole(vector.Values<long>()[row]);
            }
        }
    }
}
