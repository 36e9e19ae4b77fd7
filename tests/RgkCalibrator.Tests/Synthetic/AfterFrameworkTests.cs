using RgkCalibrator.Engine;
using RgkCalibrator.Synthetic;

namespace RgkCalibrator.Tests.Synthetic;

public sealed class AfterFrameworkTests
{
    private static readonly SyntheticSettings Settings = new(3_000, 7) { LastYear = 2026 };

    private static readonly Lazy<List<SyntheticLine>> Lines = new(() => [.. SyntheticRegion.Lines(Settings)]);

    [Fact]
    public void The_years_after_the_framework_are_there_and_no_later_ones() => Assert.Equal(
        (2018, 2026), (Lines.Value.Min(line => line.StartDate.Year), Lines.Value.Max(line => line.StartDate.Year)));

    [Fact]
    public void A_usual_region_has_no_late_declarations_and_no_interventions() => Assert.All(
        SyntheticRegion.Lines(new SyntheticSettings(50, 7)),
        line => Assert.Equal((null, null), (line.Intervention, line.DeclaredOn)));

    [Fact]
    public void A_line_is_declared_after_its_month_and_before_the_extract() => Assert.All(
        Lines.Value,
        line => Assert.InRange(line.DeclaredOn!.Value, line.EndDate.AddDays(1), new DateOnly(2027, 1, 31)));

    // 550, 800, 900, 950, 980, 995 per thousand, as in after.csv; of months that all arrived by the extract.
    [Theory]
    [InlineData(1, 0.55)]
    [InlineData(2, 0.80)]
    [InlineData(4, 0.95)]
    [InlineData(9, 0.995)]
    public void Declarations_arrive_by_the_curve(int months, double share)
    {
        var old = Lines.Value.Where(line => line.EndDate < new DateOnly(2025, 12, 1)).ToList();

        Assert.Equal(
            share, (double)old.Count(line => line.DeclaredOn <= line.EndDate.AddMonths(months)) / old.Count, 0.01);
    }

    [Fact]
    public void The_last_months_lack_what_did_not_arrive() =>
        Assert.InRange((double)InMonth(12) / InMonth(6), 0.45, 0.7);

    [Fact]
    public void The_interventions_are_as_often_as_the_truth_says()
    {
        var starts = Lines.Value.DistinctBy(line => (line.ClientId, line.ProductCode)).ToList();

        Assert.Equal(0.10, (double)starts.Count(line => line.Intervention == "IV1") / starts.Count, 0.02);
        Assert.Equal(0.05, (double)starts.Count(line => line.Intervention == "IV2") / starts.Count, 0.02);
    }

    [Fact]
    public void The_files_hold_the_new_columns_and_the_truth_beside_them()
    {
        using var folder = new TemporaryFolder();
        var written = SyntheticRegion.Write(folder.Root, Settings with { Children = 200 });
        using var session = Session.Open(SessionSettings.Default);

        var late = session.Rows(
            "SELECT count(*), count(declared_on), count(DISTINCT intervention) FROM "
            + Session.Literal(folder["declaraties-2025.parquet"]))[0];

        Assert.Equal(late[0], late[1]);
        Assert.Equal("2", late[2]);
        Assert.Equal(
            File.ReadAllText(Repository.PathOf("data/synthetic/after.csv")).ReplaceLineEndings("\n"),
            File.ReadAllText(folder["truth/truth-after.csv"]));
        Assert.Contains("truth/truth-after.csv", written.Names);
    }

    [Fact]
    public void A_year_that_cannot_be_is_refused() => Assert.Equal(
        ExitCode.WrongUse,
        Assert.Throws<CalibrationException>(
            () => SyntheticRegion.Lines(Settings with { LastYear = 2031 })).ExitCode);

    private static int InMonth(int month) =>
        Lines.Value.Count(line => line.StartDate.Year == 2026 && line.StartDate.Month == month);
}
