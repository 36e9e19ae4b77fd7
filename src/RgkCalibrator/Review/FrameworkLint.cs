namespace RgkCalibrator.Review;

/// <summary>Looks in a framework for what does not fit together.</summary>
public static class FrameworkLint
{
    private static readonly Func<PublishedFramework, IEnumerable<LintFinding>>[] RulesOfList =
    [
        ListRules.CodeTwice, ListRules.NoLine, ListRules.NotAnnounced, ListRules.OtherKind, ListRules.OtherName,
    ];

    // Lines of different providers need not fit together.
    private static readonly Func<PublishedFramework, IEnumerable<LintFinding>>[] RulesOfProvider =
    [
        LineRules.LineTwice, LineRules.LabelTwice, LineRules.NotPositive, LineRules.OtherAnnex, LineRules.OtherUnit,
        LineRules.Intensity, LineRules.Alternative, VolumeRules.MoreThanAWeek, VolumeRules.FarFromFormer,
        SiblingRules.Level, SiblingRules.LighterIsMore, SiblingRules.LonelyPart, SiblingRules.LongerFollowUp,
        SiblingRules.LessWithStay,
    ];

    /// <summary>All findings, by product in the order of the framework.</summary>
    /// <param name="framework">
    /// Without products, the rules that compare lines with the list of products find nothing.
    /// </param>
    public static IReadOnlyList<LintFinding> Check(PublishedFramework framework)
    {
        var codes = framework.Products.Select(product => product.Code)
            .Concat(framework.Lines.Select(line => line.Code)).Distinct().ToList();
        var findings = RulesOfList.SelectMany(rule => rule(framework))
            .Concat(RulesOfProvider.SelectMany(rule => OfProviders(framework).SelectMany(rule)).Distinct());
        return [.. findings.OrderBy(finding => codes.IndexOf(finding.Code))];
    }

    private static IEnumerable<PublishedFramework> OfProviders(PublishedFramework framework) =>
        framework.Lines.GroupBy(line => line.Provider).Select(lines => framework with { Lines = [.. lines] });
}
