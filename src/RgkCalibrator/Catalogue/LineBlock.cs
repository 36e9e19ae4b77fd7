using RgkCalibrator.Yaml;

namespace RgkCalibrator.Catalogue;

/// <summary>Reads the lines and norms that a product already has.</summary>
internal static class LineBlock
{
    internal static readonly string[] CurrentKeys = ["subgroup", "volume", "duration", "intensity"];
    internal static readonly string[] ExistingKeys = ["volume", "duration", "source"];
    internal static readonly string[] GroundKeys = ["id", "summary"];

    /// <summary>The norm of a contract or guideline.</summary>
    public static ExistingLine Existing(YamlNode node, YamlMistakes mistakes)
    {
        var block = new YamlBlock(node, "existing", ExistingKeys, mistakes);
        return new ExistingLine(
            block.Value("volume", CatalogueForms.Amount),
            block.Value("duration", CatalogueForms.Duration),
            block.Value("source", YamlForm.Text));
    }

    /// <summary>The reasons for which care may go beyond a line, in the order of the file.</summary>
    public static IReadOnlyList<ExceptionGround> Grounds(IReadOnlyList<YamlNode> nodes, YamlMistakes mistakes)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var grounds = new List<ExceptionGround>();
        foreach (var block in nodes.Select(node => new YamlBlock(node, "exceptionGrounds", GroundKeys, mistakes)))
        {
            var ground = new ExceptionGround(block.Value("id", CatalogueForms.Code), block.Value("summary", YamlForm.Text));
            if (!seen.TryAdd(ground.Id, block.Line))
                throw mistakes.Duplicate("id", block.Line, ground.Id, seen[ground.Id]);
            grounds.Add(ground);
        }

        return grounds;
    }

    /// <summary>The lines in force; at most one without subgroup and one for each of the product's subgroups.</summary>
    public static IReadOnlyList<CurrentLine> Current(IReadOnlyList<YamlNode> nodes, IReadOnlyList<Subgroup> subgroups, YamlMistakes mistakes)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var lines = new List<CurrentLine>();
        foreach (var node in nodes)
        {
            var line = ReadLine(new YamlBlock(node, "current", CurrentKeys, mistakes));
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

    private static CurrentLine ReadLine(YamlBlock block) =>
        new(block.Value("volume", CatalogueForms.Amount), block.Value("duration", CatalogueForms.Duration))
        {
            SubgroupId = block.Has("subgroup") ? block.Value("subgroup", YamlForm.Text) : null,
            Intensity = block.Has("intensity") ? block.Value("intensity", CatalogueForms.Amount) : null,
        };
}
