using System.Text;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Csv;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Tests.Intake.Csv;

namespace RgkCalibrator.Tests.Intake.Corpus;

public sealed class CorpusTests(CorpusFolder folder) : IClassFixture<CorpusFolder>
{
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    // What the program shows as an example of a form is no cell, though a cell may hold the same.
    private static readonly string[] Examples =
    [
        "2021-03-01", "01-03-2021", "20210301", "1 mrt 2021", "44256", "42794", "18687", "22340", "03/01/2021",
        "1.234,5", "1234.5",
    ];

    private static readonly RowOutcome[] Counted = [RowOutcome.Netted, RowOutcome.Duplicate, RowOutcome.Excluded];

    public static TheoryData<string> Titles { get; } = [.. CorpusCases.All.Keys];

    public static TheoryData<string> ValidTitles { get; } =
        [
            .. CorpusCases.All.Values
                .Where(given => !given.Expected[0].StartsWith("refused", StringComparison.Ordinal)
                    && given.Files.All(file => file.IsForCsvHelper))
                .Select(given => given.Title),
        ];

    [Fact]
    public void The_corpus_has_two_hundred_and_twenty_cases_or_more() =>
        Assert.True(CorpusCases.All.Count >= 220, Numbers.Whole(CorpusCases.All.Count));

