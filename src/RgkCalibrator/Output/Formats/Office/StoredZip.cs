using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace RgkCalibrator.Output.Formats.Office;

/// <summary>
/// A zip file of which no byte depends on the machine: uncompressed, dated 1 January 1980. The zip of the runtime
/// compresses otherwise by version, and records the operating system.
/// </summary>
/// <remarks>After APPNOTE.TXT 6.3 of PKWARE, sections 4.3.7, 4.3.12 and 4.3.16.</remarks>
internal static class StoredZip
{
    private const int Version = 20;
    private const int FirstOfJanuary1980 = (1 << 5) | 1;

    /// <summary>Writes entries in the order given.</summary>
    /// <param name="entries">Names in ASCII, and what stands in them; together under 4 GB.</param>
    /// <param name="output">Is left open.</param>
    internal static void Write(IReadOnlyList<(string Name, byte[] Content)> entries, Stream output)
    {
        using var directory = new MemoryStream();
        var offset = 0L;
        foreach (var (name, content) in entries)
        {
            var (nameBytes, description) = (Encoding.ASCII.GetBytes(name), Description(name, content));
            byte[] header = [.. Whole(0x04034b50), .. description, .. nameBytes];
            output.Write(header);
            output.Write(content);
            directory.Write(
            [
                .. Whole(0x02014b50), .. Half(Version), .. description, .. new byte[10], .. Whole(offset), .. nameBytes,
            ]);
            offset += header.Length + content.Length;
        }

        var count = Half(entries.Count);
        output.Write(
        [
            .. directory.ToArray(), .. Whole(0x06054b50), .. new byte[4], .. count, .. count,
            .. Whole(directory.Length), .. Whole(offset), .. new byte[2],
        ]);
    }

    /// <summary>
    /// What the header of an entry and the directory both say: version, flags, method, time, checksum, sizes, lengths
    /// of name and extra field.
    /// </summary>
    private static byte[] Description(string name, byte[] content)
    {
        var size = Whole(content.Length);
        return
        [
            .. Half(Version), .. new byte[6], .. Half(FirstOfJanuary1980), .. Whole(Crc32.HashToUInt32(content)),
            .. size, .. size, .. Half(name.Length), .. new byte[2],
        ];
    }

    private static byte[] Half(int value) => Whole(value)[..2];

    private static byte[] Whole(long value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)value);
        return bytes;
    }
}
