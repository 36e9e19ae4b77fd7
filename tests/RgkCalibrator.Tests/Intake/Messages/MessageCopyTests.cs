using System.Text;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Copies;
using RgkCalibrator.Intake.Csv;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Tests.Intake.Corpus;

namespace RgkCalibrator.Tests.Intake.Messages;

/// <summary>iJw messages are read as the lines that they declare, with what other messages tell of them.</summary>
public sealed class MessageCopyTests : IDisposable
{
    private static readonly TestRow Row = new(
        "kind-1", "45C02", new DateOnly(2021, 1, 1), new DateOnly(2021, 1, 31), 90, "01")
    {
        Id = "R1",
        Assignment = "7",
        Mark = "D",
    };

    private readonly Reading _reading = new() { Mapping = Reading.AllAsked };
    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;

    public MessageCopyTests() =>
        _session = Session.Open(SessionSettings.Default with { Threads = 1, SpillFolder = _folder["spill"] });

    [Fact]
    public void A_line_has_what_the_message_says()
    {
        var line = Assert.Single(Copied(("d.xml", MessageText.Declaration([Row]))));

        Assert.Equal(
            "client_id=kind-1 product_code=45C02 start_date=2021-01-01 end_date=2021-01-31 volume=90 unit=01 "
            + "provider_id=11111111 municipality=0518 debit_credit=D line_id=R1 credits_line_id= assignment_id=7 "
            + "amount=123.45",
            line);
    }

