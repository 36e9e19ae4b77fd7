using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Csv;
using RgkCalibrator.Intake.Parquet;

namespace RgkCalibrator.Intake;

/// <summary>Opens input files, each by its kind.</summary>
internal static class SourceFiles
{
    /// <summary>Opens files, in their order.</summary>
    /// <exception cref="CalibrationException">One cannot be read, or its columns leave a question.</exception>
    internal static IReadOnlyList<SourceFile> Open(Session session, IReadOnlyList<string> paths, ColumnMapping mapping, CancellationToken stop) =>
        [.. paths.Select((path, number) => Open(session, number, path, mapping, stop))];

    /// <summary>Whether a file is to be read as Parquet: by its ending, or else by its first bytes.</summary>
    /// <exception cref="CalibrationException">It cannot be read.</exception>
    internal static bool IsParquet(string path)
    {
        if (string.Equals(Path.GetExtension(path), ".parquet", StringComparison.OrdinalIgnoreCase))
            return true;
        using var file = new FileBytes(path);
        Span<byte> magic = stackalloc byte[4];
        return file.Read(magic, 0) == magic.Length && magic.SequenceEqual("PAR1"u8);
    }

    private static SourceFile Open(Session session, int number, string path, ColumnMapping mapping, CancellationToken stop) => IsParquet(path)
        ? ParquetSource.Open(session, number, path, mapping, stop)
        : CsvSource.Open(number, path, mapping, stop);
}
