using RgkCalibrator.Yaml;

namespace RgkCalibrator.Catalogue;

/// <summary>Reads the subgroups of a product.</summary>
internal static class SubgroupReader
{
    internal static readonly string[] Keys = ["id", "label", "when", "differentiates"];

    private static readonly (string Key, ConditionKind Kind)[] Conditions =
    [
        ("age", ConditionKind.Age),
        ("location", ConditionKind.Location),
        ("with_stay", ConditionKind.WithStay),
        ("order", ConditionKind.Order),
        ("intervention", ConditionKind.Intervention),
        ("concurrent", ConditionKind.Concurrent),
        ("municipality", ConditionKind.Municipality),
    ];

    internal static readonly string[] ConditionKeys = [.. Conditions.Select(condition => condition.Key)];

    /// <summary>All of them, in the order of the file; <paramref name="usual"/> is what differs where one says nothing of it.</summary>
    public static IReadOnlyList<Subgroup> ReadAll(IReadOnlyList<YamlNode> nodes, OwnMeasures usual, YamlErrors mistakes)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var subgroups = new List<Subgroup>();
        foreach (var node in nodes)
        {
            var subgroup = Read(new YamlSection(node, "subgroups", Keys, mistakes), usual, mistakes);
            if (!seen.TryAdd(subgroup.Id, node.Line))
                throw mistakes.Duplicate("id", node.Line, subgroup.Id, seen[subgroup.Id]);
            subgroups.Add(subgroup);
        }

        return subgroups;
    }

    private static Subgroup Read(YamlSection block, OwnMeasures usual, YamlErrors mistakes)
    {
        var when = new YamlSection(block.Node("when"), "when", ConditionKeys, mistakes);
        var conditions = Conditions
            .Where(condition => when.Has(condition.Key))
            .Select(condition => ReadCondition(when, condition))
            .ToList();
        var id = block.Value("id", CatalogueFormats.Code);
        if (id == Subgroup.RestId)
            throw mistakes.ReservedId(block.LineOf("id"));
        return new Subgroup(id, block.Value("label", YamlFormat.Text), conditions.Count > 0 ? conditions : throw mistakes.NoValue(when.Line, "when"))
        {
            Own = block.Value("differentiates", CatalogueFormats.OwnMeasures, usual),
        };
    }

    private static SubgroupCondition ReadCondition(YamlSection when, (string Key, ConditionKind Kind) condition)
    {
        IReadOnlyList<string> values = condition.Kind switch
        {
            ConditionKind.Age => [when.Value(condition.Key, CatalogueFormats.Age)],
            ConditionKind.Order => [when.Value(condition.Key, CatalogueFormats.Order)],
            ConditionKind.WithStay or ConditionKind.Concurrent => [when.Value(condition.Key, YamlFormat.YesNo) ? "true" : "false"],
            ConditionKind.Location or ConditionKind.Intervention or ConditionKind.Municipality =>
                when.Values(condition.Key, YamlFormat.Text),
            _ => throw new ArgumentOutOfRangeException(nameof(condition), condition.Kind, "Unknown condition."),
        };
        return new SubgroupCondition(condition.Kind, values);
    }
}
