using System.Globalization;
using System.IO.Compression;
using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Tests.Output.Formats.Xlsx;

public sealed class WorkbookFileTests
{
    [Theory]
    [InlineData("")]
    [InlineData("nl-NL")]
    [InlineData("tr-TR")]
    public void Every_kind_of_cell_is_typed_in_every_culture(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        TableCell[] cells =
        [
            TableCell.Text("tekst"), TableCell.Whole(1_234_567, Language.Dutch),
            TableCell.Decimal(7.5m, 2, Language.Dutch), TableCell.Decimal(61.00m, 2, Language.Dutch),
            TableCell.Decimal(4.44m, 1, Language.Dutch, "dagdeel"), TableCell.Share(0.834, Language.Dutch),
            TableCell.Exact(61.016666666666666), TableCell.Exact(1.0 / 3, isSelected: false), TableCell.Exact(null),
            TableCell.Difference(-2.5m, 2, Language.Dutch),
            TableCell.Difference(3, 2, Language.Dutch), TableCell.Difference(null, 2, Language.Dutch), TableCell.Empty,
        ];

        var file = new XlsxFile(Book(TableOf([.. cells])));

        Assert.Equal(
            "tekst | 1234567 [#,##0] | 7.5 [#,##0.0] | 61 [#,##0] | 4.4 [#,##0.0\" dagdeel\"] | 0.83 [0%] | "
                + "61.016666666666666 [#,##0.00]"
            + " | 0.333333333333 [#,##0.000] |  | -2.5 [+#,##0.0;-#,##0.0;#,##0.0] | 3 [+#,##0;-#,##0;#,##0] |  | \n",
            file.Text(1).Split('\n')[1] + "\n");
        Assert.Equal(
            [
                "tekst", "1.234.567", "7,5", "61", "4,4 dagdeel", "83%", "61.016666666666666", "0.333333333333", "",
                "-2,5", "+3", "", "",
            ],
            cells.Select(cell => cell.Shown));
        Assert.Empty(file.Errors());
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+31")]
    [InlineData("-2")]
    [InlineData("@naam")]
    public void What_looks_like_a_formula_is_text_and_stays_it_when_it_is_edited(string text)
    {
        var file = new XlsxFile(Book(TableOf(TableCell.Text(text))));

        Assert.Equal(text, file.Text(1).Split('\n')[1]);
        Assert.Equal("1", file.StyleOf(1, "A2").Attribute("quotePrefix")?.Value);
        Assert.Empty(file.Elements(1, "f"));
        Assert.Empty(file.Errors());
    }

    [Theory]
    [InlineData("gewoon", "gewoon")]
    [InlineData("a\u0001b", "a_x0001_b")]
    [InlineData("a\rb", "a_x000D_b")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("_x0041", "_x0041")]
    [InlineData("_xGGGG_", "_xGGGG_")]
    [InlineData("\U0001F600", "\U0001F600")]
    [InlineData("\uFFFE", "_xFFFE_")]
    [InlineData("<&>\"'", "<&>\"'")]
    [InlineData(" a  b ", " a  b ")]
    public void Letters_that_xml_cannot_hold_are_escaped_as_Excel_does(string text, string held)
    {
        var file = new XlsxFile(Book(TableOf(TableCell.Text(text))));

        Assert.Equal(held, file.Text(1).Split('\n')[1]);
        Assert.Empty(file.Errors());
    }

    [Fact]
    public void Half_a_letter_becomes_the_mark_for_one() =>
        Assert.Equal("a\uFFFDb\uFFFD", SharedTexts.Escaped("a\uD83Db\uDE00"));

    [Fact]
    public void The_zip_is_stored_sorted_and_of_1980_and_the_runtime_reads_it()
    {
        var file = new XlsxFile(Book(TableOf(TableCell.Text("x"))));

        Assert.Equal(
            [
                "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "xl/_rels/workbook.xml.rels",
                "xl/sharedStrings.xml", "xl/styles.xml", "xl/tables/table1.xml", "xl/workbook.xml",
                "xl/worksheets/_rels/sheet1.xml.rels", "xl/worksheets/sheet1.xml",
            ],
            file.Names);
        using var archive = new ZipArchive(new MemoryStream(file.Bytes));
        Assert.All(archive.Entries, entry => Assert.Equal(
            (entry.Length, new DateTime(1980, 1, 1), 0),
            (entry.CompressedLength, entry.LastWriteTime.DateTime, entry.ExternalAttributes)));
        Assert.All(file.Names, name => Assert.DoesNotContain("dcterms", file[name], StringComparison.Ordinal));
    }

    [Fact]
    public void No_id_is_left_to_chance()
    {
        var file = new XlsxFile(Book(TableOf(TableCell.Text("x"))));

        Assert.Equal(["rId1", "rId2"], Ids("_rels/.rels"));
        Assert.Equal(["rId1", "rIdStyles", "rIdTexts"], Ids("xl/_rels/workbook.xml.rels"));
        Assert.Equal(["rId1"], Ids("xl/worksheets/_rels/sheet1.xml.rels"));

        IEnumerable<string> Ids(string part) => file.Part(part).Elements()
            .Select(relationship => relationship.Attribute("Id")!.Value).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void A_table_has_a_filter_a_heading_in_sight_and_comes_back_on_every_page()
    {
        var cells = new SheetTable(TableOf(TableCell.Text("x"), TableCell.Empty), []);
        var sheet = new Sheet("Blad's", [new("Titel", NoteStyle.Title), new("Noot", NoteStyle.Plain)], cells)
        {
            FrozenColumns = 1,
        };

        var file = new XlsxFile(new Workbook("T", [sheet]));

        var table = file.Part("xl/tables/table1.xml");
        Assert.Equal(("A4:B5", "Blad_s"), (table.Attribute("ref")!.Value, table.Attribute("displayName")!.Value));
        Assert.Equal("A4:B5", table.Elements().First().Attribute("ref")!.Value);
        var pane = file.Elements(1, "pane").Single();
        Assert.Equal(
            ("1", "4", "B5", "frozen"),
            (
                pane.Attribute("xSplit")!.Value,
                pane.Attribute("ySplit")!.Value,
                pane.Attribute("topLeftCell")!.Value,
                pane.Attribute("state")!.Value));
        Assert.Contains("'Blad''s'!$A:$A,'Blad''s'!$4:$4", file["xl/workbook.xml"], StringComparison.Ordinal);
        Assert.Empty(file.Errors());
    }

    [Fact]
    public void An_empty_table_keeps_a_row_without_which_it_would_be_none()
    {
        var table = new Table("T", [new("A", "a", ColumnKind.Text), new("B", "b", ColumnKind.Number)], []);

        var file = new XlsxFile(Book(table));

        Assert.Equal("A1:B2", file.Part("xl/tables/table1.xml").Attribute("ref")!.Value);
        Assert.Empty(file.Errors());
    }

    [Fact]
    public void Headings_of_the_sheet_and_of_the_table_are_the_same_and_unique()
    {
        var table = new Table(
            "T",
            [
                new("Duur P80", "a", ColumnKind.Text),
                new("duur P80", "b", ColumnKind.Text),
                new("", "c", ColumnKind.Text),
                new("twee\nregels", "d", ColumnKind.Text),
            ],
            []);

        var file = new XlsxFile(Book(table));

        string[] headings = ["Duur P80", "duur P80 2", "Kolom", "twee regels"];
        Assert.Equal(string.Join(" | ", headings), file.Text(1).Split('\n')[0]);
        Assert.Equal(
            headings,
            file.Part("xl/tables/table1.xml").Descendants().Where(element => element.Name.LocalName == "tableColumn")
                .Select(column => column.Attribute("name")!.Value));
        Assert.Empty(file.Errors());
    }

    [Fact]
    public void Numbers_and_their_headings_stand_at_the_right()
    {
        var table = new Table(
            "T",
            [new("A", "a", ColumnKind.Text), new("B", "b", ColumnKind.Number)],
            [[TableCell.Text("<10"), TableCell.Text("<10")]]);

        var file = new XlsxFile(Book(table));

        Assert.All(["A1", "A2"], cell => Assert.Equal("left", Side(cell)));
        Assert.All(["B1", "B2"], cell => Assert.Equal("right", Side(cell)));

        string Side(string cell) => file.StyleOf(1, cell).Elements().First().Attribute("horizontal")!.Value;
    }

    [Fact]
    public void A_sheet_with_more_rows_than_there_are_is_refused()
    {
        IReadOnlyList<TableCell> row = [TableCell.Empty];
        SheetTable Table(int rows) => new(
            new Table("T", [new("A", "a", ColumnKind.Text)], [.. Enumerable.Repeat(row, rows)]), []);

        Assert.Equal(1_048_576, new Sheet("S", [], Table(1_048_575)).LastRow);
        Assert.Throws<ArgumentException>(() => new Sheet("S", [], Table(1_048_576)));
        Assert.Throws<ArgumentException>(() => new Sheet("S", [new("x", NoteStyle.Plain)], Table(1_048_574)));
    }

    [Fact]
    public void A_text_longer_than_a_cell_is_refused()
    {
        Assert.Equal(
            32_767, new XlsxFile(Book(TableOf(TableCell.Text(new string('x', 32_767))))).Text(1).Split('\n')[1].Length);
        Assert.Throws<ArgumentException>(() => new XlsxFile(Book(TableOf(TableCell.Text(new string('x', 32_768))))));
    }

    private static Workbook Book(Table table) => new("Titel", [new Sheet("Blad", [], new SheetTable(table, []))]);

    private static Table TableOf(params TableCell[] cells) =>
        new("T", [.. cells.Select((_, i) => new TableColumn("K" + Numbers.Whole(i), "k", ColumnKind.Text))], [cells]);
}
