using RgkCalibrator.Control;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Statistics.Shares;

using Column = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Output.Control.ControlRow>;

namespace RgkCalibrator.Output.Control;

/// <summary>A provider against a line by one measure.</summary>
internal sealed record ControlRow(
    ControlledLine Line, ControlledProvider Own, ProviderFunnel Of, ProviderPoint Provider)
{
    internal bool IsOfVolume => Of.Measure == BeyondMeasure.VolumeWithin;

    internal bool IsOfEither => Of.Measure == BeyondMeasure.Either;

    internal Signal Signal => Signals.Of(Provider);

    internal static IEnumerable<ControlRow> All(IReadOnlyList<ControlledLine> lines) =>
        from line in lines
        from funnel in line.Funnels
        from own in line.Providers
        select new ControlRow(line, own, funnel, own.Points().First(one => one.Measure == funnel.Measure).Point);
}

/// <summary>The tables of a control that stay inside.</summary>
internal static class ControlTables
{
    private static readonly string[] OfFunnel =
    [
        "n", "beyond", "share", "target", "flag_95", "flag_998", "tail_above", "tail_below", "lower_95", "upper_95",
        "lower_998", "upper_998", "wide_lower_95", "wide_upper_95", "wide_lower_998", "wide_upper_998", "phi",
        "tau_squared",
    ];

    /// <summary>All columns of <c>intern/controle.csv</c>.</summary>
    internal static IReadOnlyList<Column> Columns { get; } =
        [.. Naming(), .. Funnel(), .. Widened(), .. History(), .. Beyond()];

    /// <summary>Every provider, line and measure.</summary>
    internal static Table All(ControlFigures figures, Language language) =>
        Table.From(Title, Columns, ControlRow.All(figures.Lines), language);

    /// <summary>The same on a sheet, without limits for drawing.</summary>
    internal static Table ForReaders(ControlFigures figures, Language language) => Table.From(
        Title, [.. Columns.Where(column => column.IsOnSheet)], ControlRow.All(figures.Lines), language);

    /// <summary>What stands out, the strongest first.</summary>
    internal static Table Signalled(ControlFigures figures, Language language) => Table.From(
        new("Om te bespreken", "To discuss"),
        [.. Columns.Where(column => column.IsOnSheet && !column.Name.StartsWith("tail_", StringComparison.Ordinal))],
        ControlRow.All(figures.Lines).Where(row => row.Signal != Signal.None)
            .OrderByDescending(row => row.Signal).ThenBy(row => row.Provider.Point!.UpperTail),
        language);

    private static Wording Title { get; } = new("Aanbieders naast het kader", "Providers against the framework");

    private static Column[] Naming() =>
    [
        Column.Text(
            "provider_id", row => row.Own.Provider, new("Aanbieder", "Provider"), "The main provider, by its id."),
        LineNaming.ProductCode<ControlRow>(row => row.Line.Group.Product.Code),
        LineNaming.Subgroup<ControlRow>(row => row.Line.Group.Scope),
        LineNaming.Measure<ControlRow>(row => row.Of.Measure, row => row.Of.Followed.Duration) with
        {
            Meaning = "What was measured: `volume_within_12m`, `outlasting_12m` or `either_within_12m`, with the "
                + "duration of the line.",
        },
        Column.OneOf<Signal>(
            "signal", row => row.Signal, new("Signaal", "Signal"),
            "Whether it stands out above by the exact tail at 99.8%, and by the widened limit too: a reason to talk.",
            ControlWording.NameOf).Noted(
            "Een reden voor een gesprek, geen oordeel. 'bespreken': opvallend door toeval alleen én naast de gewone "
                + "verschillen tussen aanbieders.",
            "A reason to talk, no verdict. 'to discuss': striking by chance alone and beside the usual differences "
                + "between providers."),
        Column.Selected(
            "line", row => (double?)row.Of.Line, new("Volume van de lijn", "Volume of the line"),
            "The adopted volume in the unit; empty for durations."),
        Column.Text(
            "unit", row => row.Line.Group.Product.Unit.Name(), new("Eenheid", "Unit"), "The unit of volumes."),
    ];

    /// <summary>What a draft tells of providers too.</summary>
    private static IEnumerable<Column> Funnel() => OfFunnel.Select(name =>
    {
        var same = ProviderTable.Columns.First(column => column.Name == name);
        return new Column(
            same.Name, same.Kind, (row, language) => same.Cell(new(row.Of, row.Provider), language), same.Heading,
            same.Meaning)
        {
            IsOnSheet = same.IsOnSheet,
            Note = same.Note,
        };
    });

    private static Column[] Widened() =>
    [
        Column.OneOf<FunnelSide>(
            "wide_95", row => Signals.Widened(row.Provider, wide => (wide.Lower95, wide.Upper95)),
            new("Buiten 95% verruimd", "Outside 95% widened"),
            "Where it stands by the limits that allow for the usual spread between providers, at 95%.",
            StudyWords.NameOf),
        Column.OneOf<FunnelSide>(
            "wide_998", row => Signals.Widened(row.Provider, wide => (wide.Lower998, wide.Upper998)),
            new("Buiten 99,8% verruimd", "Outside 99.8% widened"), "The same at 99.8%.", StudyWords.NameOf),
    ];

    private static Column[] History() =>
    [
        Column.Whole(
            "n_before", row => row.Provider.Before.N, new("Gevolgd voor het kader", "Followed before the framework"),
            "Its trajectories that started before the framework, followed for as long."),
        Column.Whole(
            "beyond_before", row => row.Provider.Before.Beyond,
            new("Erboven voor het kader", "Beyond before the framework"), "How many of these go beyond the line."),
        Column.Portion(
            "share_before", row => ShareOf(row.Provider.Before),
            new("Deel erboven voor het kader", "Share beyond before the framework"), "The share of these beyond."),
        Column.PValue(
            "history_p", row => row.Provider.History?.P, new("Eigen verleden p", "Own history p"),
            "The p-value of Fisher's test between its own trajectories before and since the framework.").Noted(
            "De kans dat de aanbieder door toeval zo verschilt van zichzelf voor het kader.",
            "The chance that the provider differs so from itself before the framework."),
    ];

    private static Column[] Beyond() =>
    [
        Column.Computed(
            "units_beyond", row => row.IsOfVolume ? row.Own.UnitsBeyond : null,
            new("Volume boven de lijn", "Volume above the line"),
            "What its trajectories use within the duration beyond the volume, in the unit; in rows of volume."),
        Column.ShownWhole(
            "euros_beyond", row => row.IsOfVolume ? EurosOf(row.Line, row.Own) : null,
            new("Euro boven de lijn", "Euros above the line")) with
        {
            Meaning = "The same in euros; empty where the product has no price.",
        },
        Column.Whole(
            "not_yet_followed", row => row.IsOfEither ? row.Own.NotYetFollowed : null,
            new("Nog niet te volgen", "Not yet followed"),
            "Its trajectories since the framework of which it is not yet known how they stand to the line; in rows of "
                + "either."),
        Column.Whole(
            "registered", row => row.IsOfEither ? row.Own.Registered : null,
            new("Geregistreerd", "Registered"),
            "Its trajectories in a situation that was registered, which are in no other count; in rows of either."),
    ];

    /// <summary>Euros beyond the volume; null where the price is not known.</summary>
    internal static double? EurosOf(ControlledLine line, ControlledProvider own) =>
        own.UnitsBeyond * (double?)line.Price;

    internal static double? ShareOf(Statistics.Testing.BeyondCount count) =>
        count.N == 0 ? null : (double)count.Beyond / count.N;
}
