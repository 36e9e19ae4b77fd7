using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Charts;

/// <summary>
/// Two values of every line side by side: those at the two percentiles, or the framework now in force and the proposal.
/// What changes most stands on top; what does not change is counted in a sentence. Null when nothing changes.
/// </summary>
public static class ComparisonCharts
{
    private const int AxisSteps = 8;

    private static readonly Measured Volumes = new(
        new("verandert het volume niet", "the volume stays"), ComparisonTitle.OfVolumes);

    private static readonly Measured Durations = new(
        new("verandert de duur niet", "the duration stays"), (rows, _) => ComparisonTitle.OfDurations(rows));

    /// <summary>Volumes at both percentiles, a panel for each unit.</summary>
    public static DumbbellChart? Volume(IReadOnlyList<SafeLine> lines, ChartContext context) =>
        OfVolumes(
            "vergelijking-volume", lines, line => (line.Compared.Volume, line.Chosen.Volume),
            Percentiles(lines, context), context);

    /// <summary>Durations at both percentiles; those of school products in weeks, a school year as 40.</summary>
    public static DumbbellChart? Duration(IReadOnlyList<SafeLine> lines, ChartContext context) =>
        OfDurations(
            "vergelijking-duur", lines, line => (line.Compared.Duration, line.Chosen.Duration),
            Percentiles(lines, context), context);

    /// <summary>
    /// Volumes of the framework now in force beside the proposal, of lines with equal durations: within a longer
    /// duration a volume is always higher.
    /// </summary>
    public static DumbbellChart? CurrentVolume(IReadOnlyList<SafeLine> lines, ChartContext context) => OfVolumes(
        "kader-volume", lines,
        line => (line.Current?.Duration == line.Chosen.Duration ? line.Current?.Volume : null, line.Chosen.Volume),
        Current(lines, context), context);

    /// <summary>Durations of the framework now in force beside the proposal.</summary>
    public static DumbbellChart? CurrentDuration(IReadOnlyList<SafeLine> lines, ChartContext context) =>
        OfDurations(
            "kader-duur", lines, line => (line.Current?.Duration, line.Chosen.Duration), Current(lines, context),
            context);

    /// <summary>Volumes of a scenario, within the duration of the base, beside those of the base.</summary>
    /// <param name="lines">The lines of the comparison.</param>
    /// <param name="scenario">The place of the scenario among those of each line.</param>
    /// <param name="names">What the base and the scenario are called.</param>
    /// <param name="context">What all charts say.</param>
    public static DumbbellChart? ScenarioVolume(
        IReadOnlyList<SafeComparedLine> lines, int scenario, (string Base, string Scenario) names,
        ChartContext context)
    {
        var byBase = lines.ToDictionary(line => line.Base.Line, line => line.Scenarios[scenario]);
        return OfVolumes(
            "scenario-volume", [.. byBase.Keys], line => (line.Chosen.Volume, byBase[line]?.AtBase), names, context);
    }

    /// <summary>Durations of a scenario beside those of the base.</summary>
    /// <inheritdoc cref="ScenarioVolume" path="/param"/>
    public static DumbbellChart? ScenarioDuration(
        IReadOnlyList<SafeComparedLine> lines, int scenario, (string Base, string Scenario) names,
        ChartContext context)
    {
        var byBase = lines.ToDictionary(line => line.Base.Line, line => line.Scenarios[scenario]);
        return OfDurations(
            "scenario-duur", [.. byBase.Keys], line => (line.Chosen.Duration, byBase[line]?.Line.Chosen.Duration),
            names, context);
    }

    private static (string Compared, string Chosen) Percentiles(IReadOnlyList<SafeLine> lines, ChartContext context) =>
        (context.Say(lines[0].Compared.Percentage.Name()), context.Say(lines[0].Chosen.Percentage.Name()));

    private static (string Compared, string Chosen) Current(IReadOnlyList<SafeLine> lines, ChartContext context)
    {
        var percentile = context.Say(lines[0].Chosen.Percentage.Name());
        return (
            context.Say(new("huidig kader", "current framework")),
            context.Say(new($"voorstel ({percentile})", $"proposal ({percentile})")));
    }

