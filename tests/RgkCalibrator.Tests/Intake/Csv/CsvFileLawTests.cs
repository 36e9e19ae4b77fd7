using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RgkCalibrator.Intake.Csv;

namespace RgkCalibrator.Tests.Intake.Csv;

public sealed class CsvFileLawTests
{
    private const int Cases = 300;

    // Letters that are no UTF-8 in Windows-1252, and everything that means something.
    private static readonly string[] Pieces =
        ["a", "b1", "é", "ë", "\"", "\"\"", ";", ",", "\t", "|", "\n", "\r\n", "\r", " ", "\"a;\"", "2021-03-01"];
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly Gen<string> Field = Gen.Frequency(
        (3, Gen.Constant(string.Empty)),
        (6, Gen.Elements("c17", "45C02", "2021-03-01", "1,5", "jóng")),
        (6, Gen.Elements(Pieces).ListOf().Select(string.Concat)));

    private static readonly Gen<WrittenFile> Files =
        from delimiter in Gen.Elements(';', ',', '\t', '|')
        from lineEnd in Gen.Elements("\n", "\r\n", "\r")
        from encoding in Gen.Elements(new UTF8Encoding(false), new UTF8Encoding(true), Windows)
        from quotesAll in Gen.Elements(false, false, true)
        from endsInLine in Gen.Elements(true, false)
        from records in Field.NonEmptyListOf().ListOf()
        from blanks in Gen.Choose(0, 5).ListOf()
        select new WrittenFile(
            new WritingStyle(delimiter, lineEnd, encoding, quotesAll, endsInLine),
            [.. records.Select(fields => fields.ToArray())],
            [.. blanks]);

    [Fact]
    public void Every_field_of_every_record_is_read_as_it_was_written() => Holds((file, text) =>
        AssertSame(file.Expected, text.Records(sizes: BlockSizes.Usual)));

    [Fact]
    public void CsvHelper_reads_the_same() => Holds((file, text) => Assert.Equal(
        text.CsvHelperRecords(file.Style.Delimiter, file.Style.Encoding),
        text.Records().Select(record => record.Fields)));

    [Fact]
    public void The_size_of_blocks_and_the_number_of_threads_change_nothing() => Holds((file, text) =>
    {
        foreach (var (size, threads) in new[] { (1, 1), (3, 2), (16, 4), (33, 1), (64, 2), (100, 4) })
            AssertSame(file.Expected, text.Records(threads, new BlockSizes(size, 1 << 20)));
    });

    [Fact]
    public void The_count_is_the_number_of_records_that_were_written() => Holds((file, text) =>
    {
        foreach (var chunk in new[] { 1, 2, 33, 100, 256 << 10 })
            Assert.Equal(file.Records.Count, text.Count(chunk));
    });

    [Fact]
    public void Whatever_stands_in_a_file_we_read_what_CsvHelper_reads_and_count_what_we_read()
    {
        var random = new Random(1729);
        // A carriage return alone ends a line for CsvHelper, and a line of white space is a record.
        string[] pieces =
            [.. Pieces.Except(["\r", " ", "\t"]), "\n", "\n", ";", "x", "\n\n", "\"\n", ";\"", "\";"];
        var (read, refused) = (0, 0);
        for (var round = 0; round < 3 * Cases; round++)
        {
            var soup = string.Concat(random.GetItems(pieces, random.Next(1, 60)));
            using var text = new CsvText($"kop;b\nx;y\n{soup}\n");
            var expected = text.CsvHelperRecords(';', Encoding.UTF8);
            Assert.Equal(expected.Count, text.Count(random.Next(1, 50)));
            try
            {
                Assert.Equal(expected, text.Records(2).Select(record => record.Fields));
                read++;
            }
            catch (CalibrationException unclosed)
            {
                Assert.Contains("In row ", unclosed.What.English, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.True(Math.Min(read, refused) > Cases / 2);
    }

    private static void Holds(Action<WrittenFile, CsvText> law) =>
        Prop.ForAll(Arb.From(Files.Where(file => file.Records.Count > 0)), file =>
    {
        using var text = new CsvText(file.Bytes());
        law(file, text);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(1729, 1729));

    private static void AssertSame(IEnumerable<ReadRecord> expected, IEnumerable<ReadRecord> actual) =>
        Assert.Equal(expected.Select(record => record.ToString()), actual.Select(record => record.ToString()));
}

/// <summary>One way to write a file.</summary>
internal sealed record WritingStyle(char Delimiter, string LineEnd, Encoding Encoding, bool QuotesAll, bool EndsInLine);

/// <summary>Records, the style in which they are written, and how many blank lines stand before each.</summary>
internal sealed record WrittenFile(WritingStyle Style, IReadOnlyList<string[]> Records, int[] Blanks)
{
    internal IEnumerable<ReadRecord> Expected
    {
        get
        {
            var row = 0;
            for (var i = 0; i < Records.Count; i++)
            {
                row += 1 + BlanksBefore(i);
                yield return new ReadRecord(row, [.. Records[i].Select(Written)]);
            }
        }
    }

    internal byte[] Bytes()
    {
        var text = new StringBuilder($"kop{Style.Delimiter}b{Style.Delimiter}é");
        for (var i = 0; i < Records.Count; i++)
        {
            for (var blank = 0; blank <= BlanksBefore(i); blank++)
                text.Append(Style.LineEnd);
            text.AppendJoin(
                Style.Delimiter, Records[i].Select(field => Quoted(Written(field), Records[i].Length == 1)));
        }

        if (Style.EndsInLine)
            text.Append(Style.LineEnd);
        return [.. Style.Encoding.GetPreamble(), .. Style.Encoding.GetBytes(text.ToString())];
    }

    // A file whose lines end in carriage returns has no line feed at all.
    private string Written(string field) => Style.LineEnd == "\r" ? field.Replace('\n', '\r') : field;

    private int BlanksBefore(int record) => record < Blanks.Length && Blanks[record] > 3 ? Blanks[record] - 3 : 0;

    private string Quoted(string field, bool isAlone) =>
        Style.QuotesAll || field.StartsWith('"') || field.AsSpan().IndexOfAny(Style.Delimiter, '\r', '\n') >= 0
            || (isAlone && string.IsNullOrWhiteSpace(field))
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : field;
}
