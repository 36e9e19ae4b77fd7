using RgkCalibrator.Yaml;

namespace RgkCalibrator.Catalogue;

/// <summary>
/// The names of files that products and subgroups give, of charts for one: a product's code, with a hyphen and the id
/// of a subgroup behind it. Windows and macOS do not tell capitals apart.
/// </summary>
internal static class CatalogueFileNames
{
    // What Windows keeps for devices.
    private static readonly string[] Reserved =
    [
        "CON", "PRN", "AUX", "NUL",
        .. Enumerable.Range(0, 10).SelectMany(i => new[] { $"COM{Numbers.Whole(i)}", $"LPT{Numbers.Whole(i)}" }),
    ];

    /// <exception cref="CalibrationException">Two names are equal, or Windows does not allow one.</exception>
    internal static void RefuseEqual(
        IReadOnlyList<YamlSection> sections, IReadOnlyList<Product> products, YamlErrors errors)
    {
        var lines = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < products.Count; i++)
        {
            var (product, line) = (products[i], sections[i].LineOf("code"));
            if (Reserved.Contains(product.Code, StringComparer.OrdinalIgnoreCase))
                throw errors.ReservedFileName(line, product.Code);
            Add(product.Code, line);
            if (product.Subgroups.Count > 0)
                Add($"{product.Code}-{Subgroup.RestId}", line);
            foreach (var (subgroup, node) in product.Subgroups.Zip(sections[i].Items("subgroups")))
                Add($"{product.Code}-{subgroup.Id}", node.Line);
        }

        void Add(string name, int line)
        {
            if (!lines.TryAdd(name, line))
                throw errors.SameFileName(line, name, lines[name]);
        }
    }
}
