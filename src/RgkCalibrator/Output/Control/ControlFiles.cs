using System.Text;
using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Scenarios;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Control;

/// <summary>The restricted files of a control: the tables, and a mirror for each provider.</summary>
internal static class ControlFiles
{
    /// <summary>Where the mirrors stand.</summary>
    internal const string Mirrors = "intern/spiegels/";

    private const string Name = "intern/controle";
    private const int NamingColumns = 2;

    /// <summary>Writes them.</summary>
    internal static void Write(StagedOutput output, ControlFigures figures, Language language)
    {
        var gaps = TargetTables.Gaps(figures.Gaps, language);
        WriteFile(output, Name + ".csv", ControlTables.All(figures, language).WriteCsv);
        WriteFile(output, "intern/niet-vergeleken.csv", gaps.WriteCsv);
        WriteFile(output, Name + ".xlsx", file => WorkbookFile.Write(Workbook(figures, gaps, language), file));
        var names = MirrorNames.Of([.. figures.Mirrors.Select(mirror => mirror.Provider)]);
        foreach (var (mirror, name) in figures.Mirrors.Zip(names))
        {
            var page = new MirrorPage(mirror, figures, language).Page();
            WriteFile(output, $"{Mirrors}{name}.html", file => file.Write(Encoding.UTF8.GetBytes(page)));
            WriteFile(
                output, $"{Mirrors}{name}.xlsx",
                file => WorkbookFile.Write(MirrorTable.Workbook(mirror, figures, language), file));
        }
    }

    private static void WriteFile(StagedOutput output, string name, Action<Stream> write)
    {
        using var file = File.Create(output.PathOf(name));
        write(file);
    }

    private static Workbook Workbook(ControlFigures figures, Table gaps, Language language)
    {
        Note[] notes =
        [
            .. figures.IsSynthetic ? [Warned(ControlWording.Synthetic)] : Array.Empty<Note>(),
            Warned(ControlWording.Restriction),
            .. ControlWording.Reading(figures).Select(note => new Note(note.In(language), NoteStyle.Plain)),
        ];
        Table[] always =
        [
            ControlTables.Signalled(figures, language), ControlSums.ByProvider(figures, language),
            ControlSums.ByLine(figures, language), ControlTables.ForReaders(figures, language),
        ];
        return new Workbook(
            ControlWording.Title.In(language),
            [.. always.Append(gaps).Where(table => table != gaps || gaps.Rows.Count > 0).Select(Sheet)]);

        Note Warned(Wording text) => new(text.In(language), NoteStyle.Warning);

        Sheet Sheet(Table table) => new(
            table.Title, [new Note(table.Title, NoteStyle.Title), .. notes], new SheetTable(table, []))
        {
            FrozenColumns = NamingColumns,
            Restriction = ControlWording.Restriction.In(language),
        };
    }
}
