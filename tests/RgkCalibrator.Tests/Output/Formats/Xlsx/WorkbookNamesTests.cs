using RgkCalibrator.Output.Formats.Xlsx;

namespace RgkCalibrator.Tests.Output.Formats.Xlsx;

public sealed class WorkbookNamesTests
{
    [Theory]
    [InlineData("Kader", "Kader")]
    [InlineData("a[b]:c*d?e/f\\g", "a b  c d e f g")]
    [InlineData("'Scenario's'", "Scenario's")]
    [InlineData("", "Blad")]
    [InlineData("???", "Blad")]
    [InlineData("History", "Blad")]
    [InlineData("Een naam van wel veertig letters en nog meer", "Een naam van wel veertig letter")]
    public void A_sheet_gets_a_name_that_spreadsheets_take(string name, string taken) =>
        Assert.Equal([taken], WorkbookNames.ForSheets([name]));

    [Theory]
    [InlineData("Kader", "Kader")]
    [InlineData("Scenario's één", "Scenario_s_een")]
    [InlineData("A1", "_A1")]
    [InlineData("abc123", "_abc123")]
    [InlineData("abcd123", "abcd123")]
    [InlineData("R1C1", "_R1C1")]
    [InlineData("rc", "_rc")]
    [InlineData("r", "_r")]
    [InlineData("2018", "_2018")]
    [InlineData("", "_")]
    public void A_table_gets_a_name_that_is_no_cell(string name, string taken) =>
        Assert.Equal([taken], WorkbookNames.ForTables([name]));

    [Fact]
    public void Equal_names_get_numbers_whatever_their_capitals()
    {
        Assert.Equal(["Kader", "kader 2", "KADER 3"], WorkbookNames.ForSheets(["Kader", "kader", "KADER"]));
        Assert.Equal(["Kader", "Kader_2"], WorkbookNames.ForTables(["Kader", "Kader"]));
        Assert.Equal(["a", "a 2", "a 3"], WorkbookNames.ForHeadings(["a", "a 2", "a"]));
        var longest = new string('x', 31);
        Assert.Equal([longest, new string('x', 29) + " 2"], WorkbookNames.ForSheets([longest, longest]));
    }

    [Theory]
    [InlineData(1, "A")]
    [InlineData(26, "Z")]
    [InlineData(27, "AA")]
    [InlineData(702, "ZZ")]
    [InlineData(703, "AAA")]
    [InlineData(16384, "XFD")]
    public void Columns_are_named_as_spreadsheets_do(int column, string name) =>
        Assert.Equal(name, CellReference.Column(column));
}
