using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Trajectories;
using RgkCalibrator.Yaml;

namespace RgkCalibrator.Catalogue;

/// <summary>Reads one product of a catalogue.</summary>
internal sealed class ProductReader
{
    internal static readonly string[] Keys =
    [
        "code", "name", "framework", "role", "unit", "formerCodes", "part", "observation", "allowedDurations", "maximumDuration",
        "volumeStep", "intensityUnit", "alternativeUnit", "convertsDagdelen", "existing", "current", "subgroups", "differentiates", "exceptionGrounds", "tariff",
    ];

    internal static readonly string[] FormerCodeKeys = ["code", "until"];

    private readonly YamlSection _block;
    private readonly YamlErrors _mistakes;

    public ProductReader(YamlNode node, IReadOnlyList<DurationStep> usualDurations, YamlErrors mistakes)
    {
        _block = new YamlSection(node, "products", Keys, mistakes);
        _mistakes = mistakes;
        var differentiates = _block.Value("differentiates", CatalogueFormats.OwnMeasures, OwnMeasures.Both);
        var subgroups = SubgroupReader.ReadAll(_block.Items("subgroups"), differentiates, mistakes);
        Product = new Product(
            _block.Value("code", CatalogueFormats.Code),
            _block.Value("name", YamlFormat.Text),
            _block.Value("framework", CatalogueFormats.Framework),
            _block.Value("role", CatalogueFormats.Role, ProductRole.Ambulatory),
            _block.Value("unit", CatalogueFormats.Unit))
        {
            FormerCodes = [.. _block.Items("formerCodes").Select(ReadFormerCode)],
            Part = _block.Value("part", CatalogueFormats.Part, PartRule.None),
            Observation = _block.Value("observation", CatalogueFormats.Observation, Observation.Trajectory),
            AllowedDurations = ReadDurations(_block, usualDurations, mistakes),
            MaximumDuration = _block.Has("maximumDuration") ? _block.Value("maximumDuration", CatalogueFormats.Duration) : null,
            VolumeStep = _block.Has("volumeStep") ? _block.Value("volumeStep", CatalogueFormats.Amount) : null,
            IntensityUnit = _block.Has("intensityUnit") ? _block.Value("intensityUnit", CatalogueFormats.Intensity) : null,
            AlternativeUnit = _block.Has("alternativeUnit") ? _block.Value("alternativeUnit", YamlFormat.Text) : null,
            ConvertsDagdelen = _block.Value("convertsDagdelen", YamlFormat.YesNo, whenAbsent: false),
            Existing = _block.Has("existing") ? ProductLineReader.Existing(_block.Node("existing"), mistakes) : null,
            Current = ProductLineReader.Current(_block.Items("current"), subgroups, mistakes),
            Subgroups = subgroups,
            Own = differentiates,
            ExceptionGrounds = ProductLineReader.Grounds(_block.Items("exceptionGrounds"), mistakes),
            Tariff = _block.Has("tariff") ? _block.Value("tariff", CatalogueFormats.Amount) : null,
        };
        if (subgroups.Count == 0 && _block.Has("differentiates"))
            throw mistakes.NothingToDifferentiate(_block.LineOf("differentiates"));
        RefuseMaximumBelowSteps();
        RefuseForeignIntensity();
    }

    /// <summary>What the block says.</summary>
    public Product Product { get; }

    /// <summary>Where its code stands.</summary>
    public int CodeLine => _block.LineOf("code");

    /// <summary>Where its former codes begin.</summary>
    public int FormerCodesLine => _block.LineOf("formerCodes");

    /// <summary>The allowed durations of a block, ascending; the usual ones when it names none.</summary>
    public static IReadOnlyList<DurationStep> ReadDurations(
        YamlSection block, IReadOnlyList<DurationStep> usual, YamlErrors mistakes)
    {
        const string Key = "allowedDurations";
        if (!block.Has(Key))
            return usual;
        var steps = block.Values(Key, CatalogueFormats.Duration);
        for (var later = 1; later < steps.Count; later++)
        {
            if (DurationText.Rank(steps[later]) <= DurationText.Rank(steps[later - 1]))
                throw mistakes.NotAscending(block.LineOf(Key), Key);
        }

        return steps;
    }

    private FormerCode ReadFormerCode(YamlNode node)
    {
        if (node is YamlText { Text.Length: > 0 } code)
            return new FormerCode(code.Text, null);
        var block = new YamlSection(node, "formerCodes", FormerCodeKeys, _mistakes);
        return new FormerCode(
            block.Value("code", YamlFormat.Text),
            block.Has("until") ? block.Value("until", CatalogueFormats.Day) : null);
    }

    private void RefuseMaximumBelowSteps()
    {
        if (Product.MaximumDuration is { } maximum && DurationText.Rank(maximum) < DurationText.Rank(Product.AllowedDurations[0]))
            throw _mistakes.MaximumTooShort(_block.LineOf("maximumDuration"));
    }

    private void RefuseForeignIntensity()
    {
        var fits = Product.IntensityUnit switch
        {
            null => true,
            IntensityUnit.MinuutPerWeek or IntensityUnit.UurPerWeek => Product.Unit is CareUnit.Uur or CareUnit.Minuut,
            IntensityUnit.DagdeelPerWeek => Product.Unit == CareUnit.Dagdeel,
            IntensityUnit.EtmaalPerWeek => Product.Unit == CareUnit.Etmaal,
            _ => throw new InvalidOperationException("Unknown intensity unit."),
        };
        if (!fits)
            throw _mistakes.ForeignIntensity(_block.LineOf("intensityUnit"));
    }
}
