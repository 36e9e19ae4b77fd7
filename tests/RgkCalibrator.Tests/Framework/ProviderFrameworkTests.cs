using System.Globalization;
using System.Text;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Annexes;
using RgkCalibrator.Review;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Framework;

/// <summary>A framework with a line for each provider, as that of 2021, beside the proposal for all.</summary>
public sealed class ProviderFrameworkTests : IDisposable
{
    private const string Header =
        "kind,code,product,subgroup,label,volume,volume_unit,duration,duration_unit,provider";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Providers_add_up_to_the_whole_before_and_after()
    {
        var providers = Providers();
        var report = Compare([.. providers.Select((name, i) => Line("45C02", 40 + (i % 7 * 10), 12, name))]);

        var changes = EffectChange.To(report.Effects, "voorstel").Where(IsGiven).ToList();
        var whole = Assert.Single(changes, change => change.Provider is null);
        var parts = changes.Where(change => change.Provider is not null).ToList();
        Assert.Null(whole.LineBefore);
        Assert.True(parts.Count > 5);
        Assert.True(parts.DistinctBy(change => change.LineBefore!.Volume).Count() > 3);
        foreach (var side in new Func<EffectChange, LineEffect?>[] { one => one.EffectBefore, one => one.EffectAfter })
        {
            Assert.Equal(side(whole)!.Trajectories, parts.Sum(part => side(part)!.Trajectories), 6);
            Assert.Equal(side(whole)!.Outside, parts.Sum(part => side(part)!.Outside), 6);
            Assert.Equal(side(whole)!.Above, parts.Sum(part => side(part)!.Above), 6);
        }
    }

