using RgkCalibrator.Cli;
using RgkCalibrator.Tests.Intake;

namespace RgkCalibrator.Tests.Cli;

public sealed class ExitCodeTests : IDisposable
{
    private readonly Reading _reading = new();

    public void Dispose() => _reading.Dispose();

    [Theory]
    [InlineData(0, "--help")]
    [InlineData(0, "-h")]
    [InlineData(0, "help", "derive")]
    [InlineData(0, "trajectories", "--help")]
    [InlineData(0, "--lang", "en", "--help")]
    [InlineData(0, "--version")]
    [InlineData(0, "derive", "--version")]
    [InlineData(2)]
    [InlineData(2, "")]
    [InlineData(2, "schat")]
    [InlineData(2, "DERIVE")]
    [InlineData(2, "--lang", "en")]
    [InlineData(2, "--lang", "fr", "--help")]
    [InlineData(2, "derive")]
    [InlineData(2, "derive", "--out", "d")]
    [InlineData(2, "derive", "", "--out", "d")]
    [InlineData(2, "derive", "x", "--out")]
    [InlineData(2, "derive", "x", "", "--out", "d")]
    [InlineData(2, "derive", "x", "--out", "")]
    [InlineData(2, "demo", "--out", "")]
    [InlineData(2, "demo", "--threads", "0")]
    [InlineData(2, "demo", "--clients", "0")]
    [InlineData(2, "derive", "x", "--out=")]
    [InlineData(2, "derive", "x", "--out", "d", "--out", "e")]
    [InlineData(2, "derive", "x", "--out", "d", "--percentiel", "80")]
    [InlineData(2, "derive", "x", "--out", "d", "--estimator", "type7")]
    [InlineData(2, "derive", "x", "--out", "d", "--png", "svg")]
    [InlineData(2, "derive", "x", "--out", "d", "--png-width", "1080")]
    [InlineData(2, "demo", "--png", "veel")]
    [InlineData(5, "derive", "x", "--out", "d", "--disclosure", "er-is-geen.yaml")]
    [InlineData(5, "trajectories", "x", "--out", "t.csv", "--mapping", "m.yaml")]
    [InlineData(2, "trajectories", "x", "--out", "t.csv", "--gap-days", "-1")]
    [InlineData(2, "trajectories", "x", "--out", "t.csv", "--gap-days", "3661")]
    [InlineData(2, "trajectories", "x", "--out", "t.csv", "--gap-days", "90.5")]
    [InlineData(2, "trajectories", "x", "--out", "t.csv", "--max-line-days", "-1")]
    [InlineData(2, "trajectories", "x", "--out", "t.csv", "--observed", "2018..2023")]
    [InlineData(2, "trajectories", "x", "--out", "t.csv", "--observed", "2023-12-31..2018-01-01")]
    [InlineData(2, "trajectories", "x", "--out", "t.csv", "--cohort", "2017-12-31..2023-12-31")]
    [InlineData(2, "trajectories", "x", "--out", "t.csv", "--cohort", "2018-01-01..2024-01-01")]
    [InlineData(2, "generate", "--out", "d", "--clients", "0")]
    [InlineData(2, "generate", "--out", "d", "--seed", "een")]
    [InlineData(2, "validate")]
    [InlineData(2, "validate", "x", "--out", "")]
    [InlineData(5, "validate", "er-is-geen-bestand")]
    [InlineData(5, "trajectories", "er-is-geen-bestand", "--out", "t.csv")]
    [InlineData(5, "derive", "er-is-geen-bestand", "--out", "d")]
    [InlineData(5, "derive", "er-is-geen-bestand", "--out", "d", "--catalogue", "geen.yaml")]
    public void A_command_ends_with_the_code_of_what_happened(int code, params string[] arguments)
    {
        var outcome = Outcome.Of(arguments);

        Assert.Equal(code, outcome.Code);
        Assert.Equal(code == 0, outcome.Output.Length > 0);
        Assert.Equal(code != 0, outcome.Error.Length > 0);
    }

