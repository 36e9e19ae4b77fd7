using RgkCalibrator.Tests.Fuzzing;

namespace RgkCalibrator.Tests.Intake.Foreign;

/// <summary>
/// Broken files may be read or refused: never may the program end by itself, hang, or show what a cell holds.
/// BrokenFilesTests tries many more, without the program around the readers.
/// </summary>
public sealed class MutatedFilesTests : IDisposable
{
    private const int FirstSeed = 1729;
    private const int InOneRun = 40;
    private const int Files = 120;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    // Of thousands of others, those that ended as rows that were lost: the number of rows itself was changed.
    private static readonly int[] OtherSeeds = [5700, 6116, 6767];

    private static readonly int[] Endings = [0, 2, 5];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_broken_file_neither_ends_the_program_nor_holds_it_up_nor_shows_a_cell()
    {
        var batches = Broken().Chunk(InOneRun).ToList();
        var troubles = new System.Collections.Concurrent.ConcurrentBag<string>();

        Parallel.ForEach(batches, new ParallelOptions { MaxDegreeOfParallelism = 2 }, batch => Run(batch, troubles));

        Assert.Empty(troubles.Order(StringComparer.Ordinal));
    }

    private List<string> Broken()
    {
        var broken = new BrokenParquet();
        List<string> paths = [];
        foreach (var seed in Enumerable.Range(FirstSeed, Files).Concat(OtherSeeds))
        {
            paths.Add(_folder[$"kapot-{Numbers.Whole(seed)}.parquet"]);
            File.WriteAllBytes(paths[^1], broken.Of(seed));
        }

        return paths;
    }

    // What goes wrong with many files at once is looked for in each half of them.
    private static void Run(string[] paths, System.Collections.Concurrent.ConcurrentBag<string> troubles)
    {
        if (Trouble(paths) is not { } trouble)
            return;
        if (paths.Length == 1)
        {
            troubles.Add($"{Path.GetFileName(paths[0])}: {trouble}");
            return;
        }

        Run(paths[..(paths.Length / 2)], troubles);
        Run(paths[(paths.Length / 2)..], troubles);
    }

    private static string? Trouble(string[] paths)
    {
        var outcome = RgkProcess.Run(Longest + (Longest * paths.Length), ["validate", .. paths]);
        return outcome.Code is not { } code ? "hangs"
            : !Endings.Contains(code) ? $"ends with {Numbers.Whole(code)}: {outcome.Said}"
            : outcome.Said.Contains(FuzzProgram.Marker, StringComparison.Ordinal) ? $"shows a cell: {outcome.Said}"
            : null;
    }
}
