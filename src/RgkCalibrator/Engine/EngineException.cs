namespace RgkCalibrator.Engine;

/// <summary>
/// DuckDB refused a statement. Its message can quote data, so it is for the debugger only: whoever catches this says in
/// words of our own what went wrong.
/// </summary>
internal sealed class EngineException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Whether the message speaks of memory that ran out.</summary>
    internal bool IsOutOfMemory => Message.Contains("Out of Memory", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether the message speaks of a disk without room, in the words of the systems that we run on.
    /// </summary>
    internal bool IsDiskFull =>
        Message.Contains("No space left", StringComparison.OrdinalIgnoreCase)
        || Message.Contains("not enough space", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the message speaks of a codec, an encoding or a type that the engine does not know.</summary>
    internal bool IsUnknownToEngine =>
        Message.Contains("Unsupported", StringComparison.OrdinalIgnoreCase)
        || Message.Contains("only supported", StringComparison.OrdinalIgnoreCase)
        || Message.Contains("not supported", StringComparison.OrdinalIgnoreCase)
        || Message.Contains("Not implemented", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the message speaks of bytes that are no text.</summary>
    internal bool IsNoText =>
        Message.Contains("Invalid string encoding", StringComparison.OrdinalIgnoreCase)
        || Message.Contains("could not convert blob to UTF8", StringComparison.OrdinalIgnoreCase);
}
