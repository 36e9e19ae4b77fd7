using System.Text.Json;

namespace RgkCalibrator.Disclosure;

/// <summary>The rules by which figures are shown outside. Their ids are stable.</summary>
public enum ReleaseRule
{
    /// <summary>Counts.</summary>
    Count,

    /// <summary>Shares.</summary>
    Share,

    /// <summary>One percentile.</summary>
    Percentile,

    /// <summary>Two volumes of nearly the same children side by side.</summary>
    TwoVolumes,

    /// <summary>Limits of intervals.</summary>
    IntervalLimit,

    /// <summary>Histograms.</summary>
    Histogram,

    /// <summary>Cumulative curves.</summary>
    Curve,

    /// <summary>Boxes.</summary>
    Box,

    /// <summary>Start years or providers beside each other.</summary>
    Part,

    /// <summary>Percentiles of start years beside each other.</summary>
    YearPercentile,

    /// <summary>Means of stretches of the time of trajectories.</summary>
    Mean,

    /// <summary>
    /// All figures beside those of earlier releases. No figure is marked with it: that would tell that few children
    /// differ.
    /// </summary>
    EarlierRelease,
}

/// <summary>The rules in words.</summary>
public static class ReleaseRules
{
    /// <summary>The id in <c>vrijgave.json</c>: the name in the code, in lower case and with hyphens.</summary>
    public static string Id(this ReleaseRule rule) => JsonNamingPolicy.KebabCaseLower.ConvertName(rule.ToString());

    /// <summary>What the rule asks, with the numbers of a profile.</summary>
    public static Wording InWords(this ReleaseRule rule, DisclosureProfile profile)
    {
        var (k, rounding) = (Numbers.Whole(profile.SmallestGroup), Numbers.Whole(profile.CountRounding));
        var both = Numbers.Whole(profile.BothPercentilesFrom);
        return rule switch
        {
            ReleaseRule.Count => new(
                $"Aantallen van minder dan {k} kinderen worden niet getoond, de andere zijn afgerond op {rounding}.",
                $"Counts of fewer than {k} children are not shown, the others are rounded to {rounding}."),
            ReleaseRule.Share => new(
                $"Delen zijn van afgeronde aantallen, met ten minste {k} kinderen aan beide kanten; boven "
                    + $"{Band(profile, Language.Dutch)} staat alleen die grens.",
                $"Shares are of rounded counts, with at least {k} children on both sides; above "
                    + $"{Band(profile, Language.English)} only that bound is told."),
            ReleaseRule.Percentile => new(
                $"Een percentiel heeft ten minste {k} kinderen aan beide kanten en staat op de stap van het beleid; "
                    + "zijn bijna alle trajecten gelijk, dan wordt niets getoond.",
                $"A percentile has at least {k} children on both sides and stands on the step of the policy; where "
                    + "nearly all trajectories are equal, nothing is shown."),
            ReleaseRule.TwoVolumes => new(
                $"Twee volumes van vrijwel dezelfde kinderen staan naast elkaar vanaf {both} kinderen, met ten minste "
                    + $"{k} ertussen.",
                $"Two volumes of nearly the same children stand side by side from {both} children, with at least {k} "
                    + "between."),
            ReleaseRule.IntervalLimit => new(
                $"Een grens van een interval heeft ten minste {k} kinderen aan de buitenkant en is naar buiten "
                    + "afgerond op de stap.",
                $"A limit of an interval has at least {k} children beyond it and is rounded outwards to the step."),
            ReleaseRule.Histogram => new(
                $"Klassen zijn samengevoegd tot elke voor ten minste {k} kinderen staat; de laatste is open; "
                    + $"aantallen zijn afgerond op {rounding}.",
                $"Classes are joined until each stands for at least {k} children; the last is open; counts are "
                    + $"rounded to {rounding}."),
            ReleaseRule.Curve => new(
                $"P5 tot en met P95 in stappen van vijf, op de stap van het beleid, met ten minste {k} kinderen "
                    + "tussen twee punten en aan beide einden.",
                $"P5 to P95 by fives, on the step of the policy, with at least {k} children between two points and "
                    + "beyond both ends."),
            ReleaseRule.Box => new(
                "P25, P50 en P75, en van genoeg kinderen P10 en P90, voor zover zij op de kromme staan; geen "
                    + "uitschieters.",
                $"P25, P50 and P75, and of enough children P10 and P90, as far as the curve shows them; no outliers."),
            ReleaseRule.Part => Part(k, rounding),
            ReleaseRule.YearPercentile => YearPercentile(k),
            ReleaseRule.Mean => Mean(k),
            ReleaseRule.EarlierRelease => new(
                $"Naast eerder vrijgegeven cijfers van dezelfde regio verandert een product pas als overal nul of ten "
                    + $"minste {k} kinderen verschillen; anders blijven de eerdere cijfers staan, ook onder een andere "
                    + "periode, of vallen er cijfers weg. Welke dat zijn, staat er niet bij.",
                $"Beside figures of the same region that were released before, a product changes only where none or "
                    + $"at least {k} children differ everywhere; else the earlier figures stand, under another period "
                    + "too, or figures are left out. It is not told which."),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown rule."),
        };
    }

    private static Wording Part(string k, string rounding) => new(
        $"Een startjaar of een aanbieder staat apart met ten minste {k} kinderen onder en boven het volume van "
            + "de lijn; de andere staan samen, van aanbieders ten minste drie, ook zonder een van hen met "
            + "zoveel kinderen. Aanbieders hebben een nummer in plaats van een naam; aantallen zijn afgerond "
            + $"op {rounding}.",
        $"A start year or a provider stands apart with at least {k} children below and above the volume of the "
            + "line; the others stand together, of providers at least three, with as many children without any "
            + $"one of them. Providers have a number in place of a name; counts are rounded to {rounding}.");

    private static Wording YearPercentile(string k) => new(
        $"Een percentiel van een startjaar heeft ten minste {k} kinderen aan beide kanten. Het is naar boven afgerond "
            + $"op een volume van een vaste reeks, en de marge naar buiten: tussen twee volumes van die reeks liggen "
            + $"van elk jaar, en van de andere jaren samen, ten minste {k} kinderen.",
        $"A percentile of a start year has at least {k} children on both sides. It is rounded up to one of a set of "
            + $"volumes, and its interval outwards: between two volumes of the set lie at least {k} children of every "
            + "year, and of the other years together.");

    private static Wording Mean(string k) => new(
        $"Een gemiddelde is van ten minste {k} kinderen en drie aanbieders. De grootste bijdrage is minder dan "
            + "de helft, de twee grootste samen zijn minder dan 67%, en wie de op een na grootste bijdrage "
            + "kent, kan de grootste niet tot op 10% uitrekenen. Het heeft twee cijfers.",
        $"A mean is of at least {k} children and three providers. The largest contribution is less than half, "
            + "the two largest together are less than 67%, and who knows the second largest cannot work out "
            + "the largest to within 10%. It has two digits.");

    private static string Band(DisclosureProfile profile, Language language) =>
        Numbers.Share(profile.BandFrom, 1, language);
}
