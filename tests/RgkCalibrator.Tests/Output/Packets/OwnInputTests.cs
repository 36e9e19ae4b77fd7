using RgkCalibrator.Tests.Cli;

namespace RgkCalibrator.Tests.Output.Packets;

public sealed class OwnInputTests : IDisposable
{
    private const string Text =
        "client_id;product_code;start_date;end_date;volume;unit\nK1;45C02;2019-03-01;2019-03-31;2;uur\n";

    private readonly TemporaryFolder _folder = new();

    public OwnInputTests()
    {
        Directory.CreateDirectory(_folder["in/product_code=45C02"]);
        File.WriteAllText(_folder["in/a.csv"], Text);
        if (!OperatingSystem.IsWindows())
            Directory.CreateSymbolicLink(_folder["link"], _folder["in"]);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("in", "in/t.csv", "in the folder")]
    [InlineData("in/", "in/t.csv", "in a folder with a slash")]
    [InlineData("in", "in/product_code=45C02/t.csv", "in a part of the table")]
    [InlineData("in", "link/t.csv", "through a link to it")]
    [InlineData("link", "in/t.csv", "named by a link")]
    [InlineData("in/*.csv", "in/t.csv", "by a pattern that fits")]
    [InlineData("in/a.csv", "in/a.csv", "the file itself")]
    [InlineData("in/a.csv", "link/a.csv", "the file itself through a link")]
    public void A_file_that_a_next_run_would_read_is_not_written(string input, string output, string why)
    {
        if (OperatingSystem.IsWindows())
            return;
        var outcome = Outcome.Of("trajectories", _folder[input], "--out", _folder[output]);

        Assert.Equal((2, 3), (outcome.Code, outcome.ErrorLines.Count(IsTold)));
        Assert.True(File.ReadAllText(_folder["in/a.csv"]) == Text, why);
        Assert.False(File.Exists(_folder["in/t.csv"]), why);
    }

    [Theory]
    [InlineData("in/a.csv", "in/t.csv", "beside a file that is named")]
    [InlineData("in/a*.csv", "in/t.csv", "by a pattern that does not fit")]
    [InlineData("in", "in2/t.csv", "in a folder whose name begins alike")]
    public void A_file_that_no_next_run_would_read_is_written(string input, string output, string why)
    {
        var outcome = Outcome.Of("trajectories", _folder[input], "--out", _folder[output]);

        Assert.True(outcome.Code == 0, why + outcome.Error);
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("derive")]
    [InlineData("pseudonymise")]
    public void No_command_writes_a_folder_into_its_input_or_around_it(string command)
    {
        File.WriteAllText(_folder["sleutel"], "een sleutel van meer dan 32 tekens, met zorg gekozen");
        string[] key = command == "pseudonymise" ? ["--key", _folder["sleutel"]] : [];

        foreach (var output in new[] { "in/uit", "in", "." })
        {
            var outcome = Outcome.Of([command, _folder["in"], "--out", _folder[output], .. key]);
            Assert.Equal((2, 3), (outcome.Code, outcome.ErrorLines.Count(IsTold)));
        }

        Assert.Equal(["a.csv", "product_code=45C02"], Directory.EnumerateFileSystemEntries(_folder["in"])
            .Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static bool IsTold(string line) =>
        line.StartsWith("Fout: ", StringComparison.Ordinal) || line.StartsWith("Waar: --out ", StringComparison.Ordinal)
            || line.StartsWith("Oplossing: ", StringComparison.Ordinal);
}
