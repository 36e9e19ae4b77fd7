using System.Security.Cryptography;
using System.Text.Json;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Presentation;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Output.Packets;

public sealed class ManifestTests
{
    public static TheoryData<string, Func<CalibrationSettings, CalibrationSettings>> Choices => new()
    {
        { "MaxLineDays", settings => settings with { MaxLineDays = 31 } },
        { "Png", settings => settings with { Png = settings.Png with { Charts = PngCharts.All } } },
        { "PngWidth", settings => settings with { Png = settings.Png with { Width = PngSettings.LargeWidth } } },
        { "Plots", settings => settings with { Plots = true } },
        { "Language", settings => settings with { Language = Language.English } },
        { "Percentage", settings => WithFramework(settings, own => own with { Percentage = Percentage.Of(90) }) },
        { "Compared", settings => WithFramework(settings, own => own with { Compared = Percentage.Of(50) }) },
        { "Estimator", settings => WithFramework(settings, own => own with { Estimator = Estimator.Completed }) },
        { "Type", settings => WithFramework(settings, own => own with { Type = QuantileType.Type7 }) },
        {
            "ReportedTypes",
            settings => WithFramework(settings, own => own with { ReportedTypes = [QuantileType.Type5] })
        },
        { "Confidence", settings => WithFramework(settings, own => own with { Confidence = 0.9 }) },
        { "BreakYear", settings => WithFramework(settings, own => own with { BreakYear = 2022 }) },
        { "Bootstraps", settings => WithFramework(settings, own => own with { Bootstraps = 99 }) },
        { "Seed", settings => WithFramework(settings, own => own with { Seed = 2 }) },
        { "Tiers", settings => WithFramework(settings, own => own with { Tiers = new TierSettings(17, 40, 121) }) },
        { "SmallestGroup", settings => WithDisclosure(settings, own => own with { SmallestGroup = 11 }) },
        { "CountRounding", settings => WithDisclosure(settings, own => own with { CountRounding = 10 }) },
        { "BothPercentilesFrom", settings => WithDisclosure(settings, own => own with { BothPercentilesFrom = 201 }) },
        { "LargestSameShare", settings => WithDisclosure(settings, own => own with { LargestSameShare = 0.8 }) },
        { "BandFrom", settings => WithDisclosure(settings, own => own with { BandFrom = 0.95 }) },
        { "AsOf", settings => WithDisclosure(settings, own => own with { AsOf = new(2026, 11, 1) }) },
        {
            "Exceptions",
            settings => WithDisclosure(
                settings, own => own with { Exceptions = [new("bandFrom", "a", "b", new(2027, 12, 31))] })
        },
        {
            "Presentation",
            settings => settings with { Presentation = new PresentationSettings { Products = ["45C02"] } }
        },
        { "PerProvider", settings => settings.WithLinesByProvider() },
        { "Mapping", settings => settings with { Mapping = ColumnMapping.None with { Fingerprint = "ab" } } },
        {
            "Observed",
            settings => With(settings, rules => rules with { Observed = new Period(new(2018, 1, 1), new(2024, 1, 1)) })
        },
        {
            "Cohort",
            settings => With(settings, rules => rules with { Cohort = new Period(new(2018, 1, 2), new(2023, 12, 31)) })
        },
        { "Rule", settings => With(settings, rules => rules with { Rule = CohortRule.Ended }) },
        { "GapDays", settings => With(settings, rules => rules with { GapDays = 91 }) },
        { "EndKnowledge", settings => With(settings, rules => rules with { EndKnowledge = EndKnowledge.Stops }) },
        { "FollowUpDays", settings => With(settings, rules => rules with { FollowUpDays = 366 }) },
        { "AtStartDays", settings => With(settings, rules => rules with { AtStartDays = 31 }) },
        { "StartedBefore", settings => With(settings, rules => rules with { StartedBefore = true }) },
        { "AsKnownOn", settings => With(settings, rules => rules with { AsKnownOn = new(2022, 12, 31) }) },
        { "SplitByProvider", settings => With(settings, rules => rules with { SplitByProvider = true }) },
    };

    [Theory]
    [MemberData(nameof(Choices))]
    public void Every_choice_is_described(string choice, Func<CalibrationSettings, CalibrationSettings> change)
    {
        var settings = SmallRegion.Settings;

        Assert.True(settings.Describe().ToJsonString() != change(settings).Describe().ToJsonString(), choice);
    }

