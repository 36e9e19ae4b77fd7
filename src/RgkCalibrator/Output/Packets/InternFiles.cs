using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Packets;

/// <summary>The restricted files of a run, for the analyst alone: unrounded, and of every size of group.</summary>
internal static class InternFiles
{
    /// <summary>The estimates, the lines, the rejected rows, and all of it with the ledger in a workbook.</summary>
    internal static void Write(StagedOutput output, Findings findings, DraftNotes notes, Language language)
    {
        using var linesFile = File.Create(output.PathOf("intern/lines.csv"));
        LineFile.From(findings.Lines).WriteCsv(linesFile);
        using var estimatesFile = File.Create(output.PathOf("intern/estimates.csv"));
        EstimateTable.From(findings.Estimates, language).WriteCsv(estimatesFile);
        using var rejectedFile = File.Create(output.PathOf("intern/rejected.csv"));
        WriteRejected(findings.Ledger, rejectedFile);
        StudyFiles.Write(output, findings.Studies);
        using var workbookFile = File.Create(output.PathOf("intern/werkboek.xlsx"));
        WorkbookFile.Write(AnalystWorkbook.Of(findings, notes, language), workbookFile);
    }

    /// <summary>The estimates and the lines once more, for programs that take Parquet: numbers as numbers, and what is not known as null.</summary>
    /// <exception cref="EngineException">A file cannot be written.</exception>
    internal static void WriteParquet(StagedOutput output, Findings findings, Session session, CancellationToken stop)
    {
        LineFile.From(findings.Lines).WriteParquet(session, output.PathOf("intern/lines.parquet"), stop);
        EstimateTable.From(findings.Estimates, Language.English)
            .WriteParquet(session, output.PathOf("intern/estimates.parquet"), stop);
    }

    /// <summary>Rejected rows: file, row number and reason; never what stood in them.</summary>
    internal static void WriteRejected(Ledger ledger, Stream output)
    {
        var csv = new CsvWriter(output);
        csv.Header(["file", "row", "column", "reason"]);
        foreach (var row in ledger.RejectedRows)
        {
            csv.Text(ledger.Files[row.File].File);
            csv.Value(row.Row);
            csv.Text(row.Reason.Column());
            csv.Text(row.Reason.Name());
            csv.EndLine();
        }

        csv.Flush();
    }
}
