using RgkCalibrator.Control;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework.Studies;

namespace RgkCalibrator.Output.Control;

/// <summary>What a mirror says in words, for the director of a provider.</summary>
internal sealed class MirrorWords(Mirror mirror, ControlFigures figures, Language language)
{
    /// <summary>The chance under which a provider's own past is marked as different.</summary>
    internal const double DifferentBelow = 0.05;

    /// <summary>The title of the page.</summary>
    internal Wording Title { get; } = new(
        $"Spiegel van aanbieder {mirror.Provider}", $"Mirror of provider {mirror.Provider}");

    /// <summary>The figures in a few sentences.</summary>
    internal IEnumerable<Wording> Summary()
    {
        var (n, beyond) = (
            mirror.Lines.Sum(line => line.Own.Either.Beyond.N),
            mirror.Lines.Sum(line => line.Own.Either.Beyond.Beyond));
        var since = figures.When.Since;
        yield return n == 1
            ? new(
                $"Sinds {Day(since)} geldt het nieuwe kader. Van uw organisatie begon sindsdien 1 traject dat lang "
                    + "genoeg te volgen is; het ging " + (beyond == 1 ? "over zijn lijn." : "niet over zijn lijn."),
                $"The new framework is in force since {Day(since)}. Since then 1 trajectory of your organisation "
                    + "started that could be followed for long enough; it went "
                    + (beyond == 1 ? "beyond its line." : "not beyond its line."))
            : new(
                $"Sinds {Day(since)} geldt het nieuwe kader. Van uw organisatie begonnen sindsdien {Whole(n)} "
                    + "trajecten die "
                    + $"lang genoeg te volgen zijn. Daarvan {(beyond == 1 ? "ging" : "gingen")} er {Whole(beyond)} "
                    + $"({Percent(beyond, n)}) over het volume of de duur van hun lijn. Het kader is zo gekozen dat "
                    + $"van de trajecten in de regio ongeveer {Numbers.Share(figures.Aim, 0, Language.Dutch)} meer "
                    + $"volume nodig heeft dan de lijn, en ongeveer {Numbers.Share(figures.Aim, 0, Language.Dutch)} "
                    + "meer tijd.",
                $"The new framework is in force since {Day(since)}. Since then {Whole(n)} trajectories of your "
                    + $"organisation started that could be followed for long enough. Of these {Whole(beyond)} "
                    + $"({Percent(beyond, n)}) went beyond the volume or the duration of their line. The framework was "
                    + "chosen so that of the trajectories in the region about "
                    + $"{Numbers.Share(figures.Aim, 0, Language.English)} need more volume than the line, and about "
                    + $"{Numbers.Share(figures.Aim, 0, Language.English)} more time.");
        var later = mirror.Lines.Sum(line => line.Own.NotYetFollowed);
        if (later > 0)
        {
            yield return new(
                $"Nog niet te volgen zijn {Whole(later)} latere trajecten: zij begonnen zo kort geleden dat hun lijn "
                    + "nog niet om is.",
                $"{Whole(later)} later trajectories cannot be followed yet: they started so recently that their line "
                    + "has not passed.");
        }

        if (mirror.Lines.Sum(line => line.Own.Registered) is > 0 and var registered)
        {
            yield return new(
                $"Trajecten in een situatie die u hebt gemeld, {Whole(registered)}, tellen apart en staan niet in de "
                    + "tabel.",
                $"Trajectories in a situation that you reported, {Whole(registered)}, count apart and are not in the "
                    + "table.");
        }

        if (Beside(BeyondMeasure.VolumeWithin) is { } volume)
            yield return volume;
        yield return StandsOut();
    }

    /// <summary>
    /// How many of its trajectories go beyond on the lines where the others may be told, and how many would if it had
    /// their share on each; null where there is no such line.
    /// </summary>
    private Wording? Beside(BeyondMeasure measure)
    {
        if (mirror.Together(measure) is not { } total)
            return null;
        var (n, beyond) = (Whole(total.N), Whole(total.Beyond));
        var expected = Whole((long)Math.Round(total.Expected, MidpointRounding.AwayFromZero));
        var more = total.StandsOut
            ? new Wording(
                " Dat verschil is groter dan het toeval verklaart: een reden om samen te kijken waardoor, geen "
                    + "oordeel.",
                " That difference is larger than chance explains: a reason to look together at why, no verdict.")
            : Wording.Same(string.Empty);
        return new(
            $"Op de lijnen waarvan het deel van de anderen bekend is, gingen bij u {beyond} van {n} trajecten over het "
                + $"volume. Zou dat bij u even vaak gebeuren als bij de anderen, dan waren het er ongeveer {expected}."
                + more.Dutch,
            $"On the lines of which the share of the others is known, {beyond} of your {n} trajectories went beyond "
                + $"the volume. If that happened with you as often as with the others, there would be about {expected}."
                + more.English);
    }

