using RgkCalibrator.Output.Formats;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Tests.Output.Formats;

public sealed class MarkdownTableTests
{
    [Theory]
    [InlineData("a|b", "a\\|b")]
    [InlineData("<10", "&lt;10")]
    [InlineData("<script>", "&lt;script>")]
    [InlineData("een\ntwee", "een twee")]
    [InlineData("een\r\ntwee", "een twee")]
    [InlineData("A & B", "A &amp; B")]
    [InlineData("[hier](https://a.nl)", "\\[hier\\](https:\\/\\/a.nl)")]
    [InlineData("![x](y)", "!\\[x\\](y)")]
    [InlineData("`code` *vet* _schuin_", "\\`code\\` \\*vet\\* \\_schuin\\_")]
    [InlineData("a\\|b", "a\\\\\\|b")]
    [InlineData("a\u0007b\u202Ec", "a\\u0007b\\u202Ec")]
    [InlineData("www.a.nl", "www\\.a.nl")]
    public void A_cell_stays_one_cell_and_is_no_markup(string cell, string written)
    {
        using var writer = new StringWriter();

        MarkdownTable.Write(
            new Table(
                "Titel",
                [new("Kop", "name", ColumnKind.Text), new("Getal", "number", ColumnKind.Number)],
                [[TableCell.Text(cell), new("1,5", "1.5")]]),
            writer);

        Assert.Equal($"## Titel\n\n| Kop | Getal |\n| --- | --: |\n| {written} | 1,5 |\n\n", writer.ToString());
    }
}
