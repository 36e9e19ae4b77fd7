namespace RgkCalibrator.Intake.Messages;

/// <summary>
/// Hands on the bytes of an XML file, and refuses it where <c>&lt;</c> stays out for long: a parser would hold such a
/// name, attribute or text as a whole.
/// </summary>
internal sealed class MarkupStream(Stream source, string name) : Stream
{
    private const int Longest = 1 << 20;

    private int _without;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = source.Read(buffer);
        var bytes = buffer[..read];
        var last = bytes.LastIndexOf((byte)'<');
        _without = last < 0 ? _without + read : read - last;
        return _without <= Longest ? read : throw MessageMistakes.TooLong(name, Longest);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
