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
            .Select(group => VolumePanel(group.Key, group, context)).ToList();
        return panels.Count == 0 ? null : Chart("volume", VolumeTitle(lines, context), panels, lines[0], context);
    }

    /// <summary>
    /// Durations in months; those of school products in weeks, a school year as 40. Null when no duration may be shown.
    /// </summary>
    public static DumbbellChart? Duration(IReadOnlyList<SafeLine> lines, ChartContext context)
    {
        var panels = lines.GroupBy(line => line.Product.AllowedDurations.All(step => step.Unit == DurationUnit.Month))
            .Where(group => group.Any(line => line.Chosen.Duration is not null))
            .OrderByDescending(group => group.Key)
            .Select(group => DurationPanel(group.Key, group, context)).ToList();
        return panels.Count == 0 ? null : Chart("duur", DurationTitle(lines, context), panels, lines[0], context);
    }

    /// <summary>
    /// The median over lines of the rise from the lower percentile to the higher, in whole per cents.
    /// </summary>
    private static string VolumeTitle(IReadOnlyList<SafeLine> lines, ChartContext context)
    {
        var rises = lines.Select(Ascending).Where(pair => pair is { Low.Volume: > 0, High.Volume: not null })
            .Select(pair => (double)(pair.High.Volume!.Value / pair.Low.Volume!.Value) - 1).ToList();
        var median = Quantile.Of(new Sample(rises), Percentage.Of(50), QuantileType.Type2);
        var (chosen, rise) = (Name(lines[0].Chosen, context), Numbers.Share(median ?? 0, 0, context.Language));
        return median is null
            ? context.Say(new($"Volume per lijn bij {chosen}", $"Volume of each line at {chosen}"))
            : FromTo(lines, context) + context.Say(new(
                $"bij de helft van de lijnen stijgt het volume met {rise} of meer",
                $"for half of the lines the volume rises by {rise} or more"));
    }

    private static string DurationTitle(IReadOnlyList<SafeLine> lines, ChartContext context)
    {
        var both = lines.Where(line => line is { Compared.Duration: not null, Chosen.Duration: not null }).ToList();
        var changed = Numbers.Whole(both.Count(line => line.Compared.Duration != line.Chosen.Duration));
        var all = Numbers.Whole(both.Count);
        return FromTo(lines, context) + context.Say(new(
            $"de duur verandert bij {changed} van de {all} lijnen",
            $"the duration changes for {changed} of {all} lines"));
    }

    private static string FromTo(IReadOnlyList<SafeLine> lines, ChartContext context)
    {
        var (low, high) = Ascending(lines[0]);
        var (p, q) = (Name(low, context), Name(high, context));
        return context.Say(new($"Van {p} naar {q}: ", $"From {p} to {q}: "));
    }

    private static DumbbellChart Chart(
        string kind, string title, IReadOnlyList<DumbbellPanel> panels, SafeLine line, ChartContext context)
    {
        string[] notes = [context.Say(context.Window), context.Say(context.Method), context.SourceNote];
        return new DumbbellChart
        {
            Caption = new ChartCaption($"vergelijking-{kind}", context.Language, title, title + ".", notes),
            ComparedName = Name(line.Compared, context),
            ChosenName = Name(line.Chosen, context),
            Panels = panels,
        };
    }

    /// <summary>
    /// Both proposals of a line, that at the lower percentile first: the proposal itself may be the lower one.
    /// </summary>
    private static (SafeProposal Low, SafeProposal High) Ascending(SafeLine line) =>
        line.Compared.Percentage.Halves < line.Chosen.Percentage.Halves
            ? (line.Compared, line.Chosen)
            : (line.Chosen, line.Compared);

    private static string Name(SafeProposal proposal, ChartContext context) =>
        context.Say(proposal.Percentage.Name());

    private static DumbbellPanel VolumePanel(CareUnit unit, IEnumerable<SafeLine> lines, ChartContext context)
    {
        var rows = Rows(lines, proposal => (double?)proposal.Volume, decimals: 2, context);
        var counted = context.Say(unit.Counted());
        var axis = Axis.Nice(0, Largest(rows), AxisSteps, context.Language);
        return new DumbbellPanel($"Volume in {counted}", counted, axis, rows);
    }

    private static DumbbellPanel DurationPanel(bool isMonths, IEnumerable<SafeLine> lines, ChartContext context)
    {
        var unit = context.Say(isMonths ? new("maanden", "months") : new("weken", "weeks"));
        var title = context.Say(isMonths
            ? new("Duur in maanden", "Duration in months")
            : new("Duur in weken (een schooljaar als 40)", "Duration in weeks (a school year as 40)"));
        var rows = Rows(lines, proposal => Length(proposal.Duration), decimals: 0, context);
        var largest = Largest(rows);
        double[] usual = isMonths ? [0, 3, 6, 9, 12, 18, 24] : [0, 12, 26, 40];
        var last = usual.FirstOrDefault(tick => tick >= largest, largest);
        var axis = Axis.At(context.Language, [.. usual.Where(tick => tick < largest), last]);
        return new DumbbellPanel(title, unit, axis, rows);
    }

    private static List<DumbbellRow> Rows(
        IEnumerable<SafeLine> lines, Func<SafeProposal, double?> valueOf, int decimals, ChartContext context)
    {
        return [.. lines.Select(Row)];

        DumbbellRow Row(SafeLine line)
        {
            var (compared, chosen) = (valueOf(line.Compared), valueOf(line.Chosen));
            var name = $"{new LineWords(line, context).Name} ({line.Product.Code})";
            var note = chosen is null ? new("te weinig om te tonen", "too few to show") : Wording.Same(string.Empty);
            return new(name, compared, chosen, Shown(compared), Shown(chosen), context.Say(note));
        }

        string Shown(double? value) =>
            value is { } number ? Numbers.Shown(number, decimals, context.Language) : string.Empty;
    }

    private static double Largest(IEnumerable<DumbbellRow> rows) =>
        rows.SelectMany(row => new[] { row.Compared, row.Chosen }).Max() ?? 1;

    private static double? Length(DurationStep? step) => step switch
    {
        null => null,
        { Unit: DurationUnit.Month } => step.Length,
        _ => (double)step.InWeeks(),
    };
}
