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
internal static class AnnexFiles
{
    /// <summary>Writes them.</summary>
    internal static void Write(StagedOutput output, AdoptedFramework framework)
    {
        Write("bijlage-1-producten", AnnexTables.Products(framework), AnnexDocuments.Products(framework));
        foreach (var kind in new[] { FrameworkKind.Rgk, FrameworkKind.Norm })
        {
            var name = kind == FrameworkKind.Rgk ? "bijlage-2-richtinggevend-kader" : "bijlage-3-normenkader";
            Write(name, AnnexTables.Lines(framework, kind), AnnexDocuments.Lines(framework, kind));
        }

        Write("wijzigingen", AnnexTables.Changes(framework), AnnexDocuments.Changes(framework));
        JsonFile.Write(output.PathOf(FrameworkJson.FileName), FrameworkJson.Build(framework));

        void Write(string name, Table table, WordDocument document)
        {
            Create(name + ".docx", stream => WordFile.Write(document, stream));
            Create(name + ".xlsx", stream => WorkbookFile.Write(Workbook(table), stream));
            Text(name + ".md", text => MarkdownTable.Write(table, text));
            Text(name + ".csv", text => CsvTable.WriteForExcel(table, text));
        }

        void Create(string name, Action<Stream> write)
        {
            using var stream = File.Create(output.PathOf(name));
            write(stream);
        }

        void Text(string name, Action<TextWriter> write) => Create(name, stream =>
        {
            using var writer = new StreamWriter(stream) { NewLine = "\n" };
            write(writer);
        });
    }

    private static Workbook Workbook(Table table) => new(
        table.Title,
        [
            new Sheet(table.Title, [new Note(table.Title, NoteStyle.Title)], new SheetTable(table, []))
            {
                FrozenColumns = 2,
            },
        ]);
}
