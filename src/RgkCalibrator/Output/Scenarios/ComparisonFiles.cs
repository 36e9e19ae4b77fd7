using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Output.Formats;
using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Scenarios;

/// <summary>The files of a comparison: a workbook, Markdown to read, and CSV with all figures.</summary>
internal static class ComparisonFiles
{
    private const string Name = "intern/vergelijking";
    private const int NamingColumns = 3;

    /// <summary>What stands above everything that stays inside.</summary>
    internal static Wording Restriction { get; } = new(
        "VERTROUWELIJK: onafgeschermde cijfers over kinderen. Blijft binnen; niet delen of mailen.",
        "RESTRICTED: unsuppressed figures about children. Stays inside; do not share or mail.");

    private static readonly Wording[] Reading =
    [
        new(
            "De volumes gelden binnen de duur van de basis: zo zijn ze te vergelijken. Het volume bij de eigen duur "
                + "van een scenario staat bij alle cijfers.",
            "Volumes are within the duration of the base, so that they can be compared. The volume at the own duration "
                + "of a scenario stands with all figures."),
        new(
            "Volume boven de lijn is wat trajecten over hun hele duur meer gebruiken dan de lijn, per jaar.",
            "Volume above the line is what trajectories use more than the line over their whole duration, a year."),
        ScenarioNotes.Year,
    ];

    /// <summary>Writes them.</summary>
    internal static void Write(
        StagedOutput output, IReadOnlyList<Scenario> scenarios, IReadOnlyList<ComparedLine> lines,
        IReadOnlyList<FrameworkEffect> effects, Language language, ComparedMore more)
    {
        Wording[] notes = [
            .. Reading, .. ScenarioNotes.OfDays(
                lines.SelectMany(line => line.Scenarios).Select(line => (line.Scenario.Name, line.Days))),
            .. ScenarioNotes.OfCompleted(lines),
            .. ScenarioNotes.Of(scenarios), PriceTables.Reading(more.Prices),
        ];
        var (overview, all, sums) = (
            ComparisonTables.Overview(scenarios, lines, more.Packets, language),
            ComparisonTables.All(lines, more.Prices, language),
            ComparisonTables.Sums(scenarios, lines, more.Prices, more.Saving, language));
        var (byProduct, byProvider) = (
            EffectTables.ByProduct(effects, language), EffectTables.ByProvider(effects, language));
        var workbook = Workbook([overview, sums, all, byProduct, byProvider, .. more.Tables.Select(one => one.Table)]);
        using (var file = File.Create(output.PathOf(Name + ".xlsx")))
            WorkbookFile.Write(workbook, file);
        using (var file = File.Create(output.PathOf(Name + ".csv")))
            all.WriteCsv(file);
        using (var file = File.Create(output.PathOf("intern/effect-per-product.csv")))
            byProduct.WriteCsv(file);
        using (var file = File.Create(output.PathOf("intern/effect-per-aanbieder.csv")))
            byProvider.WriteCsv(file);
        foreach (var one in more.Tables)
        {
            using var file = File.Create(output.PathOf($"intern/{one.File}.csv"));
            one.Table.WriteCsv(file);
        }

        using var stream = File.Create(output.PathOf(Name + ".md"));
        using var text = new StreamWriter(stream) { NewLine = "\n" };
        text.Write($"# {overview.Title}\n\n> {Restriction.In(language)}\n\n");
        foreach (var note in notes)
            text.Write($"- {MarkdownTable.Escape(note.In(language))}\n");
        text.Write("\n");
        MarkdownTable.Write(sums, text);
        MarkdownTable.Write(ComparisonTables.Differences(scenarios, lines, language), text);
        MarkdownTable.Write(byProduct, text);
        foreach (var one in more.Tables.Where(one => one is { IsShort: true, Table.Rows.Count: > 0 }))
            MarkdownTable.Write(one.Table, text);

        Workbook Workbook(IReadOnlyList<Table> tables) => new(
            overview.Title,
            [.. tables.Where(table => table.Rows.Count > 0).Select(Sheet)]);

        Sheet Sheet(Table table) => new(
            table.Title,
            [
                new Note(table.Title, NoteStyle.Title),
                new Note(Restriction.In(language), NoteStyle.Warning),
                .. notes.Select(note => new Note(note.In(language), NoteStyle.Plain)),
            ],
            new SheetTable(table, []))
        {
            FrozenColumns = NamingColumns,
            Restriction = Restriction.In(language),
        };
    }
}
