using System.IO.Compression;
using System.Text;
using static RgkCalibrator.Tests.Hostile.HostileCase;

namespace RgkCalibrator.Tests.Hostile;

/// <summary>
/// Workbooks, gzip files and XML that mean harm. What reads none of these formats refuses them as files it does not
/// know, which is right as well.
/// </summary>
internal static class HostileBooks
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Sheets = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const int Million = 1_000_000;

    private static readonly string[] Columns = Header.Split(';');

    // What these say is not believed, and does no harm.
    private static readonly string[] Read = ["no list of parts", "a billion texts", "a billion styles"];

    // Parts that take the place of sound ones, or stand beside them.
    private static readonly (string Name, (string Part, string Text)[] Parts)[] Books =
    [
        ("a text out of range", [Sheet(HeaderRow + Row("<c t=\"s\"><v>999999999</v></c>"))]),
        ("a text before the first", [Sheet(HeaderRow + Row("<c t=\"s\"><v>-1</v></c>"))]),
        ("a text that is no number", [Sheet(HeaderRow + Row("<c t=\"s\"><v>KANARIE</v></c>"))]),
        ("an entity of a file",
            [Sheet(HeaderRow + Row(Inline("&x;")), "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")]),
        ("an entity of a site",
            [Sheet(HeaderRow + Row(Inline("&x;")), "<!DOCTYPE a [<!ENTITY x SYSTEM \"http://127.0.0.1:9/\">]>")]),
        ("a billion laughs", [Sheet(HeaderRow + Row(Inline("&a9;")), Laughs)]),
        ("a DTD", [Sheet(HeaderRow, "<!DOCTYPE worksheet>")]),
        ("an external DTD", [Sheet(HeaderRow, "<!DOCTYPE worksheet SYSTEM \"http://127.0.0.1:9/a.dtd\">")]),
        ("a column past the last",
            [Sheet(HeaderRow + Row("<c r=\"ZZZZZZZ1\" t=\"inlineStr\"><is><t>KANARIE</t></is></c>"))]),
        ("a row past the last", [Sheet(HeaderRow + "<row r=\"99999999999\">" + Inline("KANARIE") + "</row>")]),
        ("a row before the first", [Sheet(HeaderRow + "<row r=\"-5\">" + Inline("KANARIE") + "</row>")]),
        ("a cell without a place", [Sheet(HeaderRow + Row("<c r=\"\"><v>1</v></c>"))]),
        ("a million columns",
            [Sheet(HeaderRow + "<row>" + string.Concat(Enumerable.Repeat("<c/>", Million)) + "</row>")]),
        ("a million rows of nothing", [Sheet(HeaderRow + string.Concat(Enumerable.Repeat("<row/>", Million)))]),
        ("elements a hundred thousand deep",
            [Sheet(string.Concat(Enumerable.Repeat("<a>", 100_000))
                + string.Concat(Enumerable.Repeat("</a>", 100_000)))]),
        ("an attribute of ten million letters", [Sheet($"<row spans=\"{new string('a', 10 * Million)}\"/>")]),
        ("a cell of ten million letters", [Sheet(HeaderRow + Row(Inline(new string('a', 10 * Million))))]),
        ("a sheet that ends too soon", [("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData><row>")]),
        ("a sheet that is no XML", [("xl/worksheets/sheet1.xml", "KANARIE")]),
        ("a sheet of nothing", [("xl/worksheets/sheet1.xml", "")]),
        ("a sheet in UTF-7",
            [("xl/worksheets/sheet1.xml", $"<?xml version=\"1.0\" encoding=\"utf-7\"?><worksheet xmlns=\"{Main}\"/>")]),
        ("a sheet that is not there",
            [("xl/_rels/workbook.xml.rels", Relationships(("rId1", "worksheet", "worksheets/er-is-niets.xml")))]),
        ("a sheet outside the workbook",
            [("xl/_rels/workbook.xml.rels", Relationships(("rId1", "worksheet", "../../../etc/passwd")))]),
        ("a sheet on a site",
            [("xl/_rels/workbook.xml.rels",
                Relationships(("rId1", "worksheet\" TargetMode=\"External", "http://127.0.0.1:9/")))]),
        ("a sheet that is the workbook",
            [("xl/_rels/workbook.xml.rels", Relationships(("rId1", "worksheet", "workbook.xml")))]),
        ("no sheets", [("xl/workbook.xml", $"<workbook xmlns=\"{Main}\"><sheets/></workbook>")]),
        ("a workbook of nothing", [("xl/workbook.xml", "")]), ("no list of parts", [("[Content_Types].xml", "")]),
        ("texts of nothing", [("xl/sharedStrings.xml", "")]),
        ("a billion texts", [
            ("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\" count=\"2147483647\" uniqueCount=\"2147483647\"/>")]),
        ("a billion styles",
            [("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><cellXfs count=\"2147483647\"/></styleSheet>")]),
    ];

    private static readonly (string Name, string Text)[] Messages =
    [
        ("a billion laughs", "<?xml version=\"1.0\"?>" + Laughs + "<a>&a9;</a>"),
        ("an entity of a file",
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"),
        ("an external DTD", "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\"><a/>"),
        ("a DTD of parameters",
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY % x SYSTEM \"http://127.0.0.1:9/\"> %x;]><a/>"),
        ("elements a hundred thousand deep",
            "<?xml version=\"1.0\"?>" + string.Concat(Enumerable.Repeat("<a>", 100_000))
                + string.Concat(Enumerable.Repeat("</a>", 100_000))),
        ("an attribute of ten million letters", $"<?xml version=\"1.0\"?><a b=\"{new string('c', 10 * Million)}\"/>"),
        ("a hundred thousand attributes",
            "<?xml version=\"1.0\"?><a "
                + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"b{Numbers.Whole(i)}=\"\" ")) + "/>"),
        ("a name of ten million letters", $"<?xml version=\"1.0\"?><{new string('a', 10 * Million)}/>"),
        ("an end too soon", "<?xml version=\"1.0\"?><a><b>KANARIE"), ("two roots", "<?xml version=\"1.0\"?><a/><b/>"),
        ("an inclusion",
            "<?xml version=\"1.0\"?><a xmlns:xi=\"http://www.w3.org/2001/XInclude\">"
                + "<xi:include href=\"file:///etc/passwd\"/></a>"),
        ("a stylesheet", "<?xml version=\"1.0\"?><?xml-stylesheet href=\"http://127.0.0.1:9/\"?><a/>"),
        ("another encoding than it says", "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>"),
        ("an encoding that is none", "<?xml version=\"1.0\" encoding=\"KANARIE\"?><a/>"),
        ("a foreign root", "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x()\"/>"),
    ];

    public static IEnumerable<HostileCase> All =>
    [
        .. Books.Select(book => OfBytes(
            $"workbook: {book.Name}", "boek.xlsx", () => Book(book.Parts), Read.Contains(book.Name) ? [0] : [2, 5])),
        .. Messages.Select(message =>
            OfBytes($"message: {message.Name}", "bericht.xml", () => Encoding.UTF8.GetBytes(message.Text), 2, 5)),
        .. Zips, .. Gzips,
    ];

    private static string HeaderRow => Row(string.Concat(Columns.Select(Inline)));

    private static string Laughs =>
        "<!DOCTYPE a [<!ENTITY a0 \"KANARIE\">" + string.Concat(Enumerable.Range(1, 9).Select(i =>
        $"<!ENTITY a{Numbers.Whole(i)} \"{string.Concat(Enumerable.Repeat($"&a{Numbers.Whole(i - 1)};", 10))}\">"))
            + "]>";

    private static IEnumerable<HostileCase> Zips =>
    [
        OfBytes("workbook: a bomb", "boek.xlsx", () =>
            Book(("xl/worksheets/sheet1.xml", new string(' ', 200 * Million))), 2, 5) with { IsDangerous = true },
        OfBytes("workbook: a bomb of texts", "boek.xlsx", () =>
            Book(("xl/sharedStrings.xml",
                $"<sst xmlns=\"{Main}\"><si><t>" + new string('a', 200 * Million) + "</t></si></sst>")), 2,
                    5) with { IsDangerous = true },
        OfBytes("workbook: cut in the middle", "boek.xlsx", () => Book()[..^200], 2, 5),
        OfBytes("workbook: its end only", "boek.xlsx", () => Book()[^22..], 2, 5),
        OfBytes("workbook: ten thousand parts", "boek.xlsx", () =>
            Book([.. Enumerable.Range(0, 10_000).Select(i => ("x/" + Numbers.Whole(i), "x"))]), 0, 2, 5),
        OfBytes("workbook: parts that are paths", "boek.xlsx", () =>
            Book(("../../../../tmp/KANARIE", "x"), ("/etc/KANARIE", "x"), ("..\\KANARIE", "x")), 0, 2, 5),
        OfBytes("workbook: with a macro", "boek.xlsm", () => Book(("xl/vbaProject.bin", "KANARIE")), 0, 2, 5),
        OfBytes("workbook: an empty zip", "boek.xlsx", () => [.. "PK\u0005\u0006"u8, .. new byte[18]], 2, 5),
        OfBytes("workbook: a zip of something else", "boek.xlsx", () => Zip(("a.txt", "KANARIE")), 2, 5),
        OfBytes("workbook: text", "boek.xlsx", () => Encoding.UTF8.GetBytes(Header + "\n" + Rows), 0, 2, 5),
    ];

    private static IEnumerable<HostileCase> Gzips =>
    [
        OfBytes("gzip: a bomb", "invoer.csv.gz", () => Gzip(new byte[200 * Million]), 2, 5) with { IsDangerous = true },
        OfBytes("gzip: a bomb of lines", "invoer.csv.gz", () =>
            Gzip(Encoding.UTF8.GetBytes(Header + "\n" + new string('\n', 100 * Million))), 0, 2,
                5) with { IsDangerous = true },
        OfBytes("gzip: cut", "invoer.csv.gz", () => Gzip(Sound)[..^12], 2, 5),
        OfBytes("gzip: cut by one byte", "invoer.csv.gz", () => Gzip(Sound)[..^1], 2, 5),
        OfBytes("gzip: its first bytes", "invoer.csv.gz", () => Gzip(Sound)[..10], 2, 5),
        OfBytes("gzip: another sum", "invoer.csv.gz", () => [.. Gzip(Sound)[..^8], .. new byte[8]], 2, 5),
        OfBytes("gzip: a byte changed", "invoer.csv.gz", Changed, 2, 5),
        OfBytes("gzip: two in one", "invoer.csv.gz", () =>
            [.. Gzip(Sound), .. Gzip(Encoding.UTF8.GetBytes(Rows))], 0, 2, 5),
        OfBytes("gzip: dirt behind it", "invoer.csv.gz", () => [.. Gzip(Sound), .. "KANARIE"u8], 0, 2, 5),
        OfBytes("gzip: in gzip", "invoer.csv.gz", () => Gzip(Gzip(Sound)), 2, 5),
        OfBytes("gzip: nothing in it", "invoer.csv.gz", () => Gzip([]), 2, 5),
        OfBytes("gzip: Parquet in it", "invoer.csv.gz", () => Gzip([.. "PAR1KANARIEPAR1"u8]), 2, 5),
        OfBytes("gzip: text under its name", "invoer.csv.gz", () => Sound, 0, 2, 5),
    ];

    private static byte[] Sound => Encoding.UTF8.GetBytes(Header + "\n" + Rows);

    private static (string Part, string Text) Sheet(string rows, string prologue = "") =>
        ("xl/worksheets/sheet1.xml",
            $"{prologue}<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>");

    private static string Row(string cells) => $"<row>{cells}</row>";

    private static string Inline(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private static string Relationships(params (string Id, string Type, string Target)[] all) =>
        $"<Relationships xmlns=\"{Package}/relationships\">" + string.Concat(all.Select(one =>
            $"<Relationship Id=\"{one.Id}\" Target=\"{one.Target}\" Type=\"{Office}/{one.Type}\"/>"))
                + "</Relationships>";

    private static byte[] Book(params (string Part, string Text)[] parts)
    {
        Dictionary<string, string> all = new()
        {
            ["[Content_Types].xml"] = $"<Types xmlns=\"{Package}/content-types\">"
                + "<Default Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Sheets}.sheet.main+xml\"/>"
                + $"<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{Sheets}.worksheet+xml\"/></Types>",
            ["_rels/.rels"] = Relationships(("rId1", "officeDocument", "xl/workbook.xml")),
            ["xl/workbook.xml"] =
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>"
                + "<sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
            ["xl/_rels/workbook.xml.rels"] =
                Relationships(("rId1", "worksheet", "worksheets/sheet1.xml"),
                    ("rId2", "sharedStrings", "sharedStrings.xml")),
            ["xl/sharedStrings.xml"] = $"<sst xmlns=\"{Main}\"><si><t>KANARIE</t></si></sst>",
        };
        all["xl/worksheets/sheet1.xml"] = Sheet(HeaderRow + Row(Inline("KANARIE"))).Text;
        foreach (var (part, text) in parts)
            all[part] = text;
        return Zip([.. all.Select(part => (part.Key, part.Value))]);
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Gzip(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(content);
        return bytes.ToArray();
    }

    private static byte[] Changed()
    {
        var bytes = Gzip(Sound);
        bytes[bytes.Length / 2] ^= 0x40;
        return bytes;
    }
}
