using System.Security.Cryptography;
using RgkCalibrator.Trajectories;
using RgkCalibrator.Yaml;

namespace RgkCalibrator.Catalogue;

/// <summary>
/// Reads catalogues. Every mistake in one is a <see cref="CalibrationException"/> that names the file, the line and what to write instead.
/// </summary>
public static class CatalogueFile
{
    private const string Haaglanden = "catalogue/haaglanden-2025.yaml";

    internal static readonly string[] Keys = ["name", "notice", "trajectories", "allowedDurations", "products"];
    internal static readonly string[] TrajectoryKeys =
    [
        "observed", "cohort", "cohortRule", "gapDays", "splitByProvider", "endKnowledge", "followUpDays", "atStartDays", "startedBefore", "asKnownOn",
    ];

    // Asked for by several at once, it is read once.
    private static readonly Lazy<ProductCatalogue> Shipped = new(ReadShipped);

    /// <summary>The catalogue in a YAML file, in UTF-8.</summary>
    /// <exception cref="CalibrationException">The file cannot be read or holds a mistake; the first one is told.</exception>
    public static ProductCatalogue Read(string path) => Parse(YamlFile.Read(path, CatalogueErrors.Of(path)), path);

    /// <summary>The published framework of the Haaglanden region of 8 July 2025: its products, and its lines as current ones.</summary>
    public static ProductCatalogue Haaglanden2025() => Shipped.Value;

    private static ProductCatalogue ReadShipped()
    {
        using var stream = typeof(CatalogueFile).Assembly.GetManifestResourceStream(Haaglanden)
            ?? throw new InvalidOperationException("The catalogue of Haaglanden is not in the assembly.");
        using var reader = new StreamReader(stream, YamlFile.StrictUtf8);
        return Parse(reader.ReadToEnd(), Haaglanden);
    }

    /// <summary>The catalogue in a text; <paramref name="file"/> is what messages call it.</summary>
    /// <exception cref="CalibrationException">The text holds a mistake; the first one is told.</exception>
    public static ProductCatalogue Parse(string text, string file)
    {
        var mistakes = CatalogueErrors.Of(file);
        var root = new YamlSection(YamlTree.Read(text, mistakes), "catalogus", Keys, mistakes);
        var usual = ProductReader.ReadDurations(root, Product.UsualDurations, mistakes);
        var trajectories = ReadTrajectories(new YamlSection(root.Node("trajectories"), "trajectories", TrajectoryKeys, mistakes), mistakes);
        var blocks = root.RequiredItems("products").Select(node => new ProductReader(node, usual, mistakes)).ToList();
        RefuseDuplicateCodes(blocks, mistakes);
        return new ProductCatalogue(
            root.Value("name", YamlFormat.Text, Path.GetFileNameWithoutExtension(file)),
            trajectories,
            [.. blocks.Select(block => block.Product)],
            root.Has("notice") ? root.Value("notice", YamlFormat.Text).Trim() : null)
        {
            // Line ends are the editor's, not the analyst's.
            Fingerprint = Convert.ToHexStringLower(SHA256.HashData(YamlFile.StrictUtf8.GetBytes(text.ReplaceLineEndings("\n")))),
        };
    }

    private static TrajectorySettings ReadTrajectories(YamlSection block, YamlErrors mistakes)
    {
        var observed = block.Value("observed", CatalogueFormats.Period);
        var cohort = block.Value("cohort", CatalogueFormats.Period, observed);
        if (cohort.First < observed.First || cohort.Last > observed.Last)
            throw mistakes.CohortOutside(block.LineOf("cohort"));
        var usual = new TrajectorySettings(observed, cohort, GapDays: 90, SplitByProvider: false);
        return usual with
        {
            GapDays = block.Value("gapDays", CatalogueFormats.Days, usual.GapDays),
            SplitByProvider = block.Value("splitByProvider", YamlFormat.YesNo, usual.SplitByProvider),
            Rule = block.Value("cohortRule", CatalogueFormats.Cohort, usual.Rule),
            EndKnowledge = block.Value("endKnowledge", CatalogueFormats.EndKnowledge, usual.EndKnowledge),
            FollowUpDays = block.Value("followUpDays", CatalogueFormats.Days, usual.FollowUpDays),
            AtStartDays = block.Value("atStartDays", CatalogueFormats.Days, usual.AtStartDays),
            StartedBefore = ReadStartedBefore(block, mistakes),
            AsKnownOn = ReadAsKnownOn(block, observed, mistakes),
        };
    }

    private static bool ReadStartedBefore(YamlSection block, YamlErrors mistakes)
    {
        const string Key = "startedBefore";
        var isAsked = block.Value(Key, YamlFormat.YesNo, false);
        return !isAsked || block.Value("cohortRule", CatalogueFormats.Cohort, CohortRule.Started) == CohortRule.Started
            ? isAsked
            : throw mistakes.LateWithOtherCohort(block.LineOf(Key));
    }

    private static DateOnly? ReadAsKnownOn(YamlSection block, Period observed, YamlErrors mistakes)
    {
        const string Key = "asKnownOn";
        if (!block.Has(Key))
            return null;
        var day = block.Value(Key, CatalogueFormats.Day);
        return day >= observed.First && day <= observed.Last ? day : throw mistakes.NotObserved(block.LineOf(Key), Key);
    }

    private static void RefuseDuplicateCodes(List<ProductReader> blocks, YamlErrors mistakes)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var block in blocks)
        {
            if (!lines.TryAdd(block.Product.Code, block.CodeLine))
                throw mistakes.Duplicate("code", block.CodeLine, block.Product.Code, lines[block.Product.Code]);
        }

        // A former code may be another product's present one, but only up to a day: without one it would hide that product.
        var former = lines.ToDictionary(pair => new FormerCode(pair.Key, null), pair => pair.Value);
        foreach (var (block, code) in blocks.SelectMany(block => block.Product.FormerCodes, (block, code) => (block, code)))
        {
            if (!former.TryAdd(code, block.FormerCodesLine))
                throw mistakes.Duplicate("formerCodes", block.FormerCodesLine, code.Code, former[code]);
        }
    }
}
