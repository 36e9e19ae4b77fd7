using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Output.Charts;

namespace RgkCalibrator.Output.Monitoring;

/// <summary>The words of a monitor.</summary>
internal static class MonitorWording
{
    internal static Wording Title { get; } = new("Monitor van het kader", "Monitor of the framework");

    internal static Wording Restriction { get; } = new(
        "VERTROUWELIJK: onafgeschermde cijfers over kinderen. Blijft binnen; niet delen of mailen.",
        "RESTRICTED: unsuppressed figures about children. Stays inside; do not share or mail.");

    internal static Wording NameOf(QuarterState state) => state switch
    {
        QuarterState.Complete => new("volledig", "complete"),
        QuarterState.BeforeObserved => new("begin niet bekend", "starts not known"),
        QuarterState.NotYetFollowed => new("nog niet te volgen", "not yet followed"),
        QuarterState.DeclarationsLate => new("declaraties komen nog", "declarations to come"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };

    /// <summary>How the sheets are read.</summary>
    internal static IEnumerable<Wording> Reading(MonitorFigures figures)
    {
        yield return new(
            "Een kwartaal is dat waarin trajecten begonnen. Buiten de lijn is: meer volume dan de lijn binnen haar "
                + "duur, of een traject dat langer duurt. Een traject telt als het zo lang te volgen is als de lijn "
                + "duurt.",
            "A quarter is the one in which trajectories started. Beyond the line is: more volume than the line within "
                + "its duration, or a trajectory that lasts longer. A trajectory counts when it could be followed for "
                + "as long as the line lasts.");
        yield return QuarterCharts.Rules;
        yield return Limits(figures);
        yield return Completeness(figures);
        yield return new(
            "Een kwartaal dat niet volledig is, geeft nooit een signaal. Een daling telt alleen als zij blijft wanneer "
                + "nog zoveel wordt gedeclareerd als op zijn hoogst te verwachten is.",
            "A quarter that is not complete never gives a signal. A fall counts only if it remains when as much is "
                + "still declared as is expected at most.");
        yield return Euros(figures);
        if (figures.Aims.Saving is { } saving)
        {
            yield return new(
                $"De regio wil per jaar {saving.Shown().Dutch} besparen.",
                $"The region aims to save {saving.Shown().English} a year.");
        }
    }

    private static Wording Limits(MonitorFigures figures)
    {
        var charts = figures.Lines.Count(line => line.Chart.Limits is not null);
        var (dutch, english) = (
            Numbers.Date(figures.When.Since, Language.Dutch), Numbers.Date(figures.When.Since, Language.English));
        return new(
            $"Het midden en de grenzen (Laney 2002) zijn van de volledige kwartalen voor {dutch}: het midden plus en "
                + "min 3 sigma z maal de spreiding van het toeval. Bij "
                + $"{Numbers.Whole(charts)} lijnen is er zo'n kaart; van vier kwartalen geven er dan door toeval "
                + $"samen ongeveer {Chance(charts, Language.Dutch)} een signaal.",
            $"The centre and the limits (Laney 2002) are of the complete quarters before {english}: the centre plus "
                + "and minus 3 sigma z times the spread of chance. "
                + $"{Numbers.Whole(charts)} lines have such a chart; in four quarters about "
                + $"{Chance(charts, Language.English)} of them then give a signal by chance.");
    }

    // One in 91 points, as RunRules tells.
    private static string Chance(int charts, Language language) => Numbers.Shown(charts * 4 / 91.0, 1, language);

    private static Wording Completeness(MonitorFigures figures)
    {
        var share = (
            Dutch: Numbers.Share(figures.Settings.CompleteFrom, 1, Language.Dutch),
            English: Numbers.Share(figures.Settings.CompleteFrom, 1, Language.English));
        if (figures.Arrivals.Region is null)
        {
            var late = Numbers.Whole(figures.Settings.LateMonths);
            return new(
                "De declaraties zeggen niet wanneer zij zijn gedeclareerd (declared_on). Daarom gelden de laatste "
                    + $"{late} maanden als niet volledig (--late-months).",
                "The declarations do not say when they were declared (declared_on). So the last "
                    + $"{late} months count as incomplete (--late-months).");
        }

        var last = MonthNumber.LastDay(figures.Arrivals.LastMonth);
        return new(
            "Hoe volledig een maand is, volgt uit hoe laat de declaraties van eerdere maanden binnenkwamen, tot en met "
                + $"{Numbers.Date(last, Language.Dutch)} (chain ladder). Vanaf {share.Dutch} geldt een kwartaal als "
                + "volledig; de laagste en hoogste zijn die van eerdere maanden.",
            "How complete a month is follows from how late the declarations of earlier months came in, up to "
                + $"{Numbers.Date(last, Language.English)} (chain ladder). From {share.English} a quarter counts as "
                + "complete; the lowest and highest are those of earlier months.");
    }

    private static Wording Euros(MonitorFigures figures)
    {
        var basis = figures.Prices.Basis switch
        {
            EuroBasis.Amount => new Wording(
                "Euro's zijn de gedeclareerde bedragen.", "Euros are the declared amounts."),
            EuroBasis.Tariff => new Wording(
                "Euro's zijn het volume maal het tarief van de catalogus.",
                "Euros are the volume times the tariff of the catalogue."),
            _ => new Wording(
                "Er zijn geen bedragen en geen tarieven, en dus geen euro's.",
                "There are neither amounts nor tariffs, and so no euros."),
        };
        return figures.Index.IsEmpty
            ? new(
                basis.Dutch + " De catalogus geeft geen index, dus met en zonder indexatie is alleen bekend wat geen "
                    + "index vraagt.",
                basis.English + " The catalogue gives no index, so with and without indexation only that is known "
                    + "which needs none.")
            : new(
                basis.Dutch + " Zonder indexatie is in prijzen van het jaar waarnaar de kosten terug moeten.",
                basis.English + " Without indexation is at the prices of the year to which costs are to go back.");
    }
}
