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
    /// <summary>The file with the volumes within durations, of which the coverage of any line follows.</summary>
    internal const string CoverageFile = "coverage.csv";

    /// <summary>
    /// The lines, the estimates, the volumes, the rejected rows and the studies, as CSV; where all rows ended, as JSON.
    /// </summary>
    internal static void Write(
        StagedOutput output, IReadOnlyList<DraftLine> lines, IReadOnlyList<MeasuredEstimate> estimates,
        IReadOnlyList<StudySheet> studies, Ledger ledger)
    {
        WriteFile(output, "lines.csv", file => LineTable.From(lines).WriteCsv(file));
        WriteFile(output, "estimates.csv", file => EstimateTable.From(estimates, Language.English).WriteCsv(file));
        WriteFile(
            output, CoverageFile, file => VolumeCountTable.From(lines.SelectMany(VolumeCounts.Of)).WriteCsv(file));
        WriteFile(output, "rejected.csv", file => WriteRejected(ledger, file));
        JsonFile.Write(output.PathOf("intern/ledger.json"), LedgerJson.Build(ledger));
        foreach (var study in studies)
            WriteFile(output, study.File + ".csv", file => study.Table.WriteCsv(file));
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
        LineTable.From(lines).WriteParquet(session, output.PathOf("intern/lines.parquet"), stop);
        EstimateTable.From(estimates, Language.English)
            .WriteParquet(session, output.PathOf("intern/estimates.parquet"), stop);
    }

    /// <summary>The framework by provider, for <c>compare --framework</c>.</summary>
    internal static void WriteFramework(
        StagedOutput output, IReadOnlyList<DraftLine> lines, IReadOnlyList<ProviderLine> byProvider) => WriteFile(
        output, ProviderFrameworkTable.File, file => ProviderFrameworkTable.From(lines, byProvider).WriteCsv(file));

    /// <summary>The workbook with all of it.</summary>
    internal static void WriteWorkbook(StagedOutput output, Workbook workbook) =>
        WriteFile(output, "werkboek.xlsx", file => WorkbookFile.Write(workbook, file));

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

    private static void WriteFile(StagedOutput output, string name, Action<Stream> write)
    {
        using var file = File.Create(output.PathOf("intern/" + name));
        write(file);
    }
}