    [Fact]
    public void A_provider_has_the_effect_that_its_line_has_on_its_own_trajectories()
    {
        var providers = Providers();
        var (mine, other) = (providers[0], providers[1]);
        var both = Compare([Line("45C02", 40, 12, mine), Line("45C02", 90, 12, other)]);
        var (low, high) = (Compare([Line("45C02", 40, 12, "")]), Compare([Line("45C02", 90, 12, "")]));

        Assert.Equal(EffectOn(low).ByProvider[mine], EffectOn(both).ByProvider[mine]);
        Assert.Equal(EffectOn(high).ByProvider[other], EffectOn(both).ByProvider[other]);
        Assert.Equal([mine, other], EffectOn(both).ByProvider.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_effect_on_a_provider_is_what_a_plain_count_of_its_trajectories_says()
    {
        var settings = SmallRegion.Settings with
        {
            Framework = SmallRegion.Settings.Framework with { Estimator = Estimator.Completed },
        };
        var provider = Providers()[0];
        var report = Compare([Line("45C02", 40, 12, provider)], settings);

        var cohort = Calibration.Trajectories([SmallRegion.Declarations], settings, SmallRegion.OneThread)
            .Rows().Where(row => row is { IsInCohort: true, ProductCode: "45C02" }).ToList();
        var complete = cohort.Where(row => row.IsEndKnown).ToList();
        var trajectories = complete.Where(row => row.MainProvider == provider).ToList();
        var effect = EffectOn(report).ByProvider[provider];
        // Starts count from 2 April 2018 to 1 October 2023, and complete trajectories stand for those that still run.
        var perYear = cohort.Count / (double)complete.Count / (2009 / 365.25);
        Assert.Equal(trajectories.Count * perYear, effect.Trajectories, 9);
        Assert.Equal(
            trajectories.Sum(row => Math.Max(0, row.VolumeTicks - (40 * 6000))) / 6000.0 * perYear, effect.Above, 9);
        // Care of the whole trajectory counts where it ends within the duration.
        Assert.Equal(
            trajectories.Count(row => row.VolumeTicks > 40 * 6000 || row.End >= row.Start.AddMonths(12)) * perYear,
            effect.Outside, 9);
    }

    [Fact]
    public void A_line_for_all_counts_for_providers_without_one_of_their_own()
    {
        var providers = Providers();
        var some = Compare([Line("45C02", 40, 12, providers[0]), Line("45C02", 90, 12, "")]);
        var all = Compare([Line("45C02", 90, 12, "")]);

        Assert.Equal(
            EffectOn(all).ByProvider.Keys.Order(StringComparer.Ordinal),
            EffectOn(some).ByProvider.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(EffectOn(all).ByProvider[providers[1]], EffectOn(some).ByProvider[providers[1]]);
    }

    [Fact]
    public void What_is_not_compared_is_named()
    {
        var providers = Providers();
        var report = Compare(
        [
            Line("45C02", 40, 12, providers[0]), Line("45C02", 40, 12, "niemand"), Line("99X99", 40, 12, providers[0]),
            Line("45C05", 40, 11, providers[0]), Line("45C02", 40, 12, providers[2]),
        ]);

        Assert.Contains(new FrameworkGap("kader.csv", GapKind.UnknownProvider, "45C02", "", "niemand"), report.Gaps);
        Assert.Contains(new FrameworkGap("kader.csv", GapKind.UnknownLine, "99X99", "", providers[0]), report.Gaps);
        Assert.Contains(new FrameworkGap("kader.csv", GapKind.OtherDuration, "45C05", "", providers[0]), report.Gaps);
        // One has no line at all, another lacks that of one product, and nobody has one of a third.
        Assert.Contains(new FrameworkGap("kader.csv", GapKind.NoLine, "", "", providers[1]), report.Gaps);
        Assert.Contains(new FrameworkGap("kader.csv", GapKind.NoLine, "45C05", "", providers[2]), report.Gaps);
        Assert.Contains(new FrameworkGap("kader.csv", GapKind.NoLine, "54001", "", ""), report.Gaps);
        Assert.Contains(
            "niemand", File.ReadAllText(_folder["uit/intern/niet-vergeleken.csv"]),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Declarations_without_providers_are_refused()
    {
        using var reading = new Intake.Reading();
        var nameless = reading.WriteQuery(
            $"SELECT * EXCLUDE (provider_id) FROM read_parquet('{SmallRegion.Declarations}/*.parquet')");

        var refused = Assert.Throws<CalibrationException>(
            () => Compare([Line("45C02", 40, 12, "p")], SmallRegion.Settings, nameless));

        Assert.Equal("kader.csv", refused.Where);
        Assert.False(Directory.Exists(_folder["uit"]));
    }

    [Fact]
    public void Lint_and_diff_keep_providers_apart()
    {
        var (first, second) = (
            Read([Line("45C02", 40, 12, "a"), Line("45C02", 90, 12, "b")]),
            Read([Line("45C02", 40, 12, "a"), Line("45C02", 95, 12, "b")]));

        Assert.DoesNotContain(FrameworkLint.Check(first), finding => finding.Rule == "line-twice");
        Assert.Contains(
            FrameworkLint.Check(Read([Line("45C02", 40, 12, "a"), Line("45C02", 90, 12, "a")])),
            finding => finding.Rule == "line-twice");
        var difference = Assert.Single(FrameworkDifference.Between(first, second));
        Assert.Equal(("b", 5), (difference.Line.Provider, difference.Volume));
    }

    [Theory]
    [InlineData("")]
    [InlineData("99000001")]
    public void An_adopted_framework_keeps_the_provider_of_a_line(string provider)
    {
        var line = new AdoptedLine(
            "45C02", "Product", FrameworkKind.Norm, CareUnit.Uur, "", "", null, null,
            new Decision(DecisionKind.Adopt, new LineValue(40, DurationStep.Months(12)), "", "", "", null))
        {
            Provider = provider,
        };
        var json = FrameworkJson.Build(new AdoptedFramework(true, "P80", "", [], [line])).ToJsonString();
        File.WriteAllText(_folder["framework.json"], json);

        var read = Finalization.ReadFramework(_folder["framework.json"], products: null);

        Assert.Equal(provider, Assert.Single(read.Lines).Provider);
        Assert.Equal(provider.Length > 0, json.Contains("provider", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private static bool IsGiven(EffectChange change) => change.Before.Framework == "kader.csv";

    private static FrameworkEffect EffectOn(ComparisonReport report) =>
        Assert.Single(report.Effects, one => one.Framework == "kader.csv");

    private static string Line(string code, int volume, int months, string provider) => string.Create(
        CultureInfo.InvariantCulture, $"norm,{code},Product,,,{volume},uur,{months},maand,{provider}");

    private static List<string> Providers() =>
    [
        .. Calibration.Trajectories([SmallRegion.Declarations], SmallRegion.Settings, SmallRegion.OneThread)
            .Rows().Where(row => row is { ProductCode: "45C02", IsInCohort: true })
            .CountBy(row => row.MainProvider).OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key),
    ];

    private PublishedFramework Read(IEnumerable<string> lines)
    {
        File.WriteAllText(_folder["kader.csv"], string.Join('\n', [Header, .. lines]) + "\n", new UTF8Encoding(false));
        return FrameworkTables.Read(_folder["kader.csv"], products: null);
    }

    private ComparisonReport Compare(
        IEnumerable<string> lines, CalibrationSettings? settings = null, string? declarations = null)
    {
        _ = Read(lines);
        return Comparison.Compare(
            [declarations ?? SmallRegion.Declarations], _folder["uit"], [], settings ?? SmallRegion.Settings,
            SmallRegion.OneThread, new ComparedWith { Frameworks = [_folder["kader.csv"]] });
    }
}
