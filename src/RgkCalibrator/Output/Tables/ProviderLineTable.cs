using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;

using Column = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Framework.ProviderLine>;

namespace RgkCalibrator.Output.Tables;

/// <summary>The line of every provider, one a row, with what it rests on; restricted.</summary>
internal static class ProviderLineTable
{
    /// <summary>The name of its file, without an ending.</summary>
    internal const string File = "provider-lines";

    internal static IReadOnlyList<Column> Columns { get; } =
        [.. Naming(), .. Values(), .. Sizes(), .. Volumes(), .. Durations()];

    internal static StudySheet Sheet(IReadOnlyList<ProviderLine> lines, Language language) => StudySheet.From(
        File,
        new("Lijnen per aanbieder", "Lines by provider"),
        About(lines),
        new("Lijnen per aanbieder", "Lines by provider"),
        Columns, lines, language);

    /// <summary>What to know of the table, with how many lines rest on what.</summary>
    internal static Wording About(IReadOnlyList<ProviderLine> lines)
    {
        var named = lines.Where(line => line.IsNamed).ToList();
        var providers = Numbers.Whole(named.DistinctBy(line => line.Provider).Count());
        var (own, ofAll, none) = (Of(ProviderBasis.Own), Of(ProviderBasis.AllProviders), Of(ProviderBasis.None));
        var nameless = Numbers.Whole(lines.Where(line => !line.IsNamed).Sum(line => line.Own.Group.Cohort));
        return new(
            $"Per lijn en aanbieder, zoals het kader van 2021 is gemaakt. Een traject is van één aanbieder. Van "
                + $"{providers} aanbieders rusten {own} lijnen op de eigen trajecten. Bij {ofAll} zijn dat er te "
                + $"weinig: daar geldt de lijn van alle aanbieders. Bij {none} is er geen lijn. {nameless} trajecten "
                + "zonder naam van een aanbieder krijgen geen eigen lijn. Dit gaat over aanbieders met naam en blijft "
                + "binnen: in extern/ staat er niets van.",
            $"By line and provider, as the framework of 2021 was made. A trajectory is of one provider. Of {providers} "
                + $"providers {own} lines rest on their own trajectories. For {ofAll} these are too few: the line of "
                + $"all providers counts. For {none} there is no line. {nameless} trajectories without the name of a "
                + "provider get no line of their own. This names providers and stays inside: extern/ has nothing of "
                + "it.");

        string Of(ProviderBasis basis) => Numbers.Whole(named.Count(line => line.Basis == basis));
    }

    private static Column[] Naming() =>
    [
        LineNaming.ProductCode<ProviderLine>(line => line.Own.Group.Product.Code),
        LineNaming.Subgroup<ProviderLine>(line => line.Own.Group.Scope),
        Column.Named(
            "provider_id", line => line.Provider,
            line => line.IsNamed ? Wording.Same(line.Provider) : new("(zonder naam)", "(without a name)"),
            new("Aanbieder", "Provider"), "The provider, by its id; empty for all care without one."),
    ];

    private static Column[] Values() =>
    [
        Column.OneOf<ProviderBasis>(
            "basis", line => line.Basis, new("Rust op", "Rests on"),
            "What the line rests on: the provider's own trajectories, those of all providers, or nothing.", NameOf),
        Column.Computed(
            "volume", line => (double?)line.Value?.Volume, new("Volume", "Volume"),
            "The volume that counts for the provider, rounded to the product's step; empty without a line."),
        Column.Text(
            "unit", line => line.Own.Group.Product.Unit.Name(), new("Eenheid", "Unit"), "What volumes are counted in."),
        Column.Named(
            "duration", line => line.Value?.Duration.Shown().English, line => line.Value?.Duration.Shown(),
            new("Duur", "Duration"), "The duration that counts for the provider."),
        Column.Computed(
            "volume_of_all", line => (double?)line.ValueOfAll?.Volume, new("Volume van alle", "Volume of all"),
            "The volume of the line of all providers together."),
        Column.Named(
            "duration_of_all", line => line.ValueOfAll?.Duration.Shown().English,
            line => line.ValueOfAll?.Duration.Shown(), new("Duur van alle", "Duration of all"),
            "The duration of that line."),
    ];

