using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Statistics.Quantiles;

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
            .. Naming(), .. Compared(settings.Compared), .. Proposed(settings.Percentage), .. Covered(), .. Current(),
            Column.Words("shown_outside", row => NameOf(row.Shown), new("Naar buiten", "Outside")).Noted(
                "Of de lijn in extern/ wordt getoond, en anders waarom niet.",
                "Whether extern/ shows the line, and else why not."),
        ],
        lines.Zip(outside, (line, shown) => new Row(line, shown)),
        language);

    private static Column[] Naming() =>
    [
        Column.Text("product_code", row => row.Group.Product.Code, new("Code", "Code")),
        Column.Text("product", row => row.Group.Product.Name, new("Product", "Product")),
        Column.Words("subgroup", row => row.Group.Scope.Name, new("Subgroep", "Subgroup")),
        Column.Words(
            "framework", row => StudyWords.NameOf(row.Group.Product.Framework), new("Kader", "Framework")),
        Column.Whole("cohort", row => row.Group.Cohort, new("Trajecten in cohort", "Trajectories in cohort")).Noted(
            "Trajecten die in de gekozen jaren begonnen, afgerond of niet.",
            "Trajectories that began in the chosen years, complete or not."),
        Column.Whole("complete", row => row.Group.Count, new("Afgerond", "Complete")).Noted(
            "De trajecten waarvan het einde bekend is.", "The trajectories whose end is known."),
        Column.Whole("children", row => row.Group.Children, new("Kinderen", "Children")),
        Column.Words("tier", row => StudyWords.NameOf(row.Line.Tier), new("Draagkracht", "Tier")).Noted(
            "Hoeveel zoveel trajecten kunnen dragen: geen, indicatief, voorlopig of volledig.",
            "What so many trajectories can carry: none, indicative, provisional or full."),
        Column.Words("rests_on", row => RestsOn(row.Line), new("Rust op", "Rests on")).Noted(
            "Historie: de declaraties. Norm van buiten: een contract of richtlijn. Anders staat er waarom er geen "
                + "voorstel is.",
            "History: the declarations. Norm from outside: a contract or guideline. Else why there is no proposal."),
        Column.Words("shared", row => SharedBy(row.Line), new("Gedeeld", "Shared")).Noted(
            "De maat die voor meer lijnen van het product samen is berekend.",
            "The measure that was computed of several lines of the product together."),
        Column.Whole("care_years", row => row.Group.CareYears?.Cohort, new("Zorgjaren", "Care years")),
        Column.Whole(
            "in_no_subgroup", row => row.Group.Scope.Unplaced,
            new("Product: buiten de subgroepen", "Product: in no subgroup")).Noted(
            "Trajecten van het product waarvan de subgroep niet bekend is.",
            "Trajectories of the product whose subgroup is not known."),
        Column.Whole(
            "begun_before", row => row.Group.Scope.StartedBefore,
            new("Product: eerder begonnen", "Product: begun before")).Noted(
            "Trajecten van het product die volgens een startbericht voor de waarneming begonnen.",
            "Trajectories of the product that had begun before what is observed, by a start message."),
        Column.Text("unit", row => row.Group.Product.Unit.Name(), new("Eenheid", "Unit")),
    ];

    // How firm these are stands in lines.csv: a sheet that is printed has no room for what is not proposed.
    private static Column[] Compared(Percentage percentage)
    {
        var ((nl, en), name) = (percentage.Name(), DraftCells.NameInColumns(percentage));
        return
        [
            Column.Words(
                "duration_" + name, row => row.Line.Compared.Duration?.Step.Shown(),
                new($"Duur {nl}", $"Duration {en}")),
            Column.Rounded(
                "volume_" + name, row => row.Line.Compared.Volume?.Value, new($"Volume {nl}", $"Volume {en}")),
        ];
    }

    private static Column[] Proposed(Percentage percentage)
    {
        var ((nl, en), name) = (percentage.Name(), DraftCells.NameInColumns(percentage));
        return
        [
            Column.Words(
                "duration_" + name, row => row.Proposal.Duration?.Step.Shown(), new($"Duur {nl}", $"Duration {en}")),
            Column.YesNo(
                $"duration_{name}_reached", row => row.Proposal.Duration?.IsReached,
                new($"Duur {nl} gehaald", $"Duration {en} reached")).Noted(
                "Of binnen deze duur zoveel trajecten zijn afgerond als het percentiel vraagt.",
                "Whether as many trajectories end within this duration as the percentile asks."),
            Column.YesNo(
                $"duration_{name}_firm", row => !row.Proposal.Duration?.IsUnstable,
                new($"Duur {nl} stevig", $"Duration {en} firm")).Noted(
                "Nee: de onzekerheidsmarge raakt een andere toegestane duur.",
                "No: the interval reaches another allowed duration."),
            Column.Rounded(
                "volume_" + name, row => row.Proposal.Volume?.Value, new($"Volume {nl}", $"Volume {en}")),
            Column.Selected(
                $"volume_{name}_unrounded", row => row.Proposal.Volume?.Estimate.Value,
                new($"Volume {nl} onafgerond", $"Volume {en} unrounded")),
            Column.Selected(
                $"volume_{name}_lower", row => row.Proposal.Volume?.Estimate.Lower,
                new($"Volume {nl} van", $"Volume {en} from")).Noted(
                "De ondergrens van de onzekerheidsmarge.", "The lower limit of the interval."),
            Column.Selected(
                $"volume_{name}_upper", row => row.Proposal.Volume?.Estimate.Upper,
                new($"Volume {nl} tot", $"Volume {en} to")).Noted(
                "De bovengrens van de onzekerheidsmarge.", "The upper limit of the interval."),
        ];
    }

    private static Column[] Covered() =>
    [
        new("intensity", ColumnKind.Number, Intensity, new("Per week", "Per week")),
        Count("within_duration", coverage => coverage.Duration, new("Binnen duur", "Within duration")).Noted(
            "Het aantal trajecten dat binnen de voorgestelde duur valt. Trajecten die nog doorlopen, tellen mee naar "
                + "gewicht.",
            "How many trajectories end within the proposed duration. Those that still run count by weight."),
        Count("within_volume", coverage => coverage.Volume, new("Binnen volume", "Within volume")).Noted(
            "Het aantal trajecten dat binnen de duur niet meer gebruikt dan het voorgestelde volume.",
            "How many trajectories use at most the proposed volume within the duration."),
        Count("within_both", coverage => coverage.Both, new("Binnen beide", "Within both")),
        Count(
            "within_whole_volume", coverage => coverage.WholeVolume,
            new("Heel volume binnen", "Whole volume within")).Noted(
            "Het aantal trajecten waarvan ook het hele volume, over de hele duur, binnen het voorstel valt.",
            "How many trajectories stay within the proposed volume as a whole."),
    ];

    private static Column[] Current() =>
    [
        Column.Words(
            "current_duration", row => row.Line.Current?.Duration.Shown(), new("Huidige duur", "Current duration")),
        Column.Rounded("current_volume", row => row.Line.Current?.Volume, new("Huidig volume", "Current volume")),
        .. LineDifferences.Columns<Row>(
            row => (row.Line.Chosen.Duration?.Step, row.Line.Chosen.Volume?.Value), row => row.Line.Current),
    ];

    /// <summary>Trajectories inside a line, to tenths: those that still run count by what they stand for.</summary>
    private static Column Count(string name, Func<Coverage, double> count, Wording heading) => new(
        name, ColumnKind.Number,
        (row, language) => TableCell.Decimal(
            row.Line.Chosen.Coverage is { } coverage ? (decimal)count(coverage) : null, 1, language),
        heading);

    private static TableCell Intensity(Row row, Language language) =>
        DraftCells.Intensity(row.Line.Chosen.Intensity, row.Group.Product.IntensityUnit, language);

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

    private static Wording NormOf(ExistingLine norm, CareUnit unit)
    {
        var words = NormWords.Of(norm, unit);
        return new("norm van buiten: " + words.Dutch, "norm from outside: " + words.English);
    }

    private static Wording RestsOn(DraftLine line) => line.Basis switch
    {
        Basis.History => new("historie", "history"),
        Basis.Norm when line.Norm is { } norm => NormOf(norm, line.Group.Product.Unit),
        Basis.Insufficient => LineRemarks.NameOf(line.Lack ?? Lack.TooFew, line.Group.Scope.MissingNames),
        _ => throw new ArgumentOutOfRangeException(nameof(line), line.Basis, "Unknown basis."),
    };

    private static Wording? SharedBy(DraftLine line) => line.SharedVolumes is not null
        ? new("volume", "volume")
        : line.SharesDuration ? new("duur", "duration") : null;

    internal sealed record Row(DraftLine Line, SafeLine? Shown)
    {
        internal Group Group => Line.Group;

        internal Proposal Proposal => Line.Chosen;
    }
}
