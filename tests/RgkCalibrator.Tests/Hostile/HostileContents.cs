using System.Text;
using static RgkCalibrator.Tests.Hostile.HostileCase;

namespace RgkCalibrator.Tests.Hostile;

/// <summary>The beginnings of other formats, under the endings that the program reads.</summary>
internal static class HostileContents
{
    private static readonly (string Name, byte[] Begin)[] Formats =
    [
        ("zip", [.. "PK\u0003\u0004\u0014\0\0\0"u8]), ("empty zip", [.. "PK\u0005\u0006"u8, .. new byte[18]]),
        ("gzip", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]), ("old Excel", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        ("PDF", [.. "%PDF-1.7\n%\u00FF\u00FF\n"u8]), ("program of Windows", [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0]),
        ("program of Linux", [0x7F, .. "ELF"u8, 2, 1, 1, 0, 0]),
        ("program of macOS", [0xCF, 0xFA, 0xED, 0xFE, 7, 0, 0, 1]),
        ("PNG", [0x89, .. "PNG\r\n\u001A\n"u8, 0, 0, 0, 13]), ("JPEG", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16]),
        ("SQLite", [.. "SQLite format 3\0"u8, 16, 0]), ("Arrow", [.. "ARROW1\0\0"u8]), ("ORC", [.. "ORC"u8, 0, 0]),
        ("Avro", [.. "Obj\u0001"u8, 0]), ("7z", [.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C, 0]),
        ("RAR", [.. "Rar!\u001A\u0007\0"u8]),
        ("bzip2", [.. "BZh91AY&SY"u8, 0, 1]), ("xz", [0xFD, .. "7zXZ"u8, 0, 0]),
        ("Zstandard", [0x28, 0xB5, 0x2F, 0xFD, 0]),
        ("tar", [.. "KANARIE"u8, .. new byte[250], .. "ustar"u8]), ("SPSS", [.. "$FL2@(#) SPSS"u8, 0, 0, 2]),
        ("SAS", [0, 0, 0, 0, 0, 0, 0, 0, 0xC2, 0xEA, 0x81, 0x60]), ("table of R", [.. "RDX3\nX\n\0\0"u8]),
        ("class of Java", [0xCA, 0xFE, 0xBA, 0xBE, 0, 0]), ("WebAssembly", [0, .. "asm"u8, 1, 0, 0, 0]),
        ("Access", [0, 1, 0, 0, .. "Standard Jet DB"u8, 0]), ("half a Parquet file", [.. "PAR1"u8, 0, 1, 2]),
        ("Parquet without a middle", [.. "PAR1PAR1"u8]),
    ];

    public static IEnumerable<HostileCase> All => Formats.SelectMany(format => new[] { "csv", "tsv", "parquet" }
        .Select(ending => OfBytes(
            $"{format.Name} under .{ending}", "invoer." + ending, () =>
                [.. format.Begin, .. Behind(format.Begin)], 5)));

    private static byte[] Behind(byte[] begin)
    {
        var rest = new byte[4096];
        new Random(begin.Length + begin[^1]).NextBytes(rest);
        return [.. Encoding.UTF8.GetBytes(Canary), .. rest];
    }
}
