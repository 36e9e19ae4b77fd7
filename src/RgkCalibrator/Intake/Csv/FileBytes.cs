using Microsoft.Win32.SafeHandles;

namespace RgkCalibrator.Intake.Csv;

/// <summary>The bytes of an input file; a file that cannot be read is the user's to mend.</summary>
internal sealed class FileBytes : IDisposable
{
    private readonly SafeFileHandle _handle;

    /// <exception cref="CalibrationException">The file is not there, or closed to us.</exception>
    internal FileBytes(string path)
    {
        Name = Path.GetFileName(path);
        try
        {
            _handle = File.OpenHandle(path, options: FileOptions.SequentialScan);
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
                read = RandomAccess.Read(_handle, room[length..], offset + length);
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

    public void Dispose() => _handle.Dispose();
}
