using System.Text;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Formats;
using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Packets;

/// <summary>The files of a run that may leave the building.</summary>
internal static class ExternFiles
{
    /// <summary>Where they stand.</summary>
    internal const string Folder = "extern/";

    private static readonly Figure[] LimitFigures = [Figure.LowerDuration, Figure.UpperDuration, Figure.LowerVolume, Figure.UpperVolume];

    private static readonly Figure[] DraftFigures =
    [
        Figure.Trajectories, Figure.Duration, Figure.Volume, Figure.Intensity, Figure.ComparedDuration, Figure.ComparedVolume,
        .. LimitFigures, Figure.WithinDuration, Figure.WithinVolume, Figure.WithinBoth,
    ];

    private static readonly Figure[] EvidenceFigures =
    [
        Figure.Trajectories, Figure.Complete, Figure.Running, Figure.Duration, Figure.Volume, Figure.OtherDuration, Figure.OtherVolume,
        .. LimitFigures, Figure.WithinBoth, Figure.CalibratedPair,
    ];

    /// <summary>The draft as tables and as charts, and what was decided about every figure.</summary>
    /// <param name="output">Where the run writes.</param>
    /// <param name="draft">What may be shown.</param>
    /// <param name="notes">The choices behind it.</param>
    /// <param name="language">Of all texts.</param>
    /// <param name="pngFiles">Writes charts as PNG too; null: no one.</param>
    internal static void Write(StagedOutput output, SafeDraft draft, DraftNotes notes, Language language, PngFiles? pngFiles = null)
    {
        var files = new List<ReleasedFile> { new(ReleaseJson.FileName, []) };
        files.AddRange(WriteDraft(output, draft.Lines, notes, language));
        var charts = ChartFiles.Of(draft, notes.ChartContext(language)).ToList();
        files.AddRange(WriteCharts(output, charts));
        files.AddRange(pngFiles?.Write(output, charts) ?? []);
        JsonFile.Write(output.PathOf(Folder + ReleaseJson.FileName), ReleaseJson.Of(draft, files, notes, language));
    }

    /// <summary>The draft as Markdown, as a workbook to decide in, as CSV for a spreadsheet, and as CSV and JSON for programs; and the evidence for it.</summary>
    private static List<ReleasedFile> WriteDraft(StagedOutput output, IReadOnlyList<SafeLine> lines, DraftNotes notes, Language language)
    {
        var framework = notes.Framework;
        Write(output, "kader-concept.md", writer =>
        {
            notes.WriteHeading(writer, language);
            foreach (var kind in new[] { FrameworkKind.Rgk, FrameworkKind.Norm })
                MarkdownTable.Write(DraftTable.Of(kind, lines, framework, language), writer);
            MarkdownTable.Write(EvidenceTable.Of(lines, framework, language), writer);
            notes.WriteReading(writer, language);
        });
        var table = DraftTable.Of(lines, framework, language);
        Write(output, "kader-concept.csv", writer => CsvTable.WriteForExcel(table, writer));
        Write(output, "kader-concept-machine.csv", writer => CsvTable.WritePlain(DraftTable.Of(lines, framework, language, IntervalForm.AsLimits), writer));
        var evidence = EvidenceTable.Of(lines, framework, language);
        Write(output, "onderbouwing.csv", writer => CsvTable.WriteForExcel(evidence, writer));
        Write(output, "onderbouwing-machine.csv", writer => CsvTable.WritePlain(EvidenceTable.Of(lines, framework, language, IntervalForm.AsLimits), writer));
        using var workbook = File.Create(output.PathOf(Folder + "kader-concept.xlsx"));
        WorkbookFile.Write(DraftWorkbook.Of(lines, notes, language), workbook);
        JsonFile.Write(output.PathOf(Folder + "kader-concept.json"), DraftJson.Of(lines, notes));
        return
        [
            new("kader-concept.md", [.. DraftFigures.Union(EvidenceFigures)]),
            new("kader-concept.csv", DraftFigures),
            new("kader-concept-machine.csv", DraftFigures),
            new("kader-concept.xlsx", DraftFigures),
            new("kader-concept.json", DraftFigures),
            new("onderbouwing.csv", EvidenceFigures),
            new("onderbouwing-machine.csv", EvidenceFigures),
        ];
    }

    private static IEnumerable<ReleasedFile> WriteCharts(StagedOutput output, IReadOnlyList<ChartFile> charts)
    {
        foreach (var chart in charts)
        {
            Write(output, chart.File.Name, writer => writer.Write(chart.Painted.Text));
            yield return chart.File;
        }
    }

    private static void Write(StagedOutput output, string name, Action<TextWriter> write)
    {
        using var stream = File.Create(output.PathOf(Folder + name));
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        write(writer);
    }
}
