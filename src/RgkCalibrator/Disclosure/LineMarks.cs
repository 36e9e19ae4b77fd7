using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Disclosure;

/// <summary>Something that a reader must know of a line beside its numbers.</summary>
/// <param name="Id">Names the mark in <see cref="SafeLine.Marks"/>.</param>
/// <param name="Text">The remark on the line.</param>
/// <param name="Holds">
/// Whether a line bears the mark, by its draft and by what is shown of it. It is asked only of lines that are shown: a
/// mark tells of the children of the line, and never of fewer than its numbers do.
/// </param>
internal sealed record Mark(string Id, Wording Text, Func<DraftLine, SafeLine, bool> Holds)
{
    /// <summary>
    /// The property of <c>kader-concept.json</c> that tells the mark; marks can share one. Null: programs are not told.
    /// </summary>
    internal string? JsonName { get; init; }

    /// <summary>Whether the property is true where the mark does <em>not</em> hold.</summary>
    internal bool IsOppositeInJson { get; init; }

    /// <summary>What the reading guide says of the mark; null where its text says enough.</summary>
    internal Func<FrameworkSettings, Wording>? Explanation { get; init; }

    /// <summary>The mark in whose paragraph this one is explained; null: in its own.</summary>
    internal string? ExplainedWith { get; init; }
}

/// <summary>
/// All marks, in the order of the remarks on a line. A new mark is an entry here, and nothing elsewhere.
/// </summary>
internal static class LineMarks
{
    /// <summary>The property of the advice on subgroups, which has three answers instead of two.</summary>
    internal const string AdviceName = "subgroupAdvice";

    // From here on one provider's way of working is the line.
    private const double LargestProvider = 0.5;

    // Half of so wide an interval is more than P75 and P80 mostly lie apart (an eighth): the data cannot tell the two.
    private const decimal WideFrom = 0.25m;

    private const decimal FarFrom = 5;

    // Above this share of running trajectories a high percentile leans on few, or is too low where it leaves them out.
    private const double ManyRunning = 0.25;

    internal static IReadOnlyList<Mark> All { get; } =
    [
        new("per-care-year", new("volume per zorgjaar", "volume per care year"), (_, line) => line.IsPerCareYear),
        new("shares-volume",
            new("volume gedeeld met andere lijnen", "volume shared with other lines"),
            (_, line) => line.SharesVolume),
        new("shares-duration",
            new("duur gedeeld met andere lijnen", "duration shared with other lines"),
            (_, line) => line.SharesDuration),
        new("indicative", new("indicatief", "indicative"), (_, line) => line.Tier == Tier.Indicative)
            { Explanation = OfTiers },
        new("provisional", new("voorlopig", "provisional"), (_, line) => line.Tier == Tier.Provisional),
        new("duration-unstable",
            new("duur niet stevig: de onzekerheidsmarge raakt een andere toegestane duur",
                "duration not firm: the interval reaches another allowed duration"),
            (_, line) => LeavesChosen(line.Lower?.Duration, line) || LeavesChosen(line.Upper?.Duration, line))
            { JsonName = "durationUnstable" },
        new("beyond-longest-duration",
            new("ook de langste toegestane duur is te kort", "even the longest allowed duration is too short"),
            (_, line) => line.IsBeyondLongest) { JsonName = "beyondLongestDuration" },
        new("many-running",
            new("meer dan een kwart van de trajecten loopt nog door", "more than a quarter still runs"),
            (_, line) => line.Estimator == Estimator.Corrected && (double?)AsShown(line.Running) > ManyRunning)
            { JsonName = "manyRunning" },
        new("many-running-left-out",
            new("meer dan een kwart van de trajecten loopt nog door en telt niet mee",
                "more than a quarter still runs and is left out"),
            (_, line) => line.Estimator == Estimator.Completed && (double?)AsShown(line.Running) > ManyRunning)
            { JsonName = "manyRunning" },
        new("drifts",
            new("verandert over de startjaren", "changes over the start years"),
            (draft, _) => draft.HasDrift == true) { JsonName = "drifts", Explanation = OfDrift },
        new("leans-on-one-provider",
            new("de helft of meer is van één aanbieder", "half or more is of one provider"),
            (draft, _) => draft.LargestProviderShare >= LargestProvider) { JsonName = "leansOnOneProvider" },
        new("advice-one-line",
            new("advies: één lijn voor het product volstaat", "advice: one line for the product serves"),
            (_, line) => line.Advice == PartitionAdvice.OneLine)
            { JsonName = AdviceName, Explanation = OfAdvice, ExplainedWith = "drifts" },
        new("advice-judgement",
            new("advies: of een eigen lijn nodig is, is een oordeel",
                "advice: whether own lines are needed is a judgement"),
            (_, line) => line.Advice == PartitionAdvice.Judgement) { JsonName = AdviceName },
        new("wide-interval",
            new("volume niet scherp: ruime onzekerheidsmarge", "volume not sharp: wide interval"),
            (_, line) => line.Upper?.Volume - line.Lower?.Volume > WideFrom * line.Chosen.Volume)
            { JsonName = "wideInterval", Explanation = OfWideIntervals, ExplainedWith = "indicative" },
        new("few-within-both",
            new("binnen duur én volume samen vallen weinig trajecten",
                "few trajectories fall within both duration and volume"),
            (_, line) => line.WithinBoth is { IsBand: false }
                && AsShown(line.WithinBoth) < ShareIfIndependent(line.Chosen.Percentage))
            { JsonName = "fewWithinBoth", Explanation = OfFewTogether },
        new("far-from-current",
            new("meer dan vijf keer zo hoog of laag als de huidige lijn: is de eenheid goed gelezen?",
                "more than five times the current line, or less than a fifth of it: was the unit read right?"),
            (_, line) => line is { Current: { } current, Chosen: { Volume: { } volume, Duration: { } duration } }
                && (AreFar(volume, current.Volume) || AreFar(duration.InWeeks(), current.Duration.InWeeks()))),
        new("intensity-does-not-fit",
            new("per week geldt niet over de hele duur", "per week does not hold for the whole duration"),
            (_, line) => line.Intensity is { } intensity
                && !Fits(line.Product, line.Chosen.Volume!.Value, line.Chosen.Duration!, intensity))
            { JsonName = "intensityFits", IsOppositeInJson = true },
    ];

