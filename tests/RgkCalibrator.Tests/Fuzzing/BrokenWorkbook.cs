using System.IO.Compression;
using RgkCalibrator.Tests.Intake.Copies;

namespace RgkCalibrator.Tests.Fuzzing;

/// <summary>
/// Workbooks that got broken, each the same for the same number: of three in four a part, before it is packed, as what
/// is broken after that is mostly refused for its check alone.
/// </summary>
internal sealed class BrokenWorkbook : IBrokenFiles
{
    private const int Longest = 1 << 16;

    private static readonly string[] Words =
    [
        "<row r='1'>", "</row>", "<c r='A1' t='s'>", "<c r='XFD1048576'>", "<v>", "</v>", "<v>1e999</v>", "<v>99</v>",
        "<is><t>", "</t></is>", "t='inlineStr'", "t='e'", "t='d'", " s='99'", "<f>A1</f>", "<mergeCell ref='A1:Z9'/>",
        "date1904='1'", "state='hidden'", "r:id='s0'", "numFmtId='999'", "yyyy", "<!DOCTYPE a [<!ENTITY b 'c'>]>",
        "&b;", "&#0;", "&#xFFFF;", "<![CDATA[", "]]>", "<?xml version='1.1'?>", "_x0000_", "PK\u0003\u0004",
    ];

    private readonly byte[][] _packed;
    private readonly (string Name, byte[] Text)[][] _parts;
    private readonly TextMutation _ofPacked;
    private readonly TextMutation[][] _ofParts;

    internal BrokenWorkbook()
    {
        _packed = [.. Workbooks().Select(Packed)];
        _parts = [.. _packed.Select(Parts)];
        _ofPacked = new TextMutation(_packed, Words, Longest);
        _ofParts = [.. _parts.Select(parts =>
            parts.Select(part => new TextMutation([part.Text], Words, Longest)).ToArray())];
    }

    public string Ending => ".xlsx";

    public byte[] Of(int number) => number % 4 == 0 ? _ofPacked.Of(number / 4) : OfParts(number);

    private byte[] OfParts(int number)
    {
        var (book, parts) = (number % _parts.Length, _parts[number % _parts.Length]);
        var broken = number / _parts.Length % parts.Length;
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            for (var i = 0; i < parts.Length; i++)
            {
                using var part = zip.CreateEntry(parts[i].Name, CompressionLevel.NoCompression).Open();
                part.Write(i == broken ? _ofParts[book][i].Of(number) : parts[i].Text);
            }
        }

        return packed.ToArray();
    }

    private static IEnumerable<TestWorkbook> Workbooks()
    {
        var day = new DateOnly(2021, 3, 1);
        object?[] header = ["client_id", "product_code", "start_date", "end_date", "volume", "unit"];
        object?[] row = [FuzzProgram.Marker + "-1", "45C02", day, day.AddDays(30), 3.5, "uur"];
        var text = new RawCell($"<is><t>{FuzzProgram.Marker}</t></is>", "inlineStr");
        yield return new TestWorkbook(new TestSheet("Blad1", header, row, row));
        yield return new TestWorkbook(
            new TestSheet("Toelichting", [FuzzProgram.Marker]),
            new TestSheet("2021", ["Uitdraai"], null, header, row)
            {
                Below = "<mergeCells><mergeCell ref='A1:F1'/></mergeCells>",
            },
            new TestSheet("2022", header, [text, "45C02", 44256, "31-03-2021", "3,5", "uur"]) { Hidden = [2] })
        {
            CountsFrom1904 = true,
        };
    }

    private static byte[] Packed(TestWorkbook workbook)
    {
        using var folder = new TemporaryFolder();
        return File.ReadAllBytes(workbook.Save(folder["heel.xlsx"]));
    }

    private static (string Name, byte[] Text)[] Parts(byte[] packed)
    {
        using var zip = new ZipArchive(new MemoryStream(packed));
        return [.. zip.Entries.Select(entry =>
        {
            using var part = new MemoryStream();
            using (var content = entry.Open())
                content.CopyTo(part);
            return (entry.FullName, part.ToArray());
        })];
    }
}
