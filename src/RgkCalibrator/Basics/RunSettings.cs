namespace RgkCalibrator.Basics;

/// <summary>
/// How a run may use the machine, and whom it tells. None of it may change a result, and none of it is recorded.
/// </summary>
/// <param name="Threads">Threads, 1 or more.</param>
/// <param name="MaxMemory">Bytes that lines and trajectories may take.</param>
/// <param name="Progress">Is told of rows as they are read, by several threads; may be null.</param>
/// <param name="Stop">Asks to stop.</param>
public sealed record RunSettings(int Threads, long MaxMemory, Action<long>? Progress, CancellationToken Stop)
{
    /// <summary>Is told of lines that were drawn anew, and of how many there are; may be null.</summary>
    public Action<int, int>? Resampled { get; init; }

    /// <summary>Is told what did not stop the run and should be known; may be null.</summary>
    public Action<Wording>? Warn { get; init; }

    /// <summary>Is told the name of an input that nothing comes from for a while; may be null.</summary>
    public Action<string>? Waiting { get; init; }

    /// <summary>
    /// Folders of earlier packets of the region, beside the one that the run replaces. They are an input: what they
    /// hold may keep figures back.
    /// </summary>
    public IReadOnlyList<string> Released { get; init; } = [];

    /// <summary>All cores, three quarters of the memory, nobody told.</summary>
    public static RunSettings Default { get; } = new(
        Environment.ProcessorCount,
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4 * 3,
        null,
        CancellationToken.None);
}
