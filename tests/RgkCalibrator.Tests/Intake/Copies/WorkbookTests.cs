using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Formats;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Tests.Cli;
using RgkCalibrator.Tests.Intake.Corpus;

namespace RgkCalibrator.Tests.Intake.Copies;

/// <summary>Workbooks of Excel are read as tables, wherever these stand in them.</summary>
public sealed class WorkbookTests : IDisposable
{
    private static readonly object[] Header =
        ["client_id", "product_code", "start_date", "end_date", "volume", "unit"];

    private readonly Reading _reading = new();

    public void Dispose() => _reading.Dispose();

    [Fact]
    public void A_year_in_a_workbook_counts_beside_a_year_in_text()
    {
        File.WriteAllText(
            _reading.Folder["2021.csv"],
            "client_id;product_code;start_date;end_date;volume;unit\nk1;45C02;01-03-2021;31-03-2021;1,5;uur\n");
        Save("2022.xlsx", new TestSheet("2022", Header, Row("k1", 2022, 2.25)));

        var ledger = _reading.LedgerOf(_reading.Folder["2021.csv"], _reading.Folder["2022.xlsx"]);

        Assert.Equal((2, 2), (ledger.Rows, ledger.Used));
        Assert.Equal([9_000, 13_500], ledger.Files.Select(file => (long)file.Ticks));
    }

