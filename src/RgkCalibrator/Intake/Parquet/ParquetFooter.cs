using System.Buffers.Binary;

namespace RgkCalibrator.Intake.Parquet;

/// <summary>
/// Looks at the end of a Parquet file that the engine refuses: the engine does not always say that it is encrypted.
/// </summary>
internal static class ParquetFooter
{
    private const int LongestFooter = 1 << 24;

    // FileMetaData in the Thrift definition of the format: encryption_algorithm.
    private const int EncryptionField = 8;

    /// <summary>
    /// Whether a file says that it is encrypted: all of it, or its columns under a footer that can be read.
    /// </summary>
    internal static bool SaysEncrypted(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            Span<byte> end = stackalloc byte[8];
            if (file.Length < 12)
                return false;
            file.Position = file.Length - end.Length;
            file.ReadExactly(end);
            if (end[4..].SequenceEqual("PARE"u8))
                return true;
            var length = BinaryPrimitives.ReadInt32LittleEndian(end);
            if (!end[4..].SequenceEqual("PAR1"u8) || length < 0 || length > Math.Min(LongestFooter, file.Length - 12))
                return false;
            var footer = new byte[length];
            file.Position = file.Length - end.Length - length;
            file.ReadExactly(footer);
            using var reader = new BinaryReader(new MemoryStream(footer));
            return new CompactStruct(reader).Has(EncryptionField);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or FormatException)
        {
            return false;
        }
    }
}

/// <summary>
/// A struct in Thrift's compact protocol, read from left to right as far as needed to see which fields it has.
/// </summary>
/// <remarks>Reading a broken struct ends in an <see cref="IOException"/> or a <see cref="FormatException"/>.</remarks>
internal sealed class CompactStruct(BinaryReader reader)
{
    private const int DeepestNesting = 32;

    internal bool Has(int field)
    {
        var id = 0L;
        while (ReadField(ref id) is > 0 and var type)
        {
            if (id == field)
                return true;
            Skip(type, 0);
        }

        return false;
    }

    /// <summary>Reads the head of a field.</summary>
    /// <returns>Its type; 0 at the end of the struct.</returns>
    private int ReadField(ref long id)
    {
        var head = reader.ReadByte();
        var type = head & 15;
        if (type != 0)
            id = head >> 4 is > 0 and var step ? id + step : ZigZag(reader.Read7BitEncodedInt64());
        return type;
    }

    private void Skip(int type, int depth)
    {
        switch (type)
        {
            case 1 or 2:
                break;
            case 3:
                _ = reader.ReadByte();
                break;
            case 4 or 5 or 6:
                _ = reader.Read7BitEncodedInt64();
                break;
            case 7:
                SkipBytes(8);
                break;
            case 8:
                SkipBytes(reader.Read7BitEncodedInt64());
                break;
            case 9 or 10 when depth < DeepestNesting:
                SkipList(depth + 1);
                break;
            case 12 when depth < DeepestNesting:
                var id = 0L;
                while (ReadField(ref id) is > 0 and var inner)
                    Skip(inner, depth + 1);
                break;
            default:
                // A map, which a footer has none of.
                throw new EndOfStreamException();
        }
    }

    private void SkipList(int depth)
    {
        var head = reader.ReadByte();
        var count = head >> 4 == 15 ? reader.Read7BitEncodedInt64() : head >> 4;
        for (var i = 0L; i < count; i++)
            Skip((head & 15) is 1 or 2 ? 3 : head & 15, depth);
    }

    private void SkipBytes(long length)
    {
        var stream = reader.BaseStream;
        if (length < 0 || length > stream.Length - stream.Position)
            throw new EndOfStreamException();
        stream.Position += length;
    }

    private static long ZigZag(long number) => (long)((ulong)number >> 1) ^ -(number & 1);
}
