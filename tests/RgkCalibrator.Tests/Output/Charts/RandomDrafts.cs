using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Output.Charts;

/// <summary>
/// Drafts of random catalogues: products of any unit, with short and very long names, usual and odd durations, with and
/// without subgroups and a framework in force; few trajectories or many, spread, skewed or nearly equal.
/// </summary>
internal static class RandomDrafts
{
    private static readonly string[] Words =
    [
        "Begeleiding", "Hoogspecialistische", "Jeugd-GGZ", "ambulant", "in combinatie met", "verblijf", "groep",
        "licht", "i.p.v. school", "Kindergeneeskunde", "verlenging / vervolgtraject", "10 voor Toekomst", "WWW-MMM",
        "dyslexie", "(5-jarigen)", "Behandelingsondersteuningsvoorzieningen",
    ];

    private static readonly DurationStep[][] Durations =
    [
        [.. new[] { 3, 6, 9, 12, 18, 24 }.Select(DurationStep.Months)],
        [.. new[] { 6, 12 }.Select(DurationStep.Months)],
        [DurationStep.Weeks(12), DurationStep.Weeks(26), DurationStep.SchoolYear],
        [.. new[] { 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 18, 24, 36 }.Select(DurationStep.Months)],
    ];

    /// <summary>What may be shown of the draft of a seed.</summary>
    internal static SafeDraft Of(int seed)
    {
        var random = new Random(seed);
        var lines = new List<DraftLine>();
        var pooled = new List<DraftLine>();
        foreach (var i in Enumerable.Range(0, random.Next(1, 9)))
        {
            var product = ProductOf(random, i);
            var parts = random.Next(2) == 0 ? 1 : random.Next(2, 9);
            var cares = Enumerable.Range(0, parts).Select(part => CaresOf(random, product, part)).ToList();
            lines.AddRange(cares.Select((care, part) => LineOf(Care.Group(
                product, care,
                parts == 1 ? null : new GroupScope("deel" + Numbers.Whole(part), NameOf(random, part))))));
            if (parts > 1)
                pooled.Add(LineOf(Care.Group(product, cares.SelectMany(care => care))));
        }

        return SafeDraft.From(lines, new DisclosureProfile(), pooled);

        static DraftLine LineOf(Group group)
        {
            var line = Proposals.ForGroup(group, new FrameworkSettings());
            return line.Chosen is { Volume: not null, Duration: { } duration }
                ? line with { Followed = Observed.Followed(group, duration.Index, new DateOnly(2024, 12, 31)) }
                : line;
        }
    }

    private static Product ProductOf(Random random, int number)
    {
        var durations = Durations[random.Next(Durations.Length)];
        var product = Care.Usual with
        {
            Code = Numbers.Whole(40 + number) + "C" + Numbers.Whole(random.Next(10, 99)),
            Name = NameOf(random, number),
            Unit = random.Next(2) == 0 ? CareUnit.Uur : CareUnit.Dagdeel,
            AllowedDurations = durations,
        };
        return random.Next(4) == 0 ? product : product with
        {
            Current = [new CurrentLine(random.Next(1, 400), durations[random.Next(durations.Length)])],
        };
    }

    // A number keeps names apart.
    private static string NameOf(Random random, int number) => string.Join(
        ' ', Enumerable.Range(0, random.Next(1, 12)).Select(_ => Words[random.Next(Words.Length)])
            .Append(Numbers.Whole(number)));

    private static IEnumerable<Care> CaresOf(Random random, Product product, int part)
    {
        var (children, size, spread) = (
            random.Next(3) == 0 ? random.Next(5, 80) : random.Next(80, 900), Math.Pow(10, random.NextDouble() * 3),
            random.NextDouble() * 3);
        var steps = product.AllowedDurations.Count;
        for (var child = 0; child < children; child++)
        {
            var step = Math.Min(steps - 1, (int)(random.NextDouble() * random.NextDouble() * steps * 1.4));
            var middle = random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5;
            var units = Math.Round((decimal)(size * Math.Exp(spread * middle)), 1);
            var duration = product.AllowedDurations[step];
            var care = Care.Of((10_000 * part) + child, step, 0.5m + units, steps);
            yield return care with
            {
                Within = [.. care.Within.Select((ticks, i) => i < step ? ticks * (i + 1) / (step + 1) : ticks)],
                Start = new DateOnly(random.Next(2018, 2023), random.Next(1, 13), 1),
                Covariates = new(random.Next(1, 12) * random.Next(1, 3), default, null),
                Months = duration.Length - (random.Next(4) / 2.0),
                Days = Math.Max(
                    1, ((duration.Unit == DurationUnit.Month ? 30 : 7) * duration.Length) - random.Next(6)),
            };
        }
    }
}
