using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Csv;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Intake.Parquet;

namespace RgkCalibrator.Intake.Inspection;

/// <summary>A source of which nothing is said yet: the names of its columns, and the evidence for their forms once they are known.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Names">Its columns.</param>
/// <param name="Evidence">What the values of planned columns look like; of a large file, of its head.</param>
internal sealed record SourceLook(string Name, IReadOnlyList<string> Names, Func<ColumnPlan, FormEvidence> Evidence)
{
    /// <summary>Looks at a file.</summary>
    /// <exception cref="CalibrationException">It cannot be read, or has no header.</exception>
    internal static SourceLook At(Session session, InputFile file, CancellationToken stop)
    {
        var look = SourceFiles.IsParquet(file.Path) ? ParquetLook(session, file.Path, stop) : CsvLook(file.Path, stop);
        return look with { Names = [.. look.Names, .. file.FolderValues.Keys.Except(look.Names, StringComparer.OrdinalIgnoreCase)] };
    }

    private static SourceLook CsvLook(string path, CancellationToken stop)
    {
        var csv = CsvFile.Open(path);
        return new SourceLook(csv.Dialect.File, csv.Dialect.Names, plan => CsvSource.Sample(csv, plan, stop));
    }

    private static SourceLook ParquetLook(Session session, string path, CancellationToken stop)
    {
        var name = Path.GetFileName(path);
        var schema = ParquetSource.SchemaOf(session, path, stop);
        return new SourceLook(name, schema.Names, plan => ParquetForms.Sample(session, path, plan, schema, stop));
    }
}
