using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Statistics.Charting;
using RgkCalibrator.Synthetic;

namespace RgkCalibrator.Tests;

/// <summary>The monitor, from declarations to documents.</summary>
public sealed class FrameworkMonitorTests : IDisposable
{
    private static readonly string Framework2025 = Repository.PathOf("data/reference/framework_2025.csv");
    private static readonly string[] Changed = ["45C02", "45C05", "45HBO", "54001", "54002"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // What changed stands in data/synthetic/after.csv.
    [Fact]
    public void In_a_whole_region_the_products_that_changed_are_found_and_others_hardly()
    {
        var report = Run(Region(60_000, 7), "monitor");

        var falls = report.Lines.SelectMany(line => line.Chart.Quarters, (line, quarter) => (line, quarter))
            .Where(one => one.quarter.Signals.Any(signal => signal.Side == ChartSide.Below))
            .Select(one => (one.line.Group.Product.Code, one.quarter.Count.Quarter)).ToList();
        Assert.All(
            new[] { "45C02", "54001" },
            code => Assert.Contains(falls, one => one.Code == code && one.Quarter <= new Quarter((4 * 2026) + 1)));
        var others = falls.Where(one => !Changed.Contains(one.Code)).Select(one => one.Code).Distinct();
        Assert.InRange(others.Count(), 0, 2);
        Assert.All(
            report.Lines.SelectMany(line => line.Chart.Quarters)
                .Where(quarter => quarter.Count.State != QuarterState.Complete),
            quarter => Assert.Empty(quarter.Signals));
        TheLatestMonthsAreIncomplete(report);
    }

    [Fact]
    public void A_run_writes_the_tables_and_what_may_leave_and_the_same_again()
    {
        var region = Region(6_000, 3);
        var report = Run(region, "een");
        Run(region, "twee");

        var files = SmallRegion.Files(_folder["een"]);
        Assert.Equal(files, SmallRegion.Files(_folder["twee"]));
        Assert.All(
            new[]
            {
                "intern/monitor.csv", "intern/monitor.xlsx", "intern/signalen.csv", "intern/doelen.csv",
                "intern/volume.csv", "intern/declaratiecurve.csv", "intern/vrijgegeven.json", "extern/monitor.csv",
                "extern/monitor.md", "extern/vrijgave.json", "manifest.json",
            },
            name => Assert.Contains(name, files.Keys));
        Assert.Contains("\"completeFrom\": 0.98", files["manifest.json"], StringComparison.Ordinal);
        Assert.Contains("twee van drie punten", files["extern/monitor.md"], StringComparison.Ordinal);
        Assert.All(report.Safe.Lines.SelectMany(line => line.Quarters), quarter =>
        {
            Assert.Equal(0, quarter.Trajectories % 5);
            Assert.InRange(quarter.Beyond, 10, quarter.Trajectories - 10);
        });
    }

    [Fact]
    public void Volume_and_euros_by_product_are_those_of_the_lines()
    {
        var region = Region(600, 3);
        var catalogue = Settings().Catalogue.AtTariffs(product => product.Code == "45C02" ? 100 : null);
        var index = new PriceIndex(Enumerable.Range(2018, 10).ToDictionary(year => year, _ => 10m));

        var report = FrameworkMonitor.Run(
            Framework2025, [region], _folder["uit"], new(2025, 9, 1), new(),
            Settings() with { Catalogue = catalogue with { Index = index } }, RunSettings.Default);

        Assert.Equal(
            report.Ledger.Files.Sum(file => file.Places[RgkCalibrator.Intake.Accounting.RowOutcome.Used].Rows),
            report.Products.SelectMany(product => product.Quarters).Sum(one => one.Sum.Lines));
        var sums = report.Products.Single(product => product.Product.Code == "45C02").Quarters
            .Where(one => one.Quarter.Year == 2024).Select(one => one.Sum).ToList();
        var year = report.Years.Single(one => one.Year == 2024);
        Assert.True(year.IsComplete);
        Assert.Equal(100 * sums.Sum(one => one.Units), year.Euros!.Value, 1e-6);
        Assert.Equal(year.Euros!.Value, year.WithoutIndexation!.Value, 1e-6);
        Assert.Equal(1.21 * year.Euros!.Value, year.Indexed!.Value, 1e-6);
        // A control does not wipe it out.
        var refused = Assert.Throws<CalibrationException>(() => FrameworkControl.Run(
            Framework2025, [region], _folder["uit"], new(2025, 9, 1), Settings(), RunSettings.Default));
        Assert.Contains("rgk monitor", refused.What.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_days_of_declaration_the_last_months_have_no_point()
    {
        File.WriteAllText(
            _folder["regels.csv"],
            "client_id;product_code;start_date;end_date;volume;unit\n"
                + string.Concat(Enumerable.Range(0, 400).Select(i => string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"K{i};45S05;{new DateOnly(2018, 6, 1).AddDays(8 * i):yyyy-MM-dd};"
                        + $"{new DateOnly(2018, 6, 1).AddDays((8 * i) + 20):yyyy-MM-dd};10;uur\n"))));

        var report = Run(_folder["regels.csv"], "uit");

        Assert.Null(report.Arrivals.Region);
        var line = Assert.Single(report.Lines, line => line.Followed.Followed.Count > 0);
        Assert.All(
            line.Chart.Quarters.Where(quarter => quarter.Count.State == QuarterState.Complete),
            quarter => Assert.True(
                line.Line.Duration.LastDay(quarter.Count.Quarter.Last) <= new DateOnly(2027, 6, 30)));
    }

    [Fact]
    public void A_framework_by_provider_is_refused()
    {
        File.WriteAllText(
            _folder["per.csv"],
            "annex,kind,code,product,subgroup,label,provider,volume,volume_unit,duration,duration_unit\n"
                + "2,rgk,54002,Jeugd-GGZ,,,A,48,uur,12,maand\n");

        var refused = Assert.Throws<CalibrationException>(() => FrameworkMonitor.Run(
            _folder["per.csv"], [Region(100, 3)], _folder["uit"], null, new(), Settings(), RunSettings.Default));

        Assert.Contains("per aanbieder", refused.What.Dutch, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["uit"]));
    }

    [Fact]
    public void A_control_is_no_release_of_a_monitor_and_a_monitor_none_of_a_control()
    {
        var region = Region(600, 3);
        var day = new DateOnly(2025, 9, 1);
        Control("controle");
        Run(region, "monitor");

        var noMonitor = Assert.Throws<CalibrationException>(() => FrameworkMonitor.Run(
            Framework2025, [region], _folder["uit"], day, new(), Settings(), After("controle")));
        var noControl = Assert.Throws<CalibrationException>(() => Control("uit", "monitor"));

        TellsThatItIsAnother(noMonitor, "monitor", "monitor", "controle");
        TellsThatItIsAnother(noControl, "controle", "control", "monitor");
        Assert.False(Directory.Exists(_folder["uit"]));

        void Control(string name, params string[] released) => FrameworkControl.Run(
            Framework2025, [region], _folder[name], day, Settings(), After(released));

        RunSettings After(params string[] released) =>
            RunSettings.Default with { Released = [.. released.Select(name => _folder[name])] };

        void TellsThatItIsAnother(CalibrationException refused, string what, string command, string folder)
        {
            Assert.Equal((ExitCode.Files, _folder[folder]), (refused.ExitCode, refused.Where));
            Assert.Equal($"Hier staat geen vrijgave van een {what}.", refused.What.Dutch);
            Assert.Equal($"There is no release of a {command} here.", refused.What.English);
            Assert.Contains($"bij rgk {command} achter --out", refused.Remedy.Dutch, StringComparison.Ordinal);
            Assert.Contains($"behind --out of rgk {command}", refused.Remedy.English, StringComparison.Ordinal);
        }
    }

    private static void TheLatestMonthsAreIncomplete(MonitorReport report)
    {
        Assert.NotNull(report.Arrivals.Region);
        // After so many months as data/synthetic/after.csv tells.
        Assert.Equal(0.55, report.Arrivals.Region.At(1).Share, 0.02);
        Assert.Equal(0.95, report.Arrivals.Region.At(4).Share, 0.01);
        Assert.Equal(1, report.Arrivals.Region.At(13).Share, 1e-12);
        Assert.False(report.Years.Single(year => year.Year == 2027).IsComplete);
        Assert.True(report.Years.Single(year => year.Year == 2025).IsComplete);
    }

    private string Region(int children, long seed)
    {
        var folder = _folder[$"regio-{Numbers.Whole(children)}-{Numbers.Whole(seed)}"];
        if (!Directory.Exists(folder))
            SyntheticRegion.Write(folder, new SyntheticSettings(children, seed) { LastYear = 2027 });
        return folder;
    }

    private MonitorReport Run(string input, string name) => FrameworkMonitor.Run(
        Framework2025, [input], _folder[name], since: null, new(), Settings(), RunSettings.Default);

    private static CalibrationSettings Settings()
    {
        var catalogue = CatalogueFile.Haaglanden2025();
        var observed = new Period(new(2018, 1, 1), new(2027, 12, 31));
        return SmallRegion.Settings with
        {
            Catalogue = catalogue.With(catalogue.Trajectories with { Observed = observed, Cohort = observed }),
            Png = new(RgkCalibrator.Output.Charts.PngCharts.None),
        };
    }
}
