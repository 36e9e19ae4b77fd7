using System.Globalization;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Synthetic;

/// <summary>
/// Makes requests from what is right about them: the verdict and the line come first, and the volume and the last day
/// follow from these by plain arithmetic, not by the code that checks requests.
/// </summary>
/// <remarks>Many lie exactly at a limit or one step beyond it: 0.01 of a unit, a day, a minute a week.</remarks>
internal sealed class RequestDraws
{
    private const string Kdc = "KDC";
    private const string Elsewhere = "Dagcentrum";
    private const int MostDaysBeyond = 300;
    private const int OldestOther = 17;

    // Verdicts, as often as they stand here.
    private static readonly string[] Verdicts =
    [
        "inside", "inside", "inside", "beyond-volume", "beyond-volume", "beyond-duration", "beyond-duration",
        "beyond-both", "inside", "no-line", "unknown-product", "fact-missing", "unreadable",
    ];

    // Without the fact the lines of these give different answers: a volume between their volumes, or months between
    // their durations.
    private static readonly (string Code, decimal Volume, int Months)[] Undecided =
    [
        ("54003", 150, 12), ("54004", 100, 6), ("45C10", 100, 12), ("45MBO", 40, 8), ("45HBP", 20, 7),
        ("45WON", 9, 9), ("53WON", 8.5m, 12),
    ];

    private readonly List<(Product Product, CurrentLine Line)> _lines;
    private readonly List<Product> _without;
    private SplitMix64 _random;

    private RequestDraws(ProductCatalogue catalogue, long seed, int request)
    {
        _lines = [.. catalogue.Products.SelectMany(product => product.Current, (product, line) => (product, line))];
        _without = [.. catalogue.Products.Where(product => product.Current.Count == 0)];
        // Far from the streams of children.
        _random = SplitMix64.ForStream(seed, request, attempt: int.MaxValue);
    }

    /// <summary>The requests of a seed.</summary>
    internal static IEnumerable<SyntheticRequest> Of(ProductCatalogue catalogue, long seed, int count) =>
        from request in Enumerable.Range(0, count)
        let verdict = Verdicts[request % Verdicts.Length]
        select new RequestDraws(catalogue, seed, request).Draw(request / Verdicts.Length, verdict);

    private SyntheticRequest Draw(int round, string verdict) => verdict switch
    {
        "no-line" => Start(_without[Below(_without.Count)]) with { Verdict = verdict },
        "unknown-product" => Start(_lines[0].Product) with
        {
            Code = $"9{Numbers.Whole(1000 + Below(9000))}",
            Verdict = verdict,
        },
        "fact-missing" => Missing() with { Verdict = verdict },
        "unreadable" => Unreadable(round),
        _ => OfLine(_lines[Below(_lines.Count)], verdict),
    };

    private SyntheticRequest OfLine((Product Product, CurrentLine Line) one, string verdict)
    {
        var (product, line) = one;
        var request = WithFacts(
            product, line, Start(product) with { Subgroup = SubgroupOf(product, line), Verdict = verdict });
        var (beyondVolume, beyondDuration) = (
            verdict is "beyond-volume" or "beyond-both", verdict is "beyond-duration" or "beyond-both");
        var last = LastDay(line.Duration, request.First);
        var isWeekly = product.Unit == CareUnit.Uur && line.Duration.Unit == DurationUnit.Month && !beyondDuration
            && Below(4) == 0;
        if (isWeekly)
            return Weekly(request with { Last = last }, line, beyondVolume);
        return request with
        {
            Last = beyondDuration ? last.AddDays(OneOrMore(MostDaysBeyond)) : Earlier(last, request.First),
            Volume = Text(VolumeOf(product, line.Volume, beyondVolume, beyondDuration)),
        };
    }

    // The minutes a week of which so many months of 52/12 weeks just hold the volume.
    private static SyntheticRequest Weekly(SyntheticRequest request, CurrentLine line, bool isBeyond)
    {
        var most = (int)decimal.Floor(line.Volume * 60 * 12 / (52 * line.Duration.Length));
        return request with
        {
            Volume = Numbers.Whole(isBeyond ? most + 1 : most),
            Unit = SyntheticRequest.CodeOf(CareUnit.Minuut),
            Frequency = "2",
        };
    }

