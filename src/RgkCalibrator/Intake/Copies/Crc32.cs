using System.Buffers.Binary;

namespace RgkCalibrator.Intake.Copies;

/// <summary>
/// The check of gzip: CRC-32 with the polynomial 0xEDB88320 (RFC 1952, section 8), eight bytes at a time (Kounavis and
/// Berry 2005).
/// </summary>
internal static class Crc32
{
    private const int Slices = 8;
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[][] Tables = MakeTables();

    /// <summary>The check of all bytes so far.</summary>
    /// <param name="before">The check of the bytes before these; 0 for none.</param>
    /// <param name="bytes">These bytes.</param>
    internal static uint Of(uint before, ReadOnlySpan<byte> bytes)
    {
        var check = ~before;
        for (; bytes.Length >= Slices; bytes = bytes[Slices..])
        {
            var (low, high) = (
                BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ check,
                BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]));
            check = Tables[7][low & 0xFF] ^ Tables[6][(low >> 8) & 0xFF]
                ^ Tables[5][(low >> 16) & 0xFF] ^ Tables[4][low >> 24]
                ^ Tables[3][high & 0xFF] ^ Tables[2][(high >> 8) & 0xFF]
                ^ Tables[1][(high >> 16) & 0xFF] ^ Tables[0][high >> 24];
        }

        foreach (var letter in bytes)
            check = Tables[0][(check ^ letter) & 0xFF] ^ (check >> 8);
        return ~check;
    }

    private static uint[][] MakeTables()
    {
        var tables = new uint[Slices][];
        for (var slice = 0; slice < Slices; slice++)
        {
            tables[slice] = new uint[256];
            for (var letter = 0u; letter < 256; letter++)
                tables[slice][letter] = slice == 0 ? OfByte(letter) : Shifted(tables[slice - 1][letter]);
        }

        return tables;

        uint Shifted(uint check) => tables[0][check & 0xFF] ^ (check >> 8);
    }

    private static uint OfByte(uint letter)
    {
        var check = letter;
        for (var bit = 0; bit < 8; bit++)
            check = (check & 1) == 0 ? check >> 1 : (check >> 1) ^ Polynomial;
        return check;
    }
}
