using RgkCalibrator.Yaml;

namespace RgkCalibrator.Catalogue;

/// <summary>Reads the subgroups of a product.</summary>
internal static class SubgroupReader
{
    internal static readonly string[] Keys = ["id", "label", "when", "differentiates"];

    private static readonly Condition[] Conditions =
    [
        new("age", ConditionKind.Age, CatalogueFormats.Age),
        new("location", ConditionKind.Location, YamlFormat.Text, TakesSeveral: true),
        new("with_stay", ConditionKind.WithStay, YamlFormat.Word("true", "false")),
        new("order", ConditionKind.Order, CatalogueFormats.Order),
        new("intervention", ConditionKind.Intervention, YamlFormat.Text, TakesSeveral: true),
        new("concurrent", ConditionKind.Concurrent, YamlFormat.Word("true", "false")),
        new("municipality", ConditionKind.Municipality, YamlFormat.Text, TakesSeveral: true),
    ];

    internal static readonly string[] ConditionKeys = [.. Conditions.Select(condition => condition.Key)];

    /// <summary>
    /// All of them, in the order of the file; <paramref name="usual"/> is what differs where one says nothing of it.
    /// </summary>
    public static IReadOnlyList<Subgroup> ReadAll(YamlSection product, OwnMeasures usual)
    {
        var ids = new UniqueValues(product.Errors);
        var subgroups = new List<Subgroup>();
        foreach (var section in product.Sections("subgroups", Keys))
        {
            var subgroup = Read(section, usual);
            ids.Add("id", subgroup.Id, section.Line);
            subgroups.Add(subgroup);
        }

        return subgroups;
    }

    private static Subgroup Read(YamlSection section, OwnMeasures usual)
    {
        var when = section.Section("when", ConditionKeys);
        var conditions = Conditions.Where(condition => when.Has(condition.Key))
            .Select(condition => condition.ReadFrom(when)).ToList();
        var id = section.Value("id", CatalogueFormats.Code);
        if (id == Subgroup.RestId)
            throw section.Errors.ReservedId(section.LineOf("id"));
        var label = section.Value("label", YamlFormat.Text);
        return new Subgroup(
            id, label, conditions.Count > 0 ? conditions : throw section.Errors.NoValue(when.Line, "when"))
        {
            Own = section.Value("differentiates", CatalogueFormats.OwnMeasures, usual),
        };
    }

    private sealed record Condition(
        string Key, ConditionKind Kind, YamlFormat<string> Format, bool TakesSeveral = false)
    {
        public SubgroupCondition ReadFrom(YamlSection when) =>
            new(Kind, TakesSeveral ? when.Values(Key, Format) : [when.Value(Key, Format)]);
    }
}
