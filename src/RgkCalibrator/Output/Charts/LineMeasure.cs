using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Charts;

/// <summary>What a chart of one line measures: volumes or durations, with their axis and their words.</summary>
internal abstract class LineMeasure(LineWords words)
{
    public LineWords Words { get; } = words;

    /// <summary>The name of the measure in the ids of charts.</summary>
    public abstract string Id { get; }

    /// <summary>What has a value on the axis: trajectories or care years.</summary>
    public abstract Wording Counted { get; }

    public abstract Wording AxisTitle { get; }

    /// <summary>The proposal, as a value on the axis.</summary>
    public double Chosen => ValueOf(Words.Line.Chosen)!.Value;

    /// <summary>The line at the percentile that is shown for comparison; null where it is not shown.</summary>
    public double? Compared => ValueOf(Words.Line.Compared);

    protected ChartContext Context => Words.Context;

    /// <summary>The axis, for values up to the largest.</summary>
    public abstract Axis AxisTo(double largest);

    /// <summary>A value on the axis, in words.</summary>
    public abstract string Label(double value);

    /// <summary>A value on the axis, in words that fit in a sentence.</summary>
    public abstract string InSentence(double value);

    /// <summary>The range of a class, in words.</summary>
    public abstract Wording Range(SafeBin bin);

    /// <summary>
    /// The unit behind a limit of <see cref="Interval"/>, with a space before it; empty where the limits have one.
    /// </summary>
    public abstract string UnitBehind { get; }

    /// <summary>The limits of the interval of the proposal; null where one is not shown.</summary>
    public abstract (string Lower, string Upper)? Interval();

    /// <summary>The line now in force and both percentiles; one marker for those that are equal.</summary>
    public IEnumerable<ChartMarker> Markers()
    {
        var (compared, chosen) = (Words.Line.Compared, Words.Line.Chosen);
        var marks = new List<(double? Value, string Name, string Label, MarkerKind Kind)>
        {
            (CurrentValue, Context.Say(new("nu", "now")), CurrentLabel, MarkerKind.Framework),
        };
        foreach (var (proposal, kind) in new[] { (compared, MarkerKind.Compared), (chosen, MarkerKind.Chosen) }
            .OrderBy(one => one.Item1.Percentage.Halves))
        {
            var value = ValueOf(proposal);
            var label = value is { } shown ? Label(shown) : string.Empty;
            marks.Add((value, Context.Say(proposal.Percentage.Name()), label, kind));
        }

        return
            from mark in marks
            where mark.Value is not null
            group mark by (mark.Value!.Value, mark.Label) into same
            orderby same.Key.Value
            let names = Sentence([.. same.Select(mark => mark.Name)])
            // The proposal stands out, then what it is compared with.
            let kind = same.Select(mark => mark.Kind).OrderBy(Rank).First()
            select new ChartMarker(same.Key.Value, $"{names}: {same.Key.Label}", kind);
    }

    /// <summary>From the line now in force to the proposal; null where there is none, or no change.</summary>
    public ChartChange? Change() =>
        CurrentValue is { } current && current != Chosen && Difference() is { } difference
            ? new ChartChange(current, Chosen, difference)
            : null;

    /// <summary>The line now in force, as a value on the axis; null where there is none.</summary>
    protected abstract double? CurrentValue { get; }

    /// <summary>The same in words.</summary>
    protected abstract string CurrentLabel { get; }

    /// <summary>By how much the proposal differs from it, in words; null where they cannot be compared.</summary>
    protected abstract string? Difference();

    /// <summary>A proposal as a value on the axis; null where it is not shown.</summary>
    protected abstract double? ValueOf(SafeProposal proposal);

    /// <summary>A number with its sign in front, in words.</summary>
    protected static string Signed(decimal difference, string label) => (difference > 0 ? "+" : "−") + label;

    private static int Rank(MarkerKind kind) => kind switch
    {
        MarkerKind.Chosen => 0,
        MarkerKind.Framework => 1,
        _ => 2,
    };

    private string Sentence(IReadOnlyList<string> names)
    {
        var and = Context.Say(new(" en ", " and "));
        var all = names.Count == 1 ? names[0] : string.Join(", ", names.SkipLast(1)) + and + names[^1];
        return char.ToUpperInvariant(all[0]) + all[1..];
    }
}

/// <summary>The volumes of a line, in the unit of its product.</summary>
internal sealed class LineVolume(LineWords words) : LineMeasure(words)
{
    private const int AxisSteps = 10;

    public override string Id => "volume";

    public override Wording Counted => Words.Line.IsPerCareYear
        ? new Wording("zorgjaren", "care years")
        : LineWords.Trajectories;

    public override Wording AxisTitle => Words.Line.IsPerCareYear
        ? new Wording($"Volume per zorgjaar, in {Words.Unit}", $"Volume per care year, in {Words.Unit}")
        : new Wording(
            $"Volume binnen {Words.Duration}, in {Words.Unit}", $"Volume within {Words.Duration}, in {Words.Unit}");

    public override string UnitBehind => " " + Words.Unit;

