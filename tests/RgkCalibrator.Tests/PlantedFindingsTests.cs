using RgkCalibrator.Engine;

namespace RgkCalibrator.Tests;

/// <summary>
/// Declarations in which each finding occurs a number of times of its own, so that two that change places are noticed.
/// </summary>
public sealed class PlantedFindingsTests : IDisposable
{
    private const string Header =
        "client_id;product_code;start_date;end_date;volume;unit;provider_id;birth_date;location;care_start";

    private const int LowOutliers = 3;
    private const int HighOutliers = 5;
    private const int WithoutBirthDate = 7;
    private const int BegunBefore = 4;
    private const int WithStay = 6;
    private const int Concurrent = 2;

    private readonly TemporaryFolder _folder = new();

    public PlantedFindingsTests()
    {
        File.WriteAllLines(_folder["declaraties.csv"], [Header, .. Drifting(), .. Level(), .. OnKdc(), .. Beside()]);
        Calibration.Derive(
            [_folder["declaraties.csv"]], _folder["pakket"], SmallRegion.Settings, SmallRegion.OneThread);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_line_that_drifts_is_marked_as_drifting_inside_and_outside()
    {
        Assert.Equal(("1", "0"), (Line("45C02", "drift"), Line("45C05", "drift")));
        Assert.Contains("verandert over de startjaren", Draft("45C02"), StringComparison.Ordinal);
        Assert.DoesNotContain("verandert over de startjaren", Draft("45C05"), StringComparison.Ordinal);
    }

    [Fact]
    public void Outliers_are_counted_on_their_own_side() => Assert.Equal(
        (Numbers.Whole(LowOutliers), Numbers.Whole(HighOutliers)),
        (Line("45C05", "outliers_low"), Line("45C05", "outliers_high")));

    [Fact]
    public void Trajectories_without_a_subgroup_and_those_begun_before_are_counted_apart() => Assert.Equal(
        (Numbers.Whole(WithoutBirthDate), Numbers.Whole(BegunBefore)),
        (Line("41A03", "product_in_no_subgroup"), Line("41A03", "product_begun_before")));

    [Fact]
    public void Care_with_stay_and_concurrent_care_stand_in_their_own_columns_of_the_trajectories()
    {
        using var session = Session.Open(SessionSettings.Default);

        var counts = session.Rows(
            "SELECT count(*) FILTER (WHERE with_stay), count(*) FILTER (WHERE concurrent) "
            + $"FROM read_parquet({Session.Literal(_folder["pakket/intern/trajectories.parquet"])}) "
            + "WHERE product_code = '54003'")[0];

        Assert.Equal((Numbers.Whole(WithStay), Numbers.Whole(Concurrent)), (counts[0], counts[1]));
    }

    private string Line(string product, string column)
    {
        var lines = File.ReadAllLines(_folder["pakket/intern/lines.csv"]).Select(line => line.Split(',')).ToList();
        int Place(string name) => Array.IndexOf(lines[0], name);
        return lines.First(
            line => line[Place("product_code")] == product && line[Place("proposed")] == "1")[Place(column)];
    }

    private string Draft(string product) =>
        File.ReadLines(_folder["pakket/extern/kader-concept.csv"])
            .Single(line => line.Contains($";{product};", StringComparison.Ordinal));

    // Each year half as much again as the year before.
    private static IEnumerable<string> Drifting() => Enumerable.Range(0, 600).Select(child =>
        Row(
            $"D{Numbers.Whole(child)}",
            "45C02",
            2018 + (child % 5),
            child,
            (10 + (child / 5 % 20)) * (1 << (child % 5))));

    private static IEnumerable<string> Level() => Enumerable.Range(0, 600).Select(child => Row(
        $"L{Numbers.Whole(child)}",
        "45C05",
        2018 + (child % 5),
        child,
        child < LowOutliers ? 1 : child < LowOutliers + HighOutliers ? 5000 : 100 + (child / 5 % 20)));

    private static IEnumerable<string> OnKdc()
    {
        for (var child = 0; child < 300; child++)
        {
            var birth = child < WithoutBirthDate ? string.Empty : "2015-06-01";
            yield return Row(
                $"K{Numbers.Whole(child)}", "41A03", 2019, child, 100 + (child % 30), "dagdeel", $"{birth};KDC;");
        }

        for (var child = 0; child < BegunBefore; child++)
        {
            yield return $"V{Numbers.Whole(child)};41A03;2018-01-05;2018-03-31;50;dagdeel;{"ABCD"[child]};"
                + "2014-06-01;KDC;2017-06-01";
        }
    }

    private static IEnumerable<string> Beside()
    {
        for (var child = 0; child < 40; child++)
        {
            var client = $"B{Numbers.Whole(child)}";
            yield return Row(client, "54003", 2019, 0, 20 + child);
            if (child < WithStay)
                yield return Row(client, "43A09", 2019, 0, 20, "etmaal");
            else if (child < WithStay + Concurrent)
                yield return Row(client, "45C04", 2019, 0, 20);
        }
    }

    private static string Row(
        string client, string product, int year, int child, int volume, string unit = "uur", string about = ";;")
    {
        var start = new DateOnly(year, 6 + (child % 3), 1);
        var (first, last) = (
            Numbers.Date(start, Language.English),
            Numbers.Date(start.AddDays(20 + (child % 7 * 45)), Language.English));
        return $"{client};{product};{first};{last};{Numbers.Whole(volume)};{unit};{"ABCDE"[child % 5]};{about}";
    }
}
