using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Tables;

/// <summary>What a reader of the draft must know: the choices behind its numbers, and what the data are.</summary>
/// <param name="Trajectories">What a trajectory is.</param>
/// <param name="Framework">How estimates became lines.</param>
/// <param name="Disclosure">What may be shown.</param>
/// <param name="IsSynthetic">Whether the rows are made up.</param>
/// <param name="Language">The language of the documents.</param>
internal sealed record DraftNotes(
    TrajectorySettings Trajectories, FrameworkSettings Framework, DisclosureProfile Disclosure, bool IsSynthetic,
    Language Language)
{
    /// <summary>
    /// That figures, and their period, can be those of an earlier release. It is said of every release, the first one
    /// too: that it is said of one alone would tell that something changed, as would the products it holds for.
    /// </summary>
    internal Wording Earlier
    {
        get
        {
            var k = Numbers.Whole(Disclosure.SmallestGroup);
            return new(
                $"Van deze regio kan eerder iets zijn vrijgegeven. Verschillen daar in een product minder dan {k} "
                    + $"kinderen van, of zou uit het verschil een groep van minder dan {k} kinderen volgen, dan kunnen "
                    + "hier de cijfers van die vrijgave staan, ook van haar periode.",
                $"The region may have had an earlier release. Where in a product fewer than {k} children differ from "
                    + $"it, or a group of fewer than {k} children would follow from the difference, the figures can "
                    + "be those of that release, also of its period.");
        }
    }

    /// <summary>What all charts say below.</summary>
    internal ChartContext ChartContext =>
        new(Language, Window, Method, Source, Disclosure.SmallestGroup)
        {
            Period = Period,
            Confidence = Framework.Confidence,
        };

    internal void WriteHeading(TextWriter writer) => WriteHeading(
        writer, new("Concept-kader", "Draft framework"),
        new($"{Window.Dutch} {Method.Dutch}", $"{Window.English} {Method.English}"));

    /// <summary>Writes the first paragraphs of a text that leaves.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="which">Which trajectories its numbers are of.</param>
    internal void WriteHeading(TextWriter writer, Wording title, Wording which)
    {
        writer.Write($"# {title.In(Language)}\n\n");
        if (Warning is { } warning)
            writer.Write($"> {warning.In(Language)}\n\n");
        writer.Write($"{which.In(Language)}\n\n{Earlier.In(Language)}\n\n");
    }

    internal void WriteReading(TextWriter writer)
    {
        writer.Write("## " + new Wording("Leeswijzer", "How to read this").In(Language) + "\n\n");
        foreach (var note in Reading)
            writer.Write("- " + note.In(Language) + "\n");
    }

    /// <summary>What must stand above everything; null: nothing.</summary>
    internal Wording? Warning => IsSynthetic
        ? new Wording("Synthetische gegevens: dit zijn geen echte kinderen, aanbieders of gemeenten.",
            "Synthetic data: these are no real children, providers or municipalities.")
        : null;

    private Wording Source => IsSynthetic
        ? new Wording("synthetische declaraties", "synthetic declarations")
        : new Wording("declaraties jeugdhulp", "declarations of youth care");

    /// <summary>The cohort in a few words; whole years by their numbers.</summary>
    private Wording Period
    {
        get
        {
            var (from, to) = (Trajectories.Cohort.First, Trajectories.Cohort.Last);
            var areYears = (from.DayOfYear, to.Month, to.Day) == (1, 12, 31);
            var began = Trajectories.Rule switch
            {
                CohortRule.Started => new Wording("begonnen", "begun"),
                CohortRule.Ended => new Wording("geëindigd", "ended"),
                _ => new Wording("lopend", "running"),
            };
            var year = Numbers.Whole(from.Year);
            return from.Year == to.Year && areYears
                ? new($"{began.Dutch} in {year}", $"{began.English} in {year}")
                : new(
                    $"{began.Dutch} {Shown(from, Language.Dutch)} t/m {Shown(to, Language.Dutch)}",
                    $"{began.English} {Shown(from, Language.English)} to {Shown(to, Language.English)}");

            string Shown(DateOnly day, Language language) =>
                areYears ? Numbers.Whole(day.Year) : Numbers.Date(day, language);
        }
    }

    /// <summary>Which trajectories the numbers are of.</summary>
    internal Wording Window
    {
        get
        {
            var (from, to, gap) = (
                Trajectories.Cohort.First, Trajectories.Cohort.Last, Numbers.Whole(Trajectories.GapDays));
            var by = Trajectories.SplitByProvider
                ? new Wording("van één aanbieder ", "of one provider ")
                : Wording.Same(string.Empty);
            var which = Trajectories.Rule switch
            {
                CohortRule.Started => new Wording("zijn begonnen van", "began from"),
                CohortRule.Ended =>
                    new Wording("zijn geëindigd (geeft vertekening) van", "ended (a biased choice) from"),
                CohortRule.Active =>
                    new Wording("liepen (geeft vertekening: lange tellen te vaak mee) van",
                        "ran (a biased choice: long ones are met too often) from"),
                _ => throw new InvalidOperationException($"Unknown rule {Trajectories.Rule}."),
            };
            return new Wording(
                $"Trajecten die {which.Dutch} {Numbers.Date(from, Language.Dutch)} t/m "
                    + $"{Numbers.Date(to, Language.Dutch)}; zorg {by.Dutch}met ten hoogste {gap} vrije dagen ertussen "
                    + "is één traject.",
                $"Trajectories that {which.English} {Numbers.Date(from, Language.English)} to "
                    + $"{Numbers.Date(to, Language.English)}; care {by.English}with at most {gap} free days between is "
                    + "one trajectory.");
        }
    }

    /// <summary>How the percentiles were taken.</summary>
    internal Wording Method
    {
        get
        {
            var name = Framework.Type.ToString()["Type".Length..];
            return Framework.Estimator == Estimator.Corrected
                ? new Wording(
                    "Percentielen over alle trajecten: die nog doorlopen, tellen mee zo ver zij te volgen zijn (duur: "
                        + "Kaplan-Meier; volume: gewogen met de inverse van de kans om gevolgd te worden).",
                    "Percentiles of all trajectories: those still running count as far as they could be followed "
                        + "(duration: Kaplan-Meier; volume: weighted by the inverse of the probability of being "
                        + "followed).")
                : new Wording(
                    $"Percentielen over afgeronde trajecten (Hyndman-Fan type {name}); trajecten die nog doorlopen, "
                        + "tellen niet mee, waardoor duren eerder te kort dan te lang uitvallen.",
                    $"Percentiles of complete trajectories (Hyndman-Fan type {name}); those still running are left "
                        + "out, so that durations tend to come out too short.");
        }
    }

    private static Wording StartedBefore => new(
        "Trajecten die volgens een startbericht voor de waarneming begonnen, tellen vanaf de eerste waargenomen dag "
            + "mee voor het voorstel van de duur. Aantallen, volumes, 'binnen' en grafieken zijn van het cohort "
            + "alleen.",
        "Trajectories that had begun before what is observed, by a start message, count from the first observed day "
            + "on for the proposed duration. Counts, volumes, 'within' and charts are of the cohort alone.");

    /// <summary>How the draft is read: its columns, what is marked, and what is left out.</summary>
    internal IEnumerable<Wording> Reading => [.. Columns, Interval, .. LineMarks.Explanations(Framework), LeftOut];

    /// <summary>What the columns mean, whatever may be shown of them.</summary>
    internal IEnumerable<Wording> Columns
    {
        get
        {
            var (p, q) = (Framework.Compared.Name(), Framework.Percentage.Name());
            var (pPercent, percent, ordinal) = (
                Framework.Compared.Percent(), Framework.Percentage.Percent(), Framework.Percentage.Ordinal());
            // Of two percentiles readers take the higher for the proposal.
            if (Framework.Compared.Halves > Framework.Percentage.Halves)
            {
                yield return new(
                    $"Het voorstel is {q.Dutch}; {p.Dutch} staat er ter vergelijking naast.",
                    $"The proposal is {q.English}; {p.English} stands beside it for comparison.");
            }

            yield return new(
                $"Duur {q.Dutch}: de kortste toegestane duur waarbinnen ten minste {percent.Dutch} van de trajecten "
                    + $"is afgerond. Duur {p.Dutch}: hetzelfde met {pPercent.Dutch}.",
                $"Duration {q.English}: the shortest allowed duration within which at least {percent.English} of the "
                    + $"trajectories end. Duration {p.English}: the same with {pPercent.English}.");
            yield return new(
                $"Volume {q.Dutch}: zoveel gebruikt {percent.Dutch} van de trajecten ten hoogste binnen de duur "
                    + $"{q.Dutch}, naar boven afgerond op hele eenheden (onder 10 op halve). Volume {p.Dutch} is over "
                    + "dezelfde duur genomen.",
                $"Volume {q.English}: {percent.English} of the trajectories use at most so much within duration "
                    + $"{q.English}, rounded up to whole units (under 10 to halves). Volume {p.English} is taken "
                    + "over the same duration.");
            yield return new(
                "Binnen duur, volume, beide: het deel van de trajecten dat binnen de voorgestelde lijn valt. Binnen "
                    + $"twee {ordinal.Dutch} percentielen samen vallen minder dan {percent.Dutch} van de trajecten.",
                "Within duration, volume, both: the share of trajectories inside the proposed line. Two "
                    + $"{ordinal.English} percentiles together hold less than {percent.English}.");
            yield return new(
                "Onderbouwing: gecorrigeerd telt trajecten die nog doorlopen mee, alleen afgerond laat ze weg (zoals "
                    + "een spreadsheet) en komt daardoor meestal lager uit. Beide volumes zijn over de voorgestelde "
                    + "duur genomen.",
                "Evidence: corrected counts trajectories that still run, complete only leaves them out (as a "
                    + "spreadsheet does) and so mostly comes out lower. Both volumes are taken over the proposed "
                    + "duration.");
            yield return new(
                $"Duur en volume bij samen {percent.Dutch}: het paar waarbinnen {percent.Dutch} van de trajecten met "
                    + "hele duur én heel volume blijft, beide op dezelfde rang.",
                $"Duration and volume for {percent.English} together: the pair within which {percent.English} of the "
                    + "trajectories stay with whole duration and whole volume, both at the same rank.");
            yield return new(
                "Subgroep: een deel van de trajecten met een eigen lijn. Een gedeeld volume of een gedeelde duur is "
                    + "genomen over de trajecten van alle lijnen die de maat delen, elk binnen de duur van de eigen "
                    + "lijn; een volume per zorgjaar is dat van twaalf maanden.",
                "Subgroup: a part of the trajectories with a line of its own. A shared volume or duration is taken "
                    + "of the trajectories of all lines that share it, each within the duration of its own line; a "
                    + "volume per care year is that of twelve months.");
            if (Trajectories.StartedBefore && Framework.Estimator == Estimator.Corrected)
                yield return StartedBefore;
            yield return new("Gedeclareerde perioden zijn meestal hele maanden: duren zijn daardoor grof.",
                "Declared periods are mostly whole months: durations are coarse for it.");
        }
    }

    private Wording Interval
    {
        get
        {
            var (p, k) = (Framework.Percentage.Name(), Numbers.Whole(Disclosure.SmallestGroup));
            return new(
                $"Marge (de onzekerheidsmarge): het echte {p.Dutch} ligt hierbinnen bij "
                    + $"{Numbers.Share(Framework.Confidence, 1, Language.Dutch)} van zulke steekproeven; naar buiten "
                    + "afgerond op de stap. Bij 'vanaf' of 'tot en met' liggen er buiten de andere grens minder dan "
                    + $"{k} kinderen, of is die er niet.",
                $"Interval: holds the real {p.English} in {Numbers.Share(Framework.Confidence, 1, Language.English)} "
                    + $"of such samples; rounded outwards to the step. With 'from' or 'up to', fewer than {k} "
                    + "children lie beyond the other limit, or there is none.");
        }
    }

    private Wording LeftOut
    {
        get
        {
            var k = Numbers.Whole(Disclosure.SmallestGroup);
            var rounding = Numbers.Whole(Disclosure.CountRounding);
            var band = new Wording(
                Numbers.Share(Disclosure.BandFrom, 0, Language.Dutch),
                Numbers.Share(Disclosure.BandFrom, 0, Language.English));
            return new(
                $"Aantallen zijn afgerond op {rounding}; wat op minder dan {k} kinderen zou rusten, is weggelaten; "
                    + $"delen boven {band.Dutch} staan als >{band.Dutch}.",
                $"Counts are rounded to {rounding}; what would rest on fewer than {k} children is left out; shares "
                    + $"above {band.English} stand as >{band.English}.");
        }
    }
}
