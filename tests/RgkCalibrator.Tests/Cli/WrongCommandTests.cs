using RgkCalibrator.Tests.Intake;

namespace RgkCalibrator.Tests.Cli;

/// <summary>What somebody in a hurry types. None of it is a fault of the program.</summary>
public sealed class WrongCommandTests : IDisposable
{
    private readonly Reading _reading = new();

    public void Dispose() => _reading.Dispose();

    public static TheoryData<string> Lines =>
    [
        "drive a.csv --out d", "Derive a.csv", "--out d derive a.csv", "derive a.csv -out d",
        "derive a.csv --out=", "derive a.csv --out ''", "derive a.csv --out ' '", "derive '' --out d",
        "derive ' ' --out d", "derive a.csv --out d --mapping ''", "derive a.csv --out d --catalogue ''",
        "derive a.csv --out d --catalogue ' '", "derive a.csv --out d --disclosure ''",
        "derive a.csv --out d --observed ''", "derive a.csv --out d --cohort ''",
        "derive a.csv --out d --percentile ''", "compare a.csv --out d", "compare a.csv --out d --scenarios ''",
        "derive a.csv --out d --percentile tachtig", "derive a.csv --out d --percentile 1e9",
        "derive a.csv --out d --percentile 80 --compared 80", "derive a.csv --out d --percentile -80",
        "derive a.csv --out d --compared 100", "derive a.csv --out d --estimator ''",
        "derive a.csv --out d --threads 99999999999999", "derive a.csv --out d --threads -1",
        "derive a.csv --out d --max-memory 0", "derive a.csv --out d --bootstraps -1",
        "derive a.csv --out d --bootstraps 100000", "derive a.csv --out d --seed x",
        "derive a.csv --out d --seed 99999999999999999999", "derive a.csv --out d --png ''",
        "derive a.csv --out d --png-width 0", "derive a.csv --out d --observed 2020-02-30..2021-01-01",
        "derive a.csv --out d --observed 2020-01-01", "derive a.csv --out d --observed 0000-01-01..9999-12-31",
        "derive a.csv --out d --lang de", "derive a.csv --out d --mapping", "derive a.csv --mapping --out d",
        "derive a.csv --out d --threads", "derive a.csv --out d --observed --strict", "derive a.csv --out d --lang",
        "derive a.csv --out d --strikt",
        "derive a.csv a.csv --out d", "derive . --out d", "derive *.xlsx --out d", "derive geen/*.csv --out d",
        "derive '[' --out d", "derive ** --out d", "derive a.csv --out a.csv", "derive leeg --out d",
        "derive leeg.csv --out d", "derive binair.csv --out d", "derive leeg.parquet --out d",
        "derive binair.parquet --out d", "derive ~$a.xlsx --out d", "derive .~lock.a.csv# --out d",
        "derive a.csv --out d --mapping a.csv", "derive a.csv --out d --mapping leeg.csv",
        "derive a.csv --out d --mapping leeg", "derive a.csv --out d --mapping binair.csv",
        "derive a.csv --out d --catalogue a.csv", "derive a.csv --out d --catalogue leeg",
        "derive a.csv --out d --disclosure a.csv", "derive a.csv --out d --mapping geen.yaml",
        "derive /dev/null --out d", "trajectories a.csv --out t", "trajectories a.csv --out t.xlsx",
        "trajectories a.csv --out leeg", "trajectories a.csv --out a.csv/t.csv",
        "trajectories a.csv --out ''", "trajectories --out t.csv", "validate", "validate ''", "validate leeg",
        "validate a.csv --out a.csv", "validate a.csv --mapping ''", "validate geen.csv", "init", "init ''",
        "init leeg", "init a.csv --out a.csv", "init a.csv --out leeg",
        "init binair.csv", "init leeg.parquet", "pseudonymise a.csv --out d", "pseudonymise a.csv --key '' --out d",
        "pseudonymise a.csv --key geen --out d", "pseudonymise a.csv --key leeg --out d",
        "pseudonymise a.csv --key leeg.csv --out d", "pseudonymise a.csv --key sleutel --out ''",
        "pseudonymise leeg --key sleutel --out d", "pseudonymise binair.parquet --key sleutel --out d",
        "pseudonymise a.csv --key sleutel --out a.csv", "plot", "plot geen 45C02", "plot leeg 45C02",
        "plot a.csv 45C02", "plot leeg", "plot leeg ''", "plot '' 45C02", "plot leeg 45C02 --kind taart",
        "plot leeg 45C02 --size 0x0",
        "plot leeg 45C02 --size groot", "plot leeg 45C02 --format gif", "plot leeg /", "plot leeg 45C02/",
        "plot leeg 45C02 --out ''", "plot leeg 45C02 --of ''", "generate", "generate --out ''",
        "generate --out d --clients -1", "generate --out d --clients 99999999999", "generate --out d --format xml",
        "generate --out d --format ''", "generate --out a.csv --clients 100", "demo --clients nul",
        "demo --clients 100 --out a.csv",
        "-", "--", "-- derive", "--=", "-=", "=", "''", "' '", "--version=1", "--help=1",
    ];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_wrong_command_is_refused_with_a_remedy_and_is_no_fault_of_ours(string line)
    {
        Prepare();

        var outcome = Outcome.Of([.. Words(line).Select(InFolder)]);

        Assert.True(outcome.Code is 2 or 5, $"{Numbers.Whole(outcome.Code)}: {outcome.Error}");
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(outcome.ErrorLines, text => text.StartsWith("Oplossing: ", StringComparison.Ordinal)
            || text.StartsWith("Remedy: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("drive", "rgk derive")]
    [InlineData("valideer", "rgk validate")]
    [InlineData("trajecten", "rgk trajectories")]
    public void A_command_that_is_nearly_one_gets_the_nearest(string word, string meant) =>
        Assert.Contains($"Bedoelde u {meant}?", Outcome.Of(word).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("--percentiel", "--percentile")]
    [InlineData("--maping", "--mapping")]
    [InlineData("--catalogus", "--catalogue")]
    [InlineData("--gapdays", "--gap-days")]
    public void An_option_that_is_nearly_one_gets_the_nearest(string word, string meant) =>
        Assert.Contains(
            $"Bedoelde u {meant}?", Outcome.Of("derive", "a", "--out", "b", word, "1").Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("~$export.xlsx")]
    [InlineData(".~lock.export.csv#")]
    public void A_mark_that_a_table_is_open_says_to_close_it(string name)
    {
        File.WriteAllText(_reading.Folder[name], "x");

        var outcome = Outcome.Of("validate", _reading.Folder[name]);

        Assert.Equal(5, outcome.Code);
        Assert.Contains("Sluit Excel", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_a_table_that_is_open_says_so()
    {
        var file = _reading.Write(TestRow.Good);
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(file)!, "~$export.csv"), "x");

        var outcome = Outcome.Of("validate", Path.GetDirectoryName(file)!);

        Assert.Equal(0, outcome.Code);
        Assert.Contains("Sluit Excel", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_another_program_holds_says_to_close_it()
    {
        var file = Csv("a.csv", "k1");
        using var held = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var outcome = Outcome.Of("validate", file);

        Assert.Equal(5, outcome.Code);
        Assert.Contains("Sluit Excel", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_the_mapping_names_and_the_file_lacks_names_the_line()
    {
        File.WriteAllText(
            _reading.Folder["m.yaml"], "columns:\n  volume: { column: Aantal }\n  client_id: Clientnr\n");

        var outcome = Outcome.Of("validate", Csv("a.csv", "k1"), "--mapping", _reading.Folder["m.yaml"]);

        Assert.Equal(2, outcome.Code);
        Assert.Contains("mappingbestand, regel 3, 2", Joined(outcome.Output), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_were_read_alike_are_told_of_once_below_the_overview()
    {
        var outcome = Outcome.Of("validate", Csv("a.csv", "k1"), Csv("b.csv", "k2", "k3"), Csv("c.csv", "k4", "k5"));

        Assert.StartsWith("3 bestanden samen: 5 rijen", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(
            "\n3 bestanden die gelijk zijn gelezen: CSV, 5 rijen\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("a.csv (1), b.csv (2), c.csv (2).", outcome.Output, StringComparison.Ordinal);
        // The canonical name, and that of the file.
        Assert.Equal(3, outcome.Output.Split("client_id").Length);
    }

    [Fact]
    public void A_file_and_its_copy_are_remarked()
    {
        var file = Csv("a.csv", [.. Enumerable.Range(0, 20).Select(i => $"k{Numbers.Whole(i)}")]);
        File.WriteAllText(_reading.Folder["kopie van a.csv"], File.ReadAllText(file) + "\n");

        var outcome = Outcome.Of("validate", file, _reading.Folder["kopie van a.csv"], Csv("b.csv", "k3"));

        Assert.Contains(
            "lijken dezelfde rijen te hebben, die dan dubbel tellen: a.csv, kopie van a.csv.", outcome.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Files_with_rows_of_which_every_byte_is_equal_are_remarked_however_few_rows_they_have()
    {
        var (file, empty) = (Csv("a.csv", "k1"), Csv("leeg.csv"));
        File.Copy(file, _reading.Folder["kopie van a.csv"]);
        File.Copy(empty, _reading.Folder["kopie van leeg.csv"]);

        var outcome = Outcome.Of(
            "validate", file, _reading.Folder["kopie van a.csv"], empty, _reading.Folder["kopie van leeg.csv"],
            Csv("b.csv", "k2"));

        Assert.Contains(
            "Deze bestanden zijn gelijk, en hun rijen tellen dubbel: a.csv, kopie van a.csv.", outcome.Error,
            StringComparison.Ordinal);
        Assert.DoesNotContain("leeg", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_a_file_is_shown_with_escapes()
    {
        var outcome = Outcome.Of("validate", Csv("a\u001B[31m\nb\u202E.csv", "k1"));

        Assert.StartsWith("a\\u001B[31m\\u000Ab\\u202E.csv: CSV", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001B', outcome.Output);
    }

    private static IEnumerable<string> Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(new List<string>(), (words, piece) =>
        {
            // ' ' was split into two quotes.
            if (piece == "'" && words is [.., "'"])
                words[^1] = " ";
            else
                words.Add(piece == "''" ? string.Empty : piece);
            return words;
        });

    // The tests run in the folder of the program.
    private string InFolder(string word, int place) =>
        place == 0 || word.Length == 0 || word[0] is '-' or '/' or ' ' || !IsName(word) ? word : _reading.Folder[word];

    private static bool IsName(string word) =>
        word is "d" or "t" or "leeg" or "geen" or "sleutel" or "." or "[" or "**"
            || word.AsSpan().ContainsAny('.', '*');

    private void Prepare()
    {
        Csv("a.csv", "k1");
        Directory.CreateDirectory(_reading.Folder["leeg"]);
        File.WriteAllText(_reading.Folder["leeg.csv"], "");
        File.WriteAllText(_reading.Folder["leeg.parquet"], "");
        File.WriteAllText(_reading.Folder["~$a.xlsx"], "");
        File.WriteAllText(_reading.Folder[".~lock.a.csv#"], "");
        File.WriteAllText(_reading.Folder["sleutel"], "een sleutel van meer dan 32 tekens, met zorg gekozen");
        byte[] binary = [.. Enumerable.Range(0, 5_000).Select(i => (byte)(i * 31 % 256))];
        File.WriteAllBytes(_reading.Folder["binair.csv"], binary);
        File.WriteAllBytes(_reading.Folder["binair.parquet"], binary);
    }

    private string Csv(string name, params string[] clients)
    {
        File.WriteAllLines(
            _reading.Folder[name],
            clients.Select(client => $"{client};45C02;2021-03-01;2021-03-31;2;uur")
                .Prepend("client_id;product_code;start_date;end_date;volume;unit"));
        return _reading.Folder[name];
    }

    private static string Joined(string text) =>
        string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