    private decimal VolumeOf(Product product, decimal limit, bool isBeyond, bool isLonger)
    {
        // Of a line for a year a year of the volume counts: four times is more than that of two years.
        if (isBeyond && isLonger && product.Observation == Observation.CareYear)
            return limit * 4;
        if (isBeyond)
            return limit + (OneOrMore(100 * (int)decimal.Ceiling(limit)) / 100m);
        return Below(4) switch
        {
            0 => limit,
            1 => limit - 0.01m,
            _ => decimal.Ceiling(limit * (1 + Below(99))) / 100m is var part && part > 0 ? part : limit,
        };
    }

    private SyntheticRequest Missing()
    {
        var (code, volume, months) = Undecided[Below(Undecided.Length)];
        var request = Start(_lines.First(one => one.Product.Code == code).Product);
        return request with { Volume = Text(volume), Last = request.First.AddMonths(months).AddDays(-1) };
    }

    private SyntheticRequest Unreadable(int round)
    {
        var (product, line) = _lines[Below(_lines.Count)];
        var request = Start(product) with { Volume = Text(line.Volume), Verdict = "unreadable" };
        return (round % 7) switch
        {
            0 => request with { Last = request.First.AddDays(-1), Reason = "end-before-start" },
            1 => request with { Volume = string.Empty, Reason = "missing-volume" },
            2 => request with { Volume = "1.234", Reason = "doubtful-volume" },
            3 => request with { Unit = "99", Reason = "unknown-unit" },
            4 => request with { Frequency = "3", Reason = "unknown-frequency" },
            5 => request with { Code = string.Empty, Reason = "missing-product" },
            _ => request with { Last = null, Reason = "missing-duration" },
        };
    }

    // A year from a day of 2025 to 2027, with one unit of its product.
    private SyntheticRequest Start(Product product)
    {
        var first = new DateOnly(2025, 9, 1).AddDays(Below(700));
        return new SyntheticRequest(product.Code, first)
        {
            Last = first.AddDays(180),
            Volume = "1",
            Unit = SyntheticRequest.CodeOf(product.Unit),
        };
    }

    private SyntheticRequest WithFacts(Product product, CurrentLine line, SyntheticRequest request)
    {
        var rules = product.Subgroups.FirstOrDefault(subgroup => subgroup.Id == line.SubgroupId)?.When ?? [];
        request = request with { Birth = BirthAt(request.First, Below(OldestOther + 1)) };
        foreach (var rule in rules)
        {
            request = rule.Kind switch
            {
                ConditionKind.Age => request with { Birth = BirthAt(request.First, AgeOf(rule.Values[0])) },
                ConditionKind.Location => request with { Location = rule.Values[0] },
                ConditionKind.WithStay => request with { WithStay = rule.Values[0] == "true" },
                ConditionKind.Order => request with
                {
                    Order = rule.Values[0] == "first" ? CareOrder.First : CareOrder.FollowUp,
                },
                _ => throw new InvalidOperationException($"No request is made for {rule.Kind}."),
            };
        }

        // What is in no subgroup: too old for the KDC, or elsewhere.
        if (product.Subgroups.Count == 0 || line.SubgroupId is not null)
            return request;
        return Below(2) == 0
            ? request with { Location = Elsewhere }
            : request with { Location = Kdc, Birth = BirthAt(request.First, 6 + Below(OldestOther - 5)) };
    }

    private int AgeOf(string ages)
    {
        var ends = ages.Split('-').Select(age => int.Parse(age, CultureInfo.InvariantCulture)).ToList();
        return ends[0] + Below(ends[^1] - ends[0] + 1);
    }

    private DateOnly BirthAt(DateOnly first, int age) => first.AddYears(-age).AddDays(-1 - Below(MostDaysBeyond));

    private DateOnly Earlier(DateOnly last, DateOnly first) => Below(4) switch
    {
        0 => last,
        1 => last > first ? last.AddDays(-1) : last,
        _ => last.AddDays(-Below(last.DayNumber - first.DayNumber + 1)),
    };

    private int OneOrMore(int most) => Below(4) == 0 ? 1 : 1 + Below(most);

    private int Below(int count) => _random.BelowFrom64Bits(count);

    private static string SubgroupOf(Product product, CurrentLine line) =>
        line.SubgroupId ?? (product.Subgroups.Count == 0 ? string.Empty : Subgroup.RestId);

    private static DateOnly LastDay(DurationStep duration, DateOnly first) => duration.Unit switch
    {
        DurationUnit.Month => first.AddMonths(duration.Length).AddDays(-1),
        DurationUnit.Week => first.AddDays((7 * duration.Length) - 1),
        _ => new DateOnly(first.Month >= 8 ? first.Year + 1 : first.Year, 7, 31),
    };

    private static string Text(decimal volume) => volume.ToString("0.##", CultureInfo.InvariantCulture);
}
