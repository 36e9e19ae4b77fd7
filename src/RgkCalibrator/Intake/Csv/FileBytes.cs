using Microsoft.Win32.SafeHandles;

namespace RgkCalibrator.Intake.Csv;

/// <summary>
/// The bytes of an input file, without the sign (Ctrl-Z) with which programs of DOS end a text. A file that cannot be
/// read is the user's to mend.
/// </summary>
internal sealed class FileBytes : IDisposable
{
    private const byte EndOfText = 0x1A;
    private const int Tail = 4096;

    private readonly SafeFileHandle _handle;
    private readonly long _end = long.MaxValue;

    /// <exception cref="CalibrationException">The file is not there, or closed to us.</exception>
    internal FileBytes(string path)
    {
        Name = ShownText.Of(Path.GetFileName(path));
        try
        {
            _handle = File.OpenHandle(path, options: FileOptions.SequentialScan);
            _end = EndOf(_handle);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw CsvMistakes.Unreadable(Name, refused);
        }
    }

    /// <summary>The file's name, for messages.</summary>
    internal string Name { get; }

    /// <summary>Reads until the room is full or the file ends.</summary>
    /// <returns>The number of bytes read.</returns>
    /// <exception cref="CalibrationException">The file cannot be read.</exception>
    internal int Read(Span<byte> room, long offset)
    {
        try
        {
            var length = 0;
            int read;
            do
            {
                var left = (int)Math.Clamp(_end - offset - length, 0, room.Length - length);
                read = RandomAccess.Read(_handle, room.Slice(length, left), offset + length);
                length += read;
            }
            while (read > 0);
            return length;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw CsvMistakes.Unreadable(Name, refused);
        }
    }

    private static long EndOf(SafeFileHandle handle)
    {
        var from = Math.Max(0, RandomAccess.GetLength(handle) - Tail);
        Span<byte> bytes = stackalloc byte[Tail];
        var tail = bytes[..RandomAccess.Read(handle, bytes, from)];
        var text = tail.TrimEnd([EndOfText, (byte)'\r', (byte)'\n']).Length;
        var end = tail[text..].IndexOf(EndOfText);
        return end < 0 ? long.MaxValue : from + text + end;
    }

    public void Dispose() => _handle.Dispose();
}
