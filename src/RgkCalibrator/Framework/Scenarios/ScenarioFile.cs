using System.Globalization;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Yaml;

namespace RgkCalibrator.Framework.Scenarios;

/// <summary>
/// Reads scenarios: a YAML file with a list of named sets of choices. The first mistake is told with its line.
/// </summary>
public static class ScenarioFile
{
    private const int MostScenarios = 50;
    private const decimal LeastPercentile = 50;
    private const decimal MostPercentile = 99.5m;

    private static readonly string[] Keys =
    [
        "name", "percentile", "estimator", "observed", "cohort", "cohortRule", "gapDays", "splitByProvider",
        "asKnownOn", "concurrent", "interventions", "withoutMunicipality",
        "volume", "pair", "merge", "duration",
    ];

    private static readonly YamlFormat<Percentage> Percentile = new(
        "een heel of half getal van 50 tot en met 99.5, zoals 80",
        "a whole or half number from 50 to 99.5, such as 80",
        TryPercentile);

    private static readonly YamlFormat<Estimator> Estimators = YamlFormat.Choice(
        ("corrected", Estimator.Corrected), ("completed", Estimator.Completed));

    private static readonly YamlFormat<VolumeBasis> Volumes = YamlFormat.Choice(
        ("within-duration", VolumeBasis.WithinDuration), ("whole-trajectory", VolumeBasis.WholeTrajectory),
        ("care-year", VolumeBasis.CareYear));

    private static readonly YamlFormat<bool> Pairs = YamlFormat.Choice(("marginal", false), ("joint", true));

    private static readonly YamlFormat<bool> Durations = YamlFormat.Choice(
        ("own", false), ("longest-concurrent", true));

    private static readonly YamlFormat<bool> Presence = YamlFormat.Choice(("with", true), ("without", false));

    /// <summary>The scenarios in a YAML file, in UTF-8; the base is not among them.</summary>
    /// <exception cref="CalibrationException">The file cannot be read or holds a mistake.</exception>
    public static IReadOnlyList<Scenario> Read(string path) => Parse(YamlFile.Read(path, MistakesOf(path)), path);

    /// <summary>The scenarios in a text; <paramref name="file"/> is what messages call it.</summary>
    /// <exception cref="CalibrationException">The text holds a mistake.</exception>
    public static IReadOnlyList<Scenario> Parse(string text, string file)
    {
        var mistakes = MistakesOf(file);
        var root = new YamlSection(YamlTree.Read(text, mistakes), "scenarios", ["scenarios"], mistakes);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Scenario.Base.Name };
        var scenarios = new List<Scenario>();
        foreach (var node in root.RequiredItems("scenarios"))
        {
            var section = new YamlSection(node, "scenarios", Keys, mistakes);
            scenarios.Add(Read(section) with { Place = new ScenarioPlace(file, section.LineOf("name")) });
            RefuseOtherThanWhole(scenarios[^1], section);
            if (!names.Add(scenarios[^1].Name) || scenarios.Count > MostScenarios)
            {
                throw mistakes.WrongFormat(
                    section.LineOf("name"), "name", scenarios[^1].Name,
                    new("een naam die nog niet voorkomt en niet 'basis' is, bij hoogstens 50 scenario's",
                        "a name that does not occur yet and is not 'basis', in at most 50 scenarios"));
            }
        }

        return scenarios;
    }

    private static Scenario Read(YamlSection section) => new(section.Value("name", YamlFormat.Text).Trim())
    {
        Percentage = section.Value("percentile", Percentile, null!),
        Estimator = section.Has("estimator") ? section.Value("estimator", Estimators) : null,
        Observed = section.Value("observed", CatalogueFormats.Period, null!),
        Cohort = section.Value("cohort", CatalogueFormats.Period, null!),
        CohortRule = section.Has("cohortRule") ? section.Value("cohortRule", CatalogueFormats.Cohort) : null,
        GapDays = section.Has("gapDays") ? section.Value("gapDays", CatalogueFormats.Days) : null,
        SplitByProvider = section.Has("splitByProvider")
            ? section.Value("splitByProvider", YamlFormat.YesNo)
            : null,
        AsKnownOn = section.Has("asKnownOn") ? section.Value("asKnownOn", CatalogueFormats.Day) : null,
        Population = new Population
        {
            HasConcurrent = section.Value("concurrent", Presence, true),
            HasInterventions = section.Value("interventions", Presence, true),
            WithoutMunicipality = section.Value("withoutMunicipality", YamlFormat.Text, null!),
        },
        Volume = section.Has("volume") ? section.Value("volume", Volumes) : null,
        IsJoint = section.Value("pair", Pairs, whenAbsent: false),
        Merge = MergeReading.Read(section),
        HasLongestConcurrent = section.Value("duration", Durations, whenAbsent: false),
    };

    // The pair that holds a share together is one of whole trajectories, with a duration of its own.
    private static void RefuseOtherThanWhole(Scenario scenario, YamlSection section)
    {
        if (!scenario.IsJoint)
            return;
        if (scenario.Volume is not null and not VolumeBasis.WholeTrajectory)
            throw WrongBesideJoint(section, "volume");
        if (scenario.HasLongestConcurrent)
            throw WrongBesideJoint(section, "duration");
    }

    private static CalibrationException WrongBesideJoint(YamlSection section, string key) => section.Errors.At(
        section.LineOf(key),
        new($"Bij 'pair: joint' past deze keuze van '{key}' niet: het paar gaat over hele trajecten.",
            $"This choice of '{key}' does not go with 'pair: joint': the pair is of whole trajectories."),
        new($"Haal '{key}' uit dit scenario, of maak er een tweede scenario van.",
            $"Take '{key}' out of this scenario, or make it a second scenario."));

    private static YamlErrors MistakesOf(string file) => new(
        file,
        new("scenariobestand", "scenario file"),
        new("een sleutel als 'scenarios'", "a key such as 'scenarios'"));

    private static bool TryPercentile(string text, out Percentage percentage)
    {
        var isOne = decimal.TryParse(
                text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent is >= LeastPercentile and <= MostPercentile && decimal.IsInteger(percent * 2);
        percentage = isOne ? Percentage.Of(percent) : Percentage.Of(0);
        return isOne;
    }
}
