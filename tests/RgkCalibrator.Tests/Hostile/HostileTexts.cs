using System.Text;
using static RgkCalibrator.Tests.Hostile.HostileCase;

namespace RgkCalibrator.Tests.Hostile;

/// <summary>Texts with a fault in their encoding, quotes, lines or header, or of a size that nobody expects.</summary>
internal static class HostileTexts
{
    private const string Sound = Header + "\n" + Rows;
    private const int Million = 1_000_000;

    // Sound rows behind a column of which only the name is to be told.
    private static readonly string Shifted =
        ";" + Header + "\nx;" + Rows.Replace("\nK", "\nx;K", StringComparison.Ordinal);

    // A single line of so many bytes; a gigabyte where it is asked for.
    private static readonly long LineBytes =
        Environment.GetEnvironmentVariable("RGK_HOSTILE_GIGABYTE") == "1" ? 1L << 30 : 64L << 20;

    private static readonly (string Name, byte[] Bytes)[] NoUtf8 =
    [
        ("a lone high surrogate", [0xED, 0xA0, 0x80]), ("a lone low surrogate", [0xED, 0xB0, 0x80]),
        ("a pair of surrogates", [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80]), ("an overlong slash", [0xC0, 0xAF]),
        ("an overlong zero", [0xC0, 0x80]), ("the byte FF", [0xFF]), ("the byte FE", [0xFE]),
        ("half a letter", [0xC3]), ("a letter past the last", [0xF4, 0x90, 0x80, 0x80]), ("a stray tail", [0x80, 0x80]),
        ("a letter of six bytes", [0xFC, 0x80, 0x80, 0x80, 0x80, 0x80]),
    ];

