using RgkCalibrator.Output.Formats;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Tests.Output.Formats;

public sealed class CsvTableTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+a", "'+a")]
    [InlineData("-5", "-5")]
    [InlineData("+12,5%", "+12,5%")]
    [InlineData("-5+A1", "'-5+A1")]
    [InlineData(" =1+1", "' =1+1")]
    [InlineData("\u200B=1+1", "'\u200B=1+1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＠naam", "'＠naam")]
    [InlineData("@naam", "'@naam")]
    [InlineData("\tnaam", "'\tnaam")]
    [InlineData("\rnaam", "\"'\rnaam\"")]
    [InlineData("=1;2", "\"'=1;2\"")]
    [InlineData("een; twee", "\"een; twee\"")]
    [InlineData("een \"twee\"", "\"een \"\"twee\"\"\"")]
    [InlineData("een\ntwee", "\"een\ntwee\"")]
    [InlineData("een\rtwee", "\"een\rtwee\"")]
    [InlineData("1 = 1", "1 = 1")]
    [InlineData("", "")]
    [InlineData(">90%", ">90%")]
    public void No_cell_is_a_formula_and_every_cell_stays_one_cell(string cell, string written) =>
        Assert.Equal($"\uFEFFKop\n{written}\n", ForExcel(cell));

    [Fact]
    public void Programs_get_names_points_and_commas_and_no_formulas_either()
    {
        var table = new Table(
            "T",
            [new("Kop", "name", ColumnKind.Text), new("Getal", "number", ColumnKind.Number)],
            [[new("x", "=a,b"), new("1,5", "1.5")]]);
        using var writer = new StringWriter();

        CsvTable.WritePlain(table, writer);

        Assert.Equal("name,number\n\"'=a,b\",1.5\n", writer.ToString());
    }

    [Fact]
    public void A_comma_needs_no_quotes_between_semicolons() => Assert.Equal("\uFEFFKop\n1,5\n", ForExcel("1,5"));

    private static string ForExcel(string cell)
    {
        using var writer = new StringWriter();
        CsvTable.WriteForExcel(new Table("T", [new("Kop", "name", ColumnKind.Text)], [[new(cell, "plain")]]), writer);
        return writer.ToString();
    }
}
