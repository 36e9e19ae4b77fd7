using System.Text;
using RgkCalibrator.Intake.Csv;

namespace RgkCalibrator.Tests.Intake.Csv;

public sealed class CsvFileTests
{
    [Theory]
    [InlineData("x;5\" pijp;y", "x¦5\" pijp¦y", "a quote inside a plain field is text")]
    [InlineData("x; \"a\";y", "x¦ \"a\"¦y", "after a space a quote is text")]
    [InlineData("x;\"a\" b;y", "x¦a b¦y", "what follows the closing quote belongs to the field")]
    [InlineData("x;\"a\"b\"c\";y", "x¦ab\"c\"¦y", "after the closing quote a quote is text")]
    [InlineData("\"\"", "", "an empty field in quotes is no blank line")]
    [InlineData("\" \"", " ", "nor is a space in quotes")]
    [InlineData(";;", "¦¦", "a line of delimiters is a record")]
    [InlineData("\"\"\"\"", "\"", "one quote")]
    [InlineData("x;\"a;\"\"b\"\"\r\nc\"", "x¦a;\"b\"\r\nc", "everything at once")]
    [InlineData("x;a\rb;y", "x¦a\rb¦y", "a carriage return in a file of line feeds is text")]
    [InlineData("x;y\r", "x¦y", "a carriage return at the end of the file is half a line end")]
    public void A_record_is_split_by_the_grammar(string line, string fields, string why)
    {
        using var text = new CsvText($"kop;b\n{line}\nlast");
        using var atEnd = new CsvText($"kop;b\n{line}");

        Assert.All(
            [text.Records()[0], text.Records(sizes: BlockSizes.Usual)[0], atEnd.Records()[0]],
            record => Expect.Equal($"1: {fields}", record.ToString(), why));
        Assert.Equal((2, 1), (text.Count(), atEnd.Count()));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Blank_lines_are_numbered_and_passed_over(string lineEnd)
    {
        using var text = new CsvText("kop;b||x;1|  | \t |y;2||;|z;3||".Replace("|", lineEnd, StringComparison.Ordinal));

        Assert.Equal(["2: x¦1", "5: y¦2", "7: ¦", "8: z¦3"], text.Records(2).Select(record => record.ToString()));
        Assert.Equal(4, text.Count());
        Assert.Equal(4, text.Count(chunk: 1));
    }

    [Fact]
    public void A_line_of_tabs_is_a_record_where_tabs_delimit()
    {
        using var text = new CsvText("kop\tb\n\t\nx\ty\n \n");

        Assert.Equal(["1: ¦", "2: x¦y"], text.Records().Select(record => record.ToString()));
        Assert.Equal(2, text.Count());
    }

    [Fact]
    public void Whatever_falls_on_the_edge_of_a_block_the_records_are_the_same()
    {
        using var text = new CsvText("kop;b\r\n" + string.Concat(Enumerable.Range(0, 40)
            .Select(i => $"{new string('x', i % 9)};\"a\"\"{Numbers.Whole(i)}\r\n;\"\r\n\r\n")));
        var expected = Enumerable.Range(0, 40)
            .Select(i => $"{Numbers.Whole((2 * i) + 1)}: {new string('x', i % 9)}¦a\"{Numbers.Whole(i)}\r\n;").ToList();

        for (var size = 1; size < 80; size++)
        {
            Assert.Equal(expected, text.Records(1, new BlockSizes(size, 1000)).Select(record => record.ToString()));
            Assert.Equal(40, text.Count(size));
        }
    }

    [Fact]
    public void A_block_ends_well_between_a_carriage_return_and_a_line_feed()
    {
        using var text = new CsvText("kop;b\r\nxxxx;yy\r\nxxxx;yy\r\nx;y\r\n");

        for (var size = 1; size < 40; size++)
        {
            Assert.Equal(
                ["1: xxxx¦yy", "2: xxxx¦yy", "3: x¦y"],
                text.Records(2, new BlockSizes(size, 100)).Select(record => record.ToString()));
        }
    }

    [Fact]
    public void Fields_that_are_no_UTF_8_in_a_file_that_seemed_to_be_are_read_as_Windows_1252()
    {
        // The head is a megabyte of valid UTF-8; what follows is not.
        var lines = string.Concat(Enumerable.Repeat("zoë;café\n", 110_000));
        using var text = new CsvText(
        [
            .. Encoding.UTF8.GetBytes("kop;b\n" + lines),
            .. "Jos"u8, 0xE9, .. ";zoë;\""u8, 0x80, .. "\"\"\"\n"u8,
            .. Encoding.UTF8.GetBytes(lines),
        ]);

        var records = text.Records(2, BlockSizes.Usual);

        Assert.Equal((220_001, 220_001), (records.Count, text.Count()));
        Assert.Equal("110001: José¦zoë¦€\"", records[110_000].ToString());
        Assert.Equal(
            ["110000: zoë¦café", "110002: zoë¦café"],
            [records[109_999].ToString(), records[110_001].ToString()]);
    }

    [Fact]
    public void Zeros_after_the_head_are_bytes_like_others()
    {
        using var text = new CsvText(
            "kop;b\n" + string.Concat(Enumerable.Repeat("abcdefghi;abcdefghi\n", 60_000)) + "a\0b;\0\n");

        Assert.Equal("60001: a\0b¦\0", text.Records(2, BlockSizes.Usual)[^1].ToString());
    }

    [Fact]
    public void A_hundred_thousand_columns_are_read()
    {
        using var text = new CsvText(
            "kop" + new string(';', 99_999) + "\n" + string.Join(';', Enumerable.Range(0, 100_000)));

        var record = Assert.Single(text.Records());
        Assert.Equal(Enumerable.Range(0, 100_000).Select(i => Numbers.Whole(i)), record.Fields);
    }

    [Theory]
    [InlineData("x;\"geheim\ny;2\nz;3\n", 2, "up to the end of the file")]
    [InlineData("\"geheim", 2, "in the last record")]
    [InlineData("x;\"geheim\"\"", 2, "after two quotes")]
    public void A_quote_that_never_closes_is_told_with_its_row(string rest, int row, string where)
    {
        using var text = new CsvText($"kop;b\na;b\n{rest}");

        Assert.All([CsvText.Tiny, BlockSizes.Usual, new BlockSizes(1, 1 << 20)], sizes =>
        {
            var refused = text.Refusal(sizes);
            Assert.True(refused.What.English.Contains($"row {Numbers.Whole(row)} ", StringComparison.Ordinal), where);
            Assert.Contains("closes nowhere", refused.What.English, StringComparison.Ordinal);
        });
        Assert.Equal(2, text.Count());
    }

    [Fact]
    public void A_quote_that_would_swallow_more_than_16_MB_is_refused_with_its_row()
    {
        using var text = new CsvText(
            "kop;b\na;b\nx;\"geheim" + string.Concat(Enumerable.Repeat("geheim;geheim\n", 1_300_000)));

        var refused = text.Refusal(BlockSizes.Usual);

        Assert.Equal(ExitCode.Files, refused.ExitCode);
        Assert.Contains("In row 2 ", refused.What.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_of_20_MB_is_refused_and_one_of_15_MB_is_read()
    {
        using var large = new CsvText("kop;b\na;b\n\nx;" + new string('g', 20 << 20) + "\n");
        using var small = new CsvText("kop;b\na;b\n\nx;" + new string('g', 15 << 20) + "\n");

        Assert.Equal(
            "Row 3 after the header is longer than 16 MB.",
            large.Refusal(BlockSizes.Usual, "ggg").What.English);
        Assert.Equal(15 << 20, small.Records(2, BlockSizes.Usual)[1].Fields[1].Length);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused()
    {
        using var folder = new TemporaryFolder();
        var refused = Assert.Throws<CalibrationException>(() => CsvFile.Open(folder["weg.csv"]));

        Assert.Equal((ExitCode.Files, "weg.csv"), (refused.ExitCode, refused.Where));
    }

    [Fact]
    public unsafe void Fields_stay_where_they_are_until_the_receiver_returns()
    {
        using var text = new CsvText(
            [.. "kop;b\n"u8, .. Enumerable.Repeat("a\u00e9;\"b\"\"c\"\n", 200).SelectMany(Encoding.Latin1.GetBytes)]);
        var seen = 0;

        text.Open().Read(1, block =>
        {
            var places = new List<(nint Place, int Length)>();
            while (block.MoveNext())
            {
                for (var i = 0; i < block.FieldCount; i++)
                {
                    fixed (byte* place = block.Field(i))
                        places.Add(((nint)place, block.Field(i).Length));
                }
            }

            for (var i = 0; i < places.Count; i++)
            {
                Assert.Equal(
                    i % 2 == 0 ? "aé" : "b\"c",
                    Encoding.UTF8.GetString((byte*)places[i].Place, places[i].Length));
            }

            seen += places.Count;
        }, new BlockSizes(300, 1000), CancellationToken.None);

        Assert.Equal(400, seen);
    }
}
