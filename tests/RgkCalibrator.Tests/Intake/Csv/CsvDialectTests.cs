using System.Text;
using RgkCalibrator.Intake.Csv;

namespace RgkCalibrator.Tests.Intake.Csv;

public sealed class CsvDialectTests
{
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Theory]
    [InlineData(';')]
    [InlineData(',')]
    [InlineData('\t')]
    [InlineData('|')]
    public void The_delimiter_is_the_one_that_makes_a_record_the_header(char delimiter)
    {
        var name = "start, eind; of | niet\t?".Replace(delimiter, ' ');
        using var text = new CsvText(string.Join(delimiter, "kop", name, "c") + "\n1,5;2|3\t4,5;6\n");

        var dialect = text.Open().Dialect;

        Assert.Equal((delimiter, 3), ((char)dialect.Grammar.Delimiter, dialect.Names.Count));
        Assert.Equal(3, dialect.Evidence.Count);
    }

    [Fact]
    public void Where_several_delimiters_make_a_header_the_one_with_most_columns_does()
    {
        using var text = new CsvText("kop|b|c;d\n1|2|3\n");
        var file = CsvFile.Open(
            text.Path,
            new("een kop", "a header"),
            names => names[0].StartsWith("kop", StringComparison.Ordinal));

        Assert.Equal(["kop", "b", "c;d"], file.Dialect.Names);
    }

    [Fact]
    public void The_header_is_found_below_a_title_and_blank_lines()
    {
        using var text = new CsvText(
            "Declaraties; 2023\r\n\r\n  \r\n\"over \r\n twee regels\"\r\n kop ;\"b \"\" c\"; \r\n1;2;3\r\n");

        var dialect = text.Open().Dialect;

        Assert.Equal(["kop", "b \" c", ""], dialect.Names);
        Assert.Equal(6, dialect.HeaderLine);
        Assert.Equal("1: 1¦2¦3", Assert.Single(text.Records()).ToString());
    }

    [Theory]
    [InlineData(49, true)]
    [InlineData(50, false)]
    public void The_header_is_looked_for_in_fifty_records(int titles, bool isFound)
    {
        using var text = new CsvText(string.Concat(Enumerable.Repeat("geheim;x\n", titles)) + "kop;b\n1;2\n");

        if (isFound)
            Assert.Equal(titles + 1, text.Open().Dialect.HeaderLine);
        else
            Assert.Contains("the column kop", text.Refusal().What.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_name()
    {
        using var text = new CsvText("\uFEFFkop;b\n1;2\n");

        Assert.True(text.Open().Dialect.HasByteOrderMark);
        Assert.Equal("kop", text.Open().Dialect.Names[0]);
        Assert.Equal(9, text.Open().Dialect.DataStart);
    }

    [Theory]
    [InlineData("sep=,\r\n", ',', 2)]
    [InlineData("\uFEFFSEP=|\n", '|', 2)]
    [InlineData("\"sep=#\"\n", '#', 2)]
    [InlineData("sep=\t\n", '\t', 2)]
    [InlineData("separaat;x\n", ';', 2)]
    [InlineData("sep=a\n", ';', 2)]
    [InlineData("sep=\n", ';', 2)]
    public void A_line_that_names_the_delimiter_is_honoured(string line, char delimiter, int headerLine)
    {
        using var text = new CsvText($"{line}kop{delimiter}b;c\n1{delimiter}2\n");

        Assert.Equal(
            (delimiter, headerLine), ((char)text.Open().Dialect.Grammar.Delimiter, text.Open().Dialect.HeaderLine));
        Assert.Equal(["1", "2"], Assert.Single(text.Records()).Fields);
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_make_the_file_Windows_1252()
    {
        using var windows = new CsvText(Windows.GetBytes("kop;café\n€;Zoë\n"));
        using var utf8 = new CsvText("kop;café\n€;Zoë\n");

        Assert.Equal((false, true), (windows.Open().Dialect.Grammar.IsUtf8, utf8.Open().Dialect.Grammar.IsUtf8));
        Assert.Equal(windows.Open().Dialect.Names, utf8.Open().Dialect.Names);
        Assert.Equal(windows.Records()[0].Fields, utf8.Records()[0].Fields);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_character_on_the_edge_of_the_head_is_still_UTF_8(int shift)
    {
        using var text = new CsvText("kop;b\n" + new string('x', ((1 << 20) - 7) - shift) + "€;y\nx;y\n");

        Assert.True(text.Open().Dialect.Grammar.IsUtf8);
    }

    [Fact]
    public void Every_byte_of_Windows_1252_becomes_the_character_that_DotNet_makes_of_it()
    {
        byte[] all = [.. Enumerable.Range(0x80, 0x80).Select(letter => (byte)letter)];
        using var text = new CsvText([.. "kop;b\n"u8, .. all, .. ";\""u8, .. all, .. "\"\"\"\n"u8]);

        Assert.Equal([Windows.GetString(all), Windows.GetString(all) + "\""], Assert.Single(text.Records()).Fields);
    }

    [Fact]
    public void A_name_that_two_columns_bear_is_refused_when_it_is_asked_for()
    {
        using var text = new CsvText("kop;b;B;c\n1;2;3;4\n");
        var dialect = text.Open().Dialect;

        Assert.Equal((0, 3, null), (dialect.PositionOf("KOP"), dialect.PositionOf("c"), dialect.PositionOf("d")));
        Assert.Contains(
            "2 columns are called b",
            Assert.Throws<CalibrationException>(() => dialect.PositionOf("B")).What.English,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("\uFEFF", "empty")]
    [InlineData(" \r\n\r\n", "empty")]
    [InlineData("kop;b", "no data")]
    [InlineData("kop;b\r\n\r\n \r\n", "no data")]
    [InlineData("geheim;b\n1;2\n", "the column kop")]
    [InlineData("PK\u0003\u0004kop;b\n", "Excel or zip")]
    [InlineData("PAR1kop;b\n", "Parquet")]
    [InlineData("%PDF-1.4", "PDF")]
    [InlineData("kop;b\ngeheim\0;2\n", "not a text file")]
    [InlineData("kop;b\n\u0001\u0002\u0003;2\n", "not a text file")]
    public void What_cannot_be_read_is_refused_without_its_text(string content, string what)
    {
        using var text = new CsvText(content);

        Assert.Contains(what, text.Refusal().What.English, StringComparison.Ordinal);
    }

    [Fact]
    public void UTF_16_is_refused_with_or_without_its_mark_whichever_byte_comes_first()
    {
        bool[] both = [false, true];
        foreach (var (isBigEndian, hasMark) in both.SelectMany(_ => both, (first, second) => (first, second)))
        {
            var encoding = new UnicodeEncoding(isBigEndian, hasMark);
            // Of the second, four letters in ten have no byte that is zero.
            foreach (var content in new[] { "kop;b\ngeheim;2\n", "łąćż;b\ngeheim;2;łąćż\n" })
            {
                using var text = new CsvText([.. encoding.GetPreamble(), .. encoding.GetBytes(content)]);

                var refused = text.Refusal();
                Assert.Contains("UTF-16", refused.What.English, StringComparison.Ordinal);
                Assert.Contains("CSV UTF-8", refused.Remedy.Dutch, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("naam;start\nx;01-03-2021\n", ';', 1, "plain")]
    [InlineData(
        "Declaraties 2023\n\nnaam;start;uren\nx;01-03-2021;1,5\ny;02-03-2021;2,5\n",
        ';',
        3,
        "below a title, with decimal commas")]
    [InlineData("naam,start\n\"a;b;c\",2021-03-01\n", ',', 1, "with semicolons in the data")]
    [InlineData("naam;start;\nx;2021-03-01;\n", ';', 1, "with a delimiter at the end of each line")]
    [InlineData("naam\nx\ny\n", ';', 1, "of one column")]
    [InlineData("A;B\nx1;1\n\nnaam;start;uren\nx;1;2\nx;1;2\nx;1;2\n", ';', 4, "below another small table")]
    public void A_header_is_recognised_without_knowing_it(string content, char delimiter, int line, string what)
    {
        using var text = new CsvText(content);
        var dialect = CsvFile.Open(text.Path).Dialect;

        Expect.Equal((delimiter, line), ((char)dialect.Grammar.Delimiter, dialect.HeaderLine), what);
    }

    [Theory]
    [InlineData("x;2021-03-01;1\ny;2021-04-01;2\n", "data only")]
    [InlineData("a;a\n1;2\n", "one name twice")]
    [InlineData("a;;c\n1;2;3\n", "a column without a name")]
    [InlineData("a;1 mrt 2021\n1;2\n", "a date with letters")]
    public void What_does_not_look_like_a_header_is_none(string content, string why)
    {
        using var text = new CsvText(content);
        var refused = Assert.Throws<CalibrationException>(() => CsvFile.Open(text.Path));

        Expect.Equal(ExitCode.WrongUse, refused.ExitCode, why);
    }
}
