using System.Security.Cryptography;
using System.Text;
using RgkCalibrator.Engine;
using RgkCalibrator.Tests.Intake;

namespace RgkCalibrator.Tests.Cli;

public sealed class PseudonymiseTests : IDisposable
{
    private const string Key = "een sleutel van meer dan 32 tekens, met zorg gekozen";

    private readonly Reading _reading = new();

    private TemporaryFolder Folder => _reading.Folder;

    public void Dispose() => _reading.Dispose();

    [Fact]
    public void A_csv_file_keeps_all_but_the_ids()
    {
        var export = Write(
            "a.csv",
            "Titel\r\nbsn;client_id;opmerking\r\n1; 111222333 ;\"a;\"\"b\"\"\"\r\n\r\n2;;x;te veel\r\n"
                + "3;111222333;cliënt\r\n");

        var outcome = Run(export);

        Assert.Equal(0, outcome.Code);
        Assert.Contains("Rijen: 3.", outcome.Output, StringComparison.Ordinal);
        var id = Expected("111222333");
        Assert.Equal(
            $"bsn;client_id;opmerking\r\n1;{id};\"a;\"\"b\"\"\"\r\n2;;x;te veel\r\n3;{id};cliënt\r\n",
            File.ReadAllText(Folder["uit/a.csv"]));
    }

    [Fact]
    public void A_file_in_gzip_is_written_as_the_csv_in_it()
    {
        using (var gzip = new System.IO.Compression.GZipStream(
            File.Create(Folder["a.csv.gz"]), System.IO.Compression.CompressionLevel.Fastest))
        {
            gzip.Write("client_id;opmerking\r\n111222333;x\r\n"u8);
        }

        Assert.Equal(0, Run(Folder["a.csv.gz"]).Code);
        Assert.Equal(
            $"client_id;opmerking\r\n{Expected("111222333")};x\r\n", File.ReadAllText(Folder["uit/a.csv"]));
        Assert.Equal(2, Run(Folder["a.csv.gz"], Write("a.csv", "client_id\n1\n")).Code);
    }

