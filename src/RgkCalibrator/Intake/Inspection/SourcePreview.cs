using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Copies;
using RgkCalibrator.Intake.Csv;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Intake.Parquet;

namespace RgkCalibrator.Intake.Inspection;

/// <summary>
/// What a source shows before there is a mapping: the names of its columns and, for planned columns, the evidence for
/// their formats.
/// </summary>
/// <param name="Name">The file's name.</param>
/// <param name="Names">Its columns.</param>
/// <param name="Evidence">What the values of planned columns look like; of a large file, of its head.</param>
internal sealed record SourcePreview(
    string Name, IReadOnlyList<string> Names, Func<ColumnPlan, FormatEvidence> Evidence)
{
    /// <summary>Looks at a file.</summary>
    /// <exception cref="CalibrationException">It cannot be read, or has no header.</exception>
    internal static SourcePreview Read(Session session, InputFile file, CancellationToken stop)
    {
        var preview = SourceFiles.IsParquet(file.Path)
            ? ReadParquet(session, file.Path, stop)
            : ReadCsv(TextOf(session, file, stop), stop);
        var inFolders = file.FolderValues.Keys.Except(preview.Names, StringComparer.OrdinalIgnoreCase);
        return preview with { Names = [.. preview.Names, .. inFolders] };
    }

    private static string TextOf(Session session, InputFile file, CancellationToken stop) =>
        TextCopies.Make(session, file, JoinedMessages.None, HeaderRules.Guess, stop)?.Path ?? file.Path;

    private static SourcePreview ReadCsv(string path, CancellationToken stop)
    {
        var csv = CsvFile.Open(path);
        return new SourcePreview(csv.Dialect.File, csv.Dialect.Names, plan => CsvSource.LookAt(csv, plan, stop));
    }

    private static SourcePreview ReadParquet(Session session, string path, CancellationToken stop)
    {
        var schema = ParquetSchema.Read(session, path, stop);
        return new SourcePreview(schema.File, schema.Names, new ParquetEvidence(session, schema, stop).Collect);
    }
}
