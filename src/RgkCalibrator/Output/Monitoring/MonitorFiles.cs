using System.Text;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Control;
using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Scenarios;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Monitoring;

/// <summary>The restricted files of a monitor.</summary>
internal static class MonitorFiles
{
    private const int NamingColumns = 2;

    /// <summary>Writes them.</summary>
    internal static void Write(StagedOutput output, MonitorFigures figures, Language language)
    {
        var gaps = TargetTables.Gaps(figures.Gaps, language);
        (string Name, Table Table)[] tables =
        [
            ("signalen", MonitorTables.Signalled(figures, language)),
            ("doelen", DeclaredTables.Years(figures, language)),
            ("monitor", MonitorTables.All(figures, language)),
            ("volume", DeclaredTables.Products(figures, language)),
            ("declaratiecurve", DeclaredTables.Curves(figures, language)),
            ("niet-vergeleken", gaps),
        ];
        foreach (var (name, table) in tables)
            WriteFile(output, $"intern/{name}.csv", table.WriteCsv);
        var charts = figures.Lines.Select(line => MonitorCharts.Of(line, figures, language)).OfType<ShareChart>();
        foreach (var chart in charts)
        {
            WriteFile(
                output, $"intern/grafieken/{chart.Caption.Id}.svg",
                file => file.Write(Encoding.UTF8.GetBytes(SharePainter.Paint(chart).Text)));
        }

        var sheets = tables
            .Select(one => one.Name == "monitor" ? MonitorTables.ForReaders(figures, language) : one.Table)
            .Where(table => table != gaps || gaps.Rows.Count > 0);
        WriteFile(
            output, "intern/monitor.xlsx",
            file => WorkbookFile.Write(Workbook([.. sheets], figures, language), file));
    }

    private static void WriteFile(StagedOutput output, string name, Action<Stream> write)
    {
        using var file = File.Create(output.PathOf(name));
        write(file);
    }

    private static Workbook Workbook(IReadOnlyList<Table> tables, MonitorFigures figures, Language language)
    {
        Note[] notes =
        [
            .. figures.IsSynthetic ? [Warned(ControlWording.Synthetic)] : Array.Empty<Note>(),
            Warned(MonitorWording.Restriction),
            .. MonitorWording.Reading(figures).Select(note => new Note(note.In(language), NoteStyle.Plain)),
        ];
        return new Workbook(MonitorWording.Title.In(language), [.. tables.Select(Sheet)]);

        Note Warned(Wording text) => new(text.In(language), NoteStyle.Warning);

        Sheet Sheet(Table table) => new(
            table.Title, [new Note(table.Title, NoteStyle.Title), .. notes], new SheetTable(table, []))
        {
            FrozenColumns = NamingColumns,
            Restriction = MonitorWording.Restriction.In(language),
        };
    }
}