    [Fact]
    public void Starts_and_stops_give_the_true_dates_of_the_lines_of_their_assignment()
    {
        var care = new TestCare("kind-1", "7", new(2021, 1, 15));
        var lines = Copied(
            ("d.xml", MessageText.Declaration([Row, Row with { Assignment = "8" }, Row with { Client = "kind-2" }])),
            ("start.xml", MessageText.Care(care, new DateOnly(2010, 5, 4))),
            ("stop.xml", MessageText.Care(care with { End = new(2021, 6, 20), Reason = "33" })));

        Assert.EndsWith(
            "birth_date=2010-05-04 care_start=2021-01-15 care_end=2021-06-20 end_reason=33", lines[0],
            StringComparison.Ordinal);
        Assert.EndsWith("birth_date=2010-05-04 care_start= care_end= end_reason=", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("birth_date= care_start= care_end= end_reason=", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_of_an_assignment_counts_within_its_municipality()
    {
        var lines = Copied(
            ("d.xml", MessageText.Declaration([Row], municipality: "0599")),
            ("start.xml", MessageText.Care(new TestCare("kind-1", "7", new(2021, 1, 15)))));

        Assert.Contains("care_start= ", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_start_without_a_number_belongs_to_the_assignment_that_begins_as_it_says()
    {
        var first = new DateOnly(2021, 1, 5);
        var care = new TestCare("kind-1", null, new(2021, 1, 15)) { Product = "45C02", AssignedFrom = first };
        var lines = Copied(
            ("a.xml", MessageText.Assignment("kind-1", "7", "45C02", first, new DateOnly(2011, 2, 3))),
            ("d.xml", MessageText.Declaration([Row])),
            ("start.xml", MessageText.Care(care)));

        Assert.Contains("birth_date=2011-02-03 care_start=2021-01-15", lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "2011-02-15")]
    [InlineData("2", "2011-07-01")]
    public void Of_a_birth_date_only_what_is_known_counts(string use, string read)
    {
        var lines = Copied(
            ("a.xml", MessageText.Assignment("kind-1", "7", "45C02", new(2021, 1, 1), new DateOnly(2011, 2, 3), use)),
            ("d.xml", MessageText.Declaration([Row])));

        Assert.EndsWith("birth_date=" + read, lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_credit_takes_away_the_line_that_it_names()
    {
        var credit = Row with { Id = "R2", Credits = "R1", Mark = "C" };
        var path = Write("d.xml", MessageText.Declaration([Row, Row with { Id = "R3" }, credit]));

        using var declarations = _reading.Read(path);

        Assert.Equal((3, 1), (declarations.Ledger.Rows, declarations.Ledger.Used));
    }

    [Fact]
    public void A_debit_that_names_an_earlier_line_takes_nothing_away()
    {
        var path = Write("d.xml", MessageText.Declaration([Row, Row with { Id = "R2", Credits = "R1" }]));

        Assert.Equal(2, _reading.LedgerOf(path).Used);
    }

    [Fact]
    public void Euros_are_declared_in_cents()
    {
        var path = Write("d.xml", MessageText.Declaration([Row with { Volume = 12345, Unit = "83" }]));

        using var declarations = _reading.Read(path);

        Assert.Contains("74070000 eurocent", Assert.Single(CorpusFolder.LinesOf(declarations)).Parts);
    }

    [Theory]
    [InlineData(1.5, "1.5")]
    [InlineData(12.25, "12.25")]
    [InlineData(1.234, "1.2340")]
    public void A_point_in_a_volume_is_decimal(double volume, string copied)
    {
        var path = Write("d.xml", MessageText.Declaration([Row with { Volume = (decimal)volume }]));

        Assert.Contains($" volume={copied} ", Copied(["d.xml"])[0], StringComparison.Ordinal);
        Assert.Equal(1, _reading.LedgerOf(path).Used);
    }

    [Fact]
    public void A_message_without_what_a_line_needs_has_a_rejected_row_with_its_number()
    {
        var path = Write("d.xml", MessageText.Declaration([Row, Row with { Unit = null }, Row with { Start = null }]));

        Assert.Equal(
            [(2L, RejectionReason.UnknownUnit), (3L, RejectionReason.BadDate)],
            _reading.LedgerOf(path).RejectedRows.Select(row => (row.Row, row.Reason)));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("iso-8859-1")]
    public void A_message_is_read_in_the_encoding_that_it_declares(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var text = $"<?xml version=\"1.0\" encoding=\"{name}\"?>"
            + MessageText.Declaration([Row with { Client = "cliënt" }]);
        File.WriteAllBytes(_folder["d.xml"], [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

        Assert.StartsWith("client_id=cliënt ", Copied(["d.xml"])[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3_0")]
    [InlineData("3_1")]
    public void Earlier_releases_of_iJw_3_are_read_alike(string release) => Assert.Equal(
        Copied(("d.xml", MessageText.Declaration([Row]))),
        Copied(("d.xml", MessageText.Declaration([Row]).Replace("3_2", release, StringComparison.Ordinal))));

    [Fact]
    public void A_mapping_for_files_with_other_names_does_not_touch_messages()
    {
        var mapping = new ColumnMapping(
        [
            new MappedColumn(CanonicalColumn.ClientId, ["Clientnr"]),
            new MappedColumn(CanonicalColumn.Unit, []) { Constant = "uur" },
            new MappedColumn(CanonicalColumn.ProductCode, ["product"])
            {
                Values = new Dictionary<string, string> { ["45C02"] = "54002" },
            },
        ]);
        using var reading = new Reading { Mapping = mapping };
        using var declarations = reading.Read(Write("d.xml", MessageText.Declaration([Row])));

        var line = Assert.Single(CorpusFolder.LinesOf(declarations));
        Assert.Contains("54002", line.Parts);
        Assert.Contains("540000 minuut", line.Parts);
    }

    public void Dispose()
    {
        _reading.Dispose();
        _session.Dispose();
        _folder.Dispose();
    }

    private string Write(string name, string text)
    {
        File.WriteAllText(_folder[name], text);
        return _folder[name];
    }

    /// <summary>What the copy of <c>d.xml</c> holds, each record with the names of its columns.</summary>
    private IReadOnlyList<string> Copied(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
            Write(name, text);
        return Copied(files.Select(file => file.Name));
    }

    private IReadOnlyList<string> Copied(IEnumerable<string> names)
    {
        var inputs = names.Select(name => new InputFile(_folder[name])).ToList();
        var joined = JoinedMessages.Read(inputs, CancellationToken.None);
        var copy = TextCopies.Make(
            _session, new InputFile(_folder["d.xml"]), joined, HeaderRules.Guess, CancellationToken.None)!;
        var records = File.ReadAllLines(copy.Path).Select(record => record.Split(';')).ToList();
        Assert.Equal(copy.Notes.Rows, records.Count - 1);
        return
        [
            .. records.Skip(1).Select(record =>
                string.Join(' ', record.Select((field, place) => $"{records[0][place]}={field}"))),
        ];
    }
}
