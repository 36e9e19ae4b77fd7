using Microsoft.Data.Analysis;
using RgkCalibrator.Engine;

namespace RgkCalibrator.DataFrames;

/// <summary>Trajectories of declarations that stand in a data frame.</summary>
public static class DeclarationFrames
{
    // What messages and the ledger call the source.
    private const string Name = "DataFrame";

    /// <summary>
    /// Builds trajectories for a draft, as <see cref="Calibration.ReadTrajectories"/> does of files: by the same rules,
    /// mapping and ledger, in which every row of the frame has its place. The frame is written as Parquet into a folder
    /// of its own, which is gone afterwards, so that there is one way into the house.
    /// </summary>
    /// <param name="declarations">
    /// The columns of declarations, or those that the mapping names; others are left alone. Texts as strings, codes
    /// also as whole numbers. Days as
    /// <see cref="DateTime"/>, of which the time is dropped; a column of nothing but UTC holds moments, of which the
    /// day in the Netherlands counts. Volumes as numbers: a float as the shortest decimal number that gives it, a
    /// decimal to 8 decimals. Days and numbers as text too, as in CSV.
    /// </param>
    /// <param name="settings">The choices that move numbers.</param>
    /// <param name="run">How the machine may be used.</param>
    /// <exception cref="CalibrationException">
    /// A column is missing or has the wrong type, or the rows leave a question.
    /// </exception>
    public static TrajectoryReport ToTrajectories(
        this DataFrame declarations, CalibrationSettings settings, RunSettings run)
    {
        ArgumentNullException.ThrowIfNull(declarations);
        var columns = declarations.Columns.Select(column => DeclaredColumn.FromFrame(Name, column)).ToList();
        var folder = Directory.CreateTempSubdirectory("rgk-frame-");
        try
        {
            var file = Path.Combine(folder.FullName, Name);
            Write(
                columns, declarations.Rows.Count, file, SessionSettings.Default with { SpillFolder = folder.FullName },
                run.Stop);
            return Calibration.ReadTrajectories([file], settings, run);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Write(
        List<DeclaredColumn> columns, long rows, string file, SessionSettings settings, CancellationToken stop)
    {
        using var session = Session.Open(settings);
        var first = 0L;
        ParquetFile.Write(
            session, file, [.. columns.Select(column => new ParquetColumn(column.Name, column.Type))], Fill,
            stop: stop);

        int Fill(ChunkWriter chunk)
        {
            var count = (int)Math.Min(DataChunk.Capacity, rows - first);
            for (var column = 0; column < columns.Count; column++)
                columns[column].Fill(in chunk, column, first, count);
            first += count;
            return count;
        }
    }
}