    private static Column[] Sizes() =>
    [
        Column.Whole(
            "n", line => line.Own.Group.Cohort, new("Trajecten", "Trajectories"),
            "Its trajectories in the cohort, complete or still running."),
        Column.Whole(
            "events", line => line.Own.Group.Count, new("Afgerond", "Complete"), "How many of them are complete."),
        Column.Whole(
            "children", line => line.Own.Group.CohortChildren, new("Kinderen", "Children"),
            "Different children among its trajectories."),
        Column.OneOf<Tier>(
            "tier", line => line.Own.Tier, new("Draagkracht", "Tier"), "What so many trajectories can carry.",
            StudyWords.NameOf),
        Column.Named(
            "lack", line => Lacking(line)?.NameInFiles(),
            line => Lacking(line) is { } lack
                ? LineRemarks.NameOf(lack, line.Own.Group.Scope.MissingNames)
                : null,
            new("Geen eigen lijn", "No line of its own"),
            "Why it has no line of its own: `too-few`, `no-column` or `not-reached`; empty where it has one, or has "
                + "no name."),
    ];

    private static Column[] Volumes() =>
    [
        .. Estimated(
            "volume", line => Of(line)?.Volume?.Estimate, new("Volume", "volume"),
            "The percentile of its own volumes within its duration, in `unit`"),
    ];

    private static Column[] Durations() =>
    [
        Column.Named(
            "duration_unit", line => line.Own.Group.CountsMonths ? "month" : "day",
            line => line.Own.Group.CountsMonths ? new("maand", "month") : new("dag", "day"),
            new("Eenheid duur", "Unit of duration"),
            "The unit of the durations that are no step of the catalogue: `month` or `day`."),
        .. Estimated(
            "duration", line => Of(line)?.Duration?.Estimate, new("Duur", "duration"),
            "The percentile of its own durations in `duration_unit`"),
        Column.Portion(
            "share_within", line => Of(line)?.Duration?.Within.Share, new("Deel binnen de duur", "Share within"),
            "The share of its own trajectories that ends within its duration, 0 to 1."),
        Column.YesNo(
            "step_unstable", line => Of(line)?.Duration?.IsUnstable, new("Duur onzeker", "Duration unstable"),
            "Whether the interval of the duration reaches another allowed one."),
    ];

    private static Column[] Estimated(string name, Func<ProviderLine, Estimate?> estimate, Wording what, string meaning)
    {
        return
        [
            Column.Computed(
                name + "_value", line => estimate(line)?.Value,
                new($"{what.Dutch} onafgerond", $"Unrounded {what.English}"),
                $"{meaning}, before rounding; empty without a line of its own."),
            Column.Computed(
                name + "_lower", line => estimate(line)?.Lower, new($"{what.Dutch} van", $"From {what.English}"),
                $"The lower limit of `{name}_value`; empty where there is none."),
            Column.Computed(
                name + "_upper", line => estimate(line)?.Upper, new($"{what.Dutch} tot", $"To {what.English}"),
                $"The upper limit of `{name}_value`; empty where there is none."),
        ];
    }

    // The rest without a name proposes nothing.
    private static Proposal? Of(ProviderLine line) => line.OwnValue is null ? null : line.Own.Chosen;

    private static Lack? Lacking(ProviderLine line) => line.IsNamed ? line.Own.Lack : null;

    private static Wording NameOf(ProviderBasis basis) => basis switch
    {
        ProviderBasis.Own => new("eigen trajecten", "own trajectories"),
        ProviderBasis.AllProviders => new("alle aanbieders", "all providers"),
        ProviderBasis.None => new("geen lijn", "no line"),
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, "Unknown basis."),
    };
}