    /// <summary>
    /// Whether a mark, by its id, tells nothing of the figures that can be left out beside a proposal.
    /// </summary>
    internal static bool IsOfProposal(string id) => id is not ("wide-interval" or "duration-unstable")
        && !TellsOf(Figure.WithinBoth, id) && !TellsOf(Figure.Running, id);

    /// <summary>Whether a mark, by its id, tells of a share that can be left out.</summary>
    internal static bool TellsOf(Figure figure, string id) => figure switch
    {
        Figure.WithinBoth => id is "few-within-both",
        Figure.Running => id is "many-running" or "many-running-left-out",
        _ => false,
    };

    /// <summary>The marks of a line that is shown.</summary>
    internal static IEnumerable<Mark> On(DraftLine draft, SafeLine line) => All.Where(mark => mark.Holds(draft, line));

    /// <summary>The paragraphs of the reading guide on marks.</summary>
    internal static IEnumerable<Wording> Explanations(FrameworkSettings settings) => All
        .Where(mark => mark.Explanation is not null)
        .GroupBy(mark => mark.ExplainedWith ?? mark.Id, mark => mark.Explanation!(settings))
        .Select(paragraph => new Wording(
            string.Join(' ', paragraph.Select(sentence => sentence.Dutch)),
            string.Join(' ', paragraph.Select(sentence => sentence.English))));

    /// <summary>
    /// Whether the intensity of the published line goes with its volume and duration; true where none is published.
    /// This is no mark: it is also told of a line that is withheld, since it tells nothing of the data.
    /// </summary>
    internal static bool CurrentFits(SafeLine line) => line.Current is not { Intensity: { } intensity } current
        || Fits(
            line.Product, current.Volume, VolumePeriod.Of(current.Duration, line.IsPerCareYear), intensity);

    /// <summary>
    /// Whether two percentiles lie so near that a wide interval hides their difference, as P75 and P80 do: the share
    /// beyond gets smaller by a fifth at most. In a tail that falls off evenly that is the same stretch at every
    /// height.
    /// </summary>
    internal static bool AreNear(Percentage one, Percentage other)
    {
        var (lower, higher) = (Math.Min(one.Halves, other.Halves), Math.Max(one.Halves, other.Halves));
        return 5 * (Percentage.HalvesInWhole - higher) >= 4 * (Percentage.HalvesInWhole - lower);
    }

