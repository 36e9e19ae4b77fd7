using System.Buffers.Binary;
using System.Text;

namespace RgkCalibrator.Output.Packets;

/// <summary>A piece of a PNG file (W3C, Portable Network Graphics, third edition, section 5).</summary>
/// <param name="Type">Four letters.</param>
/// <param name="Content">What it holds.</param>
internal sealed record PngChunk(string Type, ReadOnlyMemory<byte> Content)
{
    internal const string Pixels = "IDAT";

    private const int SignatureLength = 8;
    private const int FrameLength = 12;
    private static readonly byte[] Signature =
    [
        0x89,
        (byte)'P',
        (byte)'N',
        (byte)'G',
        (byte)'\r',
        (byte)'\n',
        0x1A,
        (byte)'\n',
    ];

    /// <summary>The pieces of a file, in its order.</summary>
    /// <exception cref="InvalidDataException">It is no PNG from its first byte to its last.</exception>
    internal static IEnumerable<PngChunk> In(ReadOnlyMemory<byte> file)
    {
        if (!file.Span.StartsWith(Signature))
            throw new InvalidDataException("This is no PNG.");
        var rest = file[SignatureLength..];
        while (rest.Length > 0)
        {
            var length = rest.Length < FrameLength ? uint.MaxValue : BinaryPrimitives.ReadUInt32BigEndian(rest.Span);
            if (length > rest.Length - FrameLength)
                throw new InvalidDataException("This PNG is cut off.");
            yield return new(Encoding.ASCII.GetString(rest.Span[4..8]), rest.Slice(8, (int)length));
            rest = rest[(FrameLength + (int)length)..];
        }
    }
}
