using RgkCalibrator.Catalogue;
using RgkCalibrator.Control;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Synthetic;

namespace RgkCalibrator.Tests;

/// <summary>
/// Control afterwards, from declarations to documents: regions with an effect of the framework and two deviating
/// providers, both known.
/// </summary>
public sealed class FrameworkControlTests : IDisposable
{
    private static readonly string Framework2025 = Repository.PathOf("data/reference/framework_2025.csv");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // From 20% to 40% beyond the volume: see data/synthetic/after.csv.
    [Fact]
    public void The_deviating_providers_of_whole_regions_are_found_and_hardly_any_other()
    {
        string[] deviating = ["99000011", "99000017"];
        var flagged = new List<(string Provider, bool IsFlagged)>();
        foreach (var seed in new[] { 5, 6 })
        {
            var report = Run(Region(30_000, seed), $"controle-{Numbers.Whole(seed)}");
            flagged.AddRange(report.Totals.GroupBy(total => total.Provider)
                .Select(all => (all.Key, all.Any(total => total.Signal == Signal.AboveSpread))));
            TheEffectIsFound(report, deviating);
        }

        Assert.All(flagged.Where(one => deviating.Contains(one.Provider)), one => Assert.True(one.IsFlagged));
        var others = flagged.Where(one => !deviating.Contains(one.Provider)).ToList();
        Assert.InRange((double)others.Count(one => one.IsFlagged) / others.Count, 0, 0.01);
    }

