using RgkCalibrator.Catalogue;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Requests;
using RgkCalibrator.Review;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Requests;

/// <summary>The words of requests and of what is beside them.</summary>
internal static class RequestWords
{
    private const int UsualDecimals = 2;
    private const int MostDecimals = 6;

    /// <summary>How weeks, months and school years are compared.</summary>
    internal static Wording UnlikeUnits { get; } = new(
        "De eenheden verschillen, dus zijn beide in weken geteld: een jaar heeft 52 weken, een maand 52/12 en een "
            + "schooljaar 40.",
        "The units differ, so both are counted in weeks: a year has 52 weeks, a month 52/12 and a school year 40.");

    /// <summary>A volume: <c>60 uur</c>; one that hardly differs from another with all its decimals.</summary>
    internal static Wording Amount(decimal amount, CareUnit unit, decimal beside = 0)
    {
        var decimals = amount != beside && Math.Abs(amount - beside) < 0.01m ? MostDecimals : UsualDecimals;
        return new(In(Language.Dutch), In(Language.English));

        string In(Language language)
        {
            var number = Numbers.Shown((double)amount, decimals, language);
            return $"{number} {(number == "1" ? unit.Name() : unit.Counted().In(language))}";
        }
    }

    /// <summary>A volume a week, minutes to whole ones: <c>70 minuten per week</c>.</summary>
    internal static Wording PerWeek(decimal intensity, IntensityUnit unit)
    {
        var amount = unit switch
        {
            IntensityUnit.MinuutPerWeek => Amount(decimal.Round(intensity), CareUnit.Minuut),
            IntensityUnit.UurPerWeek => Amount(intensity, CareUnit.Uur),
            IntensityUnit.DagdeelPerWeek => Amount(intensity, CareUnit.Dagdeel),
            IntensityUnit.EtmaalPerWeek => Amount(intensity, CareUnit.Etmaal),
            _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown unit of intensity."),
        };
        return new(amount.Dutch + " per week", amount.English + " a week");
    }

    /// <summary>A part of a line, of what goes beyond it: <c>25%</c>.</summary>
    internal static Wording Percent(decimal share) => share is > 0 and < 0.005m
        ? new("minder dan 1%", "less than 1%")
        : new(
            Numbers.Share((double)share, 0, Language.Dutch), Numbers.Share((double)share, 0, Language.English));

    /// <summary>What goes beyond the duration of a line: <c>2 maanden</c>.</summary>
    internal static Wording Excess(DurationCheck duration)
    {
        var (dutch, english) = (Numbers.Shown((double)duration.Beyond, 1, Language.Dutch),
            Numbers.Shown((double)duration.Beyond, 1, Language.English));
        return (duration.BeyondUnit, dutch == "1") switch
        {
            (ExcessUnit.Day, true) => new("1 dag", "1 day"),
            (ExcessUnit.Day, false) => new($"{dutch} dagen", $"{english} days"),
            (ExcessUnit.Week, true) => new("1 week", "1 week"),
            (ExcessUnit.Week, false) => new($"{dutch} weken", $"{english} weeks"),
            (ExcessUnit.Month, true) => new("1 maand", "1 month"),
            (ExcessUnit.Month, false) => new($"{dutch} maanden", $"{english} months"),
            _ => throw new ArgumentOutOfRangeException(nameof(duration), duration.BeyondUnit, "Unknown unit."),
        };
    }

    /// <summary>What is asked for: <c>70 minuten per week, 12 maanden</c>.</summary>
    internal static Wording Asked(CareRequest request, Product product)
    {
        var (amount, often, length) = (
            Amount(request.Volume.Amount, request.Volume.Unit ?? product.Unit), Often(request.Volume.Frequency),
            Length(request.Duration));
        return new(
            $"{amount.Dutch}{often.Dutch}, {length.Dutch}", $"{amount.English}{often.English}, {length.English}");
    }

    /// <summary>How long, with the days where these were given.</summary>
    internal static Wording Length(RequestedDuration duration)
    {
        if (duration.Period is not { } period)
            return duration.Step!.Shown();
        var days = new Wording(
            $"van {Numbers.Date(period.First, Language.Dutch)} tot en met {Numbers.Date(period.Last, Language.Dutch)}",
            $"from {Numbers.Date(period.First, Language.English)} to {Numbers.Date(period.Last, Language.English)}");
        return duration.Step?.Shown() is { } words
            ? new($"{words.Dutch} ({days.Dutch})", $"{words.English} ({days.English})")
            : days;
    }

    /// <summary>A duration with its article: <c>de 12 maanden</c>, <c>het schooljaar</c>.</summary>
    internal static Wording Definite(DurationStep duration)
    {
        var shown = duration.InSentence();
        return duration.Unit == DurationUnit.SchoolYear ? shown : new($"de {shown.Dutch}", $"the {shown.English}");
    }

