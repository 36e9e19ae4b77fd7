using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;

using Column = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Output.Tables.LineSheet.Row>;

namespace RgkCalibrator.Output.Tables;

/// <summary>The lines of the draft unsuppressed, one a row.</summary>
internal static class LineSheet
{
    /// <summary>The table.</summary>
    /// <param name="lines">What the data propose.</param>
    /// <param name="outside">
    /// What may be shown of each; null where an earlier release without such a line stands in its place.
    /// </param>
    /// <param name="settings">The choices behind them.</param>
    /// <param name="language">The language of the texts.</param>
    internal static Table From(
        IReadOnlyList<DraftLine> lines,
        IReadOnlyList<SafeLine?> outside,
        FrameworkSettings settings,
        Language language) =>
        Table.From(
        new("Lijnen, onafgeschermd", "Lines, unsuppressed"),
        [
            .. Naming(), .. Proposed(settings.Compared, line => line.Compared), .. Proposed(
                settings.Percentage, line => line.Chosen),
            .. Covered(), .. Current(),
            Column.Words("shown_outside", row => NameOf(row.Shown), new("Naar buiten", "Outside")),
        ],
        lines.Zip(outside, (line, shown) => new Row(line, shown)),
        language);

    private static Column[] Naming() =>
    [
        Column.Text("product_code", row => row.Group.Product.Code, new("Code", "Code")),
        Column.Text("product", row => row.Group.Product.Name, new("Product", "Product")),
        Column.Words("subgroup", row => row.Group.Scope.Name, new("Subgroep", "Subgroup")),
        Column.Text("framework", row => row.Group.Product.Framework.NameInFiles(), new("Kader", "Framework")),
        Column.Whole("cohort", row => row.Group.Cohort, new("Trajecten in cohort", "Trajectories in cohort")),
        Column.Whole("complete", row => row.Group.Count, new("Afgerond", "Complete")),
        Column.Whole("children", row => row.Group.Children, new("Kinderen", "Children")),
        Column.Words("tier", row => NameOf(row.Line.Tier), new("Zeggingskracht", "Tier")),
        Column.Words("rests_on", row => RestsOn(row.Line), new("Rust op", "Rests on")),
        Column.Words("shared", row => SharedBy(row.Line), new("Gedeeld", "Shared")),
        Column.Whole("care_years", row => row.Group.CareYears?.Cohort, new("Zorgjaren", "Care years")),
        Column.Whole(
            "in_no_subgroup", row => row.Group.Scope.Unplaced,
            new("Product: buiten de subgroepen", "Product: in no subgroup")),
        Column.Whole(
            "begun_before", row => row.Group.Scope.StartedBefore,
            new("Product: eerder begonnen", "Product: begun before")),
        Column.Text("unit", row => row.Group.Product.Unit.Name(), new("Eenheid", "Unit")),
    ];

    private static Column[] Proposed(Percentage percentage, Func<DraftLine, Proposal> proposal)
    {
        var ((nl, en), name) = (percentage.Name(), DraftCells.NameInColumns(percentage));
        return
        [
            Column.Words(
                "duration_" + name, row => proposal(row.Line).Duration?.Step.Shown(),
                new($"Duur {nl}", $"Duration {en}")),
            Column.YesNo(
                $"duration_{name}_reached", row => proposal(row.Line).Duration?.IsReached,
                new($"Duur {nl} gehaald", $"Duration {en} reached")),
            Column.YesNo(
                $"duration_{name}_firm", row => !proposal(row.Line).Duration?.IsUnstable,
                new($"Duur {nl} stevig", $"Duration {en} firm")),
            Column.Rounded(
                "volume_" + name, row => proposal(row.Line).Volume?.Value, new($"Volume {nl}", $"Volume {en}")),
            Column.Selected(
                $"volume_{name}_unrounded", row => proposal(row.Line).Volume?.Estimate.Value,
                new($"Volume {nl} onafgerond", $"Volume {en} unrounded")),
            Column.Selected(
                $"volume_{name}_lower", row => proposal(row.Line).Volume?.Estimate.Lower,
                new($"Volume {nl} van", $"Volume {en} from")),
            Column.Selected(
                $"volume_{name}_upper", row => proposal(row.Line).Volume?.Estimate.Upper,
                new($"Volume {nl} tot", $"Volume {en} to")),
        ];
    }

