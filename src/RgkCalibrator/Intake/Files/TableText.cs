using System.IO.Compression;

namespace RgkCalibrator.Intake.Files;

/// <summary>Tells a table from prose: both stand in files on .txt.</summary>
internal static class TableText
{
    private const int Head = 64 << 10;

    // So many lines can stand above a header.
    private const int Lines = 100;

    // A table of declarations has six columns, of which some can be constants; prose has a few commas in some lines.
    private const int FewestDelimiters = 3;

    /// <summary>
    /// Whether at least half of the first lines of a file, packed with gzip or not, have several delimiters of one
    /// kind. A file that cannot be read counts as a table: whoever reads it tells what is wrong.
    /// </summary>
    internal static bool IsIn(string path)
    {
        try
        {
            // A pipe has no length either, and would keep us waiting.
            if (new FileInfo(path).Length == 0)
                return false;
            using var file = File.OpenRead(path);
            using Stream text = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
                ? new GZipStream(file, CompressionMode.Decompress)
                : file;
            var bytes = new byte[Head];
            return IsTable(bytes.AsSpan(0, text.ReadAtLeast(bytes, Head, throwOnEndOfStream: false)));
        }
        catch (Exception refused)
            when (refused is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return true;
        }
    }

    private static bool IsTable(ReadOnlySpan<byte> text)
    {
        var (lines, delimited) = (0, 0);
        foreach (var range in text.SplitAny((byte)'\n', (byte)'\r'))
        {
            var line = text[range].Trim(" \0"u8);
            if (line.IsEmpty)
                continue;
            delimited += IsDelimited(line) ? 1 : 0;
            if (++lines == Lines)
                break;
        }

        return delimited > 0 && delimited * 2 >= lines;
    }

    private static bool IsDelimited(ReadOnlySpan<byte> line)
    {
        foreach (var delimiter in ";\t,|"u8)
        {
            if (line.Count(delimiter) >= FewestDelimiters)
                return true;
        }

        return false;
    }
}
