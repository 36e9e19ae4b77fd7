using RgkCalibrator.Yaml;

namespace RgkCalibrator.Catalogue;

/// <summary>Reads the lines and norms that a product already has.</summary>
internal static class LineBlock
{
    private static readonly string[] CurrentKeys = ["subgroup", "label", "volume", "duration", "intensity"];
    private static readonly string[] ExistingKeys = ["volume", "duration", "source"];

    /// <summary>The norm of a contract or guideline.</summary>
    public static ExistingLine Existing(YamlNode node, YamlMistakes mistakes)
    {
        var block = new YamlBlock(node, "existing", ExistingKeys, mistakes);
        return new ExistingLine(
            block.Value("volume", CatalogueForms.Amount),
            block.Value("duration", CatalogueForms.Duration),
            block.Value("source", YamlForm.Text));
    }

    /// <summary>The lines in force; at most one for the whole product and one per subgroup.</summary>
    public static IReadOnlyList<CurrentLine> Current(IReadOnlyList<YamlNode> nodes, YamlMistakes mistakes)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var lines = new List<CurrentLine>();
        foreach (var node in nodes)
        {
            var line = ReadLine(new YamlBlock(node, "current", CurrentKeys, mistakes));
            // No subgroup has an empty id, so that "" can stand for the whole product.
            var id = line.SubgroupId ?? "";
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

    private static CurrentLine ReadLine(YamlBlock block)
    {
        // The two belong together: asking for one asks for the other.
        var isSubgroup = block.Has("subgroup") || block.Has("label");
        return new CurrentLine(block.Value("volume", CatalogueForms.Amount), block.Value("duration", CatalogueForms.Duration))
        {
            SubgroupId = isSubgroup ? block.Value("subgroup", YamlForm.Text) : null,
            Label = isSubgroup ? block.Value("label", YamlForm.Text) : null,
            Intensity = block.Has("intensity") ? block.Value("intensity", CatalogueForms.Amount) : null,
        };
    }
}
