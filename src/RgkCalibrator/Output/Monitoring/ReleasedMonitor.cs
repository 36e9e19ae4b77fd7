using RgkCalibrator.Disclosure;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Formats;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Tables;

using Column = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Output.Monitoring.ReleasedMonitor.Row>;

namespace RgkCalibrator.Output.Monitoring;

/// <summary>The files of a monitor that may leave the building: complete quarters by line.</summary>
internal static class ReleasedMonitor
{
    private const string Name = "monitor";
    private const string Charts = "grafieken/";

    private static readonly Figure[] Figures = [Figure.QuarterShares];

    /// <summary>Writes them.</summary>
    /// <param name="output">Where the run writes.</param>
    /// <param name="monitor">What may be shown.</param>
    /// <param name="notes">The choices behind it, and the language.</param>
    /// <param name="pngFiles">Writes charts as PNG too; null: none are asked for.</param>
    internal static void Write(StagedOutput output, SafeMonitor monitor, DraftNotes notes, PngFiles? pngFiles)
    {
        var (table, window) = (Of(monitor, notes.Language), Window(notes));
        var context = notes.ChartContext with { Window = window };
        var charts = (from line in monitor.Lines
                      let chart = QuarterCharts.Of(line, monitor.Since, context)
                      where chart is not null
                      select FileOf(line, chart)).ToList();
        var files = new ReleasedTable(Name, table, charts, Figures)
            .Write(output, writer => WriteMarkdown(writer, table, charts, window, notes), pngFiles);
        JsonFile.Write(
            output.PathOf(ExternFiles.Folder + ReleaseJson.FileName), ReleaseJson.Build(monitor, files, notes));
    }

    /// <summary>A row for each quarter that is shown.</summary>
    internal static Table Of(SafeMonitor monitor, Language language) => Table.From(
        new("Kwartalen naast het kader", "Quarters against the framework"),
        [
            Column.Text("product_code", row => row.Line.Product.Code, new("Code", "Code")),
            Column.Text("product", row => row.Line.Product.Name, new("Product", "Product")),
            Column.Named(
                "subgroup", row => row.Line.SubgroupId, row => row.Line.SubgroupName, new("Subgroep", "Subgroup")),
            Column.Rounded(
                "volume", row => row.Line.HasVolume ? row.Line.Volume : null, new("Volume", "Volume")),
            Column.Text("unit", row => row.Line.Product.Unit.Name(), new("Eenheid", "Unit")),
            Column.Words("duration", row => row.Line.Duration.Shown(), new("Duur", "Duration")),
            Column.Text("quarter", row => row.Quarter.Quarter.ToString(), new("Kwartaal", "Quarter")),
            Column.Whole("trajectories", row => row.Quarter.Trajectories, new("Trajecten", "Trajectories")),
            Column.Whole("beyond", row => row.Quarter.Beyond, new("Buiten de lijn", "Beyond the line")),
            Share("share", row => row.Quarter.Share, new("Deel erbuiten", "Share beyond")),
            Share("centre", row => row.Line.Centre, new("Midden", "Centre")),
            Share("lower", row => row.Quarter.Limits?.Lower, new("Grens onder", "Lower limit")),
            Share("upper", row => row.Quarter.Limits?.Upper, new("Grens boven", "Upper limit")),
            Column.Words(
                "signal",
                row => row.Quarter.Signals.Count == 0
                    ? null
                    : new(
                        QuarterCharts.Signalled(row.Quarter.Signals, Language.Dutch),
                        QuarterCharts.Signalled(row.Quarter.Signals, Language.English)),
                new("Signaal", "Signal")),
        ],
        monitor.Lines.SelectMany(line => line.Quarters, (line, quarter) => new Row(line, quarter)),
        language);

    private static Column Share(string name, Func<Row, double?> share, Wording heading) => new(
        name, ColumnKind.Number,
        (row, shownIn) => share(row) is { } known ? TableCell.Share(known, shownIn) : TableCell.Text(string.Empty),
        heading);

    private static ChartFile FileOf(SafeMonitorLine line, ShareChart chart) => new(
        new($"{Charts}{chart.Caption.Id}.svg", Figures, line.Product.Code, line.SubgroupId),
        SharePainter.Paint(chart), chart.Caption.Title, IsMain: true);

    private static Wording Window(DraftNotes notes)
    {
        var gap = Numbers.Whole(notes.Trajectories.GapDays);
        return new(
            "Trajecten per kwartaal waarin zij begonnen, die zo lang te volgen zijn als hun lijn duurt; zorg met ten "
                + $"hoogste {gap} vrije dagen ertussen is één traject. Alleen kwartalen waarvan de declaraties binnen "
                + "zijn, staan erin.",
            "Trajectories by the quarter in which they began, that could be followed for as long as their line lasts; "
                + $"care with at most {gap} free days between is one trajectory. Only quarters of which the "
                + "declarations are in are shown.");
    }

    private static void WriteMarkdown(
        TextWriter writer, Table table, IReadOnlyList<ChartFile> charts, Wording window, DraftNotes notes)
    {
        var language = notes.Language;
        notes.WriteHeading(writer, MonitorWording.Title, window);
        writer.Write(new Wording(
            "Van elke lijn het deel van de trajecten erbuiten: meer volume dan de lijn, of langer dan haar duur. Het "
                + "midden en de grenzen (Laney 2002) zijn van de kwartalen voor het kader. ",
            "Of each line the share of trajectories beyond it: more volume than the line, or longer than its duration. "
                + "The centre and the limits (Laney 2002) are of the quarters before the framework. ").In(language));
        writer.Write(QuarterCharts.Rules.In(language) + "\n\n");
        foreach (var chart in charts)
            writer.Write($"![{chart.Title}]({chart.File.Name})\n\n");
        MarkdownTable.Write(table, writer);
    }

    internal sealed record Row(SafeMonitorLine Line, SafeQuarterShare Quarter);
}