    private static DumbbellChart? OfVolumes(
        string id, IReadOnlyList<SafeLine> lines, Func<SafeLine, (decimal? Compared, decimal? Chosen)> valuesOf,
        (string Compared, string Chosen) names, ChartContext context)
    {
        var pairs = lines.Select(line => (Line: line, Values: valuesOf(line))).Select(one => new Pair<CareUnit>(
            one.Line, one.Line.Product.Unit, (double?)one.Values.Compared, (double?)one.Values.Chosen)).ToList();
        var panels = Panels(pairs, Panel).ToList();
        return Chart(id, Volumes, panels, Counts(pairs), (lines is [var first, ..] ? first : null, names), context);

        DumbbellPanel Panel(CareUnit unit, IReadOnlyList<Pair<CareUnit>> changed)
        {
            var counted = context.Say(unit.Counted());
            return new(
                $"Volume in {counted}", counted, largest => Axis.Nice(0, largest, AxisSteps, context.Language),
                [.. changed.Select(pair => Row(pair, 2, Share(pair, context), context))]);
        }
    }

    private static DumbbellChart? OfDurations(
        string id, IReadOnlyList<SafeLine> lines,
        Func<SafeLine, (DurationStep? Compared, DurationStep? Chosen)> valuesOf,
        (string Compared, string Chosen) names, ChartContext context)
    {
        var pairs = lines.Select(line => (Line: line, Values: valuesOf(line))).Select(one => new Pair<bool>(
            one.Line, CountsMonths(one.Line.Product), LengthOf(one.Values.Compared, one.Line.Product),
            LengthOf(one.Values.Chosen, one.Line.Product))).ToList();
        var panels = Panels(pairs, Panel).ToList();
        return Chart(id, Durations, panels, Counts(pairs), (lines is [var first, ..] ? first : null, names), context);

        DumbbellPanel Panel(bool isMonths, IReadOnlyList<Pair<bool>> changed)
        {
            var unit = context.Say(isMonths ? new("maanden", "months") : new("weken", "weeks"));
            var title = context.Say(isMonths
                ? new("Duur in maanden", "Duration in months")
                : new("Duur in weken (een schooljaar als 40)", "Duration in weeks (a school year as 40)"));
            return new(
                title, unit, largest => DurationAxis(isMonths, largest, context),
                [.. changed.Select(pair => Row(pair, 0, $"{Length(pair.Difference)} {unit}", context))]);
        }

        string Length(double difference) => Signed(difference, context.Number((decimal)Math.Abs(difference)));
    }

    private static Axis DurationAxis(bool isMonths, double largest, ChartContext context)
    {
        double[] usual = isMonths ? [0, 3, 6, 9, 12, 18, 24] : [0, 12, 26, 40];
        return Axis.At(context.Language, [.. usual.Where(tick => tick < largest), largest]);
    }

    /// <summary>A panel for each unit of which something changes, what changes most first.</summary>
    private static IEnumerable<DumbbellPanel> Panels<TUnit>(
        IReadOnlyList<Pair<TUnit>> pairs, Func<TUnit, IReadOnlyList<Pair<TUnit>>, DumbbellPanel> panel) =>
        pairs.Where(pair => pair.Changes).OrderByDescending(pair => Math.Abs(pair.Change)).GroupBy(pair => pair.Unit)
            .Select(unit => panel(unit.Key, [.. unit]));

    private static DumbbellRow Row<TUnit>(Pair<TUnit> pair, int decimals, string difference, ChartContext context)
    {
        return new(
            $"{new LineWords(pair.Line, context).Name} ({pair.Line.Product.Code})",
            Labelled(pair.Compared!.Value), Labelled(pair.Chosen!.Value), difference);

        LabelledValue Labelled(double value) => new(value, Numbers.Shown(value, decimals, context.Language));
    }

    private static string Share<TUnit>(Pair<TUnit> pair, ChartContext context) =>
        Signed(pair.Difference, Numbers.Share(Math.Abs(pair.Change), 0, context.Language));

    private static string Signed(double difference, string label) => (difference > 0 ? "+" : "−") + label;

