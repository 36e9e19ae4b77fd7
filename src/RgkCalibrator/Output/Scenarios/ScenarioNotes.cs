using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Scenarios;

/// <summary>What readers must know of the choices of scenarios to read their columns.</summary>
internal static class ScenarioNotes
{
    // Years: one trajectory counts for more than two a year.
    private const double ShortTime = 0.5;

    /// <summary>What the year is that figures are told for.</summary>
    internal static Wording Year { get; } = new(
        "Per jaar is: per 365,25 dagen van het cohort waarop een start kan meetellen. Van een traject dat begint "
            + "binnen het gat (gapDays) na de eerste waargenomen dag is het begin niet zeker, en een traject van de "
            + "laatste dagen is nog niet te volgen. Die dagen tellen dus niet mee, ook niet als een startbericht het "
            + "begin van een traject daar wel bekend maakt.",
        "A year is: 365.25 days of the cohort on which a start can count. The beginning of a trajectory that starts "
            + "within the gap (gapDays) after the first observed day is not certain, and one of the last days cannot "
            + "be followed yet. So those days do not count, even where a start message tells when a trajectory began.");

    /// <summary>
    /// Which scenarios make a year of a short time, in which chance weighs heavily, and which of ends or of care that
    /// ran, which brings long and short trajectories in other numbers than they began.
    /// </summary>
    /// <param name="scenarios">The name of each, and its days.</param>
    internal static IEnumerable<Wording> OfDays(IEnumerable<(string Name, CountedDays Days)> scenarios)
    {
        foreach (var (name, days) in scenarios.Distinct())
        {
            if (days.Years < ShortTime)
                yield return OfShortTime(name, days);
            if (days.Rule == CohortRule.Ended)
                yield return OfEnded(name);
            if (days.Rule == CohortRule.Active)
                yield return OfActive(name);
        }
    }

    /// <summary>What figures for a year are of, in scenarios that leave out what still runs.</summary>
    internal static IEnumerable<Wording> OfCompleted(IReadOnlyList<ComparedLine> lines) => lines
        .SelectMany(line => line.Scenarios).Where(line => line.Line.Estimator == Estimator.Completed)
        .Select(line => line.Scenario.Name).Distinct().Select(name => new Wording(
            $"In '{name}' volgt het deel binnen de lijn uit afgeronde trajecten. De cijfers per jaar gelden voor alle "
                + "trajecten: de afgeronde staan ook voor de trajecten die nog doorlopen.",
            $"In '{name}' the share inside the line is of completed trajectories. Figures for a year are of all "
                + "trajectories: the completed ones also stand for those that still run."));

    /// <summary>A sentence or two for each choice that changes what a column means.</summary>
    internal static IEnumerable<Wording> Of(IEnumerable<Scenario> scenarios) => scenarios.SelectMany(Of);

    private static IEnumerable<Wording> Of(Scenario scenario)
    {
        var name = scenario.Name;
        if (scenario.Volume == VolumeBasis.WholeTrajectory)
            yield return Whole(name);
        if (scenario.Volume == VolumeBasis.CareYear)
            yield return CareYears(name);
        if (scenario.IsJoint)
            yield return Joint(name);
        foreach (var codes in scenario.Merge.Lists)
            yield return Merged(name, codes);
        if (scenario.HasLongestConcurrent)
            yield return Longest(name);
    }

    private static Wording OfShortTime(string name, CountedDays days)
    {
        var count = Numbers.Whole(days.Count);
        return new(
            $"Het aantal dagen waarop de cijfers per jaar van '{name}' rusten, is {count}. Eén traject telt daarin "
                + $"voor {Each(Language.Dutch)}. Die cijfers zijn daarom onzeker.",
            $"The number of days that figures for a year of '{name}' rest on is {count}. One trajectory counts for "
                + $"{Each(Language.English)} in them, so that they are uncertain.");

        string Each(Language language) => Numbers.Shown(1 / days.Years, 1, language);
    }