    [Fact]
    public void A_run_writes_the_tables_a_mirror_for_each_provider_and_what_may_leave()
    {
        var region = Region(4_000, 3);
        var report = Run(region, "een");
        Run(region, "twee");

        var files = SmallRegion.Files(_folder["een"]);
        Assert.Equal(files, SmallRegion.Files(_folder["twee"]));
        Assert.All(
            new[] { "intern/controle.csv", "intern/controle.xlsx", "intern/niet-vergeleken.csv", "manifest.json" },
            name => Assert.Contains(name, files.Keys));
        Assert.Equal(
            report.Mirrors.Count,
            files.Keys.Count(name => name.StartsWith("intern/spiegels/", StringComparison.Ordinal)
                && name.EndsWith(".html", StringComparison.Ordinal)));
        Assert.Contains("\"since\": \"2025-09-01\"", files["manifest.json"], StringComparison.Ordinal);
        // Providers are named inside only.
        Assert.All(
            files.Where(file => file.Key.StartsWith("extern/", StringComparison.Ordinal)),
            file => Assert.DoesNotContain("9900", file.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void A_control_that_is_no_control_cannot_be_named_as_released()
    {
        Directory.CreateDirectory(_folder["leeg"]);

        var refused = Assert.Throws<CalibrationException>(() => FrameworkControl.Run(
            Framework2025, [Region(600, 3)], _folder["uit"], InForce, Settings,
            RunSettings.Default with { Released = [_folder["leeg"]] }));

        Assert.Equal(ExitCode.Files, refused.ExitCode);
    }

    [Fact]
    public void The_day_of_the_catalogue_counts_for_its_current_lines_alone()
    {
        var region = Region(600, 3);
        var other = _folder["ander.csv"];
        File.WriteAllText(
            other, File.ReadAllText(Framework2025).Replace(",48,uur,", ",49,uur,", StringComparison.Ordinal));

        Assert.Equal(new DateOnly(2025, 9, 1), Run(region, "uit", since: null).When.Since);
        var refused = Assert.Throws<CalibrationException>(() => Run(region, "uit2", since: null, framework: other));
        Assert.Equal(ExitCode.WrongUse, refused.ExitCode);
        Assert.Contains("--since", refused.Remedy.English, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["uit2"]));
    }

    [Fact]
    public void A_framework_that_is_in_force_after_all_that_is_observed_is_refused()
    {
        var refused = Assert.Throws<CalibrationException>(
            () => FrameworkControl.Run(
                Framework2025, [Region(100, 3)], _folder["uit"], null, SmallRegion.Settings, SmallRegion.OneThread));

        Assert.Equal((ExitCode.WrongUse, "--observed"), (refused.ExitCode, refused.Where));
    }

    [Fact]
    public void Nothing_that_could_be_followed_is_refused()
    {
        File.WriteAllText(
            _folder["weinig.csv"],
            "client_id;product_code;start_date;end_date;volume;unit;provider_id\n"
                + "K1;54002;2027-01-01;2027-01-31;10;uur;A\n");

        var refused = Assert.Throws<CalibrationException>(() => Run(_folder["weinig.csv"], "uit"));

        Assert.Equal(ExitCode.WrongUse, refused.ExitCode);
        Assert.False(Directory.Exists(_folder["uit"]));
    }

    [Fact]
    public void Declarations_without_providers_are_refused()
    {
        File.WriteAllText(
            _folder["geen.csv"],
            "client_id;product_code;start_date;end_date;volume;unit\nK1;54002;2026-01-01;2026-01-31;10;uur\n");

        var refused = Assert.Throws<CalibrationException>(() => Run(_folder["geen.csv"], "uit"));

        Assert.Equal("provider_id", refused.Where);
    }

    [Fact]
    public void One_child_of_one_provider_gives_a_mirror_and_nothing_outside()
    {
        File.WriteAllText(
            _folder["een.csv"],
            "client_id;product_code;start_date;end_date;volume;unit;provider_id\n"
                + "K1;54002;2025-10-01;2025-10-31;60;uur;A\n");

        var report = Run(_folder["een.csv"], "uit");

        Assert.Equal("A", Assert.Single(report.Mirrors).Provider);
        Assert.False(report.Safe.IsShown);
        Assert.False(Directory.Exists(_folder["uit/extern"]));
        Assert.Equal(12, Assert.Single(report.Lines, line => line.Providers.Count > 0).Providers[0].UnitsBeyond, 1e-9);
    }

    [Fact]
    public void A_framework_by_provider_is_refused()
    {
        File.WriteAllText(
            _folder["per.csv"],
            "annex,kind,code,product,subgroup,label,provider,volume,volume_unit,duration,duration_unit\n"
                + "2,rgk,54002,Jeugd-GGZ,,,A,48,uur,12,maand\n");

        var refused = Assert.Throws<CalibrationException>(
            () => Run(Region(100, 3), "uit", framework: _folder["per.csv"]));

        Assert.Contains("per aanbieder", refused.What.Dutch, StringComparison.Ordinal);
    }

    // Of those that would go beyond either, 25% stays within at 54002, 40% at 54001; at 54004 nothing changed.
    private static void TheEffectIsFound(ControlReport report, string[] deviating)
    {
        Assert.InRange(Fall("54002"), 0.1, 0.4);
        Assert.InRange(Fall("54001"), 0.2, 0.55);
        Assert.InRange(Fall("54004"), -0.35, 0.35);

        double Fall(string code)
        {
            var points = report.Lines.Where(line => line.Group.Product.Code == code)
                .SelectMany(line => line.Funnels.Single(funnel => funnel.Measure == BeyondMeasure.Either).Providers)
                .Where(point => !deviating.Contains(point.Provider)).ToList();
            var (before, from) = (
                (double)points.Sum(point => point.Before.Beyond) / points.Sum(point => point.Before.N),
                (double)points.Sum(point => point.From.Beyond) / points.Sum(point => point.From.N));
            return 1 - (from / before);
        }
    }

    private string Region(int children, long seed)
    {
        var folder = _folder[$"regio-{Numbers.Whole(children)}-{Numbers.Whole(seed)}"];
        if (!Directory.Exists(folder))
            SyntheticRegion.Write(folder, new SyntheticSettings(children, seed) { LastYear = 2027 });
        return folder;
    }

    private static readonly DateOnly InForce = new(2025, 9, 1);

    private ControlReport Run(string input, string name, string? framework = null) =>
        Run(input, name, InForce, framework);

    private ControlReport Run(string input, string name, DateOnly? since, string? framework = null) =>
        FrameworkControl.Run(
            framework ?? Framework2025, [input], _folder[name], since, Settings, RunSettings.Default);

    private static CalibrationSettings Settings
    {
        get
        {
            var catalogue = CatalogueFile.Haaglanden2025();
            var observed = new Period(new(2018, 1, 1), new(2027, 9, 30));
            return SmallRegion.Settings with
            {
                Catalogue = catalogue.With(catalogue.Trajectories with { Observed = observed, Cohort = observed }),
            };
        }
    }
}
