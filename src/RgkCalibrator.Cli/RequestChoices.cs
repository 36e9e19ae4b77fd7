using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Requests;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Cli;

/// <summary>From options to a request; what cannot be is refused here.</summary>
internal static class RequestChoices
{
    /// <summary>The request that the options describe.</summary>
    /// <exception cref="CalibrationException">Something is missing, or cannot be.</exception>
    public static CareRequest Request(CheckOptions options) => new(
        (options.Product ?? throw Missing("--product", "--product 54002")).Trim(), Volume(options), Duration(options))
    {
        Facts = Facts(options),
        LongestBeside = options.Concurrent is { } words ? Step("--concurrent", words) : null,
        Provider = options.Provider?.Trim() ?? string.Empty,
    };

    /// <summary>Refuses what belongs to one request beside a list of them.</summary>
    /// <exception cref="CalibrationException">Some of it was given.</exception>
    public static void RefuseBesideList(CheckOptions options)
    {
        (string Name, bool IsGiven)[] given =
        [
            ("--product", options.Product is not null), ("--volume", options.Volume is not null),
            ("--unit", options.Unit is not null), ("--per", options.Per is not null),
            ("--duration", options.Duration is not null), ("--start", options.Start is not null),
            ("--end", options.End is not null), ("--age", options.Age is not null),
            ("--with-stay", options.WithStay), ("--without-stay", options.WithoutStay),
            ("--order", options.Order is not null), ("--location", options.Location is not null),
            ("--intervention", options.Intervention is not null), ("--municipality", options.Municipality is not null),
            ("--provider", options.Provider is not null), ("--concurrent", options.Concurrent is not null),
        ];
        var found = string.Join(' ', given.Where(one => one.IsGiven).Select(one => one.Name));
        if (found.Length == 0)
            return;
        throw Refusals.Wrong(
            new("Bij een lijst staat dit in de kolommen, niet in de opdracht.",
                "With a list this stands in its columns, and not in the command."),
            found,
            new("Laat het weg, of laat --list weg.", "Leave it out, or leave --list out."));
    }

    /// <summary>Refuses what belongs to a list beside one request.</summary>
    /// <exception cref="CalibrationException">Some of it was given.</exception>
    public static void RefuseWithoutList(CheckOptions options)
    {
        if (options is { Out: null, Strict: false })
            return;
        throw Refusals.Wrong(
            new("Dit hoort bij een lijst van aanvragen.", "This belongs to a list of requests."),
            options.Out is null ? "--strict" : "--out",
            new("Laat het weg, of geef een lijst met --list.", "Leave it out, or give a list with --list."));
    }

    private static RequestedVolume Volume(CheckOptions options)
    {
        var text = options.Volume ?? throw Missing("--volume", "--volume 60");
        if (!RequestNumber.TryRead(text, out var amount))
        {
            throw Refusals.Wrong(
                new("Dit is geen volume, of het is op twee manieren te lezen.",
                    "This is no volume, or it can be read in two ways."),
                $"--volume {text}",
                new("Schrijf een getal boven 0 en tot een miljoen, als 60 of 60,5, zonder punt voor duizendtallen.",
                    "Write a number above 0 and up to a million, like 60 or 60.5, without a mark for thousands."));
        }

        return new RequestedVolume(
            amount,
            options.Unit is { } unit ? CareUnits.Read(unit) ?? throw NoUnit(unit) : null,
            options.Per is { } per ? RequestCells.Frequency(per) ?? throw NoFrequency() : VolumeFrequency.Total);
    }

    private static RequestedDuration Duration(CheckOptions options)
    {
        var (start, end) = (Day("--start", options.Start), Day("--end", options.End));
        return (options.Duration, start, end) switch
        {
            ({ } words, null, null) => RequestedDuration.Of(Step("--duration", words)),
            ({ } words, { } first, null) => RequestedDuration.Of(first, Step("--duration", words)),
            (null, { } first, { } last) when first <= last => RequestedDuration.Of(new Period(first, last)),
            (null, not null, not null) => throw Refusals.Wrong(
                new("De laatste dag komt voor de eerste.", "The last day comes before the first."),
                $"--start {options.Start} --end {options.End}",
                new("Verbeter een van beide.", "Correct one of them.")),
            _ => throw Refusals.Wrong(
                new("De duur van de aanvraag is niet te bepalen.",
                    "The duration of the request cannot be told."),
                "--duration, --start, --end",
                new("Geef --duration, of --start en --end, of --duration met --start.",
                    "Give --duration, or --start and --end, or --duration with --start.")),
        };
    }

    private static RequestFacts Facts(CheckOptions options)
    {
        if (options is { WithStay: true, WithoutStay: true })
        {
            throw Refusals.Wrong(
                new("Er is verblijf of er is geen verblijf, niet allebei.",
                    "There is a stay or there is none, not both."),
                "--with-stay --without-stay",
                new("Laat een van beide weg.", "Leave one of them out."));
        }

        return new RequestFacts
        {
            Age = Choices.Within("--age", options.Age, 0, RequestFacts.HighestAge),
            WithStay = options.WithStay ? true : options.WithoutStay ? false : null,
            Order = options.Order is { } order ? RequestCells.Order(order) ?? throw NoOrder() : null,
            IsConcurrent = options.Concurrent is null ? null : true,
            Location = options.Location?.Trim(),
            Intervention = options.Intervention?.Trim(),
            Municipality = options.Municipality?.Trim(),
        };
    }

    private static DurationStep Step(string option, string words) => DurationWords.TryRead(words, out var step)
        ? step
        : throw Refusals.Wrong(
            new("Dit is geen duur.", "This is no duration."), $"{option} {words}", DurationWords.Forms);

    private static DateOnly? Day(string option, string? text) => text is null
        ? null
        : RequestCells.Day(text) ?? throw Refusals.Wrong(
            new("Dit is geen dag van 2000 tot en met 2099.", "This is no day from 2000 to 2099."),
            $"{option} {text}",
            new("Schrijf een dag als 2025-09-01 of 01-09-2025, met de dag voor de maand.",
                "Write a day like 2025-09-01 or 01-09-2025, with the day before the month."));

    private static CalibrationException Missing(string option, string example) => Refusals.Wrong(
        new("Van de aanvraag ontbreekt iets.", "Something of the request is missing."),
        option,
        new($"Geef het erbij, bijvoorbeeld {example}.", $"Give it too, for example {example}."));

    private static CalibrationException NoUnit(string unit) => Refusals.Wrong(
        new("Deze eenheid is er niet.", "There is no such unit."),
        $"--unit {unit}",
        new("Geef minuut, uur, dagdeel, etmaal of een iJw-code.", "Give minuut, uur, dagdeel, etmaal or an iJw code."));

    private static CalibrationException NoFrequency() =>
        Refusals.NoSuch(new("Deze frequentie", "frequency"), "--per", "total", "week", "month", "day");

    private static CalibrationException NoOrder() =>
        Refusals.NoSuch(new("Deze volgorde", "order"), "--order", "first", "follow-up");
}