    /// <summary>A line in one text: <c>48 uur in 12 maanden</c>.</summary>
    internal static Wording Line(PublishedLine line, DurationStep duration)
    {
        var value = PublishedWords.Value(line.Volume, line.Unit, duration);
        var or = line is { AlternativeVolume: { } volume, AlternativeUnit: { } unit } ? Amount(volume, unit) : null;
        return or is null
            ? value
            : new($"{value.Dutch}, of {or.Dutch} in plaats van dat volume",
                $"{value.English}, or {or.English} in place of that volume");
    }

    /// <summary>The name of a kind of framework, in a sentence.</summary>
    internal static Wording NameOf(FrameworkKind kind) => kind switch
    {
        FrameworkKind.Rgk => new("het richtinggevend kader", "the guiding framework"),
        FrameworkKind.Norm => new("het normenkader", "the limiting framework"),
        FrameworkKind.None => new("geen kader", "no framework"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of framework."),
    };

    /// <summary>What a rule asks, with the option that tells it.</summary>
    internal static Wording Asking(ConditionKind kind) => kind switch
    {
        ConditionKind.Age => new("de leeftijd (--age)", "the age (--age)"),
        ConditionKind.Location => new("de locatie (--location)", "the location (--location)"),
        ConditionKind.WithStay => new(
            "of er verblijf is (--with-stay of --without-stay)",
            "whether there is a stay (--with-stay or --without-stay)"),
        ConditionKind.Order => new(
            "of het een eerste of een vervolgtraject is (--order)",
            "whether it is a first or a follow-up trajectory (--order)"),
        ConditionKind.Intervention => new("de interventie (--intervention)", "the intervention (--intervention)"),
        ConditionKind.Concurrent => new(
            "of er een ander ambulant traject naast loopt (--concurrent)",
            "whether another ambulatory trajectory runs beside it (--concurrent)"),
        ConditionKind.Municipality => new("de gemeente (--municipality)", "the municipality (--municipality)"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown condition."),
    };

    /// <summary>The column of a list that tells what a rule asks.</summary>
    internal static string ColumnOf(ConditionKind kind) => kind switch
    {
        ConditionKind.Age => RequestColumn.Age.Name(),
        ConditionKind.Location => RequestColumn.Location.Name(),
        ConditionKind.WithStay => RequestColumn.WithStay.Name(),
        ConditionKind.Order => RequestColumn.Order.Name(),
        ConditionKind.Intervention => RequestColumn.Intervention.Name(),
        ConditionKind.Concurrent => RequestColumn.Concurrent.Name(),
        ConditionKind.Municipality => RequestColumn.Municipality.Name(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown condition."),
    };

    /// <summary>What was told of something that a rule asks; null: nothing.</summary>
    internal static Wording? Told(ConditionKind kind, RequestFacts facts) => kind switch
    {
        ConditionKind.Age when facts.Age is { } age =>
            new($"de leeftijd is {Numbers.Whole(age)} jaar", $"the age is {Numbers.Whole(age)}"),
        ConditionKind.Location when facts.Location is { } place =>
            new($"de locatie is {place}", $"the location is {place}"),
        ConditionKind.WithStay when facts.WithStay is { } stay => stay
            ? new("er is verblijf", "there is a stay")
            : new("er is geen verblijf", "there is no stay"),
        ConditionKind.Order when facts.Order is { } order => order == CareOrder.First
            ? new("het is een eerste traject", "it is a first trajectory")
            : new("het is een vervolgtraject", "it is a follow-up trajectory"),
        ConditionKind.Intervention when facts.Intervention is { } name =>
            new($"de interventie is {name}", $"the intervention is {name}"),
        ConditionKind.Concurrent when facts.IsConcurrent is { } beside => beside
            ? new("er loopt een ander traject naast", "another trajectory runs beside it")
            : new("er loopt niets naast", "nothing runs beside it"),
        ConditionKind.Municipality when facts.Municipality is { } code =>
            new($"de gemeente is {code}", $"the municipality is {code}"),
        _ => null,
    };

    /// <summary>Several texts with commas, and a word before the last.</summary>
    internal static Wording List(IReadOnlyList<Wording> texts, Wording before)
    {
        return new(In(Language.Dutch), In(Language.English));

        string In(Language language) => texts.Count == 1
            ? texts[0].In(language)
            : $"{string.Join(", ", texts.SkipLast(1).Select(text => text.In(language)))} {before.In(language)} "
                + texts[^1].In(language);
    }

    private static Wording Often(VolumeFrequency frequency) => frequency switch
    {
        VolumeFrequency.PerDay => new(" per dag", " a day"),
        VolumeFrequency.PerWeek => new(" per week", " a week"),
        VolumeFrequency.PerMonth => new(" per maand", " a month"),
        VolumeFrequency.Total => Wording.Same(string.Empty),
        _ => throw new ArgumentOutOfRangeException(nameof(frequency), frequency, "Unknown frequency."),
    };
}
