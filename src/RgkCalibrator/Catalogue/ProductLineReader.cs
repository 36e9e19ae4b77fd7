using RgkCalibrator.Yaml;

namespace RgkCalibrator.Catalogue;

/// <summary>Reads the lines and norms that a product already has.</summary>
internal static class ProductLineReader
{
    internal static readonly string[] CurrentKeys = ["subgroup", "volume", "duration", "intensity"];
    internal static readonly string[] ExistingKeys = ["volume", "duration", "source"];
    internal static readonly string[] GroundKeys = ["id", "summary"];

    /// <summary>The norm of a contract or guideline.</summary>
    public static ExistingLine Existing(YamlNode node, YamlErrors mistakes)
    {
        var block = new YamlSection(node, "existing", ExistingKeys, mistakes);
        return new ExistingLine(
            block.Value("volume", CatalogueFormats.Amount),
            block.Value("duration", CatalogueFormats.Duration),
            block.Value("source", YamlFormat.Text));
    }

    /// <summary>The reasons for which care may go beyond a line, in the order of the file.</summary>
    public static IReadOnlyList<ExceptionGround> Grounds(IReadOnlyList<YamlNode> nodes, YamlErrors mistakes)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var grounds = new List<ExceptionGround>();
        foreach (var block in nodes.Select(node => new YamlSection(node, "exceptionGrounds", GroundKeys, mistakes)))
        {
            var ground = new ExceptionGround(block.Value("id", CatalogueFormats.Code), block.Value("summary", YamlFormat.Text));
            if (!seen.TryAdd(ground.Id, block.Line))
                throw mistakes.Duplicate("id", block.Line, ground.Id, seen[ground.Id]);
            grounds.Add(ground);
        }

        return grounds;
    }

    /// <summary>The lines in force; at most one without subgroup and one for each of the product's subgroups.</summary>
    public static IReadOnlyList<CurrentLine> Current(IReadOnlyList<YamlNode> nodes, IReadOnlyList<Subgroup> subgroups, YamlErrors mistakes)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var lines = new List<CurrentLine>();
        foreach (var node in nodes)
        {
            var line = ReadLine(new YamlSection(node, "current", CurrentKeys, mistakes));
            // No subgroup has an empty id, so that "" can stand for the whole product.
            var id = line.SubgroupId ?? "";
            if (id.Length > 0 && subgroups.All(subgroup => subgroup.Id != id))
                throw mistakes.UnknownSubgroup(node.Line, id, [.. subgroups.Select(subgroup => subgroup.Id)]);
            if (!seen.TryAdd(id, node.Line))
            {
                throw id.Length == 0
                    ? mistakes.SecondWholeLine(node.Line, seen[id])
                    : mistakes.Duplicate("subgroup", node.Line, id, seen[id]);
            }

            lines.Add(line);
        }

        return lines;
    }

    private static CurrentLine ReadLine(YamlSection block) =>
        new(block.Value("volume", CatalogueFormats.Amount), block.Value("duration", CatalogueFormats.Duration))
        {
            SubgroupId = block.Has("subgroup") ? block.Value("subgroup", YamlFormat.Text) : null,
            Intensity = block.Has("intensity") ? block.Value("intensity", CatalogueFormats.Amount) : null,
        };
}
