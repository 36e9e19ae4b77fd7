using RgkCalibrator.Framework;

namespace RgkCalibrator.Review;

/// <summary>What can be wrong between lines that belong together: levels of one care, parts of one product.</summary>
internal static class SiblingRules
{
    private const int CodeLength = 5;

    // From light to heavy.
    private static readonly string[] Levels = ["licht", "middel", "zwaar"];

    /// <summary>
    /// A name of another level than the code says: codes that differ in their letter only (45C09, 45S09, 45V09) are one
    /// level of care, elsewhere or instead of something else.
    /// </summary>
    internal static IEnumerable<LintFinding> Level(PublishedFramework framework) =>
        from siblings in framework.Lines.DistinctBy(line => line.Code).Where(HasLevel).GroupBy(FamilyOfCode)
        let levels = siblings.GroupBy(line => LevelOf(line.Product)).OrderByDescending(level => level.Count()).ToList()
        where siblings.Key is not null && levels.Count > 1
        from line in levels.Skip(1).SelectMany(level => level)
        select LineRules.Finding("level", line with { Subgroup = string.Empty }, new(
            $"De naam zegt {Levels[LevelOf(line.Product)]}, maar producten met een verwante code heten "
                + $"{Levels[levels[0].Key]}.",
            $"The name says {Levels[LevelOf(line.Product)]}, but products with a related code are called "
                + $"{Levels[levels[0].Key]}."));

    /// <summary>Less volume a week than a lighter product of the same name has.</summary>
    internal static IEnumerable<LintFinding> LighterIsMore(PublishedFramework framework) =>
        from family in framework.Lines.Where(line => HasLevel(line) && line.Subgroup.Length == 0)
            .GroupBy(line => (Name: NameWithoutLevel(line.Product), line.Unit, Letter: LetterOf(line.Code)))
        from heavy in family
        from light in family
        where LevelOf(light.Product) < LevelOf(heavy.Product) && PerWeek(light) > PerWeek(heavy)
        select LineRules.Finding("lighter-is-more", heavy, new(
            $"Het lichtere {light.Code} heeft meer volume per week.",
            $"The lighter {light.Code} has more volume a week."));

    /// <summary>A first trajectory without a follow-up, or the other way round.</summary>
    internal static IEnumerable<LintFinding> LonelyPart(PublishedFramework framework) =>
        from product in framework.Lines.Where(line => IsFirst(line) is not null).GroupBy(Product)
        where product.DistinctBy(IsFirst).Count() == 1
        select LineRules.Finding("lonely-part", product.First(), new(
            "Van een eerste traject en een vervolgtraject is er maar een.",
            "Of a first and a follow-up trajectory there is only one."));

    /// <summary>A follow-up that may last longer than the first trajectory.</summary>
    internal static IEnumerable<LintFinding> LongerFollowUp(PublishedFramework framework) =>
        from product in framework.Lines.Where(line => IsFirst(line) is not null).GroupBy(Product)
        from first in product.Where(line => IsFirst(line) == true)
        from next in product.Where(line => IsFirst(line) == false)
        where next.Duration.InWeeks() > first.Duration.InWeeks() || next.Volume > first.Volume
        select LineRules.Finding("longer-follow-up", next, new(
            "Het vervolgtraject mag langer duren of meer volume hebben dan het eerste traject.",
            "The follow-up may last longer, or have more volume, than the first trajectory."));

    /// <summary>Less volume beside stay than without it.</summary>
    internal static IEnumerable<LintFinding> LessWithStay(PublishedFramework framework) =>
        from product in framework.Lines.Where(line => line.Subgroup.Length > 0).GroupBy(Product)
        from stay in product.Where(IsWithStay)
        where product.Any(line => !IsWithStay(line) && line.Volume > stay.Volume)
        select LineRules.Finding("less-with-stay", stay, new(
            "Naast verblijf is er minder volume dan zonder verblijf.",
            "Beside stay there is less volume than without it."));

    private static string Product(PublishedLine line) => line.Code;

    private static decimal PerWeek(PublishedLine line) => line.Volume / line.VolumeWeeks;

    private static bool IsWithStay(PublishedLine line) => HasWord(line, "verblijf");

    // Whether it is the line of a first trajectory; null where it is of neither part.
    private static bool? IsFirst(PublishedLine line) =>
        HasWord(line, "eerste") ? true : HasWord(line, "vervolg") ? false : null;

    private static bool HasWord(PublishedLine line, string word) =>
        line.Subgroup.Split('-').Contains(word, StringComparer.OrdinalIgnoreCase);

    private static bool HasLevel(PublishedLine line) => LevelOf(line.Product) >= 0;

    private static int LevelOf(string name) => Array.FindIndex(
        Levels, level => name.Split(' ').Contains(level, StringComparer.OrdinalIgnoreCase));

    private static string NameWithoutLevel(string name) => string.Join(
        ' ', name.Split(' ').Where(word => !Levels.Contains(word, StringComparer.OrdinalIgnoreCase)));

    // Null where the code is not two digits, a letter and two digits.
    private static string? FamilyOfCode(PublishedLine line) =>
        line.Code is { Length: CodeLength } code && char.IsAsciiLetter(code[2]) ? code[..2] + code[3..] : null;

    private static char LetterOf(string code) => code.Length == CodeLength ? code[2] : ' ';
}
