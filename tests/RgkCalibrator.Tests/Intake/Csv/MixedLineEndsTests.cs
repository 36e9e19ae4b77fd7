using System.Text;
using RgkCalibrator.Intake.Csv;

namespace RgkCalibrator.Tests.Intake.Csv;

public sealed class MixedLineEndsTests
{
    private const int Rounds = 600;
    private static readonly string[] LineEnds = ["\n", "\r\n", "\r"];

    [Fact]
    public void However_rows_end_they_are_all_read_or_the_file_is_refused()
    {
        var random = new Random(1729);
        var (read, refused) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var (usual, other) = (random.GetItems(LineEnds, 1)[0], random.GetItems(LineEnds, 1)[0]);
            var odd = random.Next(4) == 0 ? 0 : random.Next(1, 4);
            var rows = Enumerable.Range(1, random.Next(1, 9))
                .Select(row => $"K{Numbers.Whole(row)};a;b;{Remark(random, usual)}").ToList();
            var text = string.Concat(
                rows.Prepend("kop;a;b;opm").Select(row => row + (random.Next(6) < odd ? other : usual)));
            using var file = new CsvText(text);
            try
            {
                var csv = file.Open();
                var counted = CsvCount.Rows(csv, fewest: 3, CancellationToken.None);
                var records = file.Records(2);
                // The second line of a remark is a record where all rows happen to end like it: too short, and told
                // as ragged.
                Assert.Equal(
                    rows.Select((_, row) => $"K{Numbers.Whole(row + 1)}"),
                    records.Where(record => record.Fields.Length > 1).Select(record => record.Fields[0].Trim()));
                Assert.Equal(records.Count, counted);
                read++;
            }
            catch (CalibrationException trouble)
            {
                Assert.True(
                    text.Replace("\r\n", "\n", StringComparison.Ordinal).Contains('\r', StringComparison.Ordinal),
                    "One line end throughout is never refused.");
                Assert.DoesNotContain("K1", trouble.What.Dutch + trouble.Remedy.Dutch, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.InRange(Math.Min(read, refused), Rounds / 5, Rounds);
    }

    [Theory]
    [InlineData("a;b\rc;d", 0, "a sign within a field is text")]
    [InlineData("a;b;c\rd;e;f", 2, "three fields and three are two rows")]
    [InlineData("a;b;c\rd", 0, "the text goes on in another line")]
    [InlineData("a;b;c;\rd", 0, "a row may have all its fields")]
    [InlineData("a;b;c;d\re;f", 2, "five fields are one too many")]
    [InlineData("a;b;\"c\rd;e;f\"", 0, "inside quotes all is text")]
    [InlineData("a;b;c\r\"d\";e;f", 2, "a quote behind the sign does not hide a row")]
    [InlineData("a\rb;c;d", 2, "a row behind a text would lose its first field")]
    [InlineData("\ra;b;c", 0, "nothing is before it")]
    [InlineData("a;b;c\r", 0, "what goes before a line feed belongs to it")]
    [InlineData("a;b;c\r\r\r", 0, "however often")]
    [InlineData("a;b;c\r  ", 0, "white space is no row")]
    public void A_carriage_return_among_line_feeds_ends_a_row_where_a_whole_row_stands_behind_it(
        string line, int mixed, string why)
    {
        foreach (var size in new[] { 1, 2, 7, 100 })
        {
            var ends = new OddLineEnds(new CsvGrammar((byte)';', (byte)'\n', IsUtf8: true), fewest: 3, most: 4);
            foreach (var part in Encoding.ASCII.GetBytes($"x;y;z\n{line}\nx;y;z").Chunk(size))
                ends.Take(part);
            ends.End();

            Assert.Equal((mixed, why), ((int)ends.MixedRow, why));
        }
    }

    // Where carriage returns end rows a line feed is text, and the other way round.
    private static string Remark(Random random, string usual) => random.Next(5) switch
    {
        0 => "een\"twee",
        1 => usual == "\r" ? "een\ntwee" : "een\rtwee",
        2 => "\"een;\r\ntwee\"",
        _ => string.Empty,
    };
}
