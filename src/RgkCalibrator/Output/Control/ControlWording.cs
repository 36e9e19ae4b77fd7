using RgkCalibrator.Control;
using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Control;

/// <summary>The words of a control.</summary>
internal static class ControlWording
{
    internal static Wording Synthetic { get; } = new(
        "Synthetische gegevens: dit zijn geen echte kinderen, aanbieders of gemeenten.",
        "Synthetic data: these are no real children, providers or municipalities.");

    internal static Wording Title { get; } = new("Controle naast het kader", "Control against the framework");

    internal static Wording Restriction { get; } = new(
        "VERTROUWELIJK: onafgeschermde cijfers over kinderen en aanbieders. Blijft binnen; niet delen of mailen.",
        "RESTRICTED: unsuppressed figures about children and providers. Stays inside; do not share or mail.");

    internal static Wording NameOf(Signal signal) => signal switch
    {
        Signal.None => new("nee", "no"),
        Signal.AboveChance => new("meer dan toeval", "more than chance"),
        Signal.AboveSpread => new("bespreken", "to discuss"),
        _ => throw new ArgumentOutOfRangeException(nameof(signal), signal, "Unknown signal."),
    };

    /// <summary>A measure in a few words.</summary>
    internal static Wording NameOf(BeyondMeasure measure) => measure switch
    {
        BeyondMeasure.VolumeWithin => new("boven het volume", "above the volume"),
        BeyondMeasure.Outlasting => new("langer dan de duur", "longer than the duration"),
        BeyondMeasure.Either => new("volume of duur", "volume or duration"),
        _ => StudyWords.NameOf(measure, null),
    };

    /// <summary>The product of a line, with its subgroup where it is for one.</summary>
    internal static Wording NameOf(Group group)
    {
        var (name, part) = ($"{group.Product.Code} {group.Product.Name}", group.Scope.Name);
        return part.Dutch.Length == 0
            ? Wording.Same(name)
            : new($"{name}, {part.Dutch}", $"{name}, {part.English}");
    }

    /// <summary>A line: so much within so long.</summary>
    internal static Wording Shown(Group group, LineValue line)
    {
        var (duration, counted) = (line.Duration.InSentence(), group.Product.Unit.Counted());
        var year = group.CareYears is null
            ? Wording.Same(string.Empty)
            : new Wording(" per zorgjaar", " a care year");
        return new(
            $"{Numbers.Shown((double)line.Volume, 2, Language.Dutch)} {counted.Dutch}{year.Dutch} binnen "
                + $"{duration.Dutch}",
            $"{Numbers.Shown((double)line.Volume, 2, Language.English)} {counted.English}{year.English} within "
                + $"{duration.English}");
    }

    /// <summary>What to know of the tables.</summary>
    internal static IEnumerable<Wording> Reading(ControlFigures figures)
    {
        var (since, known) = (figures.When.Since, figures.When.KnownTo);
        yield return new(
            $"Trajecten die begonnen op of na {Numbers.Date(since, Language.Dutch)}, de dag waarop het kader van "
                + "kracht werd, en die zo lang te volgen zijn als hun lijn duurt; tot en met "
                + $"{Numbers.Date(known, Language.Dutch)} is bekend of zorg daarna doorging.",
            $"Trajectories that started on or after {Numbers.Date(since, Language.English)}, the day on which the "
                + "framework came into force, and could be followed for as long as their line lasts; up to "
                + $"{Numbers.Date(known, Language.English)} it is known whether care went on.");
        yield return new(
            "Naast elke aanbieder staan alle andere aanbieders samen, het eigen verleden (trajecten van voor het "
                + $"kader, even lang gevolgd) en het beoogde deel van {Numbers.Share(figures.Aim, 0, Language.Dutch)}.",
            "Beside each provider stand all other providers together, its own past (trajectories from before the "
                + "framework, followed for as long) and the share that is aimed at, "
                + $"{Numbers.Share(figures.Aim, 0, Language.English)}.");
        yield return new(
            "'meer dan toeval': zoveel boven de lijn komt door toeval alleen hoogstens eens in de duizend keer voor. "
                + "'bespreken': ook als aanbieders zo verschillen als zij hier gewoonlijk doen.",
            "'more than chance': so many beyond the line come by chance alone at most once in a thousand times. 'to "
                + "discuss': also where providers differ as much as they usually do here.");
        yield return new(
            "Per aanbieder staan alle lijnen samen naast wat te verwachten is als de aanbieder op elke lijn het deel "
                + "van de anderen had: zo valt ook op wie op veel lijnen een beetje afwijkt.",
            "By provider all lines stand together beside what is expected if the provider had the share of the others "
                + "on each line: so those stand out too who deviate a little on many lines.");
        yield return new(
            "Een signaal is een reden voor een gesprek, geen oordeel: wie een aanbieder behandelt, staat er niet in.",
            "A signal is a reason to talk, no verdict: whom a provider treats is not in it.");
        yield return new(
            "Volume en euro's boven de lijn zijn wat binnen de duur van de lijn meer is gebruikt dan het volume; wat "
                + "na die duur is gebruikt, telt daar niet in.",
            "Volume and euros above the line are what was used within the duration of the line beyond the volume; what "
                + "was used after that duration is not in it.");
        if (figures.Lines.Any(line => !line.Since.HasVolume))
        {
            yield return new(
                "Van lijnen per zorgjaar telt alleen de duur: hun volume gaat over een zorgjaar en niet over een "
                    + "traject.",
                "Of lines by care year only the duration counts: their volume is of a care year, not of a trajectory.");
        }
    }
}
