using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Tables;

/// <summary>The lines of the draft unsuppressed, one a row.</summary>
internal static class LineTable
{
    /// <summary>The table.</summary>
    /// <param name="lines">What the data propose.</param>
    /// <param name="outside">What may be shown of each.</param>
    /// <param name="settings">The choices behind them.</param>
    /// <param name="language">The language of the texts.</param>
    internal static Table Of(
        IReadOnlyList<DraftLine> lines, IReadOnlyList<SafeLine> outside, FrameworkSettings settings, Language language)
    {
        List<Column> columns =
        [
            .. Naming(language), .. Proposed(settings.Compared, line => line.Compared, language), .. Proposed(settings.Percentage, line => line.Chosen, language),
            .. Covered(language), .. Current(language), Outside(language),
        ];
        var rows = lines.Zip(outside, (line, shown) => (IReadOnlyList<TableCell>)[.. columns.Select(column => column.Cell(line, shown))]);
        var headings = columns.Select(column => new TableColumn(column.Heading.In(language), column.Heading.English, column.IsNumber));
        return new Table(new Wording("Lijnen, onafgeschermd", "Lines, unsuppressed").In(language), [.. headings], [.. rows]);
    }

    private static IEnumerable<Column> Naming(Language language) =>
    [
        Text(new("Code", "Code"), line => line.Group.Product.Code),
        Text(new("Product", "Product"), line => line.Group.Product.Name),
        Text(new("Subgroep", "Subgroup"), line => line.Group.Scope.Name.In(language)),
        Text(new("Kader", "Framework"), line => line.Group.Product.Framework == FrameworkKind.Rgk ? "rgk" : "norm"),
        Number(new("Trajecten in cohort", "Trajectories in cohort"), line => TableCell.Whole(line.Group.Cohort, language)),
        Number(new("Afgerond", "Complete"), line => TableCell.Whole(line.Group.Count, language)),
        Number(new("Kinderen", "Children"), line => TableCell.Whole(line.Group.Children, language)),
        Text(new("Zeggingskracht", "Tier"), line => NameOf(line.Tier).In(language)),
        Text(new("Rust op", "Rests on"), line => RestsOn(line).In(language)),
        Text(new("Gedeeld", "Shared"), line => SharedBy(line).In(language)),
        Number(new("Zorgjaren", "Care years"), line => line.Group.Scope.CareYears is { } years ? TableCell.Whole(years.Cohort, language) : TableCell.Empty),
        Number(new("Product: buiten de subgroepen", "Product: in no subgroup"), line => TableCell.Whole(line.Group.Scope.Unplaced, language)),
        Number(new("Product: eerder begonnen", "Product: begun before"), line => TableCell.Whole(line.Group.Scope.StartedBefore, language)),
        Text(new("Eenheid", "Unit"), line => line.Group.Product.Unit.Name()),
    ];

    private static IEnumerable<Column> Proposed(Percentage percentage, Func<DraftLine, Proposal> proposal, Language language)
    {
        var p = percentage.Name().In(language);
        return
        [
            Text(new("Duur " + p, "Duration " + p), line => Shown(proposal(line).Duration?.Step, language)),
            Text(new($"Duur {p} gehaald", $"Duration {p} reached"), line => Shown(proposal(line).Duration?.IsReached, language)),
            Text(new($"Duur {p} stevig", $"Duration {p} firm"), line => Shown(!proposal(line).Duration?.IsUnstable, language)),
            Number(new("Volume " + p, "Volume " + p), line => Volume(proposal(line).Volume?.Value, language)),
            Number(new($"Volume {p} onafgerond", $"Volume {p} unrounded"), line => TableCell.Exact(proposal(line).Volume?.Estimate.Value)),
            Number(new($"Volume {p} van", $"Volume {p} from"), line => TableCell.Exact(proposal(line).Volume?.Estimate.Lower)),
            Number(new($"Volume {p} tot", $"Volume {p} to"), line => TableCell.Exact(proposal(line).Volume?.Estimate.Upper)),
        ];
    }

    private static IEnumerable<Column> Covered(Language language) =>
    [
        Number(new("Per week", "Per week"), line => line is { Chosen.Intensity: { } intensity, Group.Product.IntensityUnit: { } unit } ? DraftTable.Intensity(intensity, unit, language) : TableCell.Empty),
        Number(new("Binnen duur", "Within duration"), line => Part(line, coverage => coverage.Duration, language)),
        Number(new("Binnen volume", "Within volume"), line => Part(line, coverage => coverage.Volume, language)),
        Number(new("Binnen beide", "Within both"), line => Part(line, coverage => coverage.Both, language)),
        Number(new("Heel volume binnen", "Whole volume within"), line => Part(line, coverage => coverage.WholeVolume, language)),
    ];

    private static IEnumerable<Column> Current(Language language) =>
    [
        Text(new("Huidige duur", "Current duration"), line => Shown(line.Current?.Duration, language)),
        Number(new("Huidig volume", "Current volume"), line => Volume(line.Current?.Volume, language)),
        Number(new("Verschil volume", "Difference volume"), line => TableCell.Difference(line.Chosen.Volume?.Value - line.Current?.Volume, 2, language)),
    ];

    private static Column Outside(Language language) => new(
        new("Naar buiten", "Outside"), false, (_, shown) => TableCell.Text(NameOf(shown.Withheld).In(language)));

    private static TableCell Part(DraftLine line, Func<Coverage, double> count, Language language) =>
        line.Chosen.Coverage is { } coverage ? TableCell.Decimal((decimal)count(coverage), 1, language) : TableCell.Empty;

    private static TableCell Volume(decimal? volume, Language language) =>
        volume is { } value ? TableCell.Decimal(value, 2, language) : TableCell.Empty;

    private static string Shown(DurationStep? step, Language language) => step?.Shown().In(language) ?? string.Empty;

    private static string Shown(bool? isTrue, Language language) => isTrue switch
    {
        null => string.Empty,
        true => new Wording("ja", "yes").In(language),
        false => new Wording("nee", "no").In(language),
    };

    private static Wording NameOf(Withheld? withheld) => withheld switch
    {
        null => new("getoond", "shown"),
        Withheld.TooFewChildren => new("te weinig kinderen", "too few children"),
        Withheld.NearlyAllEqual => new("bijna alle gelijk", "nearly all equal"),
        Withheld.SmallRemainder => new("te weinig kinderen erbuiten", "too few children outside it"),
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

    private static Wording SharedBy(DraftLine line) => line.SharedVolumes is not null
        ? new("volume", "volume")
        : line.SharesDuration ? new("duur", "duration") : Wording.Same(string.Empty);

    private static Column Text(Wording heading, Func<DraftLine, string> text) => new(heading, false, (line, _) => TableCell.Text(text(line)));

    private static Column Number(Wording heading, Func<DraftLine, TableCell> cell) => new(heading, true, (line, _) => cell(line));

    private sealed record Column(Wording Heading, bool IsNumber, Func<DraftLine, SafeLine, TableCell> Cell);
}