    [Fact]
    public void A_parquet_file_keeps_all_but_the_ids()
    {
        var file = _reading.WriteQuery(
            "SELECT CASE WHEN i = 3 THEN NULL ELSE 111222333 + i % 2 END AS client_id, i AS n, [i] AS list "
                + "FROM range(5000) AS t(i)",
            path: Folder["b.parquet"]);

        Assert.Equal(0, Run(file).Code);

        using var session = Session.Open(SessionSettings.Default);
        var rows = session.Rows(
            $"SELECT client_id, n, list[1] FROM read_parquet({Session.Literal(Folder["uit/b.parquet"])}) ORDER BY n");
        Assert.Equal(5000, rows.Count);
        Assert.Equal(
            Enumerable.Range(0, 5000).Select(i =>
                (i == 3 ? null : Expected(i % 2 == 0 ? "111222333" : "111222334"), Numbers.Whole(i), Numbers.Whole(i))),
            rows.Select(row => (row[0], row[1]!, row[2]!)));
        Assert.Equal(
            ["b.parquet", "manifest.json"],
            Directory.EnumerateFileSystemEntries(Folder["uit"]).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void The_same_id_has_the_same_pseudonym_whatever_its_file()
    {
        var csv = Write("a.csv", "client_id;x\n111222333;1\n");
        var parquet = _reading.WriteQuery("SELECT '111222333' AS client_id", path: Folder["b.parquet"]);

        Assert.Equal(0, Run(csv, parquet).Code);

        using var session = Session.Open(SessionSettings.Default);
        Assert.Contains(
            session.Rows($"SELECT client_id FROM read_parquet({Session.Literal(Folder["uit/b.parquet"])})")[0][0]!,
            File.ReadAllText(Folder["uit/a.csv"]),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("123.456.782")]
    [InlineData("BSN 123456782")]
    [InlineData("\"123456782,0\"")]
    [InlineData("１２３４５６７８２")]
    public void A_service_number_has_one_pseudonym_however_it_is_written(string number)
    {
        Assert.Equal(0, Run(Write("a.csv", $"client_id;x\n{number};1\n")).Code);

        Assert.Contains(Expected("123456782"), File.ReadAllText(Folder["uit/a.csv"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'012345672'", "VARCHAR")]
    [InlineData("12345672", "INTEGER")]
    [InlineData("12345672", "DOUBLE")]
    public void A_service_number_has_one_pseudonym_in_parquet_too(string number, string type)
    {
        var file = _reading.WriteQuery($"SELECT CAST({number} AS {type}) AS client_id", path: Folder["b.parquet"]);

        Assert.Equal(0, Run(file).Code);

        using var session = Session.Open(SessionSettings.Default);
        Assert.Equal(
            Expected("012345672"),
            session.Rows($"SELECT client_id FROM read_parquet({Session.Literal(Folder["uit/b.parquet"])})")[0][0]);
    }

    [Fact]
    public void Other_ids_are_taken_as_they_stand()
    {
        Assert.Equal(0, Run(Write("a.csv", "client_id;x\n123.456.789;1\n")).Code);

        Assert.Contains(Expected("123.456.789"), File.ReadAllText(Folder["uit/a.csv"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mapping_that_changes_ids_leaves_no_row_without_a_pseudonym()
    {
        var file = _reading.WriteQuery("SELECT 'x' AS kind", path: Folder["b.parquet"]);
        var mapping = Write("m.yaml", "columns:\n  client_id: { column: kind, values: { x: y } }\n");

        Assert.Equal(
            0,
            Outcome.Of(
                "pseudonymise", file, "--mapping", mapping, "--key", Write("sleutel.txt", Key), "--out",
                Folder["uit"]).Code);

        using var session = Session.Open(SessionSettings.Default);
        Assert.Equal(
            Expected("x"),
            session.Rows($"SELECT kind FROM read_parquet({Session.Literal(Folder["uit/b.parquet"])})")[0][0]);
    }

    [Fact]
    public void It_may_be_done_again() =>
        Assert.Equal((0, 0), (Run(Write("a.csv", "client_id;x\n1;1\n")).Code, Run(Folder["a.csv"]).Code));

    [Fact]
    public void A_key_that_can_be_guessed_is_refused()
    {
        Write("key", "kort\r\n");

        var outcome = Outcome.Of(
            "pseudonymise", Write("a.csv", "client_id;x\n1;1\n"), "--key", Folder["key"], "--out", Folder["uit"]);

        Assert.Equal(2, outcome.Code);
        Assert.DoesNotContain("kort\r", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Folder["uit"]));
    }

    [Fact]
    public void A_file_without_the_column_is_refused()
    {
        Assert.Equal(2, Run(Write("a.csv", "klant;x\n1;1\n")).Code);
        Assert.Equal(2, Run(_reading.WriteQuery("SELECT 1 AS klant")).Code);
    }

    [Fact]
    public void Two_files_of_one_name_are_written_to_folders_of_their_own()
    {
        Directory.CreateDirectory(Folder["x"]);
        Directory.CreateDirectory(Folder["y"]);

        Assert.Equal(0, Run(Write("x/a.csv", "client_id;x\n1;1\n"), Write("y/a.csv", "client_id;x\n1;2\n")).Code);

        Assert.EndsWith(";1\r\n", File.ReadAllText(Folder["uit/x/a.csv"]), StringComparison.Ordinal);
        Assert.EndsWith(";2\r\n", File.ReadAllText(Folder["uit/y/a.csv"]), StringComparison.Ordinal);
    }

    private static string Expected(string id) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), Encoding.UTF8.GetBytes(id)));

    private Outcome Run(params string[] inputs) =>
        Outcome.Of(["pseudonymise", .. inputs, "--key", Write("sleutel.txt", Key + "\n"), "--out", Folder["uit"]]);

    private string Write(string name, string text)
    {
        File.WriteAllText(Folder[name], text);
        return Folder[name];
    }
}
