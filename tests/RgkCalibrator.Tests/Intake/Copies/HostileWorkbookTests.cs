using System.Buffers.Binary;
using System.Text;

namespace RgkCalibrator.Tests.Intake.Copies;

/// <summary>What is no workbook, or means harm, is refused with its reason.</summary>
public sealed class HostileWorkbookTests : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string FirstSheet = "xl/worksheets/sheet0.xml";

    private readonly Reading _reading = new();

    public void Dispose() => _reading.Dispose();

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>", "&e;")]
    [InlineData("<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>", "&b;")]
    [InlineData("<!DOCTYPE x>", "")]
    public void A_document_type_is_refused(string type, string text) => IsRefused(
        FirstSheet, type + Sheet($"<row><c t='str'><v>{text}</v></c></row>"));

    [Theory]
    [InlineData("<row r='1'><c r='A1' t='s'><v>999</v></c></row>", "a text that is not there")]
    [InlineData("<row r='1'><c r='A1' t='s'><v>-1</v></c></row>", "a text below the first")]
    [InlineData("<row r='1'><c r='A1' t='s'><v>x</v></c></row>", "a text without a number")]
    [InlineData("<row r='1'><c r='A1' s='99'><v>1</v></c></row>", "a style that is not there")]
    [InlineData("<row r='1'><c r='A1'><v>GEHEIM</v></c></row>", "a number that is none")]
    [InlineData("<row r='1'><c r='A1'><v>NaN</v></c></row>", "a number that is none")]
    [InlineData("<row r='1'><c r='A1'><v>1E999</v></c></row>", "a number beyond all")]
    [InlineData("<row r='2'><c r='A2'><v>1</v></c></row><row r='1'><c r='A1'><v>1</v></c></row>", "rows out of order")]
    [InlineData("<row r='1'><c r='A1'><v>1</v></c></row><row r='1'><c r='A1'><v>1</v></c></row>", "a row twice")]
    [InlineData("<row r='1048577'><c><v>1</v></c></row>", "a row beyond the last")]
    [InlineData("<row r='99999999999'><c><v>1</v></c></row>", "a row beyond all numbers")]
    [InlineData("<row r='x'><c><v>1</v></c></row>", "a row without a number")]
    [InlineData("<row r='1'><c r='B1'><v>1</v></c><c r='A1'><v>1</v></c></row>", "cells out of order")]
    [InlineData("<row r='1'><c r='XFE1'><v>1</v></c></row>", "a column beyond the last")]
    [InlineData("<row r='1'><c r='11'><v>1</v></c></row>", "a cell without a column")]
    [InlineData("<row r='1'><c r='A1'><v>1</v></c></row", "XML that breaks off")]
    public void A_damaged_sheet_is_refused_without_its_text(string rows, string why)
    {
        var refused = IsRefused(FirstSheet, Sheet(rows));

        Assert.True(refused.ExitCode == ExitCode.Files, why);
        Assert.DoesNotContain(
            "GEHEIM", refused.What.Dutch + refused.Remedy.Dutch + refused.Where, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_longer_than_any_cell_is_refused() => IsRefused(
        FirstSheet, Sheet($"<row><c t='str'><v>{new string('x', 2_000_000)}</v></c></row>"));

    [Fact]
    public void Tags_that_lie_deep_or_are_long_take_no_memory()
    {
        Assert.Contains("beschadigd", IsRefused(
            FirstSheet, string.Concat(Enumerable.Repeat("<row>", 1_000_000))).What.Dutch, StringComparison.Ordinal);
        using var other = new HostileWorkbookTests();
        Assert.Contains("beschadigd", other.IsRefused(
            FirstSheet, $"<worksheet x='{new string('x', 20 << 20)}'/>").What.Dutch, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xl/workbook.xml", "<document/>", "geen werkmap")]
    [InlineData("_rels/.rels", "<Relationships/>", "geen werkmap")]
    [InlineData("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "ods")]
    [InlineData("xl/_rels/workbook.xml.rels", "<Relationships/>", "leeg")]
    public void What_is_no_workbook_is_named(string part, string text, string said) =>
        Assert.Contains(said, IsRefused(part, text).What.Dutch, StringComparison.Ordinal);

    [Theory]
    [InlineData("Target='xl/workbook.bin'", "xlsb")]
    [InlineData("Target='http://x/y' TargetMode='External'", "geen werkmap")]
    [InlineData("Target='../../../etc/passwd'", "beschadigd")]
    public void What_a_package_points_to_is_in_it(string target, string said)
    {
        var refused = IsRefused(
            "_rels/.rels", $"<Relationships><Relationship Id='a' Type='x/officeDocument' {target}/></Relationships>");

        Assert.Contains(said, refused.What.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_that_swells_is_refused_before_it_is_read()
    {
        var refused = IsRefused("xl/media/bom.xml", new string(' ', 80 << 20));

        Assert.Contains("uitpakken", refused.What.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_says_it_is_smaller_than_it_is_is_cut()
    {
        var path = Save(FirstSheet, $"<worksheet xmlns='{Main}'>{new string(' ', 1 << 20)}</worksheet>");
        var bytes = File.ReadAllBytes(path);
        var size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, ($"<worksheet xmlns='{Main}'></worksheet>".Length) + (1 << 20));
        var place = bytes.AsSpan().LastIndexOf(size);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(place), 100);
        File.WriteAllBytes(path, bytes);

        Assert.Contains("beschadigd", Refusal(path).What.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_of_too_many_parts_is_refused()
    {
        var parts = Enumerable.Range(0, 10_001).ToDictionary(i => $"p{i}", _ => "");

        Assert.Contains("uitpakken", Refusal(Save(parts)).What.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_breaks_off_is_damaged()
    {
        var whole = File.ReadAllBytes(Save("x", ""));
        for (var length = 4; length < whole.Length; length += 97)
        {
            var path = _reading.Folder["half.xlsx"];
            File.WriteAllBytes(path, whole[..length]);
            Assert.Equal(ExitCode.Files, Refusal(path).ExitCode);
        }
    }

    [Fact]
    public void Any_byte_that_is_changed_ends_in_a_refusal_or_a_reading()
    {
        var whole = File.ReadAllBytes(Save("x", ""));
        var random = new Random(1729);
        for (var i = 0; i < 300; i++)
        {
            var bytes = whole.ToArray();
            bytes[random.Next(4, bytes.Length)] ^= (byte)(1 << random.Next(8));
            var path = _reading.Folder["anders.xlsx"];
            File.WriteAllBytes(path, bytes);
            try
            {
                Assert.True(_reading.LedgerOf(path).Files[0].Balances);
            }
            catch (CalibrationException refused)
            {
                Assert.NotEqual(ExitCode.DoesNotAddUp, refused.ExitCode);
            }
        }
    }

    [Fact]
    public void An_old_workbook_and_one_with_a_password_are_told_apart()
    {
        byte[] begin = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[(1 << 20) - 20]];
        File.WriteAllBytes(_reading.Folder["oud.xls"], begin);
        File.WriteAllBytes(
            _reading.Folder["dicht.xlsx"], [.. begin, .. Encoding.Unicode.GetBytes("EncryptedPackage")]);

        Assert.Contains("xls", Refusal(_reading.Folder["oud.xls"]).What.Dutch, StringComparison.Ordinal);
        Assert.Contains("wachtwoord", Refusal(_reading.Folder["dicht.xlsx"]).What.Dutch, StringComparison.Ordinal);
    }

    private static string Sheet(string rows) => $"<worksheet xmlns='{Main}'><sheetData>{rows}</sheetData></worksheet>";

    private CalibrationException IsRefused(string part, string text) => Refusal(Save(part, text));

    private CalibrationException Refusal(string path) =>
        Assert.Throws<CalibrationException>(() => _reading.LedgerOf(path));

    private string Save(string part, string text) => Save(new Dictionary<string, string> { [part] = text });

    private string Save(Dictionary<string, string> parts)
    {
        var day = new DateOnly(2021, 3, 1);
        var sheet = new TestSheet(
            "a",
            ["client_id", "product_code", "start_date", "end_date", "volume", "unit"],
            ["k1", "45C02", day, day, 3.5, "uur"]);
        return new TestWorkbook(sheet) { Parts = parts }.Save(_reading.Folder["a.xlsx"]);
    }
}
