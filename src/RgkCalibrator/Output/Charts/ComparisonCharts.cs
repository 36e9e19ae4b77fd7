using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Charts;

/// <summary>The two percentiles side by side, over all lines.</summary>
public static class ComparisonCharts
{
    private const int AxisSteps = 8;

    /// <summary>Volumes, a panel for each unit. Null when no volume may be shown.</summary>
    public static DumbbellChart? Volume(IReadOnlyList<SafeLine> lines, ChartContext context)
    {
        var panels = lines.GroupBy(line => line.Product.Unit)
            .Where(group => group.Any(line => line.Chosen.Volume is not null))
            .Select(group => VolumePanel(group.Key, [.. group], context)).ToList();
        return panels.Count == 0 ? null : Chart("volume", VolumeTitle(lines, context.Language), panels, lines, context);
    }

    /// <summary>Durations in months; those of school products in weeks, a school year as 40. Null when no duration may be shown.</summary>
    public static DumbbellChart? Duration(IReadOnlyList<SafeLine> lines, ChartContext context)
    {
        var panels = lines.GroupBy(line => line.Product.AllowedDurations.All(step => step.Unit == DurationUnit.Month))
            .Where(group => group.Any(line => line.Chosen.Duration is not null))
            .OrderByDescending(group => group.Key)
            .Select(group => DurationPanel(group.Key, [.. group], context)).ToList();
        return panels.Count == 0 ? null : Chart("duur", DurationTitle(lines, context.Language), panels, lines, context);
    }

    /// <summary>The median over lines of the rise from the lower percentile to the higher, in whole per cents.</summary>
    private static Wording VolumeTitle(IReadOnlyList<SafeLine> lines, Language language)
    {
        var rises = lines.Select(Ascending).Where(pair => pair is { Low.Volume: > 0, High.Volume: not null })
            .Select(pair => (double)(pair.High.Volume!.Value / pair.Low.Volume!.Value) - 1).ToList();
        var (p, q) = (Name(Ascending(lines[0]).Low, language), Name(Ascending(lines[0]).High, language));
        if (Quantile.Of(new Sample(rises), Percentage.Of(50), QuantileType.Type2) is not { } median)
            return new Wording($"Volume per lijn bij {Name(lines[0].Chosen, language)}", $"Volume of each line at {Name(lines[0].Chosen, language)}");
        var rise = Numbers.Share(median, 0, language);
        return new Wording(
            $"Van {p} naar {q}: bij de helft van de lijnen stijgt het volume met {rise} of meer",
            $"From {p} to {q}: for half of the lines the volume rises by {rise} or more");
    }

    private static Wording DurationTitle(IReadOnlyList<SafeLine> lines, Language language)
    {
        var (p, q) = (Name(Ascending(lines[0]).Low, language), Name(Ascending(lines[0]).High, language));
        var both = lines.Where(line => line is { Compared.Duration: not null, Chosen.Duration: not null }).ToList();
        var changed = Numbers.Whole(both.Count(line => line.Compared.Duration != line.Chosen.Duration));
        var all = Numbers.Whole(both.Count);
        return new Wording(
            $"Van {p} naar {q}: de duur verandert bij {changed} van de {all} lijnen",
            $"From {p} to {q}: the duration changes for {changed} of {all} lines");
    }

    private static DumbbellChart Chart(
        string kind, Wording title, IReadOnlyList<DumbbellPanel> panels, IReadOnlyList<SafeLine> lines, ChartContext context)
    {
        Wording[] notes =
        [
            context.Window,
            context.Method,
            new($"Bron: {context.Source.Dutch}.", $"Source: {context.Source.English}."),
        ];
        return new DumbbellChart
        {
            Caption = new ChartCaption(
                $"vergelijking-{kind}", context.Language, title.In(context.Language), title.In(context.Language) + ".", [.. notes.Select(note => note.In(context.Language))]),
            ComparedName = Name(lines[0].Compared, context.Language),
            ChosenName = Name(lines[0].Chosen, context.Language),
            Panels = panels,
        };
    }

    /// <summary>Both proposals of a line, that at the lower percentile first: the proposal itself may be the lower one.</summary>
    private static (SafeProposal Low, SafeProposal High) Ascending(SafeLine line) =>
        line.Compared.Percentage.Halves < line.Chosen.Percentage.Halves ? (line.Compared, line.Chosen) : (line.Chosen, line.Compared);

    private static string Name(SafeProposal proposal, Language language) => proposal.Percentage.Name().In(language);

    private static DumbbellPanel VolumePanel(CareUnit unit, IReadOnlyList<SafeLine> lines, ChartContext context)
    {
        var rows = lines.Select(line => Row(
            line, Number(line.Compared.Volume), Number(line.Chosen.Volume), value => Numbers.Shown(value, 2, context.Language), context)).ToList();
        var counted = unit.Counted().In(context.Language);
        return new DumbbellPanel($"Volume in {counted}", counted, Axis.Nice(0, Largest(rows), AxisSteps, context.Language), rows);
    }

    private static DumbbellPanel DurationPanel(bool isMonths, IReadOnlyList<SafeLine> lines, ChartContext context)
    {
        var unit = isMonths ? new Wording("maanden", "months") : new Wording("weken", "weeks");
        var schoolYear = isMonths ? Wording.Same(string.Empty) : new Wording(" (een schooljaar als 40)", " (a school year as 40)");
        var rows = lines.Select(line => Row(
            line, Length(line.Compared.Duration), Length(line.Chosen.Duration), value => Numbers.Shown(value, 0, context.Language), context)).ToList();
        double[] usual = isMonths ? [0, 3, 6, 9, 12, 18, 24] : [0, 12, 26, 40];
        var ticks = usual.Where(tick => tick < Largest(rows)).Append(usual.FirstOrDefault(tick => tick >= Largest(rows), Largest(rows))).ToList();
        var title = new Wording($"Duur in {unit.Dutch}{schoolYear.Dutch}", $"Duration in {unit.English}{schoolYear.English}").In(context.Language);
        return new DumbbellPanel(title, unit.In(context.Language), Axis.At(context.Language, ticks), rows);
    }

    private static DumbbellRow Row(SafeLine line, double? compared, double? chosen, Func<double, string> shown, ChartContext context)
    {
        var note = chosen is not null ? string.Empty : new Wording("te weinig om te tonen", "too few to show").In(context.Language);
        return new DumbbellRow(
            $"{LineCharts.NameOf(line, context.Language)} ({line.Product.Code})", compared, chosen, compared is { } p ? shown(p) : string.Empty, chosen is { } q ? shown(q) : string.Empty, note);
    }

    private static double Largest(IEnumerable<DumbbellRow> rows) => rows.SelectMany(row => new[] { row.Compared, row.Chosen }).Max() ?? 1;

    private static double? Number(decimal? value) => value is { } number ? (double)number : null;

    private static double? Length(DurationStep? step) => step is null ? null
        : step.Unit == DurationUnit.Month ? step.Length
        : (double)Proposing.WeeksOf(step);
}
