using RgkCalibrator.Catalogue;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Review;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Review;

/// <summary>Slips that somebody can make in a framework, each at a place that chance picks.</summary>
internal static class FrameworkMutations
{
    public static IReadOnlyList<(string Name, Func<PublishedFramework, SplitMix64, PublishedFramework> Mutate)> All
    {
        get;
    } =
    [
        ("a product left out of the list", (framework, random) =>
            framework with { Products = Without(framework.Products, HasLines(framework), random) }),
        ("a product twice in the list", (framework, random) =>
            framework with { Products = [.. framework.Products, Pick(framework.Products, random)] }),
        ("all lines of a product left out", (framework, random) =>
        {
            var code = Pick(framework.Lines, random).Code;
            return framework with { Lines = [.. framework.Lines.Where(line => line.Code != code)] };
        }),
        ("a line twice", (framework, random) =>
            framework with { Lines = [.. framework.Lines, Pick(framework.Lines, random)] }),
        ("a line of the other kind", (framework, random) => Change(framework, random, _ => true, line =>
            line with { Kind = line.Kind == FrameworkKind.Rgk ? FrameworkKind.Norm : FrameworkKind.Rgk })),
        ("another annex", (framework, random) => Change(framework, random, _ => true, line =>
            line with { Annex = 5 - line.Annex })),
        ("a product announced for nothing", (framework, random) => framework with
        {
            Products = Changed(framework.Products, HasLines(framework), random, product =>
                product with { Framework = FrameworkKind.None }),
        }),
        ("a wrong code at a line", (framework, random) => Change(framework, random, _ => true, line =>
            line with { Code = line.Code[..^1] + (char)(line.Code[^1] + 1) + "X" })),
        ("another level in the name", (framework, random) => Change(
            framework, random, line => line.Code is "41V01" or "41C02" or "45C05" or "45S09" or "45V05" or "45C09",
            line => line with { Product = string.Join(' ', line.Product.Split(' ').Select(OtherLevel)) })),
        ("a volume that does not follow from its intensity", (framework, random) => Change(
            framework, random, line => line.Intensity is not null, line =>
                line with { Volume = line.Volume + 2 + random.BelowFrom64Bits(50) })),
        ("an intensity with another digit", (framework, random) => Change(
            framework, random, line => line.Intensity is not null, line =>
                line with { Intensity = line.Intensity * 2 })),
        ("a duration that does not follow from its intensity", (framework, random) => Change(
            framework, random, line => line.Intensity is not null, line =>
                line with { Duration = DurationStep.Months(line.Duration == DurationStep.Months(12) ? 9 : 12) })),
        ("another unit in one of the lines of a product", (framework, random) => Change(
            framework, random, line => line.Code is "41A03" or "45HBO" or "54003" or "53WON", line =>
                line with { Unit = CareUnit.Etmaal })),
        ("no volume", (framework, random) => Change(framework, random, _ => true, line => line with { Volume = 0 })),
        ("a part left out", (framework, random) => framework with
        {
            Lines = Without(framework.Lines, IsPart, random),
        }),
        ("a follow-up with the duration of years", (framework, random) => Change(
            framework, random, line => line.Subgroup.Split('-').Contains("vervolg"), line =>
                line with { Duration = DurationStep.Months(24) })),
        ("less beside stay", (framework, random) => Change(
            framework, random, line => line.Subgroup.EndsWith("verblijf", StringComparison.Ordinal), line =>
                line with { Volume = 5 })),
        ("another alternative", (framework, random) => Change(
            framework, random, line => line.AlternativeVolume is not null, line =>
                line with { AlternativeVolume = line.AlternativeVolume + 10 })),
        ("two subgroups of one name", (framework, random) => Change(
            framework, random, line => line.Subgroup is "vervolg" or "kdc-5" or "ambulant-verblijf", line =>
                line with { Label = framework.Lines.First(other => other.Code == line.Code && other.Label.Length > 0
                    && other.Subgroup != line.Subgroup).Label })),
        ("another name at a line", (framework, random) => Change(framework, random, _ => true, line =>
            line with { Product = line.Product + " nieuw" })),
    ];

    private static string OtherLevel(string word) => word switch
    {
        "licht" => "zwaar",
        "middel" or "zwaar" => "licht",
        _ => word,
    };

    private static bool IsPart(PublishedLine line) =>
        line.Subgroup.Contains("eerste", StringComparison.Ordinal)
        || line.Subgroup.Contains("vervolg", StringComparison.Ordinal);

    private static Func<PublishedProduct, bool> HasLines(PublishedFramework framework)
    {
        var codes = framework.Lines.Select(line => line.Code).ToHashSet();
        return product => codes.Contains(product.Code);
    }

    private static PublishedFramework Change(
        PublishedFramework framework, SplitMix64 random, Func<PublishedLine, bool> which,
        Func<PublishedLine, PublishedLine> change) =>
        framework with { Lines = Changed(framework.Lines, which, random, change) };

    private static List<T> Changed<T>(IReadOnlyList<T> all, Func<T, bool> which, SplitMix64 random, Func<T, T> change)
        where T : class
    {
        var picked = Pick([.. all.Where(which)], random);
        return [.. all.Select(one => ReferenceEquals(one, picked) ? change(one) : one)];
    }

    private static List<T> Without<T>(IReadOnlyList<T> all, Func<T, bool> which, SplitMix64 random)
        where T : class
    {
        var picked = Pick([.. all.Where(which)], random);
        return [.. all.Where(one => !ReferenceEquals(one, picked))];
    }

    private static T Pick<T>(IReadOnlyList<T> all, SplitMix64 random) => all[random.BelowFrom64Bits(all.Count)];
}