    [Fact]
    public void Every_sheet_with_the_header_is_read_and_others_are_named()
    {
        var path = Save(
            "a.xlsx",
            new TestSheet("Toelichting", ["Deze werkmap bevat declaraties."]),
            new TestSheet("2021", Header, Row("k1", 2021)),
            new TestSheet("leeg"),
            new TestSheet("2022", [null, .. Header.Reverse()], [null, .. Row("k2", 2022).Reverse()])
            {
                State = "hidden",
            });

        var output = Validated(path);

        Assert.Equal(["k1", "k2"], Clients(path));
        Assert.Contains(
            "Het blad '2021' is gelezen: kop op rij 1, rijen eronder: 1.", output, StringComparison.Ordinal);
        Assert.Contains("Het verborgen blad '2022' is gelezen", output, StringComparison.Ordinal);
        Assert.Contains("zonder kop die bij declaraties hoort: 'Toelichting'.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("leeg", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_passes_a_sheet_over_says_so()
    {
        var path = Save(
            "a.xlsx",
            new TestSheet("2021", Header, Row("k1", 2021)),
            new TestSheet("Codes", ["code", "naam"], [1, "x"]));

        var outcome = Outcome.Of("trajectories", path, "--out", _reading.Folder["t.csv"]);

        Assert.Equal(0, outcome.Code);
        Assert.Contains("Let op: a.xlsx: niet gelezen bladen", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("'Codes'", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_one_sheet_lacks_is_empty_there_and_said()
    {
        var path = Save(
            "a.xlsx",
            new TestSheet("2021", Header, Row("k1", 2021)),
            new TestSheet("2022", [.. Header, "provider_id"], [.. Row("k2", 2022), "p1"]));

        Assert.Equal(["k1", "k2"], Clients(path));
        Assert.Contains(
            "Op blad '2021' ontbreken kolommen van de andere bladen: provider_id.",
            Validated(path),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_is_found_below_titles_and_beside_empty_columns()
    {
        var path = Save("a.xlsx", new TestSheet(
            "Blad1",
            null,
            [null, "Export van de declaraties", null, null, null, null, null, "pagina 1"],
            null,
            [null, .. Header],
            null,
            [null, .. Row("k1", 2021)],
            [null, null, " ", "", new RawCell("<v></v>", "str")],
            [null, .. Row("k2", 2021), null, "een opmerking"]));

        var output = Validated(path);

        Assert.Equal(["k1", "k2"], Clients(path));
        Assert.Contains("kop op rij 4, rijen eronder: 2.", output, StringComparison.Ordinal);
        Assert.Contains("Kolommen zonder naam in de kop zijn niet gelezen: I.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_are_merged_over_a_header_of_two_rows_are_names()
    {
        var path = Save("a.xlsx", new TestSheet(
            "Blad1",
            ["client_id", "product_code", "Periode", null, "volume", "unit"],
            [null, null, "start_date", "end_date", null, null],
            Row("k1", 2021),
            [null, .. Row("k2", 2021).Skip(1)])
        {
            Below = "<mergeCells>"
                + string.Concat("ABEF".Select(column => $"<mergeCell ref='{column}1:{column}2'/>"))
                + "<mergeCell ref='C1:D1'/><mergeCell ref='A3:A4'/></mergeCells>",
        });

        var rejected = Assert.Single(_reading.LedgerOf(path).RejectedRows);

        Assert.Equal((4, RejectionReason.MissingClient), (rejected.Row, rejected.Reason));
        Assert.Equal(["k1"], Clients(path));
    }

    [Fact]
    public void A_row_is_named_by_its_number_in_Excel()
    {
        var path = Save(
            "a.xlsx",
            new TestSheet("2021", ["titel"], Header, Row("k1", 2021), null, ["Totaal", null, null, null, 12.5]),
            new TestSheet("2022", Header, Row("k1", 2022), [null, .. Row("k1", 2022).Skip(1)]));

        var ledger = _reading.LedgerOf(path);

        Assert.Equal(
            [(5, RejectionReason.MissingProduct), (20_000_003, RejectionReason.MissingClient)],
            ledger.RejectedRows.Select(row => (row.Row, row.Reason)));
        Assert.Equal((4, 2), (ledger.Rows, ledger.Used));
        Assert.Contains(
            "Bij de rijnummers van blad '2022' is 20000000 opgeteld: 20000002 is daar rij 2.",
            Validated(path),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_rows_are_read_and_said()
    {
        var path = Save("a.xlsx", new TestSheet("2021", Header, Row("k1", 2021), Row("k2", 2021)) { Hidden = [3] });

        Assert.Equal(["k1", "k2"], Clients(path));
        Assert.Contains("Ook verborgen rijen zijn gelezen: 1.", Validated(path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mapping_is_proposed_for_the_table_and_works()
    {
        object[] header = ["Clientnummer", "Productcode", "Begindatum", "Einddatum", "Volume", "Eenheid"];
        var path = Save(
            "a.xlsx",
            new TestSheet("Codes", ["code", "naam"], ["45C02", "Begeleiding"]),
            new TestSheet("2021", ["Export"], header, Row("k1", 2021), Row("k2", 2021)),
            new TestSheet("2022", header, Row("k1", 2022)));

        Assert.Equal(0, Outcome.Of("init", path, "--out", _reading.Folder["mapping.yaml"]).Code);
        Assert.Contains("Clientnummer", File.ReadAllText(_reading.Folder["mapping.yaml"]), StringComparison.Ordinal);
        var outcome = Outcome.Of("validate", path, "--mapping", _reading.Folder["mapping.yaml"]);

        Assert.Contains("a.xlsx: Excel-werkmap, 3 rijen", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_mapping_says_of_texts_does_not_count_for_days_and_numbers()
    {
        var mapping = new Dictionary<CanonicalColumn, ValueFormat>
        {
            [CanonicalColumn.StartDate] = ValueFormat.DayFirst,
            [CanonicalColumn.EndDate] = ValueFormat.DayFirst,
            [CanonicalColumn.Volume] = ValueFormat.DecimalPoint,
        };
        using var reading = new Reading
        {
            Mapping = new ColumnMapping([.. mapping.Select(
                pair => new MappedColumn(pair.Key, [pair.Key.Name()]) { Format = pair.Value })]),
        };
        object[] texts = ["k1", "45C02", "03-01-2021", "31-01-2021", "1.234", "uur"];
        var paths = new[] { Row("k1", 2021, 1.234), texts }.Select(
            (row, i) => Save($"{i}.xlsx", new TestSheet("2021", Header, row))).ToList();

        var ledger = reading.LedgerOf(paths);

        Assert.Equal(2, ledger.Used);
        Assert.All(ledger.Files, file => Assert.Equal(7404, (long)file.Ticks));
    }

    [Fact]
    public void A_workbook_gets_pseudonyms_as_text()
    {
        var path = Save(
            "a.xlsx",
            new TestSheet("2021", Header, Row("k1", 2021, 1.234)),
            new TestSheet("Namen", ["client_id", "naam", "adres"], ["k1", "GEHEIM", "GEHEIM"]),
            new TestSheet("2022", Header, Row("k1", 2022)));
        File.WriteAllText(_reading.Folder["sleutel.txt"], new string('x', 32));

        var outcome = Outcome.Of(
            "pseudonymise", path, "--key", _reading.Folder["sleutel.txt"], "--out", _reading.Folder["uit"]);

        Assert.Equal(0, outcome.Code);
        var lines = File.ReadAllLines(_reading.Folder["uit/a.csv"]);
        Assert.Equal(3, lines.Length);
        Assert.EndsWith(";45C02;2021-03-01;2021-03-31;1,2340;uur", lines[1], StringComparison.Ordinal);
        Assert.Equal(lines[1].Split(';')[0], lines[2].Split(';')[0]);
        Assert.Contains("'Namen'", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(lines, line => line.Contains("GEHEIM", StringComparison.Ordinal));
    }

    [Fact]
    public void A_workbook_that_Excel_has_open_is_read_and_its_lock_is_named()
    {
        Save("a.xlsx", new TestSheet("2021", Header, Row("k1", 2021)));
        File.WriteAllText(_reading.Folder["~$a.xlsx"], "Jan");
        var all = Path.Combine(_reading.Folder.Root, "*.xlsx");

        foreach (var input in new[] { _reading.Folder.Root, all })
        {
            var outcome = Outcome.Of("validate", input);
            Assert.Equal(0, outcome.Code);
            Assert.Contains("~$a.xlsx", outcome.Error, StringComparison.Ordinal);
            Assert.Contains("Sluit Excel", outcome.Error, StringComparison.Ordinal);
        }

        var named = Outcome.Of("validate", _reading.Folder["~$a.xlsx"]);
        Assert.Equal(5, named.Code);
        Assert.Contains("Sluit Excel", named.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_header_on_any_sheet_the_file_is_refused()
    {
        var path = Save("a.xlsx", new TestSheet("a", ["GEHEIM"]), new TestSheet("b", ["client_id", "x"], [1, 2]));

        var refused = Assert.Throws<CalibrationException>(() => _reading.LedgerOf(path));

        Assert.Contains("client_id", refused.What.English, StringComparison.Ordinal);
        Assert.DoesNotContain("GEHEIM", refused.What.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_with_part_of_a_header_says_which_columns_are_missing()
    {
        var path = Save("a.xlsx", new TestSheet("a", Header[..5], Row("k1", 2021)[..5]));

        var refused = Assert.Throws<CalibrationException>(() => _reading.LedgerOf(path));

        Assert.Contains("unit", refused.What.English, StringComparison.Ordinal);
    }

    private static object[] Row(string client, int year, object? volume = null) =>
        [client, "45C02", new DateOnly(year, 3, 1), new DateOnly(year, 3, 31), volume ?? 3, "uur"];

    // Sentences on the screen are broken into lines.
    private static string Validated(string path) =>
        string.Join(' ', Outcome.Of("validate", path).Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private string Save(string name, params TestSheet[] sheets) => new TestWorkbook(sheets).Save(_reading.Folder[name]);

    private IEnumerable<string> Clients(string path)
    {
        using var declarations = _reading.Read(path);
        return [.. CorpusFolder.LinesOf(declarations).Select(line => line.Parts[0]).Order(StringComparer.Ordinal)];
    }
}
