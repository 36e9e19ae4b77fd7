using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Intake;

/// <summary>What was understood of a file.</summary>
/// <param name="Number">Its number in the ledger, from 0: files that cannot be read have none.</param>
/// <param name="Kind">What it is: <c>CSV</c> or <c>Parquet</c>.</param>
/// <param name="Evidence">Sentences on how it is written, e.g. on its encoding, its delimiter and its header.</param>
/// <param name="Columns">How its columns were understood, the needed ones first.</param>
/// <param name="Absent">Canonical columns that would be read and that it does not have.</param>
/// <param name="Unused">
/// Its own columns that are not read, by the names that it gives them; a column without a name, or with one that looks
/// like a value, is empty.
/// </param>
public sealed record FileReading(
    int Number,
    Wording Kind,
    IReadOnlyList<Wording> Evidence,
    IReadOnlyList<ColumnReading> Columns,
    IReadOnlyList<CanonicalColumn> Absent,
    IReadOnlyList<string> Unused)
{
    /// <summary>What an opened file shows.</summary>
    internal static FileReading FromSource(SourceFile file)
    {
        var used = file.Columns.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        return new FileReading(
            file.Number,
            file.Kind,
            file.Evidence,
            file.Readings,
            file.Columns.Columns.Count == 0
                ? []
                : [.. CanonicalColumns.Read.Where(column => !file.Columns.Has(column))],
            [
                .. file.Names.Where(name => !used.Contains(name))
                    .Select(name => ShownNames.MayBeShown(name, file.Names) ? name : string.Empty),
            ]);
    }
}

/// <summary>
/// A file that was named: what was understood of it, or the trouble that keeps it from being read. One of the two is
/// there.
/// </summary>
/// <param name="Name">Its name, without its folder.</param>
/// <param name="Reading">What was understood; null where there is trouble.</param>
/// <param name="Trouble">Why it cannot be read; null where it can.</param>
public sealed record ExaminedFile(string Name, FileReading? Reading, CalibrationException? Trouble);
