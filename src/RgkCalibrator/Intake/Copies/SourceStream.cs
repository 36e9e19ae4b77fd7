using RgkCalibrator.Intake.Csv;

namespace RgkCalibrator.Intake.Copies;

/// <summary>
/// A file that is copied: where it cannot be read on, that is told of it, and not of the disk that the copy is written
/// to.
/// </summary>
/// <param name="file">The file; it stays the caller's.</param>
/// <param name="name">Its name, for messages.</param>
internal sealed class SourceStream(Stream file, string name) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => file.Length;

    public override long Position
    {
        get => file.Position;
        set => file.Position = value;
    }

    /// <summary>Reads on.</summary>
    /// <exception cref="CalibrationException">The file cannot be read.</exception>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return file.Read(buffer);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw CsvMistakes.Unreadable(name, refused);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }
}
