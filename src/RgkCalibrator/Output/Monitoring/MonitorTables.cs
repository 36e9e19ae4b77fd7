using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Monitoring;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Control;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Statistics.Charting;
using RgkCalibrator.Statistics.Shares;

using Column = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Output.Monitoring.MonitorRow>;

namespace RgkCalibrator.Output.Monitoring;

/// <summary>A quarter of a line.</summary>
internal sealed record MonitorRow(MonitoredLine Line, MonitoredQuarter Quarter)
{
    internal QuarterCount Count => Quarter.Charted.Count;

    internal PChart? Limits => Count.N == 0 ? null : Line.Chart.Limits;

    internal static IEnumerable<MonitorRow> All(IReadOnlyList<MonitoredLine> lines) =>
        lines.SelectMany(line => line.Quarters, (line, quarter) => new MonitorRow(line, quarter));
}

/// <summary>The tables of quarters by line that stay inside.</summary>
internal static class MonitorTables
{
    /// <summary>All columns of <c>intern/monitor.csv</c>.</summary>
    internal static IReadOnlyList<Column> Columns { get; } =
        [.. Naming(), .. Inflow(), .. Shares(), .. Completeness(), .. Charted()];

    /// <summary>Every quarter and line.</summary>
    internal static Table All(MonitorFigures figures, Language language) => Table.From(
        new("Kwartalen per lijn", "Quarters by line"), Columns, MonitorRow.All(figures.Lines), language);

    /// <summary>The same on a sheet, without limits of shares.</summary>
    internal static Table ForReaders(MonitorFigures figures, Language language) => Table.From(
        new("Kwartalen per lijn", "Quarters by line"), [.. OnSheet], MonitorRow.All(figures.Lines), language);

    /// <summary>The quarters with a signal, the latest first.</summary>
    internal static Table Signalled(MonitorFigures figures, Language language) => Table.From(
        new("Signalen", "Signals"),
        [.. OnSheet.Where(column => column.Name is not ("running" or "not_yet_followed"))],
        MonitorRow.All(figures.Lines).Where(row => row.Quarter.Charted.Signals.Count > 0)
            .OrderByDescending(row => row.Quarter.Quarter.Number),
        language);

    private static IEnumerable<Column> OnSheet => Columns.Where(column => column.IsOnSheet);

    private static Column[] Naming() =>
    [
        Column.Text("quarter", row => row.Quarter.Quarter.ToString(), new("Kwartaal", "Quarter"),
            "The quarter in which the trajectories started."),
        LineNaming.ProductCode<MonitorRow>(row => row.Line.Group.Product.Code),
        LineNaming.Subgroup<MonitorRow>(row => row.Line.Group.Scope),
        Column.Words(
            "line", row => ControlWording.Shown(row.Line.Group, row.Line.Line), new("Lijn", "Line")) with
        {
            Meaning = "The adopted volume and duration, in words.",
        },
    ];

    private static Column[] Inflow() =>
    [
        Column.Whole(
            "children", row => row.Quarter.Children, new("Kinderen", "Children"),
            "Different children whose trajectories started."),
        Column.Whole(
            "started", row => row.Quarter.Started, new("Begonnen", "Started"),
            "Trajectories that started, in so far as that is known."),
        Column.YesNo(
            "inflow_known", row => row.Quarter.IsInflowKnown, new("Instroom bekend", "Inflow known"),
            "Whether all starts are known and the declarations of the quarter are in."),
        Column.Whole(
            "running", row => row.Quarter.Running, new("Loopt aan het eind", "Running at the end"),
            "Trajectories that run on the last day; empty where that is not known yet."),
        Column.Whole(
            "n", row => row.Count.N, new("Gevolgd", "Followed"),
            "Trajectories that could be followed for the duration of the line."),
        Column.Whole(
            "not_yet_followed", row => row.Quarter.Started - row.Count.N,
            new("Nog niet te volgen", "Not yet followed"), "Those that could not yet."),
    ];

