using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace RgkCalibrator.Tests.Cli;

/// <summary>
/// What a folder holds is read, or named; and no cell stands in what is said of files that are
/// wrong.
/// </summary>
public sealed class FolderTests : IDisposable
{
    private const string Header = "client_id;product_code;start_date;end_date;volume;unit";
    private const string Row = "K1;45C02;2019-03-01;2019-03-31;2;uur";
    private const string Key = "een sleutel van meer dan 32 tekens, met zorg gekozen";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_a_folder_holds_and_is_not_read_is_named()
    {
        Write("map/2020.txt", $"{Header}\n{Row}\n");
        Write("map/2021.xls", "PK");
        Write("map/2022.csv", $"{Header}\n{Row}\n");
        Write("map/2024.TSV", $"{Header}\n{Row}\n".Replace(';', '\t'));
        Write("map/2023/2023.csv", $"{Header}\n{Row}\n");
        Write(
            "map/leesmij.txt",
            "Deze bestanden komen van de aanbieders,\nen zijn gemaakt in januari, februari en maart.\n");

        var outcome = Outcome.Of("trajectories", _folder["map"], "--out", _folder["t.csv"]);

        Assert.Equal(0, outcome.Code);
        Assert.Contains("Rijen: 3 gelezen", outcome.Output, StringComparison.Ordinal);
        string[] passed = ["2021.xls", "2023/", "leesmij.txt"];
        var others = string.Join(", ", passed.Select(name => Path.Combine(_folder["map"], name)));
        const string remedy =
            "Noem een map apart, of geef --subfolders. Sla een oud of ander rekenblad op als .xlsx.";
        Assert.Contains($"Let op: niet gelezen: {others}. {remedy}", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_folder_or_an_Excel_file_no_remedy_for_these_is_given()
    {
        Write("map/2022.csv", $"{Header}\n{Row}\n");
        Write("map/manifest.json", "{}");

        var error = Outcome.Of("trajectories", _folder["map"], "--out", _folder["t.csv"]).Error;

        Assert.Contains("manifest.json.", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Noem een map", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Excel", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("init")]
    public void Every_command_that_reads_a_folder_names_what_it_passes_over(string command)
    {
        Write("map/a.csv", $"{Header}\n{Row}\n");
        for (var i = 10; i < 25; i++)
            Write(string.Create(CultureInfo.InvariantCulture, $"map/{i}.ods"), "PK");
        string[] rest = command == "init" ? ["--out", _folder["mapping.yaml"]] : [];

        var outcome = Outcome.Of([command, _folder["map"], .. rest, "--lang", "en"]);

        Assert.Equal(0, outcome.Code);
        Assert.Contains("19.ods, and 5 more.", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_and_folders_that_are_all_read_are_not_named()
    {
        Write("map/product_code=45C02/a.csv", $"{Header}\n{Row}\n");

        Assert.Empty(Outcome.Of("trajectories", _folder["map"], "--out", _folder["t.csv"]).Error);
        Write("map/product_code=45C02/b.json", "{}");
        var outcome = Outcome.Of("trajectories", _folder["map"], "--out", _folder["u.csv"]);

        Assert.Contains("b.json", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Folders_in_a_folder_are_read_when_that_is_asked_and_their_files_told_apart()
    {
        Write("map/a.csv", $"{Header}\n{Row}\n");
        Write("map/2021/a.csv", $"{Header}\n{Row}\n");
        Write("map/2022/kwartaal 1/a.csv", $"{Header}\n{Row}\n");
        Write("map/2022/kwartaal 1/product_code=45C02/deel.csv", $"{Header}\n{Row}\n");
        Write("map/2022/leesmij.md", "x");
        Write("map/.oud/a.csv", $"{Header}\n{Row}\n");
        Write("map/2022/~$a.csv", "x");
        Write("map/kader/manifest.json", "{}");
        Write("map/kader/intern/lines.csv", "x");
        Directory.CreateSymbolicLink(_folder["map/2021/lus"], _folder["map"]);

        var outcome = Outcome.Of("validate", _folder["map"], "--subfolders", "--out", _folder["uit"]);

        Assert.Equal(0, outcome.Code);
        foreach (var name in new[] { "a.csv", "2021/a.csv", "2022/kwartaal 1/a.csv", "2022/kwartaal 1/deel.csv" })
            Assert.Contains(name, outcome.Output, StringComparison.Ordinal);
        Assert.Contains("4 bestanden samen", outcome.Output, StringComparison.Ordinal);
        var report = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(_folder["uit/intern/validatie.json"]))!;
        string[] passed = [".oud/", "2021/lus/", "2022/leesmij.md", "2022/~$a.csv", "kader/"];
        Assert.Equal(passed, report["passedOver"]!.AsArray().Select(name => (string?)name));
        Assert.Contains("niet gelezen: .oud/, 2021/lus/,", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(
            "In de map, maar niet gelezen: .oud/, ",
            File.ReadAllText(_folder["uit/intern/validatie.html"]),
            StringComparison.Ordinal);
        Assert.Contains(Path.Combine(_folder["map"], ".oud/"), outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_named_itself_is_not_named_as_passed_over()
    {
        Write("map/a.csv", $"{Header}\n{Row}\n");
        Write("map/2021/b.csv", $"{Header}\n{Row}\n");

        var outcome = Outcome.Of("trajectories", _folder["map"], _folder["map/2021"], "--out", _folder["t.csv"]);

        Assert.Contains("Rijen: 2 gelezen", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("niet gelezen", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_that_fits_a_folder_names_it()
    {
        Write("map/2022.csv", $"{Header}\n{Row}\n");
        Write("map/2022/a.csv", $"{Header}\n{Row}\n");

        var outcome = Outcome.Of("trajectories", Path.Combine(_folder["map"], "2022*"), "--out", _folder["t.csv"]);

        Assert.Equal(0, outcome.Code);
        Assert.Contains(
            "niet gelezen: " + Path.Combine(_folder["map"], "2022/"), outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_month_without_declarations_stops_no_command()
    {
        Write("map/2022-01.csv", $"{Header}\n{Row}\n");
        Write("map/2022-02.csv", Header + "\n");
        Write("sleutel.txt", Key);

        Assert.Equal(0, Outcome.Of("trajectories", _folder["map"], "--out", _folder["t.csv"]).Code);
        Assert.Equal(0, Outcome.Of("validate", _folder["map"]).Code);
        Assert.Equal(0, Outcome.Of("init", _folder["map"], "--out", _folder["mapping.yaml"]).Code);
        var outcome = Outcome.Of(
            "pseudonymise", _folder["map"], "--key", _folder["sleutel.txt"], "--out", _folder["uit"]);

        Assert.Equal(0, outcome.Code);
        var alone = Outcome.Of("validate", _folder["map/2022-02.csv"]);
        Assert.Equal(5, alone.Code);
        Assert.Contains("maar geen gegevens", alone.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_are_stuck_together_keep_no_number_in_a_copy_with_pseudonyms()
    {
        const string care = ";45C02;2019-03-01;2019-03-31;2;uur";
        var mixed = Write("a.csv", $"{Header}\n111222333{care}\r123456782{care}\nK{care}\n");
        var shortened = Write("b.csv", $"{Header}\n1,23457E+11;45C02;2019-03-01;2019-03-31;2;uur\n");
        Write("sleutel.txt", Key);

        foreach (var (file, code, said) in new[] { (mixed, 5, "rij 1 na de kopregel"), (shortened, 2, "ingekort") })
        {
            var outcome = Outcome.Of("pseudonymise", file, "--key", _folder["sleutel.txt"], "--out", _folder["uit"]);
            Assert.Equal(code, outcome.Code);
            Assert.Contains(said, outcome.Error, StringComparison.Ordinal);
            Assert.False(Directory.Exists(_folder["uit"]));
        }
    }

    [Fact]
    public void A_folder_that_lies_too_deep_is_named_with_the_limit()
    {
        Write("map/a.csv", $"{Header}\n{Row}\n");
        Write("map/1/2/3/4/5/6/7/8/b.csv", $"{Header}\n{Row}\n");
        Write("map/1/2/3/4/5/6/7/8/9/c.csv", $"{Header}\nX{Row}\n");

        var outcome = Outcome.Of("validate", _folder["map"], "--subfolders");
        var alone = Outcome.Of("validate", _folder["map/1"] + "/**");
        File.Delete(_folder["map/a.csv"]);
        File.Delete(_folder["map/1/2/3/4/5/6/7/8/b.csv"]);
        var none = Outcome.Of("validate", _folder["map"] + "/**");

        Assert.Contains("2 bestanden samen", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(
            "8/9/. Een map die verborgen is, een koppeling is, meer dan 8 mappen diep ligt of door dit programma is "
                + "gemaakt, leest het programma alleen als u haar apart noemt.",
            outcome.Error,
            StringComparison.Ordinal);
        Assert.DoesNotContain("--subfolders", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(alone.Error);
        Assert.Equal(5, none.Code);
        Assert.Contains("tot 8 mappen diep gekeken", none.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("alleen gekeken met --subfolders", none.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("validate map")]
    [InlineData("validate 'map/x*.csv'")]
    [InlineData("validate map/x$(printf '\\377').csv")]
    public void A_name_that_is_no_text_is_a_reason_to_give_the_file_another(string command)
    {
        if (!OperatingSystem.IsLinux())
            return;
        Directory.CreateDirectory(_folder["map"]);
        var script = $"printf '{Header}\\n{Row}\\n' > map/x$(printf '\\377').csv; "
            + $"rgk {command}; code=$?; rm map/x*; exit $code";

        var (code, said) = Shell(script);

        Assert.Equal(5, code);
        Assert.Contains(
            "Geef het bestand een andere naam", said.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_look_like_values_stand_neither_in_a_mapping_nor_in_a_report()
    {
        var file = Write(
            "a.csv",
            "client_id;product_code;start_date;end_date;volume;unit;GEHEIM Jansen;GEHEIM 0612345678;"
                + "\"x\r\nGEHEIM\"\r\n"
                + "K1;45C02;2019-03-01;2019-03-31;2;uur;;;\r\n");

        var outcome = Outcome.Of("validate", file, "--out", _folder["uit"]);
        var init = Outcome.Of("init", file, "--out", _folder["mapping.yaml"]);

        Assert.Equal((0, 0), (outcome.Code, init.Code));
        string[] texts =
        [
            outcome.Output, outcome.Error, File.ReadAllText(_folder["mapping.yaml"]),
            .. Directory.GetFiles(_folder["uit"], "*", SearchOption.AllDirectories).Select(File.ReadAllText),
        ];
        Assert.All(texts, text => Assert.DoesNotContain("GEHEIM", text, StringComparison.Ordinal));
        Assert.Contains("# Niet gebruikt: 3 waarvan de naam op een waarde lijkt.", texts[2], StringComparison.Ordinal);
    }

    private (int Code, string Said) Shell(string script)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", $"({script}) 2>&1"])
        {
            WorkingDirectory = _folder.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["PATH"] = $"{AppContext.BaseDirectory}:{Environment.GetEnvironmentVariable("PATH")}" },
        })!;
        var said = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return (shell.ExitCode, said);
    }

    private string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
        File.WriteAllText(_folder[name], text, new UTF8Encoding(false));
        return _folder[name];
    }
}
