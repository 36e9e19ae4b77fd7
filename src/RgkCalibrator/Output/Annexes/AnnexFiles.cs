using RgkCalibrator.Catalogue;
using RgkCalibrator.Output.Formats;
using RgkCalibrator.Output.Formats.Docx;
using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Review;

namespace RgkCalibrator.Output.Annexes;

/// <summary>
/// The files of an adopted framework: the annexes and the overview of changes, each as a text document, a workbook,
/// Markdown and CSV; and the framework for programs.
/// </summary>
internal sealed class AnnexFiles
{
    private readonly StagedOutput _output;
    private readonly IReadOnlyList<string> _warnings;

    private AnnexFiles(StagedOutput output, AdoptedFramework framework) =>
        (_output, _warnings) = (output, framework.IsSynthetic ? [AnnexWords.Synthetic] : []);

    /// <summary>Writes them.</summary>
    internal static void Write(StagedOutput output, AdoptedFramework framework)
    {
        var files = new AnnexFiles(output, framework);
        files.Write("bijlage-1-producten", AnnexTables.Products(framework), AnnexDocuments.Products(framework), []);
        foreach (var kind in new[] { FrameworkKind.Rgk, FrameworkKind.Norm })
        {
            files.Write(
                kind == FrameworkKind.Rgk ? "bijlage-2-richtinggevend-kader" : "bijlage-3-normenkader",
                AnnexTables.Lines(framework, kind), AnnexDocuments.Lines(framework, kind),
                AnnexWords.Below(kind, AnnexTables.LinesOf(framework, kind)));
        }

        files.Write("wijzigingen", AnnexTables.Changes(framework), AnnexDocuments.Changes(framework), []);
        JsonFile.Write(output.PathOf(FrameworkJson.FileName), FrameworkJson.Build(framework));
    }

    private void Write(string name, Table table, WordDocument document, IReadOnlyList<string> footnotes)
    {
        Create(name + ".docx", stream => WordFile.Write(document, stream));
        Create(name + ".xlsx", stream => WorkbookFile.Write(Workbook(table, footnotes), stream));
        Text(name + ".md", text => WriteMarkdown(table, footnotes, text));
        Text(name + ".csv", text => CsvTable.WriteForExcel(table, text));
    }

    // Below the table of a sheet nobody would look: its footnotes stand above.
    private Workbook Workbook(Table table, IReadOnlyList<string> footnotes) => new(
        table.Title,
        [
            new Sheet(
                table.Title,
                [
                    new Note(table.Title, NoteStyle.Title),
                    .. _warnings.Select(warning => new Note(warning, NoteStyle.Warning)),
                    .. footnotes.Select(note => new Note(note, NoteStyle.Plain)),
                ],
                new SheetTable(table, []))
            {
                FrozenColumns = 2,
            },
        ]);

    private void WriteMarkdown(Table table, IReadOnlyList<string> footnotes, TextWriter text)
    {
        foreach (var warning in _warnings)
            text.Write($"> {MarkdownTable.Escape(warning)}\n\n");
        MarkdownTable.Write(table, text);
        foreach (var note in footnotes)
            text.Write($"- {MarkdownTable.Escape(note)}\n");
    }

    private void Create(string name, Action<Stream> write)
    {
        using var stream = File.Create(_output.PathOf(name));
        write(stream);
    }

    private void Text(string name, Action<TextWriter> write) => Create(name, stream =>
    {
        using var writer = new StreamWriter(stream) { NewLine = "\n" };
        write(writer);
    });
}
