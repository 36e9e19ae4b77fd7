using System.Collections.Concurrent;
using System.Text;
using RgkCalibrator.Cli;
using RgkCalibrator.Tests.Intake;
using Spectre.Console;

namespace RgkCalibrator.Tests.Cli;

public sealed class CommandTests : IDisposable
{
    private readonly Reading _reading = new();

    public void Dispose() => _reading.Dispose();

    [Theory]
    [InlineData("2019-03-01", "1", "the cohort of the catalogue")]
    [InlineData(
        "2019-03-01",
        "0",
        "the observed period when only that is given",
        "--observed",
        "2020-01-01..2023-12-31")]
    [InlineData(
        "2020-06-01",
        "1",
        "the observed period when only that is given",
        "--observed",
        "2020-01-01..2023-12-31")]
    [InlineData(
        "2020-06-01",
        "0",
        "the cohort",
        "--observed",
        "2020-01-01..2023-12-31",
        "--cohort",
        "2020-06-02..2023-12-31")]
    [InlineData("2020-06-01", "1", "the cohort, its first day", "--cohort", "2020-06-01..2020-06-30")]
    public void A_trajectory_counts_when_it_starts_in(
        string start, string isInCohort, string what, params string[] options)
    {
        var first = DateOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture);

        var rows = Trajectories([TestRow.Good with { Start = first, End = first.AddDays(9) }], options);

        Expect.Equal(isInCohort, rows.Single()["in_cohort"], what);
    }

    [Theory]
    [InlineData(1, "--gap-days", "30")]
    [InlineData(2, "--gap-days", "29")]
    [InlineData(2, "--split-by-provider")]
    public void The_choices_reach_the_trajectories(int count, params string[] options)
    {
        var later =
            TestRow.Good with { Start = new DateOnly(2019, 5, 1), End = new DateOnly(2019, 5, 31), Provider = "p2" };

        Assert.Equal(count, Trajectories([TestRow.Good with { Provider = "p1" }, later], options).Count);
    }

    [Fact]
    public void A_longer_line_is_believed_when_asked()
    {
        var row = TestRow.Good with { End = TestRow.Good.Start!.Value.AddDays(366) };

        Assert.Empty(Trajectories([row]));
        Assert.Single(Trajectories([row], "--max-line-days", "367"));
        Assert.Single(Trajectories([row], "--max-line-days", "0"));
    }

    [Fact]
    public void What_does_not_fit_in_the_memory_is_refused_beforehand()
    {
        var file = _reading.WriteQuery(
            "SELECT 'c' AS client_id, '54002' AS product_code, DATE '2019-01-01' AS start_date, "
                + "DATE '2019-01-02' AS end_date, "
            + "CAST(1 AS DECIMAL(9, 2)) AS volume, 'uur' AS unit FROM range(100000)");

        var outcome = Outcome.Of("trajectories", file, "--out", _reading.Folder["t.csv"], "--max-memory", "1");

        Assert.Equal(2, outcome.Code);
        Assert.Contains("Waar: --max-memory", outcome.ErrorLines);
    }

    [Fact]
    public void The_demo_leaves_a_draft_and_the_declarations_it_rests_on()
    {
        var outcome = Outcome.Of("demo", "--clients", "2000", "--out", _reading.Folder["demo"]);

        Assert.Equal(0, outcome.Code);
        Assert.Contains("Verzonnen: ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("van 2.000 kinderen", outcome.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_reading.Folder["demo/extern/kader-concept.md"]));
        Assert.True(File.Exists(_reading.Folder["demo-invoer/declaraties-2018.csv"]));
        Assert.True(File.Exists(_reading.Folder["demo-invoer/declaraties-2019.parquet"]));
    }

    [Fact]
    public void A_folder_that_ends_in_a_slash_is_the_same_folder()
    {
        var made = Outcome.Of("generate", "--clients", "2000", "--out", _reading.Folder["regio"] + "/");
        var first = Outcome.Of("derive", _reading.Folder["regio"] + "/", "--out", _reading.Folder["kader"] + "/");
        var second = Outcome.Of("derive", _reading.Folder["regio"], "--out", _reading.Folder["kader"]);

        Assert.Equal((0, 0, 0), (made.Code, first.Code, second.Code));
        Assert.Equal(first.Output, second.Output);
        Assert.Contains($"Geschreven: {_reading.Folder["kader"]}\n", first.Output, StringComparison.Ordinal);
        Assert.Equal(
            ["kader", "regio"], Directory.GetDirectories(_reading.Folder.Root).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Whoever_watches_sees_rows_go_by()
    {
        const string last = "200.000 rijen gelezen…";
        await using var seen = new SharedText();
        var screen = new Screen(TextWriter.Null, TextWriter.Null, Language.Dutch)
        {
            Watched = () => AnsiConsole.Create(new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(seen),
            }),
        };

        await Task.Run(() => ProgressDisplay.Rows(screen, null, RunSettings.Default, run =>
        {
            Parallel.For(0, 10, _ => run.Progress!(25_000));
            // The screen is drawn by a timer.
            return SpinWait.SpinUntil(
                () => seen.ToString().Contains(last, StringComparison.Ordinal), TimeSpan.FromSeconds(60));
        }));

        Assert.Contains(last, seen.ToString(), StringComparison.Ordinal);
    }

    private List<Dictionary<string, string>> Trajectories(TestRow[] rows, params string[] options)
    {
        var target = _reading.Folder["t.csv"];
        var outcome = Outcome.Of(["trajectories", _reading.Write(rows), "--out", target, .. options]);
        Assert.Equal(0, outcome.Code);
        var lines = File.ReadAllLines(target);
        var header = lines[0].Split(',');
        return
        [
            .. lines.Skip(1)
                .Select(line => header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second)),
        ];
    }

    /// <summary>Text that one thread reads while another writes it.</summary>
    private sealed class SharedText : TextWriter
    {
        private readonly ConcurrentQueue<string> _parts = new();

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => _parts.Enqueue(value.ToString());

        public override void Write(string? value) => _parts.Enqueue(value ?? "");

        public override string ToString() => string.Concat(_parts);
    }
}
