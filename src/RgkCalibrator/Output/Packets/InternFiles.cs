using RgkCalibrator.Engine;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Packets;

/// <summary>The restricted files of a run, for the analyst alone: unrounded, and of every size of group.</summary>
internal static class InternFiles
{
    /// <summary>The lines, the estimates, the rejected rows and the studies, as CSV.</summary>
    internal static void Write(
        StagedOutput output, IReadOnlyList<DraftLine> lines, IReadOnlyList<MeasuredEstimate> estimates,
        IReadOnlyList<StudySheet> studies, Ledger ledger)
    {
        WriteFile(output, "lines.csv", file => LineFile.Table.WriteCsv(LineFile.Rows(lines), file));
        WriteFile(output, "estimates.csv", file => EstimateFile.Table.WriteCsv(estimates, file));
        WriteFile(output, "rejected.csv", file => WriteRejected(ledger, file));
        foreach (var study in studies)
            WriteFile(output, study.File + ".csv", file => WritePlain(study.Table, file));
    }

    /// <summary>
    /// The lines and the estimates once more, for programs that take Parquet: numbers as numbers, and what is not known
    /// as null.
    /// </summary>
    /// <exception cref="EngineException">A file cannot be written.</exception>
    internal static void WriteParquet(
        StagedOutput output, IReadOnlyList<DraftLine> lines, IReadOnlyList<MeasuredEstimate> estimates, Session session,
        CancellationToken stop)
    {
        LineFile.Table.WriteParquet(session, LineFile.Rows(lines), output.PathOf("intern/lines.parquet"), stop);
        EstimateFile.Table.WriteParquet(session, estimates, output.PathOf("intern/estimates.parquet"), stop);
    }

    /// <summary>The workbook with all of it.</summary>
    internal static void WriteWorkbook(StagedOutput output, Workbook workbook) =>
        WriteFile(output, "werkboek.xlsx", file => WorkbookFile.Write(workbook, file));

    /// <summary>Rejected rows: file, row number and reason; never what stood in them.</summary>
    internal static void WriteRejected(Ledger ledger, Stream output) => new InternTable<RejectedRow>(
    [
        InternColumn<RejectedRow>.Text("file", row => ledger.Files[row.File].File),
        InternColumn<RejectedRow>.Whole("row", row => row.Row),
        InternColumn<RejectedRow>.Text("column", row => row.Reason.Column()),
        InternColumn<RejectedRow>.Text("reason", row => row.Reason.Name()),
    ]).WriteCsv(ledger.RejectedRows, output);

    /// <summary>
    /// A table for programs: comma, decimal point, the columns by their names. Unlike in a file for a spreadsheet, a
    /// number below zero stays one.
    /// </summary>
    internal static void WritePlain(Table table, Stream output)
    {
        var columns = table.Columns.Select(
            (column, i) => InternColumn<IReadOnlyList<TableCell>>.Text(column.Name, row => row[i].Plain));
        new InternTable<IReadOnlyList<TableCell>>([.. columns]).WriteCsv(table.Rows, output);
    }

    private static void WriteFile(StagedOutput output, string name, Action<Stream> write)
    {
        using var file = File.Create(output.PathOf("intern/" + name));
        write(file);
    }
}
