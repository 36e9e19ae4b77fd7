using System.Text;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Formats;
using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Output.Presentation;
using RgkCalibrator.Output.Report;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Packets;

/// <summary>The files of a run that may leave the building.</summary>
internal static class ExternFiles
{
    /// <summary>Where they stand.</summary>
    internal const string Folder = "extern/";

    private static readonly Figure[] LimitFigures =
        [Figure.LowerDuration, Figure.UpperDuration, Figure.LowerVolume, Figure.UpperVolume];

    private static readonly Figure[] DraftFigures =
    [
        Figure.Trajectories, Figure.Duration, Figure.Volume, Figure.Intensity, Figure.ComparedDuration,
        Figure.ComparedVolume, .. LimitFigures, Figure.WithinDuration, Figure.WithinVolume, Figure.WithinBoth,
    ];

    private static readonly Figure[] EvidenceFigures =
    [
        Figure.Trajectories, Figure.Complete, Figure.Running, Figure.Duration, Figure.Volume, Figure.OtherDuration,
        Figure.OtherVolume, .. LimitFigures, Figure.WithinBoth, Figure.CalibratedPair,
    ];

    private static readonly Figure[] ReportFigures = [.. DraftFigures.Append(Figure.Complete)];

    /// <summary>The draft as tables and as charts, and what was decided about every figure.</summary>
    /// <param name="output">Where the run writes.</param>
    /// <param name="draft">What may be shown.</param>
    /// <param name="notes">The choices behind it, and the language.</param>
    /// <param name="pngFiles">Writes charts as PNG too; null: none are asked for.</param>
    /// <param name="presentation">What the presentation looks like; null: as usual.</param>
    internal static void Write(
        StagedOutput output, SafeDraft draft, DraftNotes notes, PngFiles? pngFiles = null,
        PresentationSettings? presentation = null)
    {
        var files = new List<ReleasedFile> { new(ReleaseJson.FileName, []) };
        files.AddRange(WriteDraft(output, draft.Lines, notes));
        JsonFile.Write(
            output.PathOf(Folder + DistributionJson.FileName), DistributionJson.Build(draft, notes.IsSynthetic));
        files.Add(new ReleasedFile(DistributionJson.FileName, [Figure.VolumeCurve, Figure.DurationCurve]));
        files.Add(PresentationFile.Write(output, draft, notes, presentation ?? new()));
        var charts = ChartFiles.For(draft, notes.ChartContext).ToList();
        foreach (var chart in charts)
            WriteText(output, chart.File.Name, writer => writer.Write(chart.Painted.Text));
        files.AddRange(charts.Select(chart => chart.File));
        files.AddRange(pngFiles?.Write(output, charts) ?? []);
        files.AddRange(WritePages(output, draft, notes, charts, files));
        JsonFile.Write(output.PathOf(Folder + ReleaseJson.FileName), ReleaseJson.Build(draft, files, notes));
    }

    /// <summary>
    /// The draft as Markdown, as a workbook to decide in, as CSV for a spreadsheet, and as CSV and JSON for programs;
    /// and the evidence for it.
    /// </summary>
    private static IEnumerable<ReleasedFile> WriteDraft(
        StagedOutput output, IReadOnlyList<SafeLine> lines, DraftNotes notes)
    {
        var (framework, language) = (notes.Framework, notes.Language);
        var (draft, draftOfLimits) = (Draft(IntervalForm.InWords), Draft(IntervalForm.AsLimits));
        var (evidence, evidenceOfLimits) = (Evidence(IntervalForm.InWords), Evidence(IntervalForm.AsLimits));
        using (var workbook = File.Create(output.PathOf(Folder + "kader-concept.xlsx")))
            WorkbookFile.Write(DraftWorkbook.Build(lines, notes), workbook);
        JsonFile.Write(output.PathOf(Folder + "kader-concept.json"), DraftJson.Build(lines, notes));
        WriteText(output, "kader-concept.md", writer => WriteMarkdown(writer, lines, notes));
        WriteText(output, "kader-concept.csv", writer => CsvTable.WriteForExcel(draft, writer));
        WriteText(output, "kader-concept-machine.csv", writer => CsvTable.WritePlain(draftOfLimits, writer));
        WriteText(output, "onderbouwing.csv", writer => CsvTable.WriteForExcel(evidence, writer));
        WriteText(output, "onderbouwing-machine.csv", writer => CsvTable.WritePlain(evidenceOfLimits, writer));
        (string[] drafts, string[] documents) = ([".csv", "-machine.csv", ".json"], [".md", ".xlsx"]);
        return
        [
            .. documents.Select(ending =>
                new ReleasedFile("kader-concept" + ending, [.. DraftFigures.Union(EvidenceFigures)])),
            .. drafts.Select(ending => new ReleasedFile("kader-concept" + ending, DraftFigures)),
            new("onderbouwing.csv", EvidenceFigures),
            new("onderbouwing-machine.csv", EvidenceFigures),
        ];

        Table Draft(IntervalForm intervals) => DraftTable.OfAll(lines, framework, language, intervals);

        Table Evidence(IntervalForm intervals) => EvidenceTable.OfAll(lines, framework, language, intervals);
    }

    /// <summary>The report with all charts in it, and an index of those that stand in files.</summary>
    private static IEnumerable<ReleasedFile> WritePages(
        StagedOutput output, SafeDraft draft, DraftNotes notes, IReadOnlyList<ChartFile> charts,
        IReadOnlyList<ReleasedFile> written)
    {
        var pictures = written.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        IndexedChart[] indexed =
        [
            .. charts.Select(chart => new IndexedChart(
                Path.GetFileNameWithoutExtension(chart.File.Name), chart.Title, chart.File.ProductCode,
                pictures.Contains(Path.ChangeExtension(chart.File.Name, ".png")))),
        ];
        WriteText(output, "rapport.html", writer => writer.Write(ReportPage.Of(draft, notes)));
        WriteText(output, "grafieken/index.html", writer => writer.Write(ChartIndex.Of(indexed, draft, notes)));
        return
        [
            new("rapport.html", ReportFigures)
            {
                Parts = [.. charts.Where(chart => chart.IsInReport).Select(chart => chart.File)],
            },
            new("grafieken/index.html", []) { Parts = [.. charts.Select(chart => chart.File)] },
        ];
    }

    private static void WriteMarkdown(TextWriter writer, IReadOnlyList<SafeLine> lines, DraftNotes notes)
    {
        var presented = PresentedLines.Of(lines);
        var asked = presented.Asked;
        notes.WriteHeading(writer);
        foreach (var sentence in presented.Sentence())
            writer.Write(Said(sentence) + "\n\n");
        foreach (var kind in new[] { FrameworkKind.Rgk, FrameworkKind.Norm })
            MarkdownTable.Write(DraftTable.OfKind(kind, asked, notes.Framework, notes.Language), writer);
        MarkdownTable.Write(EvidenceTable.OfAll(asked, notes.Framework, notes.Language), writer);
        notes.WriteReading(writer);
        foreach (var names in presented.List())
            writer.Write("\n" + Said(names) + "\n");

        string Said(Wording text) => MarkdownTable.Escape(text.In(notes.Language));
    }

    /// <summary>Writes a text in UTF-8 among them.</summary>
    internal static void WriteText(StagedOutput output, string name, Action<TextWriter> write)
    {
        using var stream = File.Create(output.PathOf(Folder + name));
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var writer = new StreamWriter(stream, encoding) { NewLine = "\n" };
        write(writer);
    }
}
