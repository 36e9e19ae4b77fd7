using System.Globalization;
using RgkCalibrator.Trajectories;
using RgkCalibrator.Yaml;

namespace RgkCalibrator.Catalogue;

/// <summary>
/// Reads catalogues. Every mistake in one is a <see cref="CalibrationException"/> that names the file, the line and
/// what to write instead.
/// </summary>
public static class CatalogueFile
{
    private const string Haaglanden = "catalogue/haaglanden-2025.yaml";

    internal static readonly string[] Keys =
        ["name", "notice", "inForceSince", "aims", "index", "trajectories", "allowedDurations", "products"];

    internal static readonly string[] TrajectoryKeys =
    [
        "observed", "cohort", "cohortRule", "gapDays", "splitByProvider", "endKnowledge", "followUpDays", "atStartDays",
        "startedBefore", "asKnownOn",
    ];

    internal static readonly string[] AimKeys = ["children", "euros", "saving"];

    // The years of which declarations can be.
    private const int FirstYear = 2000;
    private const int LastYear = 2099;

    // Asked for by several at once, it is read once.
    private static readonly Lazy<ProductCatalogue> Shipped = new(ReadShipped);

    /// <summary>The catalogue in a YAML file, in UTF-8.</summary>
    /// <exception cref="CalibrationException">The file cannot be read or holds a mistake; the first one is
    /// told.</exception>
    public static ProductCatalogue Read(string path) => Parse(YamlFile.Read(path, CatalogueErrors.ForFile(path)), path);

    /// <summary>
    /// The published framework of the Haaglanden region of 8 July 2025: its products, and its lines as current ones.
    /// </summary>
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
        var errors = CatalogueErrors.ForFile(file);
        var root = new YamlSection(YamlTree.Read(text, errors), "catalogus", Keys, errors);
        var usual = ProductReader.ReadDurations(root, Product.UsualDurations);
        var trajectories = ReadTrajectories(root.Section("trajectories", TrajectoryKeys));
        var (sections, products) = (new List<YamlSection>(), new List<Product>());
        foreach (var node in root.RequiredItems("products"))
        {
            sections.Add(new YamlSection(node, "products", ProductReader.Keys, errors));
            products.Add(ProductReader.Read(sections[^1], usual));
        }

        RefuseDuplicateCodes(sections, products, errors);
        CatalogueFileNames.RefuseEqual(sections, products, errors);
        var name = root.Value("name", YamlFormat.Text, Path.GetFileNameWithoutExtension(file));
        var notice = root.Has("notice") ? root.Value("notice", YamlFormat.Text).Trim() : null;
        return new ProductCatalogue(name, trajectories, products, notice)
        {
            Text = text,
            InForceSince = root.Has("inForceSince") ? root.Value("inForceSince", CatalogueFormats.Day) : null,
            Aims = root.Has("aims") ? ReadAims(root.Section("aims", AimKeys)) : Aims.None,
            Index = root.Has("index") ? ReadIndex(root) : PriceIndex.None,
        };
    }

    private static Aims ReadAims(YamlSection section) => new(
        section.Has("saving") ? section.Value("saving", CatalogueFormats.Saving) : null,
        section.Has("children") ? section.Value("children", CatalogueFormats.Year) : null,
        section.Has("euros") ? section.Value("euros", CatalogueFormats.Year) : null);

    private static PriceIndex ReadIndex(YamlSection root)
    {
        var years = Enumerable.Range(FirstYear, LastYear - FirstYear + 1).Select(year => Numbers.Whole(year)).ToList();
        var section = root.Section("index", years);
        return new PriceIndex(years.Where(section.Has).ToDictionary(
            year => int.Parse(year, CultureInfo.InvariantCulture),
            year => section.Value(year, CatalogueFormats.Rise)));
    }

    private static TrajectorySettings ReadTrajectories(YamlSection section)
    {
        var observed = section.Value("observed", CatalogueFormats.Period);
        var cohort = section.Value("cohort", CatalogueFormats.Period, observed);
        if (cohort.First < observed.First || cohort.Last > observed.Last)
            throw section.Errors.CohortOutside(section.LineOf("cohort"));
        var usual = new TrajectorySettings(observed, cohort, GapDays: 90, SplitByProvider: false);
        var settings = usual with
        {
            GapDays = section.Value("gapDays", CatalogueFormats.Days, usual.GapDays),
            SplitByProvider = section.Value("splitByProvider", YamlFormat.YesNo, usual.SplitByProvider),
            Rule = section.Value("cohortRule", CatalogueFormats.Cohort, usual.Rule),
            EndKnowledge = section.Value("endKnowledge", CatalogueFormats.EndKnowledge, usual.EndKnowledge),
            FollowUpDays = section.Value("followUpDays", CatalogueFormats.Days, usual.FollowUpDays),
            AtStartDays = section.Value("atStartDays", CatalogueFormats.Days, usual.AtStartDays),
            StartedBefore = section.Value("startedBefore", YamlFormat.YesNo, usual.StartedBefore),
            AsKnownOn = section.Has("asKnownOn") ? section.Value("asKnownOn", CatalogueFormats.Day) : null,
        };
        if (settings.StartedBefore && settings.Rule != CohortRule.Started)
            throw section.Errors.LateWithOtherCohort(section.LineOf("startedBefore"));
        if (settings.AsKnownOn < observed.First || settings.AsKnownOn > observed.Last)
            throw section.Errors.NotObserved(section.LineOf("asKnownOn"), "asKnownOn");
        return settings;
    }

    private static void RefuseDuplicateCodes(List<YamlSection> sections, List<Product> products, YamlErrors errors)
    {
        var codes = new UniqueValues(errors);
        for (var i = 0; i < products.Count; i++)
            codes.Add("code", products[i].Code, sections[i].LineOf("code"));

        // A former code may be another product's present one, but only up to a day: without one it would hide that
        // product.
        for (var i = 0; i < products.Count; i++)
        {
            foreach (var former in products[i].FormerCodes)
            {
                var until = former.Until is { } day ? Numbers.Date(day, Language.English) : string.Empty;
                codes.Add("formerCodes", former.Code, sections[i].LineOf("formerCodes"), until);
            }
        }
    }
}
