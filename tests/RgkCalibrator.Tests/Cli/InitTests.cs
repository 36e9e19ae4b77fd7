using RgkCalibrator.Tests.Intake;

namespace RgkCalibrator.Tests.Cli;

public sealed class InitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_it_writes_is_a_mapping_that_reads_the_file_without_another_word()
    {
        var export = Write(
            "export.csv",
            "Overzicht 2019;;;;;\r\n\r\nCliënt nr;Product;Van;T/m;Aantal;Eenheid;\"Naam \"\"x\"\"\"\r\n"
                + "7;54002;1-3-2019;31-3-2019;1,5;uur;x\r\n");

        Assert.Equal(0, Run("init", export).Code);

        var text = File.ReadAllText(_folder["mapping.yaml"]);
        Assert.Contains("\n  client_id: \"Cliënt nr\"  # pseudoniem van het kind\n", text, StringComparison.Ordinal);
        Assert.Contains("\n  end_date: \"T/m\"  # ", text, StringComparison.Ordinal);
        Assert.EndsWith("# Niet gebruikt: Naam \"x\".\n", text, StringComparison.Ordinal);
        var outcome = Outcome.Of(
            "trajectories", export, "--mapping", _folder["mapping.yaml"], "--out", _folder["t.csv"]);
        Assert.Equal(
            (0, "7,54002,,1,2019-03-01,2019-03-31,31,1.5,uur,1,1,1,31,1,,first,0,0,1"),
            (outcome.Code, File.ReadLines(_folder["t.csv"]).Last()));
    }

    [Fact]
    public void What_only_a_person_can_tell_is_asked_and_counted()
    {
        var export = Write(
            "export.csv", "Client;Product;Start;Eind;Aantal\nGEHEIM;54002;03/25/2019;04/30/2019;1.234\n");

        var outcome = Run("init", export);

        var text = File.ReadAllText(_folder["mapping.yaml"]);
        Assert.Contains(
            "\n  start_date: { column: Start, format: day-first | month-first }\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "\n  volume: { column: Aantal, decimal: decimal-comma | decimal-point }\n", text, StringComparison.Ordinal);
        Assert.Contains("{ constant: uur }", text, StringComparison.Ordinal);
        Assert.Contains(
            "niet gevonden: 1; kolommen waarbij een keuze nodig is: 3.", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("GEHEIM", text + outcome.Output + outcome.Error, StringComparison.Ordinal);
        var unanswered = Outcome.Of(
            "trajectories", export, "--mapping", _folder["mapping.yaml"], "--out", _folder["t.csv"]);
        Assert.Equal(2, unanswered.Code);
        Assert.Contains("Kies uit: iso, day-first", unanswered.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Parquet_and_several_files_make_one_mapping()
    {
        using var reading = new Reading();
        var parquet = reading.WriteQuery(
            "SELECT 'c' AS clientnummer, '54002' AS product, '20190301' AS begindatum, DATE '2019-03-31' AS einddatum, "
                + "1.5 AS volume, 'uur' AS eenheid");
        var csv = Write(
            "b.csv",
            "CLIENTNUMMER;Product;Begindatum;Einddatum;Volume;Eenheid;Geboortejaar\n"
                + "c;54002;20190401;20190430;2,5;04;2009\n");

        Assert.Equal(0, Run("init", parquet, csv).Code);

        var outcome = Outcome.Of(
            "trajectories", parquet, csv, "--mapping", _folder["mapping.yaml"], "--out", _folder["t.csv"]);
        Assert.Equal(
            (0, "c,54002,,1,2019-03-01,2019-04-30,61,4,uur,2,1,1,61,1,9,first,0,0,1"),
            (outcome.Code, File.ReadLines(_folder["t.csv"]).Last()));
    }

    [Fact]
    public void Files_that_call_a_column_differently_are_read_with_one_mapping()
    {
        var one = Write("a.csv", "Client;Product;Van;Tot;Aantal;Eenheid\nc;54002;01-03-2019;31-03-2019;1,5;uur\n");
        var other = Write(
            "b.csv", "Clientnummer;Productcode;Begindatum;Tot;Aantal;Eenheid\nc;54002;01-04-2019;30-04-2019;2,5;uur\n");

        Assert.Equal(0, Run("init", one, other).Code);

        Assert.Contains(
            "\n  client_id: { column: [Client, Clientnummer] }",
            File.ReadAllText(_folder["mapping.yaml"]),
            StringComparison.Ordinal);
        var outcome = Outcome.Of(
            "trajectories", one, other, "--mapping", _folder["mapping.yaml"], "--out", _folder["t.csv"]);
        Assert.Equal(
            (0, "c,54002,,1,2019-03-01,2019-04-30,61,4,uur,2,1,1,61,1,,first,0,0,1"),
            (outcome.Code, File.ReadLines(_folder["t.csv"]).Last()));
    }

    [Fact]
    public void A_mapping_that_exists_stays_as_it_is()
    {
        var export = Write("export.csv", "client_id;product_code\n1;2\n");
        Write("mapping.yaml", "mijn werk");

        Assert.Equal(5, Run("init", export).Code);
        Assert.Equal("mijn werk", File.ReadAllText(_folder["mapping.yaml"]));
    }

    private Outcome Run(params string[] arguments) => Outcome.Of([.. arguments, "--out", _folder["mapping.yaml"]]);

    private string Write(string name, string text)
    {
        File.WriteAllText(_folder[name], text);
        return _folder[name];
    }
}
