using System.Globalization;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Tests.Groups;

namespace RgkCalibrator.Tests.Disclosure.Attack;

/// <summary>A made-up region: some products, each with one line or with some parts, and the choices of a run.</summary>
internal sealed record RandomRelease(IReadOnlyList<ProductGroups> Products, FrameworkSettings Settings)
{
    private static readonly (decimal Chosen, decimal Compared)[] Percentiles =
        [(80, 75), (80, 75), (75, 80), (80, 90), (82.5m, 80), (90, 80), (66.5m, 75), (50, 75), (85, 82.5m)];

    private static readonly DateOnly KnownTo = new(2023, 12, 31);

    private static readonly HashSet<int> Unnamed = [0];

    public static DisclosureProfile Together { get; } = new();

    /// <summary>The rules for each figure by itself.</summary>
    public static DisclosureProfile Apart { get; } = new() { HoldsTogether = false };

    /// <summary>
    /// How many regions are tried: RGK_ATTACKS=2000 tries as many as a release of the program should.
    /// </summary>
    public static int Number { get; } = int.Parse(
        Environment.GetEnvironmentVariable("RGK_ATTACKS") ?? "40", CultureInfo.InvariantCulture);

    /// <summary>Regions of 1,500 to 90,000 children, most of them small.</summary>
    /// <param name="first">The first of them that is taken.</param>
    /// <param name="each">One of so many is taken.</param>
    public static IEnumerable<RandomRelease> All(int first = 0, int each = 1) =>
        Enumerable.Range(0, Number).Where(seed => seed % each == first).Select(seed =>
            Of(seed, (int)(1500 * Math.Pow(60, Math.Pow(new Random(seed).NextDouble(), 4)))));

    public IReadOnlyList<DraftLine> Lines { get; } =
        [.. Products.SelectMany(product => Proposals.ForProduct(product, Settings)).Select(Followed)];

    /// <summary>A line with those of its trajectories that could be followed for its duration.</summary>
    private static DraftLine Followed(DraftLine line) => line.Chosen is not { Volume: not null, Duration: { } duration }
        ? line
        : line with { Followed = Observed.Followed(line.Group, duration.Index, KnownTo), UnnamedProviders = Unnamed };

    public SafeDraft By(DisclosureProfile profile) => SafeDraft.From(
        Lines, profile,
        [
            .. Products.Where(product => product.Parts.Count > 0)
                .Select(product => Proposals.ForGroup(product.Whole, Settings)),
        ]);

    /// <summary>A region of about so many children, over products of very different sizes.</summary>
    public static RandomRelease Of(int seed, int children)
    {
        var random = new Random(seed);
        var (chosen, compared) = Percentiles[random.Next(Percentiles.Length)];
        var settings = new FrameworkSettings
        {
            Percentage = Percentage.Of(chosen),
            Compared = Percentage.Of(compared),
            Estimator = random.Next(2) == 0 ? Estimator.Corrected : Estimator.Completed,
        };
        var parts = Enumerable.Range(0, random.Next(5, 25)).Select(_ => Math.Pow(random.NextDouble(), 2)).ToList();
        return new RandomRelease(
            [.. parts.Select((part, i) => Product(random, i, (int)(children * part / parts.Sum())))], settings);
    }

    /// <summary>The region without some of the children of its groups.</summary>
    public RandomRelease Keeping(Func<Group, int, bool> keeps)
    {
        // Its lines are worked out anew.
        return new RandomRelease(
            [
                .. Products.Select(product =>
                {
                    var whole = Part(product.Whole, GroupScope.Whole);
                    return product.Parts.Count == 0
                        ? new ProductGroups(whole)
                        : new ProductGroups(whole, [.. product.Parts.Select(part => Part(part, part.Scope))], whole);
                }),
            ],
            Settings);

        Group Part(Group group, GroupScope scope) => Care.Group(
            group.Product, Care.CaresOf(group).Where(care => keeps(group, care.Child)), scope);
    }

    private static ProductGroups Product(Random random, int number, int children)
    {
        var product = Care.Usual with
        {
            Code = "P" + number,
            VolumeStep = random.Next(4) switch { 0 => 5m, 1 => 0.1m, _ => null },
            Own = (OwnMeasures)random.Next(3),
        };
        if (random.Next(2) == 0)
            return new ProductGroups(Care.Group(product, Cares(random, product, 0, children)));
        var sizes = Enumerable.Range(0, random.Next(2, 4)).Select(_ => Math.Pow(random.NextDouble(), 3)).ToList();
        var cares = sizes.Select((size, i) =>
            Cares(random, product, i * children, (int)Math.Ceiling(children * size / sizes.Sum()))).ToList();
        var whole = Care.Group(product, cares.SelectMany(care => care));
        return new ProductGroups(
            whole,
            [.. cares.Select((care, i) => Care.Group(product, care, new GroupScope("deel" + i, "Deel " + i)))],
            whole);
    }

    /// <summary>Trajectories with volumes and lengths as they are: skew, with many of a whole year.</summary>
    private static List<Care> Cares(Random random, Product product, int first, int children)
    {
        var (volume, spread, running) = (5 + random.Next(100), 0.2 + random.NextDouble(), random.Next(4) * 0.05);
        var few = random.Next(3) == 0 ? random.Next(12) : 0;
        var (unit, again) = (random.Next(2) == 0 ? 6000 : 1500, random.NextDouble() * 0.3);
        var cares = new List<Care>();
        for (var child = 0; child < children; child++)
        {
            do
                cares.Add(One(child));
            while (random.NextDouble() < again);
        }

        return cares;

        Care One(int child)
        {
            var months = random.Next(4) == 0 ? 12 : Math.Round(4 * (0.25 + (Math.Exp(Normal() * 0.8) * 8))) / 4;
            var isRunning = child < few || random.NextDouble() < running;
            var seen = isRunning ? Math.Max(0.25, Math.Round(4 * months * random.NextDouble()) / 4) : months;
            var whole = (long)(Math.Ceiling(volume * Math.Exp(Normal() * spread) * Math.Sqrt(seen / 12)) * unit);
            var steps = product.AllowedDurations;
            var step = steps.TakeWhile(one => one.Length < months).Count();
            return new Care(
                first + child, step, [.. steps.Select(one => (long)(whole * Math.Min(1, one.Length / seen)))])
            {
                Months = seen,
                Days = (int)(seen * 30.4),
                IsRunning = isRunning,
                Whole = whole,
                Start = new DateOnly(2018, 1, 1).AddDays((int)((first + child) * 7_919L % 1_900)),
                // Few declare no provider; of the others some are small.
                Covariates = new(
                    (first + child) % 97 == 0 ? 0 : 1 + (int)Math.Sqrt((first + child) * 31L % 101), default, null),
            };
        }

        double Normal() =>
            Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }
}