    private static readonly Encoding[] Others =
    [
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true), new UnicodeEncoding(true, true),
        new UnicodeEncoding(false, false), new UnicodeEncoding(true, false),
        new UTF32Encoding(false, true), new UTF32Encoding(true, true), new UTF32Encoding(false, false),
        new UTF32Encoding(true, false),
    ];

    private static readonly (string Name, string Text, int Code)[] Texts =
    [
        ("one byte", "K", 2), ("one line end", "\n", 5), ("a carriage return", "\r", 5),
        ("a thousand line ends", new('\n', 1000), 5),
        ("spaces only", new(' ', 1000), 5), ("one quote", "\"", 2), ("quotes only", new('"', 1001), 2),
        ("delimiters only", new(';', 1000), 2),
        ("commas and line ends", string.Concat(Enumerable.Repeat(",,,\n", 99)), 2),
        ("a mark of UTF-8 only", "\uFEFF", 5), ("two marks and nothing", "\uFEFF\uFEFF", 5),
        ("the end of DOS only", "\u001A", 5), ("sep= and nothing", "sep=;\n", 2),
        ("sep= a quote", "sep=\"\n" + Sound, 0),
        ("sep= a letter", "sep=a\n" + Sound, 0), ("sep= twice", "sep=;\nsep=;\n" + Sound, 0),
        ("a header only", Header + "\n", 5), ("a header without line end", Header, 5),
        ("a header twice", Header + "\n" + Sound, 0), ("a header in the middle", Sound + Header + "\n" + Rows, 0),
        ("a header at the end", Sound + Header + "\n", 0), ("two names alike", Header + ";volume\n" + Rows, 2),
        ("all names alike", "a;a;a;a;a;a;a\n" + Rows, 2), ("no header", Rows, 2),
        ("a header of letters that look alike", Header.Replace('e', '\u0435') + "\n" + Rows, 2),
        ("a header in capitals", Header.ToUpperInvariant() + "\n" + Rows, 0),
        ("a header that is turned", "\u202E" + Sound, 2),
        ("a header of formulas", string.Join(';', Header.Split(';').Select(name => "=" + name)) + "\n" + Rows, 2),
        ("a header of scripts", "<script>alert(1)</script>" + Shifted, 0),
        ("a header with an escape", "\u001B[2J" + Shifted, 0),
        ("a header on line 99", string.Concat(Enumerable.Repeat("x\n", 98)) + Sound, 2),
        ("a header on line 5000", string.Concat(Enumerable.Repeat("x\n", 4999)) + Sound, 2),
        ("a row stuck to the header", Header + Rows, 5),
        ("a quote that opens the file", "\"" + Sound, 2),
        ("a quote that opens the last cell", Sound + "KANARIE;\"KANARIE", 5),
        ("a quote that opens the first cell", Header + "\n\"" + Rows, 5),
        ("a quote in every cell", Sound.Replace(";", ";\"", StringComparison.Ordinal), 2),
        ("text behind a quote", Header + "\n\"KANARIE\"KANARIE;54002;13-03-2019;14-03-2019;4,5;uur;p\n" + Rows, 0),
        ("odd quotes", Header + "\n\"\"\"KANARIE;54002;13-03-2019;14-03-2019;4,5;uur;p\n" + Rows, 5),
        ("a quote that swallows rows",
            Header + "\n\"KANARIE;1;2\n" + Rows + "KANARIE\";54002;13-03-2019;14-03-2019;4,5;uur;p\n", 0),
        ("a mark of UTF-8 in the middle", Sound + "\uFEFF" + Sound, 0),
        ("a mark of UTF-8 before each line", Sound.Replace("\n", "\n\uFEFF", StringComparison.Ordinal), 0),
        ("carriage returns", Sound.Replace('\n', '\r'), 0), ("mixed line ends", Sound + Rows.Replace('\n', '\r'), 5),
        ("double carriage returns", Sound.Replace("\n", "\r\r\n", StringComparison.Ordinal), 0),
        ("line ends turned around", Sound.Replace("\n", "\n\r", StringComparison.Ordinal), 0),
        ("vertical tabs for line ends", Sound.Replace('\n', '\v'), 5),
        ("form feeds for line ends", Sound.Replace('\n', '\f'), 5),
        ("line separators for line ends", Sound.Replace('\n', '\u2028'), 5),
        ("the end of DOS in the middle", Sound + "\u001A" + Rows, 0), ("a zero in a cell", Sound + "KANARIE\0;", 5),
        ("a zero in the header", "\0" + Sound, 5), ("zeros only", new('\0', 4096), 5),
        ("zeros behind the rows", Sound + new string('\0', 4096), 5),
        ("rows of one field", Header + "\n" + string.Concat(Enumerable.Repeat("KANARIE\n", 999)), 0),
        ("rows of a thousand fields",
            Header + "\n" + string.Concat(Enumerable.Repeat("KANARIE" + new string(';', 999) + "\n", 99)), 0),
        ("a row without its end", Sound + "KANARIE;54002;13-", 0),
        ("JSON by the line", "{\"client_id\":\"KANARIE\"}\n", 2),
        ("HTML", "<html><table><tr><td>KANARIE</td></tr></table></html>", 2),
        ("XML", "<?xml version=\"1.0\"?><a>KANARIE</a>", 2),
        ("an entity that grows", "<!DOCTYPE a [<!ENTITY b \"KANARIE\">]><a>&b;</a>", 2),
        ("YAML", "a: &a [KANARIE]\nb: *a\n", 2),
        ("a script of a shell", "#!/bin/sh\nrm -rf KANARIE\n", 2), ("PHP", "<?php system('KANARIE'); ?>", 2),
        ("RTF", "{\\rtf1 KANARIE}", 2), ("SQL", "SELECT KANARIE FROM t;\n", 2),
        ("mail", "From: KANARIE\nTo: x\n\nKANARIE\n", 2),
        ("one letter a line", string.Concat(Enumerable.Repeat("a\n", 10_000)), 2),
        ("LDAP", "dn: cn=KANARIE,dc=x\nobjectClass: top\n", 2), ("uuencoded", "begin 644 KANARIE\n#0V%T\n`\nend\n", 2),
    ];

    public static IEnumerable<HostileCase> All =>
    [
        .. Texts.Select(text => OfText(text.Name, text.Text, text.Code)), Empty, .. Encoded, .. Broken, .. Controls,
        .. Large,
    ];

    private static HostileCase Empty { get; } = OfBytes("no bytes", "leeg.csv", () => [], 5);

    private static IEnumerable<HostileCase> Encoded => Others.SelectMany((encoding, i) => new[]
    {
        OfBytes($"encoding {i} {encoding.WebName}", "invoer.csv", () =>
            [.. encoding.GetPreamble(), .. encoding.GetBytes(Sound)], 5),
        OfBytes($"encoding {i} {encoding.WebName}, cut", "invoer.csv", () =>
            [.. encoding.GetPreamble(), .. encoding.GetBytes(Sound)[..^1]], 5),
    });

    // A byte that is no UTF-8 makes the file one of Windows-1252, in which every byte is a letter.
    private static IEnumerable<HostileCase> Broken => NoUtf8.SelectMany(odd => new[]
    {
        OfBytes($"{odd.Name} in a cell", "invoer.csv", () =>
            [.. Utf8(Sound + "KANARIE"), .. odd.Bytes, .. Utf8(";54002;13-03-2019;14-03-2019;4,5;uur;p\n")], 0),
        OfBytes($"{odd.Name} in the header", "invoer.csv", () => [.. odd.Bytes, .. Utf8(Shifted)], 0),
        OfBytes($"{odd.Name} at the end", "invoer.csv", () => [.. Utf8(Sound), .. odd.Bytes], 0),
    });

    private static IEnumerable<HostileCase> Controls =>
        Enumerable.Range(1, 31).Except(['\n', '\r', 0x1A, '\t']).SelectMany(sign => new[]
    {
        OfRow($"control {sign} in a cell", $"KANARIE{(char)sign};54002;13-03-2019;14-03-2019;4,5;uur;p", 0),
        OfText($"control {sign} in the header", $"naam{(char)sign}" + Shifted, 0),
    });

    private static IEnumerable<HostileCase> Large =>
    [
        OfStream("a million columns", file =>
            { Repeat(file, "KANARIE;", Million); Write(file, Sound); }, 2, 5) with { IsDangerous = true },
        OfStream("a row of a million fields", file =>
            { Write(file, Sound + "KANARIE"); Repeat(file, ";", Million); }, 0) with { IsDangerous = true },
        OfStream("a million rows of delimiters", file =>
            { Write(file, Sound); Repeat(file, ";;;;;;\n", Million); }, 0) with { IsDangerous = true },
        OfStream("a million line ends", file => { Write(file, Sound); Repeat(file, "\n", Million); }, 0),
        OfStream("a million quotes", file => { Write(file, Sound + "KANARIE;"); Repeat(file, "\"", Million); }, 0),
        OfStream("a million quotes and one", file =>
            { Write(file, Sound + "KANARIE;"); Repeat(file, "\"", Million + 1); }, 5, 0),
        OfStream("a number of a hundred thousand digits", file =>
            { Write(file, Sound + "KANARIE;54002;13-03-2019;14-03-2019;"); Repeat(file, "9",
                Million / 10); Write(file, ";uur;p\n"); }, 0),
        OfStream("a decimal of a hundred thousand digits", file =>
            { Write(file, Sound + "KANARIE;54002;13-03-2019;14-03-2019;0,"); Repeat(file, "9",
                Million / 10); Write(file, ";uur;p\n"); }, 0),
        OfStream("a column name of ten million letters", file =>
            { Repeat(file, "KANARIE", Million); Write(file, ";" + Sound); }, 2, 5),
        OfStream("a cell of ten million letters", file =>
            { Write(file, Sound + "c;54002;13-03-2019;14-03-2019;4,5;uur;"); Repeat(file, "KANARIE", Million); }, 0, 5),
        OfStream("a single line of a gigabyte", file => Fill(file, LineBytes), 2, 5) with { IsDangerous = true },
        OfStream("a row of a gigabyte", file =>
            { Write(file, Sound); Fill(file, LineBytes); }, 5) with { IsDangerous = true },
        OfStream("a quote open over a gigabyte", file =>
            { Write(file, Sound + "\""); Fill(file, LineBytes); }, 5) with { IsDangerous = true },
        OfStream("a gigabyte of zeros", file => file.SetLength(LineBytes), 5) with { IsDangerous = true },
    ];

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static void Write(Stream file, string text) => file.Write(Utf8(text));

    private static void Repeat(Stream file, string text, int times) =>
        Write(file, string.Concat(Enumerable.Repeat(text, times)));

    private static void Fill(Stream file, long length)
    {
        var piece = Utf8(string.Concat(Enumerable.Repeat("KANARIE ", 1 << 17)));
        for (var left = length; left > 0; left -= piece.Length)
            file.Write(piece);
    }
}
