using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Statistics.Survival;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Stories;

/// <summary>A part of a story: sentences under a heading, and perhaps a table; restricted.</summary>
public sealed record StoryPart(Wording Heading, IReadOnlyList<Wording> Sentences, Table? Table = null);

/// <summary>How one line of a draft came about, step by step; restricted.</summary>
/// <param name="line">The line.</param>
/// <param name="safe">What may be shown of it.</param>
/// <param name="settings">How estimates became lines.</param>
/// <param name="language">Of tables.</param>
internal sealed class LineStory(DraftLine line, SafeLine safe, FrameworkSettings settings, Language language)
{
    private const int ValuesAround = 3;

    /// <summary>All parts, in the order in which a line is made.</summary>
    internal IReadOnlyList<StoryPart> Parts() =>
    [
        Trajectories(),
        .. line.Lack is null ? [Duration(), Volume(), Coverage()] : Array.Empty<StoryPart>(),
        Outside(),
    ];

    private static Wording P(FrameworkSettings settings) => settings.Percentage.Name();

    private StoryPart Trajectories()
    {
        var group = line.Group;
        var sentences = new List<Wording>
        {
            Say(all => $"Bij deze lijn horen {all[0]} trajecten van het cohort, van {all[1]} kinderen. "
                    + $"Daarvan zijn er {all[2]} afgerond en lopen er {all[3]} nog.",
                all => $"The line is of {all[0]} trajectories of the cohort, of {all[1]} children. Of "
                    + $"these, {all[2]} are complete and {all[3]} still run.",
                group.Cohort, group.CohortChildren, group.Count, group.Cohort - group.Count),
        };
        if (line.Lack is { } lack)
        {
            var why = LineRemarks.NameOf(lack, group.Scope.MissingNames);
            sentences.Add(new($"Er is geen voorstel: {why.Dutch}.", $"There is no proposal: {why.English}."));
        }

        return new(new("Trajecten", "Trajectories"), sentences);
    }

    private StoryPart Duration()
    {
        var (chosen, steps) = (line.Chosen.Duration!, line.Group.Product.AllowedDurations);
        var within = new GroupEstimates(line.Group, line.Estimator, settings).Within;
        var table = Table.From(
            new("Binnen elke toegestane duur", "Within each allowed duration"),
            [
                Column<(DurationStep Step, EstimatedShare Share)>.Words(
                    "duration", row => row.Step.Shown(), new("Duur", "Duration")),
                Share("share", row => row.Share.Share, new("Binnen", "Within")),
                Share("lower", row => row.Share.Lower, new("Ondergrens", "Lower")),
                Share("upper", row => row.Share.Upper, new("Bovengrens", "Upper")),
            ],
            steps.Zip(within), language);
        var (p, step) = (settings.Percentage.ToString().TrimStart('P'), chosen.Step.InSentence());
        return new(
            new("Duur", "Duration"),
            [
                chosen.IsReached
                    ? new($"De kleinste toegestane duur waarbinnen ten minste {p}% eindigt, is {step.Dutch}.",
                        $"The smallest allowed duration within which at least {p}% end is {step.English}.")
                    : new($"Binnen geen toegestane duur eindigt {p}%; de langste is {step.Dutch}.",
                        $"Within no allowed duration {p}% end; the longest is {step.English}."),
                .. line.SharesDuration
                    ? [new Wording(
                        "Deze lijn deelt de duur met andere lijnen van het product; de tabel gaat over deze lijn "
                            + "alleen.",
                        "This line shares the duration with other lines of the product; the table is of this line "
                            + "alone.")]
                    : Array.Empty<Wording>(),
            ],
            table);

        static Column<(DurationStep Step, EstimatedShare Share)> Share(
            string name, Func<(DurationStep Step, EstimatedShare Share), double> share, Wording heading) =>
            new(name, ColumnKind.Number, (row, shownIn) => TableCell.Share(share(row), shownIn), heading);
    }

    private StoryPart Volume()
    {
        var (product, volumes) = (line.Group.Product, line.SharedVolumes ?? line.Volumes!);
        var (proposed, unit) = (line.Chosen.Volume!, product.Unit.Counted());
        var p = P(settings);
        var estimate = proposed.Estimate;
        return new(
            new("Volume", "Volume"),
            [
                .. line.SharedVolumes is not null
                    ? [new Wording(
                        "Deze lijn deelt het volume met andere lijnen van het product; de aantallen hieronder zijn van "
                            + "die lijnen samen.",
                        "This line shares the volume with other lines of the product; the counts below are of those "
                            + "lines together.")]
                    : Array.Empty<Wording>(),
                Known(volumes),
                new($"{p.Dutch} is {Number(estimate.Value, Language.Dutch)} {unit.Dutch}, met een interval van "
                        + $"{Number(estimate.Lower, Language.Dutch)} tot {Number(estimate.Upper, Language.Dutch)}; "
                        + $"naar boven afgerond {Number((double)proposed.Value, Language.Dutch)} {unit.Dutch}.",
                    $"{p.English} is {Number(estimate.Value, Language.English)} {unit.English}, with an interval from "
                        + $"{Number(estimate.Lower, Language.English)} to {Number(estimate.Upper, Language.English)}; "
                        + $"rounded up {Number((double)proposed.Value, Language.English)} {unit.English}."),
            ],
            Around(volumes, estimate.Value ?? 0));
    }