    private static Column[] Shares() =>
    [
        .. Share("volume", row => row.Quarter.BeyondVolume, new("boven het volume", "above the volume")),
        .. Share("duration", row => row.Quarter.BeyondDuration, new("langer dan de duur", "longer than the duration")),
        .. Share("either", row => row.Quarter.BeyondEither, new("volume of duur", "volume or duration")),
        Column.Selected(
            "volume_percentile", row => row.Quarter.Volume?.Value, new("Volume op het percentiel", "Volume percentile"),
            "The chosen percentile of the volume within the duration, in the unit; empty under 17 trajectories."),
        Column.Selected(
            "volume_lower", row => row.Quarter.Volume?.Lower, new("Ondergrens volume", "Lower limit of volume"),
            "Its lower limit."),
        Column.Selected(
            "volume_upper", row => row.Quarter.Volume?.Upper, new("Bovengrens volume", "Upper limit of volume"),
            "Its upper limit."),
    ];

    private static IEnumerable<Column> Share(string name, Func<MonitorRow, ShareInterval?> share, Wording words)
    {
        yield return Column.Portion(
            "share_" + name, row => share(row)?.Share, new($"Deel {words.Dutch}", $"Share {words.English}"),
            "The share beyond, of those that could be followed.");
        yield return Column.Portion(
            $"share_{name}_lower", row => Known(row)?.Lower, meaning: "Its exact lower limit.") with
        {
            IsOnSheet = false,
        };
        yield return Column.Portion(
            $"share_{name}_upper", row => Known(row)?.Upper, meaning: "Its exact upper limit.") with
        {
            IsOnSheet = false,
        };

        ShareInterval? Known(MonitorRow row) => share(row) is { N: > 0 } known ? known : null;
    }

    private static Column[] Completeness() =>
    [
        Column.Portion(
            "share_either_if_complete", row => row.Count.ShareIfComplete,
            new("Deel als alles binnen is", "Share if complete"),
            "The share beyond either if as much is still declared as is expected at most."),
        Column.Portion(
            "declared", row => row.Quarter.Declared?.Share, new("Gedeclareerd", "Declared"),
            "The expected part of the declarations that is in, of the months in which the trajectories are followed."),
        Column.Portion(
            "declared_lowest", row => row.Quarter.Declared?.Lowest, meaning: "The lowest by earlier months.") with
        {
            IsOnSheet = false,
        },
        Column.OneOf<QuarterState>(
            "state", row => row.Count.State, new("Stand", "State"), "How far the quarter is known.",
            MonitorWording.NameOf),
        Column.YesNo(
            "base", row => row.Count.Role == QuarterRole.Base && row.Count.State == QuarterState.Complete,
            new("Vergelijking", "Base"), "Whether the chart compares with it."),
    ];

    private static Column[] Charted() =>
    [
        Column.Portion("centre", row => row.Limits?.Centre, new("Midden", "Centre"), "The share of the base."),
        Column.Computed("sigma_z", row => row.Limits?.SigmaZ, new("Sigma z", "Sigma z"), "As in Laney (2002)."),
        Column.Portion(
            "lower_3s", row => row.Limits?.Limits(row.Count.N).Lower, new("Grens onder", "Lower limit"),
            "The limit at 3 sigma."),
        Column.Portion(
            "upper_3s", row => row.Limits?.Limits(row.Count.N).Upper, new("Grens boven", "Upper limit"),
            "The limit at 3 sigma."),
        Column.Computed(
            "z", row => row.Quarter.Charted.Z, new("Afstand in sigma", "Distance in sigma"),
            "How many sigma the share lies above the centre; empty where the quarter has no point in the chart."),
        Column.Named(
            "signals", row => string.Join(' ', row.Quarter.Charted.Signals.Select(NameOf)), SignalsOf,
            new("Signaal", "Signal"), "The patterns that it completes: the rule and the side."),
    ];

    private static string NameOf(RunSignal signal) => $"{signal.Rule.NameInFiles()}/{signal.Side.NameInFiles()}";

    private static Wording? SignalsOf(MonitorRow row) => row.Quarter.Charted.Signals is { Count: > 0 } signals
        ? new(
            QuarterCharts.Signalled(signals, Language.Dutch), QuarterCharts.Signalled(signals, Language.English))
        : null;
}
