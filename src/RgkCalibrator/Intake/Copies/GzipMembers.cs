using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using RgkCalibrator.Basics.Files;

namespace RgkCalibrator.Intake.Copies;

/// <summary>Takes the next bytes of what was packed.</summary>
internal delegate void TakeUnpacked(ReadOnlySpan<byte> bytes);

/// <summary>
/// Unpacks a file in gzip (RFC 1952), all its members. Each is checked with its length and its CRC-32, and nothing may
/// stand behind the last.
/// </summary>
/// <remarks>
/// <see cref="GZipStream"/> takes a file that was cut off for a whole one, and passes over what follows the last
/// member.
/// </remarks>
/// <param name="file">The file, from its first byte; can be read at any place.</param>
internal sealed class GzipMembers(Stream file)
{
    private const int Room = 1 << 16;
    private const int HeaderLength = 10;
    private const int TrailerLength = 8;
    private const byte Deflate = 8;

    private static ReadOnlySpan<byte> Magic => [0x1F, 0x8B];

    private readonly byte[] _room = new byte[Room];

    [Flags]
    private enum Parts : byte
    {
        None = 0,
        Text = 1,
        HeaderCheck = 2,
        Extra = 4,
        Name = 8,
        Comment = 16,
    }

    /// <summary>Hands everything over, in order.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or not complete.</exception>
    /// <exception cref="EndOfStreamException">It is not complete.</exception>
    internal void Unpack(TakeUnpacked take)
    {
        using var packed = new ChunkedReading(file);
        do
        {
            PassHeader();
            var (check, length) = Inflate(packed, take);
            PassTrailer(packed, check, length);
        }
        while (file.Position < file.Length);
    }

    private void PassHeader()
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        file.ReadExactly(header);
        var parts = (Parts)header[3];
        if (!header.StartsWith(Magic) || header[2] != Deflate || parts > (Parts)0x1F)
            throw new InvalidDataException("This is no member of a gzip file.");
        if (parts.HasFlag(Parts.Extra))
            Pass(ReadLength());
        if (parts.HasFlag(Parts.Name))
            PassText();
        if (parts.HasFlag(Parts.Comment))
            PassText();
        if (parts.HasFlag(Parts.HeaderCheck))
            _ = ReadLength();
    }

    private void Pass(int length) => file.Position += length;

    private int ReadLength()
    {
        Span<byte> length = stackalloc byte[sizeof(ushort)];
        file.ReadExactly(length);
        return BinaryPrimitives.ReadUInt16LittleEndian(length);
    }

    private void PassText()
    {
        int letter;
        do
            letter = file.ReadByte();
        while (letter > 0);
        if (letter < 0)
            throw new EndOfStreamException();
    }

    private (uint Check, long Length) Inflate(ChunkedReading packed, TakeUnpacked take)
    {
        using var inflated = new DeflateStream(packed, CompressionMode.Decompress, leaveOpen: true);
        var (check, length) = (new Crc32(), 0L);
        int read;
        while ((read = inflated.ReadAtLeast(_room, _room.Length, throwOnEndOfStream: false)) > 0)
        {
            var bytes = _room.AsSpan(0, read);
            check.Append(bytes);
            length += read;
            take(bytes);
        }

        return (check.GetCurrentHashAsUInt32(), length);
    }

    // The stream of .NET reads ahead and does not tell where the packed bytes ended: in the last chunk that it asked
    // for. There must be the check and the length that fit; that other bytes do has a chance of 2^-64 for each place.
    private void PassTrailer(ChunkedReading packed, uint check, long length)
    {
        Span<byte> trailer = stackalloc byte[TrailerLength];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, check);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], unchecked((uint)length));
        file.Position = packed.LastChunk;
        var room = new byte[packed.LastLength + TrailerLength + Magic.Length];
        var last = room.AsSpan(0, file.ReadAtLeast(room, room.Length, throwOnEndOfStream: false));
        file.Position = packed.LastChunk + EndOfTrailer(last, trailer);
    }

    // Of a member without content all of it is zeros, and so may be what stands before it: another member must follow,
    // or nothing.
    private static int EndOfTrailer(ReadOnlySpan<byte> last, ReadOnlySpan<byte> trailer)
    {
        var end = 0;
        while (last[end..].IndexOf(trailer) is >= 0 and var place)
        {
            end += place + TrailerLength;
            if (end == last.Length || last[end..].StartsWith(Magic))
                return end;
            end -= TrailerLength - 1;
        }

        throw new InvalidDataException("No end of the member fits its content.");
    }

    /// <summary>Reads on in a file, and remembers where the last chunk began.</summary>
    private sealed class ChunkedReading(Stream file) : ForwardStream
    {
        internal long LastChunk { get; private set; }

        internal int LastLength { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var before = file.Position;
            var read = file.Read(buffer);
            if (read > 0)
                (LastChunk, LastLength) = (before, read);
            return read;
        }
    }
}
