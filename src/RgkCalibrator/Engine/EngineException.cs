namespace RgkCalibrator.Engine;

/// <summary>
/// DuckDB refused a statement. Its message can quote data, so it is for the debugger only: whoever catches this says in words of our own what went wrong.
/// </summary>
internal sealed class EngineException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Whether the message speaks of memory that ran out.</summary>
    internal bool IsOutOfMemory => Message.Contains("Out of Memory", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the message speaks of a disk without room, in the words of the systems that we run on.</summary>
    internal bool IsDiskFull =>
        Message.Contains("No space left", StringComparison.OrdinalIgnoreCase)
        || Message.Contains("not enough space", StringComparison.OrdinalIgnoreCase);
}