    /// <summary>What the figures mean, and what they do not.</summary>
    internal IEnumerable<Wording> Reading()
    {
        var k = Numbers.Whole(figures.SmallestGroup);
        yield return new(
            "Volume: van elke 100 trajecten gebruikten er zoveel binnen de duur van de lijn meer dan het volume van de "
                + "lijn. Duur: zoveel gingen langer door dan de lijn duurt. Samen: een van beide of allebei.",
            "Volume: of each 100 trajectories so many used more within the duration of the line than its volume. "
                + "Duration: so many went on for longer than the line lasts. Together: one of both, or both.");
        yield return new(
            "U eerder: hetzelfde van uw eigen trajecten die eerder begonnen, even lang gevolgd. Een * betekent dat "
                + "het verschil met nu groter is dan het toeval meestal geeft (kans kleiner dan 5%).",
            "You before: the same of your own trajectories that started earlier, followed for as long. A * means that "
                + "the difference from now is larger than chance mostly gives (a chance below 5%).");
        yield return new(
            "Anderen: alle andere aanbieders van dezelfde lijn samen, afgerond. Een streepje betekent dat er te weinig "
                + $"andere zijn: dit cijfer gaat altijd over ten minste drie andere aanbieders en ten minste {k} "
                + "kinderen aan beide kanten van de lijn. Van één andere aanbieder staat hier niets.",
            "Others: all other providers of the same line together, rounded. A dash means that there are too few "
                + $"others: this figure is always about at least three other providers and at least {k} children on "
                + "both sides of the line. Nothing stands here of a single other provider.");
        yield return new(
            "Deze cijfers zeggen niet of zorg goed of nodig was, en niet wie u behandelt: zwaardere vragen geven "
                + "terecht meer zorg boven de lijn. Bij weinig trajecten zegt een percentage weinig. Een aanbieder die "
                + "opvalt, is een reden voor een gesprek, geen oordeel.",
            "These figures do not say whether care was good or needed, nor whom you treat: heavier questions rightly "
                + "give more care beyond the line. Of few trajectories a percentage says little. A provider that "
                + "stands out is a reason to talk, no verdict.");
        yield return new(
            "Trajecten zijn opgebouwd uit uw declaraties; zorg met korte pauzes ertussen telt als één traject, bij de "
                + "aanbieder die het meeste deed. Klopt een aantal niet met uw administratie, laat het de regio weten.",
            "Trajectories were built from your declarations; care with short breaks counts as one trajectory, with the "
                + "provider that did most. If a number does not agree with your records, let the region know.");
    }

    /// <summary>An own share with its count: <c>24% (12)</c>.</summary>
    internal string Own(ProviderPoint? one) => one is null
        ? "–"
        : $"{Percent(one.Beyond.Beyond, one.Beyond.N)} ({Whole(one.Beyond.Beyond)})";

    /// <summary>The own past: <c>22% van 310*</c>.</summary>
    internal string Before(ProviderPoint one)
    {
        if (one.Before.N == 0)
            return "–";
        var (share, n) = (Percent(one.Before.Beyond, one.Before.N), Whole(one.Before.N));
        return new Wording($"{share} van {n}", $"{share} of {n}").In(language)
            + (one.History?.P < DifferentBelow ? "*" : string.Empty);
    }

    /// <summary>A share of the others; a dash where it is not shown.</summary>
    internal string Others(SafeShare? share) => share is null ? "–" : ShownShare(share, language);

    /// <summary>How many trajectories the others have, rounded; a dash where nothing of them is shown.</summary>
    internal string Others(SafeRegion? region) => region is null ? "–" : Whole(region.Trajectories);

    /// <summary>By what the provider stands out on a line.</summary>
    internal string Outstanding(MirrorLine line)
    {
        var measures = ProviderTotal.Measures.Where(measure => line.StandsOut(measure) == true).ToList();
        return measures.Count == 0
            ? string.Empty
            : string.Join(", ", measures.Select(measure => Short(measure).In(language)));
    }

    /// <summary>A measure in one word.</summary>
    internal static Wording Short(BeyondMeasure measure) => measure switch
    {
        BeyondMeasure.VolumeWithin => new("volume", "volume"),
        BeyondMeasure.Outlasting => new("duur", "duration"),
        _ => new("samen", "together"),
    };

    internal static string ShownShare(SafeShare share, Language language) =>
        (share.IsBand ? ">" : string.Empty) + Numbers.Share(share.Value, 0, language);

    private Wording StandsOut()
    {
        var lines = mirror.Lines.Count(line => ProviderTotal.Measures.Any(measure => line.StandsOut(measure) == true));
        var known = mirror.Lines.Count(
            line => ProviderTotal.Measures.Any(measure => line.StandsOut(measure) is not null));
        if (known == 0)
        {
            return new(
                "Van geen van uw lijnen zijn er genoeg andere aanbieders om u naast te zetten.",
                "Of none of your lines there are enough other providers to put you beside.");
        }

        return lines switch
        {
            0 when mirror.Together(BeyondMeasure.VolumeWithin) is { StandsOut: true } => new(
                "Op geen enkele lijn apart is het verschil groter dan tussen aanbieders gewoon is.",
                "On no line by itself the difference is larger than is usual between providers."),
            0 => new(
                "Bij geen lijn apart valt u op: uw delen liggen daar binnen wat tussen aanbieders gewoon is, of er "
                    + "zijn te weinig trajecten om meer te zeggen.",
                "On no line by itself you stand out: your shares lie within what is usual between providers, or there "
                    + "are too few trajectories to say more."),
            1 => new(
                "Bij 1 lijn gaat bij u duidelijk vaker zorg over de lijn dan bij de anderen. Dat is een reden om samen "
                    + "te kijken waardoor, geen oordeel.",
                "On 1 line your care goes beyond the line clearly more often than that of the others. That is a reason "
                    + "to look together at why, no verdict."),
            _ => new(
                $"Bij {Whole(lines)} lijnen gaat bij u duidelijk vaker zorg over de lijn dan bij de anderen. Dat is "
                    + "een reden om samen te kijken waardoor, geen oordeel.",
                $"On {Whole(lines)} lines your care goes beyond the line clearly more often than that of the others. "
                    + "That is a reason to look together at why, no verdict."),
        };
    }

    private string Percent(long beyond, long n) =>
        n == 0 ? "–" : Numbers.Share((double)beyond / n, 0, language);

    private string Whole(long count) => Numbers.Shown(count, 0, language);

    private string Day(DateOnly day) => Numbers.Date(day, language);
}
