using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace RgkCalibrator.Intake.Parquet;

/// <summary>The end of a Parquet file, looked at where the engine refuses it: whether it is encrypted, the engine does not always say.</summary>
internal static class ParquetFooter
{
    private const int LongestFooter = 1 << 24;

    // FileMetaData in the Thrift definition of the format: encryption_algorithm.
    private const int EncryptionField = 8;

    /// <summary>Whether a file says that it is encrypted: all of it, or its columns under a footer that can be read.</summary>
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
            return new CompactStruct(footer).Has(EncryptionField);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

/// <summary>A struct in Thrift's compact protocol, read from left to right as far as needed to see which fields it has.</summary>
[StructLayout(LayoutKind.Auto)]
internal ref struct CompactStruct(ReadOnlySpan<byte> bytes)
{
    private const int DeepestNesting = 32;

    private ReadOnlySpan<byte> _rest = bytes;
    private bool _isBroken;

    /// <summary>Whether it has a field; of a struct that is broken before that, it has not.</summary>
    internal bool Has(int field)
    {
        var id = 0L;
        while (TryField(ref id, out var type))
        {
            if (id == field)
                return true;
            Skip(type, 0);
        }

        return false;
    }

    private bool TryField(ref long id, out int type)
    {
        var head = Byte();
        type = head & 15;
        if (type == 0)
            return false;
        var step = head >> 4;
        id = step != 0 ? id + step : ZigZag(Varint());
        return !_isBroken;
    }

    private void Skip(int type, int depth)
    {
        switch (type)
        {
            case 1 or 2:
                break;
            case 3:
                _ = Byte();
                break;
            case 4 or 5 or 6:
                _ = Varint();
                break;
            case 7:
                Take(8);
                break;
            case 8:
                Take(Varint());
                break;
            case 9 or 10 when depth < DeepestNesting:
                SkipList(depth);
                break;
            case 12 when depth < DeepestNesting:
                var id = 0L;
                while (TryField(ref id, out var inner))
                    Skip(inner, depth + 1);
                break;
            default:
                // A map, which a footer has none of.
                _isBroken = true;
                break;
        }
    }

    private void SkipList(int depth)
    {
        var head = Byte();
        var count = head >> 4 == 15 ? Varint() : (ulong)(head >> 4);
        for (var i = 0UL; i < count && !_isBroken; i++)
            Skip((head & 15) is 1 or 2 ? 3 : head & 15, depth + 1);
    }

    private int Byte()
    {
        if (_rest.IsEmpty)
        {
            _isBroken = true;
            return 0;
        }

        var first = _rest[0];
        _rest = _rest[1..];
        return first;
    }

    private ulong Varint()
    {
        var number = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Byte();
            number |= (ulong)(part & 127) << shift;
            if (part < 128)
                return number;
        }

        _isBroken = true;
        return 0;
    }

    private void Take(ulong length)
    {
        _isBroken |= length > (ulong)_rest.Length;
        _rest = _isBroken ? default : _rest[(int)length..];
    }

    private static long ZigZag(ulong number) => unchecked((long)(number >> 1) ^ -(long)(number & 1));
}