    private static Column[] Covered() =>
    [
        new("intensity", ColumnKind.Number, Intensity, new("Per week", "Per week")),
        Count("within_duration", coverage => coverage.Duration, new("Binnen duur", "Within duration")),
        Count("within_volume", coverage => coverage.Volume, new("Binnen volume", "Within volume")),
        Count("within_both", coverage => coverage.Both, new("Binnen beide", "Within both")),
        Count(
            "within_whole_volume", coverage => coverage.WholeVolume, new("Heel volume binnen", "Whole volume within")),
    ];

    private static Column[] Current() =>
    [
        Column.Words(
            "current_duration", row => row.Line.Current?.Duration.Shown(), new("Huidige duur", "Current duration")),
        Column.Rounded("current_volume", row => row.Line.Current?.Volume, new("Huidig volume", "Current volume")),
        new("volume_difference", ColumnKind.Number, Difference, new("Verschil volume", "Difference volume")),
    ];

    /// <summary>Trajectories inside a line, to tenths: those that still run count by what they stand for.</summary>
    private static Column Count(string name, Func<Coverage, double> count, Wording heading) => new(
        name, ColumnKind.Number,
        (row, language) => TableCell.Decimal(
            row.Line.Chosen.Coverage is { } coverage ? (decimal)count(coverage) : null, 1, language),
        heading);

    private static TableCell Intensity(Row row, Language language) =>
        DraftCells.Intensity(row.Line.Chosen.Intensity, row.Group.Product.IntensityUnit, language);

    private static TableCell Difference(Row row, Language language) =>
        TableCell.Difference(row.Line.Chosen.Volume?.Value - row.Line.Current?.Volume, 2, language);

    private static Wording NameOf(SafeLine? shown) => shown is null
        ? new("een eerdere vrijgave staat in de plaats", "an earlier release stands in its place")
        : NameOf(shown.Withheld);

    private static Wording NameOf(Withheld? withheld) => withheld switch
    {
        null => new("getoond", "shown"),
        Withheld.TooFewChildren => new("te weinig kinderen", "too few children"),
        Withheld.NearlyAllEqual => new("bijna alle gelijk", "nearly all equal"),
        Withheld.EqualOrSmallRemainder => new(
            "bijna alle gelijk, of te weinig kinderen erbuiten", "nearly all equal, or too few children outside it"),
        _ => throw new ArgumentOutOfRangeException(nameof(withheld), withheld, "Unknown reason."),
    };

    private static Wording NameOf(Tier tier) => tier switch
    {
        Tier.None => new("geen", "none"),
        Tier.Indicative => new("indicatief", "indicative"),
        Tier.Provisional => new("voorlopig", "provisional"),
        Tier.Full => new("volledig", "full"),
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, "Unknown tier."),
    };

    private static Wording RestsOn(DraftLine line) => line.Basis switch
    {
        Basis.History => new("historie", "history"),
        Basis.Norm => new("norm van buiten", "norm from outside"),
        Basis.Insufficient => LineRemarks.NameOf(line.Lack ?? Lack.TooFew, line.Group.Scope.MissingNames),
        _ => throw new ArgumentOutOfRangeException(nameof(line), line.Basis, "Unknown basis."),
    };

    private static Wording? SharedBy(DraftLine line) => line.SharedVolumes is not null
        ? new("volume", "volume")
        : line.SharesDuration ? new("duur", "duration") : null;

    internal sealed record Row(DraftLine Line, SafeLine? Shown)
    {
        internal Group Group => Line.Group;
    }
}
