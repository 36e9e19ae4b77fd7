using RgkCalibrator.Disclosure;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Formats;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Tables;

using Column = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Output.Control.ReleasedControl.Row>;

namespace RgkCalibrator.Output.Control;

/// <summary>
/// The files of a control that may leave the building: the providers of each line, without their names.
/// </summary>
internal static class ReleasedControl
{
    private const string Name = "controle";
    private const string Charts = "grafieken/";

    private static readonly Figure[] Figures = [Figure.ProviderShares];

    /// <summary>Writes them.</summary>
    /// <param name="output">Where the run writes.</param>
    /// <param name="control">What may be shown.</param>
    /// <param name="notes">The choices behind it, with the starts that count for a cohort, and the language.</param>
    /// <param name="pngFiles">Writes charts as PNG too; null: none are asked for.</param>
    internal static void Write(StagedOutput output, SafeControl control, DraftNotes notes, PngFiles? pngFiles)
    {
        var (table, window) = (Of(control, notes.Language), Window(control, notes));
        var context = notes.ChartContext with { Window = window, Period = Period(control) };
        var charts = control.Lines.Where(line => line.Providers is not null)
            .Select(line => Chart(line, control.Aim, context)).ToList();
        var files = new ReleasedTable(Name, table, charts, Figures)
            .Write(output, writer => WriteMarkdown(writer, table, window, notes), pngFiles);
        JsonFile.Write(
            output.PathOf(ExternFiles.Folder + ReleaseJson.FileName), ReleaseJson.Build(control, files, notes));
    }

    /// <summary>A row for each provider that is shown, by number.</summary>
    internal static Table Of(SafeControl control, Language language) => Table.From(
        new("Aanbieders naast het kader", "Providers against the framework"),
        [
            Column.Text("product_code", row => row.Line.Product.Code, new("Code", "Code")),
            Column.Text("product", row => row.Line.Product.Name, new("Product", "Product")),
            Column.Named(
                "subgroup", row => row.Line.SubgroupId, row => row.Line.SubgroupName, new("Subgroep", "Subgroup")),
            Column.Rounded("volume", row => row.Line.Volume, new("Volume", "Volume")),
            Column.Text("unit", row => row.Line.Product.Unit.Name(), new("Eenheid", "Unit")),
            Column.Words("duration", row => row.Line.Duration.Shown(), new("Duur", "Duration")),
            Column.Named(
                "provider", row => row.Part.Name,
                row => row.Part.Name.Length == 0
                    ? new("alle andere samen", "all others together")
                    : Wording.Same(row.Part.Name),
                new("Aanbieder (nummer)", "Provider (number)")),
            Column.Whole("trajectories", row => row.Part.Trajectories, new("Trajecten", "Trajectories")),
            Column.Whole("above", row => row.Part.Above, new("Boven het volume", "Above the volume")),
            new(
                "share", ColumnKind.Number, (row, shownIn) => TableCell.Share(row.Part.Share, shownIn),
                new("Deel erboven", "Share above")),
            Column.YesNo(
                "outside_998", row => row.Part.Name.Length == 0 ? null : row.Line.Providers!.IsOutside(row.Part, 0.001),
                new("Buiten de grenzen van 99,8%", "Outside the limits of 99.8%")),
        ],
        from line in control.Lines
        from part in line.Providers?.Parts ?? []
        select new Row(line, part),
        language);

    private static ChartFile Chart(SafeControlLine line, double aim, ChartContext context)
    {
        var chart = PartCharts.Providers(line, aim, context);
        return new(
            new($"{Charts}{chart.Caption.Id}.svg", Figures, line.Product.Code, line.SubgroupId),
            SharePainter.Paint(chart), chart.Caption.Title, IsMain: true);
    }

    private static Wording Period(SafeControl control) => new(
        $"begonnen sinds {Numbers.Date(control.Since, Language.Dutch)}",
        $"begun since {Numbers.Date(control.Since, Language.English)}");

    private static Wording Window(SafeControl control, DraftNotes notes)
    {
        var gap = Numbers.Whole(notes.Trajectories.GapDays);
        return new(
            $"Trajecten die begonnen op of na {Numbers.Date(control.Since, Language.Dutch)} en zo lang te volgen zijn "
                + $"als hun lijn duurt; zorg met ten hoogste {gap} vrije dagen ertussen is één traject.",
            $"Trajectories that started on or after {Numbers.Date(control.Since, Language.English)} and could be "
                + $"followed for as long as their line lasts; care with at most {gap} free days between is one "
                + "trajectory.");
    }

    private static void WriteMarkdown(TextWriter writer, Table table, Wording window, DraftNotes notes)
    {
        notes.WriteHeading(writer, ControlWording.Title, window);
        writer.Write(new Wording(
            "Van elke lijn het deel van de trajecten boven het volume, per aanbieder met een nummer in plaats van een "
                + "naam. Het nummer is bij elke lijn een ander. Een aanbieder buiten de grenzen is een reden voor een "
                + "gesprek, geen oordeel.",
            "Of each line the share of trajectories above the volume, by provider with a number in place of a name. "
                + "The number is another one at each line. A provider outside the limits is a reason to talk, no "
                + "verdict.")
            .In(notes.Language) + "\n\n");
        MarkdownTable.Write(table, writer);
    }

    internal sealed record Row(SafeControlLine Line, SafePart Part);
}
