using RgkCalibrator.Tests.Cli;

namespace RgkCalibrator.Tests.Hostile;

public sealed class HostileFilesTests : IDisposable
{
    private const long MostMemory = 1L << 30;

    // Of the processors, in a process of its own. On a slow machine a bomb of 100 million lines takes 5.6 s of them.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Harmless { get; } =
        [.. HostileCases.All.Values.Where(one => !one.IsDangerous).Select(one => one.Name)];

    public static TheoryData<string> Dangerous { get; } =
        [.. HostileCases.All.Values.Where(one => one.IsDangerous).Select(one => one.Name)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_corpus_has_three_hundred_cases_or_more() =>
        Assert.True(HostileCases.All.Count >= 300, Numbers.Whole(HostileCases.All.Count));

    [Theory]
    [MemberData(nameof(Harmless))]
    public async Task It_ends_as_expected_and_shows_no_cell(string name)
    {
        var given = HostileCases.All[name];
        var arguments = given.Make(_folder.Root);

        // The clock only catches what never ends: other tests run at the same time.
        var outcome = await Task.Run(() => Outcome.Of(arguments)).WaitAsync(Longest * 10);

        IsRight(given, outcome.Code, outcome.Output + outcome.Error);
    }

    [Theory]
    [MemberData(nameof(Dangerous))]
    public void What_could_hang_or_fill_the_memory_does_neither(string name)
    {
        var given = HostileCases.All[name];

        var outcome = RgkProcess.Run(Longest, given.Make(_folder.Root));

        Assert.True(outcome.Code is not null, "It hangs: " + outcome.Said);
        IsRight(given, outcome.Code.Value, outcome.Said);
        Assert.True(outcome.PeakBytes < MostMemory, $"{Numbers.Whole(outcome.PeakBytes >> 20)} MB");
    }

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.parquet")]
    public void A_pipe_that_nobody_writes_is_waited_for_and_that_is_said(string name)
    {
        using var process = RgkProcess.Start(["validate", HostilePlaces.Pipe(Path.Combine(_folder.Root, name))]);

        var said = process.StandardError.ReadLine();
        process.Kill();

        Assert.NotNull(said);
        Assert.Contains(name, said, StringComparison.Ordinal);
        Assert.Contains("wacht", said, StringComparison.OrdinalIgnoreCase);
    }

    private static void IsRight(HostileCase given, int code, string said)
    {
        Assert.True(given.Codes.Contains(code), $"It ends with {Numbers.Whole(code)}: {said}");
        Assert.DoesNotContain(HostileCase.Canary, said, StringComparison.OrdinalIgnoreCase);
        // A terminal obeys these.
        Assert.DoesNotContain(said, letter => char.IsControl(letter) && letter is not ('\n' or '\r'));
    }
}