    public override Axis AxisTo(double largest) => Axis.Nice(0, largest, AxisSteps, Context.Language);

    public override string Label(double value) => Words.Volume((decimal)value);

    public override string InSentence(double value) => Label(value);

    public override Wording Range(SafeBin bin)
    {
        var from = Context.Number((decimal)bin.From);
        if (bin.To is not { } to)
            return new Wording($"meer dan {from} {Words.Unit}", $"more than {from} {Words.Unit}");
        return new Wording($"meer dan {from} t/m {Label(to)}", $"more than {from} to {Label(to)}");
    }

    public override (string Lower, string Upper)? Interval() =>
        Words.Line is { Lower.Volume: { } lower, Upper.Volume: { } upper }
            ? (Context.Number(lower), Context.Number(upper))
            : null;

    protected override double? CurrentValue => (double?)Words.Line.Current?.Volume;

    // A volume belongs to a duration: within a longer one it is always higher.
    protected override string CurrentLabel => Words.Line.Current is not { } current ? string.Empty
        : HasSameDuration ? Words.Volume(current.Volume)
        : Words.Volume(current.Volume) + Context.Say(new(" in ", " in ")) + Context.Say(current.Duration.InSentence());

    private bool HasSameDuration => Words.Line.Current?.Duration == Words.Line.Chosen.Duration;

    protected override double? ValueOf(SafeProposal proposal) => (double?)proposal.Volume;

    protected override string? Difference()
    {
        if (!HasSameDuration)
            return null;
        var (current, proposed) = (Words.Line.Current!.Volume, Words.Line.Chosen.Volume!.Value);
        var difference = proposed - current;
        var share = Numbers.Share((double)Math.Abs(difference / current), 0, Context.Language);
        return $"{Signed(difference, Words.Volume(Math.Abs(difference)))} ({Signed(difference, share)})";
    }
}

/// <summary>
/// The durations of a line: calendar months where a product's durations are all in months; else one place on the axis
/// for each allowed duration.
/// </summary>
internal sealed class LineDuration(LineWords words) : LineMeasure(words)
{
    private readonly IReadOnlyList<DurationStep> _steps = words.Line.Product.AllowedDurations;

    public override string Id => "duur";

    public override Wording Counted => LineWords.Trajectories;

    public override Wording AxisTitle => CountsMonths
        ? new Wording("Duur in maanden, naar de toegestane duren", "Duration in months, by the allowed durations")
        : new Wording("Duur, naar de toegestane duren", "Duration, by the allowed durations");

    public override string UnitBehind => string.Empty;

    public bool CountsMonths => _steps.All(step => step.Unit == DurationUnit.Month);

    public override Axis AxisTo(double largest) => new([new AxisTick(0, "0"), .. _steps.Select(TickOf)]);

    public override string Label(double value) => Context.Say(StepAt(value)!.Shown());

    public override string InSentence(double value) => Context.Say(StepAt(value)!.InSentence());

    public override Wording Range(SafeBin bin)
    {
        var from = StepAt(bin.From)?.InSentence();
        if (bin.To is not { } to)
            return new Wording($"langer dan {from?.Dutch ?? "0"}", $"longer than {from?.English ?? "0"}");
        var end = StepAt(to)!.InSentence();
        return from is null
            ? new Wording($"tot en met {end.Dutch}", $"up to {end.English}")
            : new Wording($"meer dan {from.Dutch} t/m {end.Dutch}", $"more than {from.English} to {end.English}");
    }

    public override (string Lower, string Upper)? Interval() =>
        Words.Line is { Lower.Duration: { } lower, Upper.Duration: { } upper }
            ? (Context.Say(lower.InSentence()), Context.Say(upper.InSentence()))
            : null;

    protected override double? CurrentValue =>
        Words.Line.Current?.Duration is { } step && HasPlace(step) ? PlaceOf(step) : null;

    protected override string CurrentLabel => Context.Say(Words.Line.Current?.Duration.Shown() ?? Wording.Same(""));

    protected override double? ValueOf(SafeProposal proposal) =>
        proposal.Duration is { } step ? PlaceOf(step) : null;

    protected override string? Difference()
    {
        var (current, proposed) = (Words.Line.Current!.Duration, Words.Line.Chosen.Duration!);
        var difference = proposed.Length - current.Length;
        return proposed.Unit == current.Unit
            ? Signed(difference, Context.Say((proposed with { Length = Math.Abs(difference) }).Shown()))
            : null;
    }

    private bool HasPlace(DurationStep step) =>
        CountsMonths ? step.Unit == DurationUnit.Month : _steps.Contains(step);

    private AxisTick TickOf(DurationStep step) =>
        new(PlaceOf(step), CountsMonths ? Numbers.Whole(step.Length) : Context.Say(step.Shown()));

    private double PlaceOf(DurationStep step) => CountsMonths ? step.Length : _steps.ToList().IndexOf(step) + 1;

    /// <summary>The allowed duration at a place; null where none is.</summary>
    private DurationStep? StepAt(double place) => _steps.FirstOrDefault(step => PlaceOf(step) == place);
}
