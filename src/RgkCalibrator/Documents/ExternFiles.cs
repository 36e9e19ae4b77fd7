using System.Text;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Charts;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Documents.Workbooks;

namespace RgkCalibrator.Documents;

/// <summary>The files of a run that may leave the building.</summary>
internal static class ExternFiles
{
    private const string Folder = "extern/";

    /// <summary>The draft as tables and as charts.</summary>
    internal static void Write(
        StagedOutput output, IReadOnlyList<SafeLine> lines, IReadOnlyList<SafeDistributions> distributions, DraftNotes notes, Language language)
    {
        WriteDraft(output, lines, notes, language);
        WriteCharts(output, lines, distributions, notes.ChartContext(language));
    }

    /// <summary>The draft as Markdown, as a workbook to decide in, as CSV for a spreadsheet, and as CSV and JSON for programs; and the evidence for it.</summary>
    private static void WriteDraft(StagedOutput output, IReadOnlyList<SafeLine> lines, DraftNotes notes, Language language)
    {
        var framework = notes.Framework;
        Write(output, Folder + "kader-concept.md", writer =>
        {
            notes.WriteHeading(writer, language);
            foreach (var kind in new[] { FrameworkKind.Rgk, FrameworkKind.Norm })
                MarkdownTable.Write(DraftTable.Of(kind, lines, framework, language), writer);
            MarkdownTable.Write(EvidenceTable.Of(lines, framework, language), writer);
            notes.WriteReading(writer, language);
        });
        var table = DraftTable.Of(lines, framework, language);
        Write(output, Folder + "kader-concept.csv", writer => CsvTable.WriteForExcel(table, writer));
        Write(output, Folder + "kader-concept-machine.csv", writer => CsvTable.WritePlain(table, writer));
        var evidence = EvidenceTable.Of(lines, framework, language);
        Write(output, Folder + "onderbouwing.csv", writer => CsvTable.WriteForExcel(evidence, writer));
        Write(output, Folder + "onderbouwing-machine.csv", writer => CsvTable.WritePlain(evidence, writer));
        using var workbook = File.Create(output.PathOf(Folder + "kader-concept.xlsx"));
        WorkbookFile.Write(DraftWorkbook.Of(lines, notes, language), workbook);
        using var json = File.Create(output.PathOf(Folder + "kader-concept.json"));
        DraftJson.Write(lines, notes, json);
    }

    /// <summary>Charts of lines, and of all products side by side.</summary>
    private static void WriteCharts(
        StagedOutput output, IReadOnlyList<SafeLine> lines, IReadOnlyList<SafeDistributions> distributions, ChartContext context)
    {
        foreach (var distribution in distributions)
        {
            if (distribution.Volume is { } volume)
                Paint(output, LineCharts.Volume(volume, distribution.VolumeClassWidth, context));
            if (distribution.Duration is { } duration)
                Paint(output, LineCharts.Duration(duration, context));
        }

        Paint(output, ComparisonCharts.Volume(lines, context));
        Paint(output, ComparisonCharts.Duration(lines, context));
    }

    private static void Paint(StagedOutput output, HistogramChart chart) =>
        Write(output, PathOf(chart.Caption.Id), writer => writer.Write(SvgPainter.Paint(chart)));

    private static void Paint(StagedOutput output, DumbbellChart? chart)
    {
        if (chart is null)
            return;
        foreach (var (page, painted) in chart.Pages().Zip(SvgPainter.Paint(chart)))
            Write(output, PathOf(page.Caption.Id), writer => writer.Write(painted));
    }

    private static string PathOf(string id) => Folder + "grafieken/" + id + ".svg";

    private static void Write(StagedOutput output, string path, Action<TextWriter> write)
    {
        using var stream = File.Create(output.PathOf(path));
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        write(writer);
    }
}