    [Theory]
    [MemberData(nameof(Titles))]
    public void It_ends_as_the_case_says(string title)
    {
        var given = CorpusCases.All[title];
        var outcome = folder.Read(given);

        Assert.True(
            Differences(given, outcome).ToList() is [],
            string.Join('\n', ["Differences:", .. Differences(given, outcome), "Found:", outcome.ToString()]));
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void Nothing_that_is_shown_or_written_holds_the_text_of_a_cell(string title)
    {
        var given = CorpusCases.All[title];
        var outcome = folder.Read(given);

        foreach (var shown in outcome.Shown().Select(WithoutExamples))
            Assert.DoesNotContain(given.Secrets, secret => shown.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(ValidTitles))]
    public void CsvHelper_reads_the_same_records_and_fields(string title)
    {
        var given = CorpusCases.All[title];
        var mapping = given.Mapping is { } text ? MappingFile.Parse(text, "mapping.yaml") : ColumnMapping.None;
        foreach (var path in folder.Write(given))
        {
            var csv = CsvFile.Open(path, Wording.Same("?"), mapping.IsHeader);
            using var data = new CsvText(
                [.. Encoding.ASCII.GetBytes("kop\n"), .. File.ReadAllBytes(path)[(int)csv.Dialect.DataStart..]]);
            var encoding = csv.Dialect.Grammar.IsUtf8 ? Encoding.UTF8 : Windows;

            var records = Records(csv);

            Assert.Equal(data.CsvHelperRecords((char)csv.Dialect.Grammar.Delimiter, encoding), records);
            Assert.Equal(records.Count, CsvCount.Records(csv, CancellationToken.None));
        }
    }

    private static string WithoutExamples(string text) => Examples.Aggregate(
        text, (left, example) => left.Replace(example, string.Empty, StringComparison.Ordinal));

    private static List<string[]> Records(CsvFile csv)
    {
        var records = new List<string[]>();
        csv.Read(1, block =>
        {
            while (block.MoveNext())
            {
                var fields = Enumerable.Range(0, block.FieldCount);
                records.Add([.. fields.Select(field => Encoding.UTF8.GetString(block.Field(field)))]);
            }
        }, CancellationToken.None);
        return records;
    }

    private static IEnumerable<string> Differences(CorpusCase given, CorpusOutcome outcome)
    {
        var refusals = given.Expected.Where(line => line.StartsWith("refused ", StringComparison.Ordinal)).ToList();
        if (refusals.Count == 0 && outcome.Refusal is null)
            return Lines(given, outcome).Concat(Rows(given, outcome)).Concat(Remarks(given, outcome));
        return refusals.Count == 1 && outcome.Refusal is not null
            ? Refusal(given, outcome.Refusal, refusals[0].Split(' ', 3))
            : ["One was refused, the other not."];
    }

    private static IEnumerable<string> Refusal(CorpusCase given, CalibrationException refusal, string[] words)
    {
        var expected = words[2].Split(": ", 2);
        var said = $"{refusal.What.Dutch} {refusal.Remedy.Dutch}";
        if (words[1] != refusal.ExitCode.ToString())
            yield return $"exit code {refusal.ExitCode}";
        if (expected[0] != refusal.Where)
            yield return $"at {refusal.Where}";
        foreach (var piece in ValuesOf(given, "says ").Append(expected[1]))
        {
            if (!said.Contains(piece, StringComparison.Ordinal))
                yield return $"does not say '{piece}'";
        }
    }

    /// <summary>Each expected line takes one that has all its parts; the most exact expectations first.</summary>
    private static IEnumerable<string> Lines(CorpusCase given, CorpusOutcome outcome)
    {
        var left = outcome.Lines.ToList();
        foreach (var expected in ValuesOf(given, "used ")
            .Select(line => line.Split(", ")).OrderByDescending(parts => parts.Length))
        {
            var found = left.Find(line => line.Parts[0] == expected[0] && expected.All(line.Parts.Contains));
            if (found is null)
                yield return $"no line: {string.Join(", ", expected)}";
            else
                left.Remove(found);
        }

        foreach (var line in left)
            yield return $"not expected: {line}";
    }

    private static IEnumerable<string> Rows(CorpusCase given, CorpusOutcome outcome)
    {
        var ledger = outcome.Ledger;
        var rejected = ledger.RejectedRows
            .Select(row => $"{ledger.Files[row.File].File} {Numbers.Whole(row.Row)} {row.Reason.Name()}").Order();
        var expected = ValuesOf(given, "rejected ")
            .Select(line => line.Count(letter => letter == ' ') == 1 ? $"{given.Files[0].Name} {line}" : line).Order();
        if (!rejected.SequenceEqual(expected))
            yield return "rejected rows";
        foreach (var place in Counted)
        {
            if (ledger.At(place).Rows != ValuesOf(given, place.NameInFiles() + " ").Sum(Number))
                yield return $"{place.NameInFiles()} rows";
        }

        if (!ledger.Files.All(file => file.Balances) || ledger.Used != outcome.Lines.Count)
            yield return "the ledger does not balance";
        if (ledger.At(RowOutcome.Used).Volume.Any(
            part => part.Ticks != outcome.Lines.Where(line => line.Unit == part.Unit)
                .Aggregate((Int128)0, (sum, line) => sum + line.Ticks)))
        {
            yield return "the volume of the used lines is not that of the ledger";
        }
    }

    private static IEnumerable<string> Remarks(CorpusCase given, CorpusOutcome outcome)
    {
        var expected = new LedgerRemarks(
            ValuesOf(given, "unequal-duplicates ").Sum(Number), ValuesOf(given, "unequal-credits ").Sum(Number));
        if (expected != outcome.Ledger.Remarks)
            yield return $"{outcome.Ledger.Remarks}";
        if (ValuesOf(given, "carried ").Any(ticks => Number(ticks) != outcome.Carried))
            yield return "the volume that the trajectories must add up to";
        foreach (var reading in ValuesOf(given, "reads ").Select(line => line.Split(": ", 2)))
        {
            if (!outcome.Readings.Any(found => found.Column.Name() == reading[0]
                && found.Form.Dutch.Contains(reading[1], StringComparison.Ordinal)))
            {
                yield return $"reads {reading[0]} otherwise";
            }
        }
    }

    private static IEnumerable<string> ValuesOf(CorpusCase given, string word) =>
        given.Expected.Where(line => line.StartsWith(word, StringComparison.Ordinal))
            .Select(line => line[word.Length..]);

    private static long Number(string text) => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