    private Wording Known(Observed volumes)
    {
        var (known, all) = (volumes.Count, (long)Math.Round(volumes.Weights.Sum()));
        var step = line.Chosen.Duration!.Step.InSentence();
        return line.Group.CareYears is null
            ? Say(counts => $"Van {counts[0]} trajecten is het volume binnen {step.Dutch} bekend; met hun gewicht "
                    + $"staan ze voor {counts[1]} trajecten.",
                counts => $"Of {counts[0]} trajectories the volume within {step.English} is known; with their weights "
                    + $"they stand for {counts[1]} trajectories.",
                known, all)
            : Say(counts => $"Van {counts[0]} zorgjaren is het volume bekend; met hun gewicht staan ze voor "
                    + $"{counts[1]} zorgjaren.",
                counts => $"Of {counts[0]} care years the volume is known; with their weights they stand for "
                    + $"{counts[1]} care years.",
                known, all);
    }

    // The known values on both sides of the percentile, with the share that they and all below stand for.
    private Table Around(Observed volumes, double value)
    {
        var (units, weights) = (volumes.Units(), volumes.Weights);
        var sorted = units.Index().OrderBy(one => one.Item).ToList();
        var (sums, sum) = (new double[sorted.Count], 0.0);
        for (var rank = 0; rank < sorted.Count; rank++)
            sums[rank] = sum += weights[sorted[rank].Index];
        var at = Math.Max(0, sorted.FindIndex(one => one.Item >= value));
        var from = Math.Max(0, at - ValuesAround);
        return Table.From(
            new("Waarden rond het percentiel", "Values around the percentile"),
            [
                Column<int>.Whole("rank", rank => rank + 1, new("Rang", "Rank")),
                Column<int>.Rounded("value", rank => (decimal)sorted[rank].Item, new("Waarde", "Value")),
                new(
                    "share", ColumnKind.Number,
                    (rank, shownIn) => TableCell.Text(Numbers.Share(sums[rank] / volumes.Total, 2, shownIn)),
                    new("Tot en met deze", "Up to this one")),
            ],
            Enumerable.Range(from, Math.Min(sorted.Count, at + ValuesAround + 1) - from), language);
    }

    private StoryPart Coverage()
    {
        var coverage = line.Chosen.Coverage!;
        var effect = LineEffect.On(
            line.Group, line.Estimator,
            new LineValue(line.Chosen.Volume!.Value, line.Chosen.Duration!.Step), years: 1);
        return new(
            new("Dekking", "Coverage"),
            [
                new(
                    Covered(Language.Dutch, (duration, volume, both) =>
                        $"Van alle trajecten valt {duration} binnen de duur, {volume} binnen het volume en {both} "
                            + "binnen beide."),
                    Covered(Language.English, (duration, volume, both) =>
                        $"Of all trajectories {duration} lie within the duration, {volume} within the volume and "
                            + $"{both} within both.")),
                Say(all => $"Buiten de lijn vallen {all[0]} trajecten.",
                    all => $"Outside the line lie {all[0]} trajectories.",
                    (long)Math.Round(effect?.Outside ?? coverage.All - coverage.Both)),
            ]);

        string Covered(Language shownIn, Func<string, string, string, string> sentence) => sentence(
            Numbers.Share(coverage.Duration / coverage.All, 1, shownIn),
            Numbers.Share(coverage.Volume / coverage.All, 1, shownIn),
            Numbers.Share(coverage.Both / coverage.All, 1, shownIn));
    }

    private StoryPart Outside()
    {
        var remarks = LineRemarks.Of(safe).ToList();
        var shown = safe.Withheld is null
            ? new Wording("Deze lijn mag naar buiten.", "This line may be shown outside.")
            : new Wording("Deze lijn mag niet naar buiten.", "This line may not be shown outside.");
        return new(
            new("Naar buiten", "Outside"),
            [
                shown,
                .. remarks.Select(remark => new Wording($"Opmerking: {remark.Dutch}.", $"Remark: {remark.English}.")),
                .. safe.Current is { } current
                    ? [new Wording(
                        $"De huidige lijn is {Value(current.Volume, Language.Dutch)} in "
                            + $"{current.Duration.InSentence().Dutch}.",
                        $"The current line is {Value(current.Volume, Language.English)} in "
                            + $"{current.Duration.InSentence().English}.")]
                    : Array.Empty<Wording>(),
            ]);

        string Value(decimal volume, Language shownIn) =>
            $"{Numbers.Shown((double)volume, 2, shownIn)} {line.Group.Product.Unit.Counted().In(shownIn)}";
    }

    private static string Number(double? value, Language shownIn) =>
        value is { } one ? Numbers.Shown(one, 2, shownIn) : new Wording("geen grens", "no limit").In(shownIn);

    private static Wording Say(
        Func<string[], string> dutch, Func<string[], string> english, params long[] numbers) => new(
        dutch(Array.ConvertAll(numbers, number => Numbers.Shown(number, 0, Language.Dutch))),
        english(Array.ConvertAll(numbers, number => Numbers.Shown(number, 0, Language.English))));
}
