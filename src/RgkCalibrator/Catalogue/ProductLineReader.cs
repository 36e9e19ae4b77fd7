using RgkCalibrator.Yaml;

namespace RgkCalibrator.Catalogue;

/// <summary>Reads the lines and norms that a product already has, and the grounds for care beyond them.</summary>
internal static class ProductLineReader
{
    internal static readonly string[] CurrentKeys = ["subgroup", "volume", "duration", "intensity"];
    internal static readonly string[] ExistingKeys = ["volume", "duration", "source"];
    internal static readonly string[] GroundKeys = ["id", "summary"];

    /// <summary>The norm of a contract or guideline; null: the product has none.</summary>
    public static ExistingLine? ReadExisting(YamlSection product)
    {
        if (!product.Has("existing"))
            return null;
        var section = product.Section("existing", ExistingKeys);
        return new ExistingLine(
            section.Value("volume", CatalogueFormats.Amount),
            section.Value("duration", CatalogueFormats.Duration),
            section.Value("source", YamlFormat.Text));
    }

    /// <summary>The reasons for which care may go beyond a line, in the order of the file.</summary>
    public static IReadOnlyList<ExceptionGround> ReadGrounds(YamlSection product)
    {
        var ids = new UniqueValues(product.Errors);
        var grounds = new List<ExceptionGround>();
        foreach (var section in product.Sections("exceptionGrounds", GroundKeys))
        {
            var ground = new ExceptionGround(
                section.Value("id", CatalogueFormats.Code), section.Value("summary", YamlFormat.Text));
            ids.Add("id", ground.Id, section.Line);
            grounds.Add(ground);
        }

        return grounds;
    }

    /// <summary>The lines in force; at most one without subgroup and one for each of the product's subgroups.</summary>
    public static IReadOnlyList<CurrentLine> ReadCurrent(YamlSection product, IReadOnlyList<Subgroup> subgroups)
    {
        var ids = new UniqueValues(product.Errors);
        var lines = new List<CurrentLine>();
        foreach (var section in product.Sections("current", CurrentKeys))
        {
            var line = ReadLine(section);
            if (line.SubgroupId is { } id && subgroups.All(subgroup => subgroup.Id != id))
                throw product.Errors.UnknownSubgroup(section.Line, id, [.. subgroups.Select(subgroup => subgroup.Id)]);
            // No subgroup has an empty id, so that "" can stand for the whole product.
            if (line.SubgroupId is null && ids.LineOf("") is { } earlier)
                throw product.Errors.SecondWholeLine(section.Line, earlier);
            ids.Add("subgroup", line.SubgroupId ?? "", section.Line);
            lines.Add(line);
        }

        return lines;
    }

    private static CurrentLine ReadLine(YamlSection section) =>
        new(section.Value("volume", CatalogueFormats.Amount), section.Value("duration", CatalogueFormats.Duration))
        {
            SubgroupId = section.Has("subgroup") ? section.Value("subgroup", YamlFormat.Text) : null,
            Intensity = section.Has("intensity") ? section.Value("intensity", CatalogueFormats.Amount) : null,
        };
}