    private static DumbbellChart? Chart(
        string id, Measured measured, List<DumbbellPanel> panels, (int Same, int Unknown) leftOut,
        (SafeLine? Line, (string Compared, string Chosen) Names) about, ChartContext context)
    {
        if (panels.Count == 0)
            return null;
        var (line, names) = about;
        var title = Title([.. panels.SelectMany(panel => panel.Rows)]);
        string[] notes = [context.Say(context.Window), context.Say(context.Method)];
        string[] below =
        [
            LeftOut(measured.Stays, leftOut, context),
            Sentence(context.Say(context.Period), context.Say(LineWords.Running(line!.Estimator))), context.SourceNote,
        ];
        return new DumbbellChart
        {
            Caption = new ChartCaption(id, context.Language, title, title + ".", notes)
            {
                Footer = string.Join(' ', below.Where(sentence => sentence.Length > 0)),
            },
            ComparedName = names.Compared,
            ChosenName = names.Chosen,
            Panels = panels,
            TitleOf = Title,
        };

        string Title(IReadOnlyList<DumbbellRow> rows)
        {
            var sentence = measured.TitleOf(rows, context.Language);
            return context.Say(new(
                $"Van {names.Compared} naar {names.Chosen}: {sentence.Dutch}",
                $"From {names.Compared} to {names.Chosen}: {sentence.English}"));
        }
    }

    private static string Sentence(params IEnumerable<string> parts)
    {
        var all = string.Join(", ", parts.Where(part => part.Length > 0));
        return $"{char.ToUpperInvariant(all[0])}{all[1..]}.";
    }

    private static (int Same, int Unknown) Counts<TUnit>(IReadOnlyList<Pair<TUnit>> pairs) =>
        (pairs.Count(pair => pair is { IsKnown: true, Changes: false }), pairs.Count(pair => !pair.IsKnown));

    private static string LeftOut(Wording stays, (int Same, int Unknown) counts, ChartContext context)
    {
        var (same, unknown) = counts;
        var isUnknown = new Wording(
            $"{Lines(unknown, Language.Dutch)} {(unknown == 1 ? "kan" : "kunnen")} niet worden vergeleken",
            $"{Lines(unknown, Language.English)} cannot be compared");
        var isSame = new Wording(
            $"Bij {Lines(same, Language.Dutch)} {stays.Dutch}", $"For {Lines(same, Language.English)} {stays.English}");
        return context.Say((same, unknown) switch
        {
            (0, 0) => Wording.Same(string.Empty),
            (0, _) => new(isUnknown.Dutch + ".", isUnknown.English + "."),
            (_, 0) => new(isSame.Dutch + ".", isSame.English + "."),
            _ => new($"{isSame.Dutch}; {isUnknown.Dutch}.", $"{isSame.English}; {isUnknown.English}."),
        });
    }

    private static string Lines(int count, Language language) =>
        Numbers.Whole(count) + " " + (count == 1 ? new Wording("lijn", "line") : new("lijnen", "lines")).In(language);

    private static bool CountsMonths(Product product) =>
        product.AllowedDurations.All(step => step.Unit == DurationUnit.Month);

    // Months are not converted to weeks, nor weeks to months.
    private static double? LengthOf(DurationStep? step, Product product) => step switch
    {
        null => null,
        { Unit: DurationUnit.Month } => CountsMonths(product) ? step.Length : null,
        _ => CountsMonths(product) ? null : (double)step.InWeeks(),
    };

    /// <summary>What is compared.</summary>
    /// <param name="Stays">What the lines do that are left out because nothing changes.</param>
    /// <param name="TitleOf">What a page shows.</param>
    private sealed record Measured(Wording Stays, Func<IReadOnlyList<DumbbellRow>, Language, Wording> TitleOf);

    /// <summary>The two values of a line; null what is not shown or not there.</summary>
    private sealed record Pair<TUnit>(SafeLine Line, TUnit Unit, double? Compared, double? Chosen)
    {
        internal bool IsKnown => Compared is > 0 && Chosen is not null;

        internal bool Changes => IsKnown && Difference != 0;

        internal double Difference => Chosen!.Value - Compared!.Value;

        /// <summary>The difference as a part of the value that is compared with.</summary>
        internal double Change => Difference / Compared!.Value;
    }
}
