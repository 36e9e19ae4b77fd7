namespace RgkCalibrator.Intake.Copies.Workbooks;

/// <summary>
/// XML as it is read, refused where there is no tag in many bytes: the reader keeps a name or an attribute in memory as
/// a whole.
/// </summary>
internal sealed class ShortTags(Stream source) : Stream
{
    private const int Longest = 16 << 20;
    private long _length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = source.Read(buffer);
        var last = buffer[..read].LastIndexOf((byte)'<');
        _length = last < 0 ? _length + read : read - last;
        return _length <= Longest ? read : throw new InvalidDataException("A tag or a text is too long.");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            source.Dispose();
        base.Dispose(disposing);
    }
}
