namespace RgkCalibrator.Basics.Files;

/// <summary>
/// The bytes of an XML file, refused where <c>&lt;</c> stays out for long: a parser would hold such a name, attribute
/// or text in memory as a whole.
/// </summary>
/// <param name="source">The file. It is closed with this stream.</param>
/// <param name="longest">The most bytes from one <c>&lt;</c> to the next.</param>
/// <param name="tooLong">Makes what is thrown where there are more.</param>
internal sealed class ShortTags(Stream source, int longest, Func<Exception> tooLong) : ForwardStream
{
    private long _length;

    public override int Read(Span<byte> buffer)
    {
        var read = source.Read(buffer);
        var last = buffer[..read].LastIndexOf((byte)'<');
        _length = last < 0 ? _length + read : read - last;
        return _length <= longest ? read : throw tooLong();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            source.Dispose();
        base.Dispose(disposing);
    }
}
