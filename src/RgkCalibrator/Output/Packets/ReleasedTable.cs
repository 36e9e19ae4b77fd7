using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Formats;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Packets;

/// <summary>A table that may leave the building, in CSV and in Markdown, with charts of the same figures.</summary>
/// <param name="Name">The name of its files, without an ending.</param>
/// <param name="Table">The table.</param>
/// <param name="Charts">The charts.</param>
/// <param name="Figures">The figures in it.</param>
internal sealed record ReleasedTable(
    string Name, Table Table, IReadOnlyList<ChartFile> Charts, IReadOnlyList<Figure> Figures)
{
    private static readonly string[] Endings = [".csv", "-machine.csv", ".md"];

    /// <summary>Writes it.</summary>
    /// <param name="output">Where the run writes.</param>
    /// <param name="writeText">Writes the text in Markdown, the table included.</param>
    /// <param name="pngFiles">Writes charts as PNG too; null: none are asked for.</param>
    /// <returns>All files that leave, with the one that lists them, which is still to be written.</returns>
    internal IReadOnlyList<ReleasedFile> Write(StagedOutput output, Action<TextWriter> writeText, PngFiles? pngFiles)
    {
        ExternFiles.WriteText(output, Name + ".csv", writer => CsvTable.WriteForExcel(Table, writer));
        ExternFiles.WriteText(output, Name + "-machine.csv", writer => CsvTable.WritePlain(Table, writer));
        ExternFiles.WriteText(output, Name + ".md", writeText);
        foreach (var chart in Charts)
            ExternFiles.WriteText(output, chart.File.Name, writer => writer.Write(chart.Painted.Text));
        return
        [
            new(ReleaseJson.FileName, []),
            .. Endings.Select(ending => new ReleasedFile(Name + ending, Figures)),
            .. Charts.Select(chart => chart.File),
            .. pngFiles?.Write(output, Charts) ?? [],
        ];
    }
}