    private static bool LeavesChosen(DurationStep? limit, SafeLine line) =>
        limit is not null && limit != line.Chosen.Duration;

    /// <summary>
    /// Whether one is more than five times the other. Minutes read as hours are sixty times as much, a dagdeel read as
    /// an hour is a quarter; years do not do that.
    /// </summary>
    internal static bool AreFar(decimal one, decimal other) => one > FarFrom * other || other > FarFrom * one;

    /// <summary>The share within two independent limits that each hold the percentile: 64% for P80.</summary>
    private static decimal ShareIfIndependent(Percentage percentage) =>
        (decimal)(percentage.Halves * percentage.Halves) / (Percentage.HalvesInWhole * Percentage.HalvesInWhole);

    // In whole percents: a reader who sees 64% must find it marked as 64%.
    private static decimal? AsShown(SafeShare? share) =>
        share is null ? null : decimal.Round((decimal)share.Value, 2, MidpointRounding.AwayFromZero);

    /// <summary>
    /// Whether an intensity over a whole duration gives the volume. Volumes are rounded up, which adds less than a
    /// step.
    /// </summary>
    private static bool Fits(Product product, decimal volume, DurationStep duration, decimal intensity)
    {
        var ticksPerUnit = product.IntensityUnit == IntensityUnit.MinuutPerWeek ? Ticks.PerMinute : Ticks.PerUnit;
        var ticks = intensity * duration.InWeeks() * ticksPerUnit;
        return decimal.Abs((ticks / product.TicksPerUnit) - volume) < VolumeRounding.StepAt(volume, product.VolumeStep);
    }

    private static Wording OfTiers(FrameworkSettings settings)
    {
        var tiers = settings.Tiers;
        var (provisional, full) = (Numbers.Whole(tiers.ProvisionalFrom), Numbers.Whole(tiers.FullFrom));
        return new($"Indicatief: minder dan {provisional} afgeronde trajecten; voorlopig: minder dan {full}.",
            $"Indicative: fewer than {provisional} complete trajectories; provisional: fewer than {full}.");
    }

    private static Wording OfDrift(FrameworkSettings settings) => new(
        "Verandert over de startjaren: de toetsen vinden een trend of verschil tussen jaren; van twintig lijnen "
            + "zonder verloop treft dat er één.",
        "Changes over the start years: the tests find a trend or a difference between years; of twenty lines that do "
            + "not drift one is marked.");

    private static Wording OfAdvice(FrameworkSettings settings) => new(
        "Advies: of de lijnen van de subgroepen van een product samen konden (zie de handleiding).",
        "Advice: whether the lines of a product's subgroups could be one (see the manual).");

    /// <summary>
    /// What a wide interval hides; of percentiles that lie further apart it is not the difference between the two that
    /// are shown.
    /// </summary>
    private static Wording OfWideIntervals(FrameworkSettings settings)
    {
        var (p, other) = (settings.Percentage.Name(), settings.Compared.Name());
        Wording blurred = AreNear(settings.Percentage, settings.Compared)
            ? new($"dan is {other.Dutch} moeilijk van {p.Dutch} te onderscheiden",
                $"{other.English} can then hardly be told from {p.English}")
            : new($"dan zijn percentielen vlak bij {p.Dutch} er moeilijk van te onderscheiden",
                $"percentiles near {p.English} can then hardly be told from it");
        return new(
            $"Ruime onzekerheidsmarge: breder dan {Numbers.Share((double)WideFrom, 0, Language.Dutch)} van het volume; "
                + $"{blurred.Dutch}.",
            $"Wide interval: wider than {Numbers.Share((double)WideFrom, 0, Language.English)} of the volume; "
                + $"{blurred.English}.");
    }

    private static Wording OfFewTogether(FrameworkSettings settings)
    {
        var (p, share) = (settings.Percentage.Name(), (double)ShareIfIndependent(settings.Percentage));
        var (dutch, english) = (Numbers.Share(share, 1, Language.Dutch), Numbers.Share(share, 1, Language.English));
        return new(
            $"Weinig trajecten binnen duur én volume samen: minder dan {dutch}. Zoveel zou ook binnen twee keer "
                + $"{p.Dutch} vallen als duur en volume niets met elkaar te maken hadden.",
            $"Few trajectories within both duration and volume: less than {english}. So many would also fall within "
                + $"{p.English} twice if duration and volume had nothing to do with each other.");
    }
}