    [Fact]
    public void No_choice_is_forgotten_here()
    {
        // Strict stops a run or does nothing; the rest is a container of choices.
        string[] others = ["Strict", "Catalogue", "Framework", "Disclosure", "EqualityContract"];
        var choices = new[]
        {
            typeof(CalibrationSettings),
            typeof(FrameworkSettings),
            typeof(DisclosureProfile),
            typeof(TrajectorySettings),
        }
            .SelectMany(type => type.GetProperties()).Select(property => property.Name).Except(others);

        Assert.Equal(
            choices.Append("PngWidth").Order(StringComparer.Ordinal),
            Choices.Select(row => (string)row[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_holds_the_hash_of_every_input_and_output_and_the_restricted_ledger_holds_the_counts()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SmallRegion.Packet, "manifest.json")));
        using var ledger = JsonDocument.Parse(
            File.ReadAllBytes(Path.Combine(SmallRegion.Packet, "intern", "ledger.json")));
        var counts = ledger.RootElement.GetProperty("inputs");
        var root = manifest.RootElement;

        Assert.Equal(
            ["format", "formatVersion", "kind", "version", "synthetic", "settings", "inputs", "outputs"],
            root.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ("rgk-manifest", 2),
            (root.GetProperty("format").GetString(), root.GetProperty("formatVersion").GetInt32()));
        var declarations = InputFiles.Find([SmallRegion.Declarations]).Select(file => file.Path).ToList();
        foreach (var (path, input) in declarations.Zip(root.GetProperty("inputs").EnumerateArray()))
        {
            Assert.Equal(["file", "sha256"], input.EnumerateObject().Select(property => property.Name));
            Assert.Equal(Path.GetFileName(path), input.GetProperty("file").GetString());
            Assert.Equal(Hash(path), input.GetProperty("sha256").GetString());
        }

        foreach (var (path, input) in declarations.Zip(counts.EnumerateArray()))
        {
            Assert.Equal(
                ["file", "rows", "used", "netted", "duplicate", "excluded", "rejected", "reasons"],
                input.EnumerateObject().Select(property => property.Name));
            Assert.Equal(Path.GetFileName(path), input.GetProperty("file").GetString());
            string[] places = ["used", "netted", "duplicate", "excluded", "rejected"];
            Assert.Equal(
                input.GetProperty("rows").GetInt64(),
                places.Sum(place => input.GetProperty(place).GetProperty("rows").GetInt64()));
            Assert.Equal(
                input.GetProperty("rejected").GetProperty("rows").GetInt64(),
                input.GetProperty("reasons").EnumerateObject().Sum(reason => reason.Value.GetInt64()));
        }

        Assert.Equal(
            (declarations.Count, declarations.Count),
            (root.GetProperty("inputs").GetArrayLength(), counts.GetArrayLength()));
        Assert.Equal(
            SmallRegion.Files(SmallRegion.Packet).Keys.Where(file => file != "manifest.json")
                .Select(file => (file, Hash(Path.Combine(SmallRegion.Packet, file)))),
            root.GetProperty("outputs").EnumerateArray()
                .Select(
                    output => (output.GetProperty("file").GetString()!, output.GetProperty("sha256").GetString()!)));
    }

    [Fact]
    public void It_tells_of_no_path_machine_time_or_threads()
    {
        var text = File.ReadAllText(Path.Combine(SmallRegion.Packet, "manifest.json"));

        string[] traces =
        [
            Path.GetTempPath().TrimEnd('/', '\\'),
            Path.GetFileName(Path.GetDirectoryName(SmallRegion.Packet))!,
            Environment.MachineName,
            "thread",
            "memory",
            "time",
        ];
        Assert.All(traces, trace => Assert.DoesNotContain(trace, text, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
    }

    private static CalibrationSettings WithFramework(
        CalibrationSettings settings, Func<FrameworkSettings, FrameworkSettings> change) =>
        settings with { Framework = change(settings.Framework) };

    private static CalibrationSettings WithDisclosure(
        CalibrationSettings settings, Func<DisclosureProfile, DisclosureProfile> change) =>
        settings with { Disclosure = change(settings.Disclosure) };

    private static CalibrationSettings With(
        CalibrationSettings settings, Func<TrajectorySettings, TrajectorySettings> change)
    {
        var catalogue = settings.Catalogue;
        return settings with
        {
            Catalogue = new ProductCatalogue(catalogue.Name, change(catalogue.Trajectories), catalogue.Products),
        };
    }

    private static string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
