using RgkCalibrator.Catalogue;
using RgkCalibrator.Register;
using RgkCalibrator.Synthetic;

namespace RgkCalibrator.Tests.Register;

/// <summary>Reports beside declarations: of a made-up region whose truth is known, and by hand.</summary>
public sealed class RegisterApplicationTests : IDisposable
{
    private static readonly string[] Written =
    [
        "intern/geweigerd.csv", "intern/ledger.json", "intern/meldingen.csv", "intern/met-en-zonder.csv",
        "intern/register.xlsx", "intern/situaties.csv", "manifest.json",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_a_made_up_region_what_the_truth_says_is_found()
    {
        var region = Region(20_000);
        var truth = File.ReadAllLines(Path.Combine(region, "truth", "registers.csv")).Skip(1)
            .Select(line => line.Split(',')).ToDictionary(cells => (File: cells[0], Row: cells[1]));
        var report = Apply(region, "uit", Settings(2026));

        Assert.Equal(
            truth.Where(one => one.Value[5] == "accepted").Select(one => one.Key),
            report.Register.Accepted.Select(PlaceOf));
        Assert.All(report.Register.Refused.GroupBy(cell => cell.Place), row => Assert.Contains(
            truth[(row.Key.File, Numbers.Whole(row.Key.Row))][6], row.Select(cell => cell.Trouble.NameInFiles())));
        Assert.Equal(
            truth.Values.Where(row => row[6] == "unreadable").Select(row => row[0]),
            report.Register.Files.Where(file => file.Unreadable is not null).Select(file => file.Name));
        Assert.True(report.Register.IsSynthetic);
        Assert.All(report.Results, one =>
        {
            var right = truth[PlaceOf(one.Reported)];
            if (right[7].Length > 0)
                Assert.Equal(right[7], one.Seen.NameInFiles());
            if (right[8].Length > 0)
                Assert.Equal(right[8], SumOf(report, one.Reported).Measure.Need.NameInFiles());
        });
        TheLinesLackWhatIsRegistered(report);
    }

    // 20 trajectories with the intervention, of 10, 20, … 200 hours within a month, and 20 others of 10 hours.
    [Fact]
    public void The_percentile_and_the_counts_are_those_of_the_trajectories_with_the_intervention()
    {
        var report = Apply(Made("fout"), "uit", SmallRegion.Settings, Book("uren per week", 2.5, 18, "iv1"));

        var one = Assert.Single(report.Results);
        Assert.Equal(new SituationCount(20, 20, 16, 0, 16), one.Measure.Own);
        Assert.Equal(new SituationCount(20, 20, 0, 0, 0), one.Measure.Others);
        Assert.Equal(SituationBasis.Intervention, one.Basis);
        // The mean of the 16th and 17th of 20, over the 52 weeks of the line; a month of 31 days.
        Assert.Equal(165 / 52.0, one.Measure.PerWeek!.Value, 1e-9);
        Assert.Equal(31 / 7.0, one.Measure.Weeks!.Value, 1e-9);
        Assert.Equal((false, true), (one.HoldsIntensity!.Value, one.HoldsDuration!.Value));
        Assert.Equal((SeenFinding.Fewer, NeedFinding.More), (one.Seen, one.Measure.Need));
        Assert.Equal(
            SeenFinding.Enough,
            Assert.Single(Apply(Made("fout"), "uit2", SmallRegion.Settings, Book("uren per week", 3.2, 16, "IV1"))
                .Results).Seen);
    }

    [Fact]
    public void Without_an_intervention_all_trajectories_of_the_provider_and_product_stand_beside_the_report()
    {
        var one = Assert.Single(
            Apply(Made("A"), "uit", SmallRegion.Settings, Book("uren per week", 2, 5, "")).Results);

        Assert.Equal(SituationBasis.ProviderAndProduct, one.Basis);
        Assert.Equal((20, 20), (one.Measure.Own.Seen, one.Measure.Others.Seen));
    }

    [Fact]
    public void A_run_writes_inside_only_and_the_same_each_time()
    {
        var region = Region(600);
        Apply(region, "een", Settings(2026));
        Apply(region, "twee", Settings(2026));

        var files = SmallRegion.Files(_folder["een"]);
        Assert.Equal(Written, files.Keys);
        Assert.Equal(files, SmallRegion.Files(_folder["twee"]));
        Assert.Contains("\"moreUnder\": 0.01", files["manifest.json"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_control_counts_registered_trajectories_apart()
    {
        var region = Region(4_000);
        var bare = Control(region, "zonder", null);
        var apart = Control(region, "met", [Path.Combine(region, "meldingen")]);

        var registered = apart.Lines.Sum(line => line.Providers.Sum(own => own.Registered));
        Assert.InRange(registered, 1, 1000);
        Assert.Equal(0, bare.Lines.Sum(line => line.Providers.Sum(own => own.Registered)));
        Assert.Equal(
            bare.Lines.Sum(line => line.Since.Followed.Count),
            apart.Lines.Sum(line => line.Since.Followed.Count) + registered);
        Assert.Contains(
            "registersSha256", File.ReadAllText(_folder["met/manifest.json"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_of_which_none_counts_are_refused()
    {
        using (var book = new ReturnedBook(_folder["leeg.xlsx"]))
            book.Save();

        var refused = Assert.Throws<CalibrationException>(
            () => Apply(Made("A"), "uit", SmallRegion.Settings, _folder["leeg.xlsx"]));

        Assert.Equal((ExitCode.WrongUse, "--register"), (refused.ExitCode, refused.Where));
        Assert.False(Directory.Exists(_folder["uit"]));
    }

    private static (string File, string Row) PlaceOf(ReportedSituation one) =>
        (one.Place.File, Numbers.Whole(one.Place.Row));

    private static SituationSum SumOf(RegisterReport report, ReportedSituation one) => report.Sums.Single(sum =>
        sum.Product == one.Product && sum.Situation == one.Situation && sum.Intervention == one.Intervention);

    private static void TheLinesLackWhatIsRegistered(RegisterReport report)
    {
        var registered = report.Results.Where(one => one.Basis == SituationBasis.Intervention)
            .GroupBy(one => one.Reported.Product.Code)
            .ToDictionary(same => same.Key, same => same.Sum(one => one.Measure.Own.Seen));
        Assert.All(report.Lines.GroupBy(line => line.Group.Product.Code), lines => Assert.Equal(
            registered.GetValueOrDefault(lines.Key),
            lines.Sum(line => line.Group.Cohort - line.Scenarios[1].Line.Group.Cohort)));
        Assert.All(
            report.Lines.Where(line => !registered.ContainsKey(line.Group.Product.Code)),
            line => Assert.Equal(line.Base.Volume, line.Scenarios[1].AtBase));
        Assert.Contains(report.Lines, line => line.Scenarios[1].AtBase < line.Base.Volume);
    }

    private string Region(int children)
    {
        var folder = _folder["regio"];
        SyntheticRegion.Write(folder, new SyntheticSettings(children, 2025) { LastYear = 2026 });
        return folder;
    }

    /// <summary>Declarations by hand; the trajectories with the intervention are of provider 99000002.</summary>
    private string Made(string others)
    {
        var rows = Enumerable.Range(1, 20).SelectMany(i => new[]
        {
            $"K{i};54002;2020-01-01;2020-01-31;{10 * i};uur;99000002;IV1",
            $"L{i};54002;2020-01-01;2020-01-31;10;uur;{others};",
        });
        var file = _folder["declaraties.csv"];
        File.WriteAllLines(
            file, rows.Prepend("client_id;product_code;start_date;end_date;volume;unit;provider_id;intervention"));
        return file;
    }

    private string Book(string unit, double intensity, int trajectories, string intervention)
    {
        using var book = new ReturnedBook(_folder["terug.xlsx"]).Report();
        book.Set("E7", intervention);
        book.Set("F7", trajectories);
        book.Set("G7", intensity);
        book.Set("H7", unit);
        return book.Save();
    }

    private RegisterReport Apply(string input, string name, CalibrationSettings settings, string? returns = null) =>
        RegisterApplication.Apply(
            ReturnedBook.Framework, [returns ?? Path.Combine(input, "meldingen")], [input], _folder[name], settings,
            RunSettings.Default);

    private ControlReport Control(string region, string name, IReadOnlyList<string>? returns) => FrameworkControl.Run(
        Repository.PathOf("data/reference/framework_2025.csv"), [region], _folder[name], new DateOnly(2023, 1, 1),
        Settings(2026), RunSettings.Default, null, returns);

    private static CalibrationSettings Settings(int last)
    {
        var (catalogue, observed) = (
            CatalogueFile.Haaglanden2025(), new Period(new(2018, 1, 1), new(last, 12, 31)));
        return SmallRegion.Settings with
        {
            Catalogue = catalogue.With(catalogue.Trajectories with { Observed = observed, Cohort = observed }),
        };
    }
}
