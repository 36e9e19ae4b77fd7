using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Formats;
using RgkCalibrator.Output.Formats.Pptx;
using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Presentation;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Scenarios;

/// <summary>The files of a comparison that may leave the building.</summary>
internal static class ReleasedComparison
{
    private const string Name = "vergelijking";
    private const int NamingColumns = 3;

    private static readonly string[] Endings = [".xlsx", ".md", ".csv", "-machine.csv"];

    private static readonly Figure[] Figures =
        [Figure.Trajectories, Figure.Duration, Figure.Volume, Figure.WithinBoth];

    /// <summary>The comparison as tables and as charts, and what was decided about every figure.</summary>
    /// <param name="output">Where the run writes.</param>
    /// <param name="comparison">What may be shown.</param>
    /// <param name="notes">The choices of the base, and the language.</param>
    /// <param name="pngFiles">Writes charts as PNG too; null: none are asked for.</param>
    /// <param name="presentation">What the presentation looks like, and what it is of.</param>
    internal static void Write(
        StagedOutput output, SafeComparison comparison, DraftNotes notes, PngFiles? pngFiles,
        PresentationSettings presentation)
    {
        var files = new List<ReleasedFile> { new(ReleaseJson.FileName, []) };
        files.AddRange(WriteTables(output, comparison, notes));
        files.Add(WriteDeck(output, comparison, notes, presentation));
        var charts = SafeScenarioCharts.For(comparison, notes.ChartContext);
        foreach (var chart in charts)
            ExternFiles.WriteText(output, chart.File.Name, writer => writer.Write(chart.Painted.Text));
        files.AddRange(charts.Select(chart => chart.File));
        files.AddRange(pngFiles?.Write(output, charts) ?? []);
        JsonFile.Write(
            output.PathOf(ExternFiles.Folder + ReleaseJson.FileName), ReleaseJson.Build(comparison, files, notes));
    }

    private static ReleasedFile WriteDeck(
        StagedOutput output, SafeComparison comparison, DraftNotes notes, PresentationSettings settings)
    {
        var deck = ScenarioDeck.Build(comparison, notes, [.. Reading(comparison, notes)], settings);
        using var file = File.Create(output.PathOf(ExternFiles.Folder + PresentationFile.Name));
        DeckFile.Write(deck, settings.Template, file);
        // The share outside is told of all lines together.
        return new ReleasedFile(PresentationFile.Name, Figures)
        {
            Holds = verdict => settings.Holds(verdict.ProductCode)
                || verdict.Figure is Figure.Trajectories or Figure.WithinBoth,
        };
    }

    private static IEnumerable<ReleasedFile> WriteTables(
        StagedOutput output, SafeComparison comparison, DraftNotes notes)
    {
        var (overview, all, sums) = (
            SafeComparisonTables.Overview(comparison, notes.Language),
            SafeComparisonTables.All(comparison, notes.Language),
            SafeComparisonTables.Sums(comparison, notes.Language));
        using (var workbook = File.Create(output.PathOf($"{ExternFiles.Folder}{Name}.xlsx")))
            WorkbookFile.Write(new(overview.Title, [.. new[] { overview, sums, all }.Select(Sheet)]), workbook);
        ExternFiles.WriteText(output, Name + ".md", WriteMarkdown);
        ExternFiles.WriteText(output, Name + ".csv", writer => CsvTable.WriteForExcel(all, writer));
        ExternFiles.WriteText(output, Name + "-machine.csv", writer => CsvTable.WritePlain(all, writer));
        return Endings.Select(ending => new ReleasedFile(Name + ending, Figures));

        Sheet Sheet(Table table) => new(
            table.Title,
            [
                new Note(table.Title, NoteStyle.Title),
                .. Warned(notes).Select(warning => new Note(warning.In(notes.Language), NoteStyle.Warning)),
                .. Reading(comparison, notes).Select(note => new Note(note.In(notes.Language), NoteStyle.Plain)),
            ],
            new SheetTable(table, []))
        {
            FrozenColumns = NamingColumns,
        };

        void WriteMarkdown(TextWriter writer)
        {
            writer.Write($"# {overview.Title}\n\n");
            foreach (var warning in Warned(notes))
                writer.Write($"> {warning.In(notes.Language)}\n\n");
            foreach (var note in Reading(comparison, notes))
                writer.Write($"- {note.In(notes.Language)}\n");
            writer.Write("\n");
            MarkdownTable.Write(sums, writer);
            MarkdownTable.Write(overview, writer);
        }
    }

    private static IEnumerable<Wording> Warned(DraftNotes notes) => notes.Warning is { } warning ? [warning] : [];

    private static IEnumerable<Wording> Reading(SafeComparison comparison, DraftNotes notes)
    {
        var (k, rounding) = (
            Numbers.Whole(notes.Disclosure.SmallestGroup), Numbers.Whole(notes.Disclosure.CountRounding));
        yield return new($"Basis: {notes.Window.Dutch} {notes.Method.Dutch}",
            $"Base: {notes.Window.English} {notes.Method.English}");
        yield return new(
            "De volumes gelden binnen de duur van de basis: zo zijn ze te vergelijken. Het volume bij de eigen duur "
                + "van een scenario staat bij alle cijfers.",
            "Volumes are within the duration of the base, so that they can be compared. The volume at the own "
                + "duration of a scenario stands with all figures.");
        yield return new(
            $"Verschillen in een product minder dan {k} kinderen, of geen, van de basis of van een eerder scenario, "
                + "dan staan die cijfers er; liggen er minder tussen een volume en een volume dat al getoond is, dan "
                + "staat dat er. Een leeg vak is niet te tonen, op zichzelf of naast wat er al getoond is. "
                + $"Aantallen zijn afgerond op {rounding}.",
            $"Where fewer than {k} children of a product differ from the base or an earlier scenario, or none, those "
                + "figures stand; where fewer lie between a volume and one that is shown already, that one stands. An "
                + "empty cell is not to be shown, by itself or beside what is shown already. Counts are rounded to "
                + $"{rounding}.");
        yield return notes.Earlier;
        yield return ScenarioNotes.Year;
        var days = comparison.Scenarios.SelectMany(scenario => scenario.Days is { } counted
            ? new[] { (scenario.Name, counted) }
            : []);
        foreach (var note in ScenarioNotes.OfDays(days))
            yield return note;
        yield return new(
            "Volume en euro's boven de lijn blijven binnen: zij staan in intern/vergelijking.xlsx.",
            "Volume and euros above the line stay inside: they stand in intern/vergelijking.xlsx.");
    }
}
