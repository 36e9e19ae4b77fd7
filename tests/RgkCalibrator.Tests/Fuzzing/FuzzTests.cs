using System.Text;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Csv;
using RgkCalibrator.Intake.Formats;
using RgkCalibrator.Intake.Messages;
using RgkCalibrator.Tests.Cli;
using RgkCalibrator.Tests.Hostile;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Tests.Intake.Messages;
using Xunit.Abstractions;

namespace RgkCalibrator.Tests.Fuzzing;

/// <summary>
/// Every reader that we wrote, with inputs that nobody wrote: a million in memory, for tables, messages, catalogues and
/// mappings together. A reader more is a test more. BrokenFilesTests tries workbooks and Parquet in another process.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper told) : IDisposable
{
    private const int OfTables = 400_000;
    private const int OfMessages = 300_000;
    private const int OfCatalogues = 150_000;
    private const int OfMappings = 150_000;

    private static readonly string[] Texts =
    [
        HostileCase.Header + "\n" + HostileCase.Rows,
        "Uitdraai;2019\n\nclient_id;product_code;start_date;end_date;volume;unit\n"
            + string.Concat(Enumerable.Repeat("c1;54002;13-03-2019;31-03-2019;4,5;uur\n", 5)),
        "client_id,product_code,start_date,end_date,volume,unit\nc1,54002,2019-03-13,2019-03-31,4.5,uur\n",
        "client_id\tproduct_code\tstart_date\tend_date\tvolume\tunit\r\nc1\t54002\t20190313\t20190331\t-4.5\t01\r\n",
        "sep=;\n\"client_id\";\"product_code\";\"start_date\";\"end_date\";\"volume\";\"unit\";\"debit_credit\"\n"
            + "\"c1\";\"54\"\"002\";\"1 mrt 2019\";\"31 mrt 2019\";\"1.234,5\";\"uur\nx\";\"C\"\n",
        "client_id;product_code;start_date;end_date;volume;unit;line_id;credits_line_id\r"
            + "c1;54002;44256;44260;1;uur;a;\r"
            + "c1;54002;44256;44260;1;uur;b;a\r",
    ];

    private static readonly string[] Settings =
    [
        "trajectories: { observed: 2018-01-01..2023-12-31, gapDays: 90 }\nproducts:\n  - code: 45C02\n"
            + "    name: Licht\n    framework: norm\n    unit: uur\n    current:\n"
            + "      - { volume: 61, duration: 12 maand }\n"
            + "    subgroups:\n      - { id: jong, label: 0-5 jaar, when: { age: 0-5 } }\n",
        "name: Proef\nnotice: >\n  Een\n  tekst\n"
            + "trajectories: { observed: 2018-01-01..2023-12-31, cohortRule: started }\n"
            + "allowedDurations: [3 maand, 26 week, schooljaar]\nproducts:\n"
            + "  - { code: a, name: b, framework: rgk, unit: dagdeel, "
            + "formerCodes: [{ code: c, until: 2020-12-31 }] }\n",
        "columns:\n  client_id: Clientnr\n  volume: { column: Aantal, decimal: decimal-comma }\n"
            + "  start_date: { column: [Begin, Start], format: day-first }\n  unit: { constant: uur }\n"
            + "  product_code: { column: Code, values: { A: 45C02, 'B': \"54002\" } }\n",
        "smallestGroup: 5\ncountRounding: 5\nbandFrom: 0.8\nexceptions:\n  - setting: smallestGroup\n    name: x\n"
            + "    reason: y\n    until: 2027-12-31\n",
    ];

    private static readonly TestRow Declared = new(
        "kind-1", "45C02", new DateOnly(2021, 1, 1), new DateOnly(2021, 1, 31), 90, "01")
    {
        Id = "R1",
        Assignment = "7",
    };

    private static readonly TextMutation Tables = new(
        Bytes(Texts), [";", ",", "\t", "|", "-", "sep=;", "client_id", "volume", "1.234,5", "1e999", "31-02-2019",
            "NULL"]);

    private static readonly string[] Marks =
    [
        ": ", "- ", "[", "]", "{", "}", ",", "#", "&a ", "*a", "!!x ", "|\n", ">\n", "? ", "---\n", "...\n",
        "%YAML 1.2\n",
        "\"\\x", "\"\\uD800\"", "\"\\UFFFFFFFF\"", "<<: ", "~", "null", "99999999999", "0.0000001", "-1", "NaN", "  ",
    ];

    private static readonly TextMutation Catalogues = new(Bytes(Settings[..2]), Marks);

    private static readonly TextMutation Mappings = new(Bytes(Settings[2..3]), Marks);

    private static readonly TextMutation Messages = new(
        Bytes(
        [
            MessageText.Declaration([Declared, Declared with { Client = "kind-2", Mark = "C" }]),
            MessageText.Care(new TestCare("kind-1", "7", new(2021, 1, 15))),
            MessageText.Care(new TestCare("kind-1", "7", new(2021, 1, 15)) { End = new(2021, 6, 20) }),
        ]),
        ["<Prestatie>", "</Prestatie>", "<Bsn>", "</Client>", "<a:b xmlns:a='c'>", "<!DOCTYPE a [<!ENTITY b 'c'>]>",
            "&b;", "&#0;", "&#xFFFF;", "<![CDATA[", "]]>", "<!--", "-->", "<?a?>", "<?xml version='1.1'?>", "wmo",
            "2021-02-30", "-0", "9999999999999999999999"]);

    private static readonly TextMutation Profiles = new(Bytes(Settings[3..]), Marks);

    private static readonly TextMutation Values = new(
        Bytes(["2021-03-01", "1-3-2021 12:00", "20210301", "1 mrt 2021", "44256.5", "2021-02-28T23:00+01:00",
            "€ 1.234,56-"]),
        ["0", "9", "99999999999999999999", "-", "/", ".", ",", "e", "E+", "T", ":", "Z", "+", "€", "mrt", "december",
            "%"]);

    // Files of every kind, also of those that the program does not read yet.
    private static readonly HostileCase[] Files =
    [
        .. HostileCases.All.Values.Where(one =>
            !one.IsDangerous && (one.Name.StartsWith("workbook", StringComparison.Ordinal)
                || one.Name.StartsWith("message", StringComparison.Ordinal)
                || one.Name.StartsWith("gzip", StringComparison.Ordinal))),
    ];

    private readonly Reading _reading = new(threads: 1);

    public void Dispose() => _reading.Dispose();

    [Fact]
    public void The_head_of_a_table_is_understood_or_refused_and_its_lines_are_counted_alike() => Tried(
        OfTables,
        Tables,
        text =>
        {
            var grammar = HeaderSearch.Guess(CsvHead.Of("a.csv", text, isWhole: true)).Grammar;
            using var block = new CsvBlock(grammar);
            block.Memory.Ensure(text.Length);
            text.CopyTo(block.Memory.Bytes(0, text.Length));
            block.Begin(text.Length, 0, hasQuotes: true);
            while (block.MoveNext())
            {
                for (var field = 0; field < block.FieldCount; field++)
                    _ = block.Field(field).Length;
            }

            var scan = LineScan.Scan(text, grammar);
            if (!scan.EndsInQuotes)
                Assert.Equal(scan.Lines + (scan.LastEnd < text.Length ? 1 : 0), block.Row);
        });

    [Fact]
    public void A_message_is_read_or_refused_and_its_records_are_counted_alike() => Tried(
        OfMessages,
        Messages,
        text =>
        {
            using var message = new MessageReader(new MemoryStream(text), "a.xml");
            var records = message.Records(CancellationToken.None).Count();
            Assert.Equal(
                MessageReader.Count(new MemoryStream(text), "a.xml", message.Header.Kind, CancellationToken.None),
                records);
        });

    [Fact]
    public void A_table_is_read_with_a_ledger_that_balances_or_refused() => Fuzz.Try(
        Tables.Of,
        text =>
        {
            File.WriteAllBytes(_reading.Folder["a.csv"], text);

            var ledger = _reading.LedgerOf(_reading.Folder["a.csv"]);

            Assert.All(ledger.Files, file => Assert.True(file.Balances));
            Assert.Equal(ledger.Files.Sum(file => file.Rows), ledger.Rows);
        },
        told);

    [Fact]
    public void A_catalogue_is_read_or_refused() =>
        Tried(OfCatalogues, Catalogues, text => CatalogueFile.Parse(Encoding.UTF8.GetString(text), "a.yaml"));

    [Fact]
    public void A_mapping_is_read_or_refused() =>
        Tried(OfMappings, Mappings, text => MappingFile.Parse(Encoding.UTF8.GetString(text), "a.yaml"));

    [Fact]
    public void The_readers_in_memory_are_tried_a_million_times() =>
        Assert.Equal(1_000_000, OfTables + OfMessages + OfCatalogues + OfMappings);

    [Fact]
    public void A_disclosure_profile_is_read_or_refused() =>
        Fuzz.Try(Profiles.Of, text => ProfileFile.Parse(Encoding.UTF8.GetString(text), "a.yaml"), told);

    [Fact]
    public void A_date_or_a_number_is_read_in_every_form_or_in_none() => Fuzz.Try(
        Values.Of,
        text =>
        {
            foreach (var format in ValueFormats.Dates)
            {
                if (DateParser.TryParse(text, format, out var day))
                    Assert.InRange(day, DayNumber.Of(DateOnly.MinValue), DayNumber.Of(DateOnly.MaxValue));
            }

            foreach (var format in ValueFormats.Numbers)
                _ = NumberParser.IsNumber(text, format) ? NumberParser.ToTicks(text, format) : 0;
        },
        told);

    [Fact]
    public void A_broken_file_of_any_other_kind_is_read_or_refused() => Fuzz.Try(
        Broken,
        file =>
        {
            var path = _reading.Folder["a" + Encoding.ASCII.GetString(file[..5]).Trim()];
            File.WriteAllBytes(path, file[5..]);

            var outcome = Outcome.Of("validate", path);

            Assert.True(outcome.Code is 0 or 2 or 5, outcome.Error);
            Assert.DoesNotContain(HostileCase.Canary, outcome.Output + outcome.Error,
                StringComparison.OrdinalIgnoreCase);
        },
        told);

    private void Tried(int fewest, TextMutation inputs, Action<byte[]> read) =>
        Assert.InRange(Fuzz.Try(inputs.Of, read, told, fewest), fewest, int.MaxValue);

    // The ending of its name, and then the file.
    private byte[] Broken(int number)
    {
        var folder = Directory.CreateDirectory(_reading.Folder["kapot"]).FullName;
        var path = Files[number % Files.Length].Make(folder)[1];
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length is 0 or > 100_000)
            bytes = [.. "leeg"u8];
        return [.. Encoding.ASCII.GetBytes(Path.GetExtension(path).PadRight(5)),
            .. new TextMutation([bytes], ["PK"]).Of(number)];
    }

    private static byte[][] Bytes(IEnumerable<string> texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