    private static Wording OfEnded(string name) => new(
        $"In '{name}' tellen trajecten die in het cohort zijn geëindigd (cohortRule: ended). Dat geeft vertekening: "
            + "wat nog doorloopt, ontbreekt.",
        $"In '{name}' trajectories count that ended in the cohort (cohortRule: ended). That is a biased choice: what "
            + "still runs is missing.");

    private static Wording OfActive(string name) => new(
        $"In '{name}' tellen trajecten die in het cohort liepen (cohortRule: active). Dat geeft vertekening: lange "
            + "trajecten tellen te vaak mee. De cijfers per jaar zijn van trajecten die in het cohort begonnen; het "
            + "deel binnen de lijn is dat van alle trajecten. In wat naar buiten mag, staan die cijfers per jaar niet.",
        $"In '{name}' trajectories count that ran in the cohort (cohortRule: active). That is a biased choice: long "
            + "trajectories are met too often. Figures for a year are of trajectories that began in the cohort; the "
            + "share inside the line is that of all. What may be shown outside does not have these figures.");

    private static Wording Whole(string name) => new(
        $"In '{name}' is het volume dat van hele trajecten, ook van het deel na de duur van de lijn. Het is niet te "
            + "vergelijken binnen de duur van de basis, en staat daar ongewijzigd.",
        $"In '{name}' the volume is that of whole trajectories, of the part after the duration of the line too. It "
            + "cannot be compared within the duration of the base, and stands there unchanged.");

    private static Wording CareYears(string name) => new(
        $"In '{name}' is het volume dat van een zorgjaar: elke twaalf maanden vanaf de start tellen apart mee. Het is "
            + "niet te vergelijken met een volume binnen een duur.",
        $"In '{name}' the volume is that of a care year: each twelve months from the start count by themselves. It "
            + "cannot be compared with a volume within a duration.");

    private static Wording Joint(string name) => new(
        $"In '{name}' zijn volume en duur zo gekozen dat het gevraagde deel van de hele trajecten binnen beide valt. "
            + "Elke lijn heeft haar eigen paar, ook waar lijnen anders een volume of duur delen. Het volume is niet te "
            + "vergelijken binnen de duur van de basis, en staat daar ongewijzigd.",
        $"In '{name}' volume and duration are such that the asked share of whole trajectories lies within both. Each "
            + "line has its own pair, also where lines share a volume or duration otherwise. The volume cannot be "
            + "compared within the duration of the base, and stands there unchanged.");

    private static Wording Merged(string name, IReadOnlyList<string> codes)
    {
        var (first, others) = (codes[0], string.Join(", ", codes.SkipLast(1)));
        return new(
            $"In '{name}' tellen {others} en {codes[^1]} als één product, met de subgroepen, de toegestane duren en "
                + $"het tarief van {first}. De lijn staat bij {first} en is vergeleken met de lijn van {first} alleen; "
                + "bij de andere codes staat geen lijn.",
            $"In '{name}' {others} and {codes[^1]} count as one product, with the subgroups, the allowed durations and "
                + $"the tariff of {first}. The line stands with {first} and is compared with the line of {first} "
                + "alone; there is no line with the other codes.");
    }

    private static Wording Longest(string name) => new(
        $"In '{name}' geldt voor een traject waarnaast bij de start andere ambulante zorg loopt de langste duur van de "
            + "eigen lijn en de lijnen van die zorg. De duur die bij een lijn staat, is die van trajecten zonder zulke "
            + "zorg; het volume en het deel binnen zijn die van alle trajecten.",
        $"In '{name}' the longest duration of its own line and the lines of the other ambulatory care beside its start "
            + "counts for a trajectory. The duration that stands with a line is that of trajectories without such "
            + "care; the volume and the share inside are those of all trajectories.");

    /// <summary>Where a product counts in a scenario that merges it; null where it has lines of its own.</summary>
    internal static Wording? CountedWith(Scenario scenario, string code) => scenario.Merge.FirstOf(code) is { } first
        ? new($"telt mee bij {first}", $"counts with {first}")
        : null;
}