    [Theory]
    [InlineData("--threads", "0", 2)]
    [InlineData("--threads", "1", 0)]
    [InlineData("--threads", "1024", 0)]
    [InlineData("--threads", "1025", 2)]
    [InlineData("--max-memory", "0", 2)]
    [InlineData("--max-memory", "1", 0)]
    [InlineData("--max-memory", "2147483647", 0)]
    [InlineData("--max-memory", "2147483648", 2)]
    [InlineData("--gap-days", "0", 0)]
    [InlineData("--gap-days", "3660", 0)]
    [InlineData("--max-line-days", "0", 0)]
    public void A_number_is_held_to_its_bounds(string option, string value, int code) =>
        Assert.Equal(code, Trajectories(_reading.Write(TestRow.Good), option, value).Code);

    [Fact]
    public void A_good_run_gives_0_and_the_file() =>
        Ends(0, Trajectories(_reading.Write(TestRow.Good)), isWritten: true);

    [Fact]
    public void A_rejected_row_gives_0_without_strict_and_1_with_it()
    {
        var file = _reading.Write(TestRow.Good, TestRow.Good with { Unit = "ons" });

        Ends(1, Trajectories(file, "--strict"), isWritten: false);
        Ends(0, Trajectories(file), isWritten: true);
    }

    [Fact]
    public void A_missing_column_gives_2() =>
        Ends(2, Trajectories(_reading.WriteQuery("SELECT 'a' AS client_id")), isWritten: false);

    [Fact]
    public void A_truncated_file_gives_5()
    {
        var file = _reading.Write(TestRow.Good);
        var bytes = File.ReadAllBytes(file);
        File.WriteAllBytes(file, bytes[..(bytes.Length / 2)]);

        Ends(5, Trajectories(file), isWritten: false);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_gives_5()
    {
        var file = _reading.Write(TestRow.Good);

        var outcome = Outcome.Of("trajectories", file, "--out", Path.Combine(file, "under-a-file", "t.csv"));

        Ends(5, outcome, isWritten: false);
    }

    [Fact]
    public void A_name_that_is_neither_csv_nor_parquet_gives_2() =>
        Ends(
            2,
            Outcome.Of("trajectories", _reading.Write(TestRow.Good), "--out", _reading.Folder["t.xlsx"]),
            isWritten: false);

    [Fact]
    public void A_draft_of_a_single_child_gives_4_and_no_folder()
    {
        var outcome = Outcome.Of("derive", _reading.Write(TestRow.Good), "--out", _reading.Folder["kader"]);

        Ends(4, outcome, isWritten: false);
        Assert.False(Directory.Exists(_reading.Folder["kader"]));
    }

    [Fact]
    public void An_input_is_never_written_over()
    {
        var file = _reading.Write(TestRow.Good);
        var before = File.ReadAllBytes(file);

        var outcome = Outcome.Of("trajectories", file, "--out", file);

        Assert.Equal(2, outcome.Code);
        Assert.Equal(before, File.ReadAllBytes(file));
    }

    [Fact]
    public void A_run_that_is_stopped_gives_130_and_no_file()
    {
        using var error = new StringWriter();
        var screen = new Screen(TextWriter.Null, error, Language.Dutch);

        var code = Program.Run(
            ["trajectories", _reading.Write(TestRow.Good), "--out", _reading.Folder["t.csv"]],
            screen,
            new CancellationToken(canceled: true));

        Assert.Equal(130, code);
        Assert.Equal("Afgebroken; er is niets geschreven." + Environment.NewLine, error.ToString());
        Assert.False(File.Exists(_reading.Folder["t.csv"]));
    }

    private Outcome Trajectories(string file, params string[] more) =>
        Outcome.Of(["trajectories", file, "--out", _reading.Folder["t.csv"], .. more]);

    private void Ends(int code, Outcome outcome, bool isWritten)
    {
        Assert.Equal(code, outcome.Code);
        Assert.Equal(code == 0, outcome.Output.Length > 0);
        Assert.Equal(isWritten, File.Exists(_reading.Folder["t.csv"]));
        Assert.DoesNotContain(Directory.EnumerateDirectories(_reading.Folder.Root), folder =>
            folder.EndsWith(".onderweg", StringComparison.Ordinal));
    }
}
