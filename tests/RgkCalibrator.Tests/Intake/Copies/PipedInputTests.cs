using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using RgkCalibrator.Tests.Cli;

namespace RgkCalibrator.Tests.Intake.Copies;

/// <summary>Standard input and pipes are read once, as what comes out of them.</summary>
public sealed class PipedInputTests : IDisposable
{
    private const string Text =
        "client_id;product_code;start_date;end_date;volume;unit\nk1;45C02;2021-01-01;2021-01-31;3,5;uur\n";

    private readonly Reading _reading = new();

    private TemporaryFolder Folder => _reading.Folder;

    public void Dispose() => _reading.Dispose();

    [Fact]
    public void Csv_and_Parquet_packed_or_not_come_through_standard_input_and_are_recorded()
    {
        File.WriteAllText(Folder["a.csv"], Text);
        using (var gzip = new GZipStream(File.Create(Folder["a.csv.gz"]), CompressionLevel.Fastest))
            gzip.Write(File.ReadAllBytes(Folder["a.csv"]));
        var parquet = _reading.Write(TestRow.Good);

        foreach (var (file, kind) in new[]
        {
            (Folder["a.csv"], "CSV"), (Folder["a.csv.gz"], "CSV in gzip"), (parquet, "Parquet"),
        })
        {
            var (code, output, _) = Run($"cat '{file}' | RGK validate - --out '{Folder["uit"]}'");

            Assert.Equal(0, code);
            Assert.StartsWith($"stdin: {kind}, 1 rijen", output, StringComparison.Ordinal);
            var manifest = JsonNode.Parse(File.ReadAllText(Folder["uit/manifest.json"]))!;
            var input = manifest["inputs"]![0]!;
            Assert.Equal("stdin", (string?)input["file"]);
            Assert.Equal(
                Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))),
                (string?)input["sha256"]);
        }
    }

    [Fact]
    public void What_a_shell_makes_of_commands_is_read_beside_files()
    {
        File.WriteAllText(Folder["a.csv"], Text);
        File.WriteAllText(Folder["b.csv"], Text);

        var (code, output, _) = Run(
            $"RGK trajectories '{Folder["b.csv"]}' <(cat '{Folder["a.csv"]}') <(gzip -c '{Folder["a.csv"]}') "
                + $"--out '{Folder["t.csv"]}'");

        Assert.Equal(0, code);
        Assert.Contains("Rijen: 3 gelezen", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_with_pseudonyms_of_standard_input_can_be_read_by_its_name()
    {
        File.WriteAllText(Folder["a.csv"], Text);
        File.WriteAllText(Folder["sleutel.txt"], "een sleutel van meer dan 32 tekens, met zorg gekozen");

        var (code, _, _) = Run(
            $"RGK pseudonymise - --key '{Folder["sleutel.txt"]}' --out '{Folder["uit"]}' < '{Folder["a.csv"]}'");

        Assert.Equal(0, code);
        Assert.Equal(2, File.ReadLines(Folder["uit/stdin.csv"]).Count());
    }

    [Fact]
    public void Nothing_in_standard_input_and_a_device_are_refused()
    {
        var (code, output, _) = Run("RGK validate - < /dev/null");
        Assert.Equal(5, code);
        Assert.Contains("Het bestand is leeg.", output, StringComparison.Ordinal);

        var device = Run($"ln -s /dev/zero '{Folder["nul.csv"]}'; RGK validate '{Folder["nul.csv"]}'");
        Assert.Equal(5, device.Code);
        Assert.Contains("apparaat", device.Error, StringComparison.Ordinal);
        Assert.Equal(5, Outcome.Of("validate", "/dev/zero").Code);
    }

    [Fact]
    public void While_nothing_comes_from_a_pipe_the_program_says_so()
    {
        File.WriteAllText(Folder["a.csv"], Text);
        var pipe = Folder["pijp.csv"];

        var (code, output, error) = Run(
            $"cd '{Folder.Root}'; mkfifo '{pipe}'; "
                + $"(until grep -q wacht fouten; do sleep 0.1; done; cat a.csv > '{pipe}') & "
                + $"RGK validate '{pipe}' 2> fouten; code=$?; cat fouten >&2; exit $code");

        Assert.Equal(0, code);
        Assert.StartsWith("pijp.csv: CSV, 1 rijen", output, StringComparison.Ordinal);
        Assert.Contains("wacht op invoer uit pijp.csv", error, StringComparison.Ordinal);
    }

    // The program reads its own standard input: only a process of its own has another.
    private static (int Code, string Output, string Error) Run(string command)
    {
        var program = $"dotnet '{Path.Combine(AppContext.BaseDirectory, "rgk.dll")}'";
        var start = new ProcessStartInfo(
            "/bin/bash", ["-c", command.Replace("RGK", program, StringComparison.Ordinal)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
