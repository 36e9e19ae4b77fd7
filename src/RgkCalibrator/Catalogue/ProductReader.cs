using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Trajectories;
using RgkCalibrator.Yaml;

namespace RgkCalibrator.Catalogue;

/// <summary>Reads one product of a catalogue.</summary>
internal static class ProductReader
{
    internal static readonly string[] Keys =
    [
        "code",
        "name",
        "framework",
        "role",
        "unit",
        "formerCodes",
        "part",
        "observation",
        "allowedDurations",
        "maximumDuration",
        "volumeStep", "intensityUnit", "alternativeUnit", "convertsDagdelen", "existing", "current", "subgroups",
        "differentiates", "exceptionGrounds", "tariff",
    ];

    internal static readonly string[] FormerCodeKeys = ["code", "until"];

    /// <summary>The product of a block; <paramref name="usualDurations"/> are allowed where it names none.</summary>
    public static Product Read(YamlSection section, IReadOnlyList<DurationStep> usualDurations)
    {
        var differentiates = section.Value("differentiates", CatalogueFormats.OwnMeasures, OwnMeasures.Both);
        var subgroups = SubgroupReader.ReadAll(section, differentiates);
        var product = new Product(
            section.Value("code", CatalogueFormats.Code),
            section.Value("name", YamlFormat.Text),
            section.Value("framework", CatalogueFormats.Framework),
            section.Value("role", CatalogueFormats.Role, CareRole.Ambulatory),
            section.Value("unit", CatalogueFormats.Unit))
        {
            FormerCodes = [.. section.Items("formerCodes").Select(node => ReadFormerCode(node, section.Errors))],
            Part = section.Value("part", CatalogueFormats.Part, PartRule.None),
            Observation = section.Value("observation", CatalogueFormats.Observation, Observation.Trajectory),
            AllowedDurations = ReadDurations(section, usualDurations),
            MaximumDuration = section.Has("maximumDuration")
                ? section.Value("maximumDuration", CatalogueFormats.Duration)
                : null,
            VolumeStep = section.Has("volumeStep") ? section.Value("volumeStep", CatalogueFormats.Amount) : null,
            IntensityUnit = section.Has("intensityUnit")
                ? section.Value("intensityUnit", CatalogueFormats.Intensity)
                : null,
            AlternativeUnit = section.Has("alternativeUnit") ? section.Value("alternativeUnit", YamlFormat.Text) : null,
            ConvertsDagdelen = section.Value("convertsDagdelen", YamlFormat.YesNo, whenAbsent: false),
            Existing = ProductLineReader.ReadExisting(section),
            Current = ProductLineReader.ReadCurrent(section, subgroups),
            Subgroups = subgroups,
            Own = differentiates,
            ExceptionGrounds = ProductLineReader.ReadGrounds(section),
            Tariff = section.Has("tariff") ? section.Value("tariff", CatalogueFormats.Amount) : null,
        };
        Check(product, section);
        return product;
    }

    /// <summary>The allowed durations of a block, ascending; the usual ones when it names none.</summary>
    public static IReadOnlyList<DurationStep> ReadDurations(YamlSection section, IReadOnlyList<DurationStep> usual)
    {
        const string Key = "allowedDurations";
        if (!section.Has(Key))
            return usual;
        var steps = section.Values(Key, CatalogueFormats.Duration);
        for (var later = 1; later < steps.Count; later++)
        {
            if (DurationText.Rank(steps[later]) <= DurationText.Rank(steps[later - 1]))
                throw section.Errors.NotAscending(section.LineOf(Key), Key);
        }

        return steps;
    }

    private static FormerCode ReadFormerCode(YamlNode node, YamlErrors errors)
    {
        if (node is YamlText { Text.Length: > 0 } code)
            return new FormerCode(code.Text, null);
        var section = new YamlSection(node, "formerCodes", FormerCodeKeys, errors);
        return new FormerCode(
            section.Value("code", YamlFormat.Text),
            section.Has("until") ? section.Value("until", CatalogueFormats.Day) : null);
    }

    private static void Check(Product product, YamlSection section)
    {
        if (product.Subgroups.Count == 0 && section.Has("differentiates"))
            throw section.Errors.NothingToDifferentiate(section.LineOf("differentiates"));
        if (product.MaximumDuration is { } maximum
            && DurationText.Rank(maximum) < DurationText.Rank(product.AllowedDurations[0]))
        {
            throw section.Errors.MaximumTooShort(section.LineOf("maximumDuration"));
        }

        if (product.IntensityUnit is { } intensity && !Fits(intensity, product.Unit))
            throw section.Errors.ForeignIntensity(section.LineOf("intensityUnit"));
    }

    private static bool Fits(IntensityUnit intensity, CareUnit unit) => intensity switch
    {
        IntensityUnit.MinuutPerWeek or IntensityUnit.UurPerWeek => unit is CareUnit.Uur or CareUnit.Minuut,
        IntensityUnit.DagdeelPerWeek => unit == CareUnit.Dagdeel,
        IntensityUnit.EtmaalPerWeek => unit == CareUnit.Etmaal,
        _ => throw new ArgumentOutOfRangeException(nameof(intensity), intensity, "Unknown intensity unit."),
    };
}
