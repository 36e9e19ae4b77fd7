using RgkCalibrator.Documents.Workbooks;
using RgkCalibrator.Engine;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake;
using RgkCalibrator.Statistics;

namespace RgkCalibrator.Documents;

/// <summary>The restricted files of a run, for the analyst alone: unrounded, and of every size of group.</summary>
internal static class InternFiles
{
    /// <summary>The estimates, the lines, the rejected rows, and all of it with the ledger in a workbook.</summary>
    internal static void Write(StagedOutput output, Findings findings, DraftNotes notes, Language language)
    {
        using var linesFile = File.Create(output.PathOf("intern/lines.csv"));
        LineFile.Write(findings.Lines, linesFile);
        using var estimatesFile = File.Create(output.PathOf("intern/estimates.csv"));
        WriteEstimates(findings.Estimates, estimatesFile);
        using var rejectedFile = File.Create(output.PathOf("intern/rejected.csv"));
        WriteRejected(findings.Ledger, rejectedFile);
        StudyFiles.Write(output, findings.Studies);
        using var workbookFile = File.Create(output.PathOf("intern/werkboek.xlsx"));
        WorkbookFile.Write(AnalystWorkbook.Of(findings, notes, language), workbookFile);
    }

    /// <summary>Estimates, one a row. Values that were selected from the data stand in full, computed ones with 12 digits; no value is empty.</summary>
    internal static void WriteEstimates(IEnumerable<MeasuredEstimate> estimates, Stream output)
    {
        var csv = new CsvWriter(output);
        csv.Header(["product_code", "subgroup", "measure", "p", "method", "population", "n", "events", "value", "lower", "upper", "confidence", "reached"]);
        foreach (var (product, subgroup, measure, population, estimate) in estimates)
        {
            csv.Text(product);
            csv.Text(subgroup);
            csv.Text(measure);
            csv.Value(estimate.Percentage.Halves / 2m);
            csv.Text(MethodName(estimate.Method));
            csv.Text(population);
            csv.Value(estimate.N);
            csv.Value(estimate.Events);
            csv.Text(Shown(estimate.Value, IsSelected(estimate.Method)));
            csv.Text(Shown(estimate.Lower, isSelected: true));
            csv.Text(Shown(estimate.Upper, isSelected: true));
            csv.Value(estimate.Confidence);
            csv.Flag(estimate.Reached);
            csv.EndLine();
        }

        csv.Flush();
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

    private static string Shown(double? value, bool isSelected) =>
        value is not { } number ? string.Empty : isSelected ? Numbers.Exact(number) : Numbers.Computed(number);

    // Type 2 and the corrected ones take the midpoint of two values at most, which is exact in every system too.
    internal static bool IsSelected(Method method) => method is Method.Type1 or Method.Type2 or Method.Km or Method.Ipcw;

    internal static string MethodName(Method method) => method switch
    {
        Method.Type1 => "type1",
        Method.Type2 => "type2",
        Method.Type4 => "type4",
        Method.Type5 => "type5",
        Method.Type6 => "type6",
        Method.Type7 => "type7",
        Method.Type8 => "type8",
        Method.Type9 => "type9",
        Method.Km => "km",
        Method.Ipcw => "ipcw",
        Method.HarrellDavis => "harrell-davis",
        Method.BootstrapClient => "bootstrap-client",
        Method.BootstrapProvider => "bootstrap-provider",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown method."),
    };
}
