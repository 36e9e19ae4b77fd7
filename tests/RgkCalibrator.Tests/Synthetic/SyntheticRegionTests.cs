using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Synthetic;

namespace RgkCalibrator.Tests.Synthetic;

public sealed class SyntheticRegionTests
{
    // Begeleiding and JOH: the group whose growth is published.
    private static readonly string[] Guidance =
    [
        "41C01", "41C02", "41V01", "41V02", "45C02", "45C04", "45C05", "45C09", "45ABS", "45S05", "45S09", "45V05",
            "45V09",
        "45MBO", "45HBO", "45HBP", "45WON",
    ];

    private static readonly Lazy<(RegionRows Rows, RegionTables Tables)> Default = new(() =>
    {
        var tables = new RegionTables(RegionModel.Load());
        return (RegionRows.Draw(SyntheticSettings.Default, tables, CancellationToken.None), tables);
    });

    [Fact]
    public void The_same_settings_give_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        var settings = new SyntheticSettings(9_000, 7);
        var first = SyntheticRegion.Write(folder["a"], settings);
        var second = SyntheticRegion.Write(folder["b"], settings);

        Assert.Equal(first.Names, second.Names);
        foreach (var name in first.Names)
        {
            Assert.Equal(
                File.ReadAllBytes(Path.Combine(folder["a"], name)), File.ReadAllBytes(Path.Combine(folder["b"], name)));
        }
    }

    // Made with this program on Linux; it changes only when the model or the generator does.
    [Fact]
    public void Every_machine_draws_these_lines()
    {
        var text = string.Join('\n', SyntheticRegion.Lines(new SyntheticSettings(500, 2025)).Select(Text));

        Assert.Equal("0173c10678a20be9", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16]);
    }

    [Fact]
    public void Another_seed_gives_other_lines() => Assert.NotEqual(
        SyntheticRegion.Lines(new SyntheticSettings(20, 1)).Select(Text),
        SyntheticRegion.Lines(new SyntheticSettings(20, 2)).Select(Text));

    [Fact]
    public void A_larger_region_begins_with_the_children_of_a_smaller_one()
    {
        var small = SyntheticRegion.Lines(new SyntheticSettings(50, 3)).ToList();

        Assert.Equal(small, SyntheticRegion.Lines(new SyntheticSettings(5_000, 3)).Take(small.Count));
    }

    [Fact]
    public void The_files_hold_the_lines_of_each_year_in_order()
    {
        using var folder = new TemporaryFolder();
        var settings = new SyntheticSettings(9_000, 2025);
        var written = SyntheticRegion.Write(folder.Root, settings);
        using var session = Session.Open(SessionSettings.Default);
        var lines = SyntheticRegion.Lines(settings).ToLookup(line => line.StartDate.Year, Text);

        Assert.Equal(lines.Sum(year => year.Count()), written.Lines);
        for (var year = 2018; year <= 2023; year++)
        {
            var path = folder[$"declaraties-{year.ToString(CultureInfo.InvariantCulture)}.parquet"];
            var rows = session.Rows(
                "SELECT concat_ws('|', client_id, product_code, provider_id, birth_date, start_date, end_date, " +
                $"volume, unit, assignment_id, municipality, coalesce(location, '')) FROM {Session.Literal(path)}");
            Assert.Equal(lines[year], rows.Select(row => row[0]));
        }
    }

    [Fact]
    public void Every_child_that_was_asked_for_is_in_the_lines()
    {
        var clients = SyntheticRegion.Lines(new SyntheticSettings(3_000, 9)).Select(line => line.ClientId).Distinct()
            .ToList();

        Assert.Equal(3_000, clients.Count);
        Assert.Equal("SYN0000001", clients[0]);
        Assert.Equal("SYN0003000", clients[^1]);
    }

    [Fact]
    public void Every_product_and_line_of_the_reference_occurs()
    {
        var (rows, tables) = Default.Value;
        var products = Lines(rows).Select(line => line.Product).Distinct()
            .Select(product => tables.Products[product].Model.Code).ToHashSet();
        var reference = File.ReadLines(PublishedLine.Repository("data/reference/products_2025.csv")).Skip(1)
            .Select(line => line.Split(',')[0])
            .Concat(PublishedLine.All.Select(line => line.Code));

        Assert.Equal(reference.Distinct().Order(StringComparer.Ordinal), products.Order(StringComparer.Ordinal));
        Assert.All(PublishedLine.All, line => Assert.Contains(
            tables.Lines, table => table.Model.Code == line.Code && table.Model.Name == line.Subgroup));
    }

    [Theory]
    [InlineData(2018, 8_123)]
    [InlineData(2023, 10_487)]
    public void Children_in_begeleiding_and_JOH_grow_as_published(int year, int children)
    {
        var (rows, tables) = Default.Value;
        var guidance = tables.Products.Select(product => Guidance.Contains(product.Model.Code)).ToArray();
        var found = rows.OfYear(year - 2018).SelectMany(block => block)
            .Where(row => guidance[row.Line.Product]).Select(row => row.Child).Distinct().Count();

        Assert.InRange(found, 0.98 * children, 1.02 * children);
    }

    [Fact]
    public void Providers_are_many_and_very_unequal()
    {
        var sizes = Default.Value.Rows.OfYear(0).Concat(Default.Value.Rows.OfYear(5)).SelectMany(block => block)
            .Select(row => (row.Line.Provider, row.Child)).Distinct()
            .GroupBy(pair => pair.Provider).Select(provider => provider.Count()).Order().ToList();

        Assert.True(sizes.Count >= 100);
        Assert.True(sizes[^1] > 20 * sizes[sizes.Count / 2]);
    }

    [Fact]
    public void A_line_is_a_month_or_less_with_care_in_it()
    {
        foreach (var line in Lines(Default.Value.Rows))
        {
            Assert.InRange(line.End, line.Start, MonthCalendar.LastDay(MonthCalendar.MonthOf(line.Start)));
            Assert.InRange(line.Hundredths, 1, 999_999_999);
        }
    }

    [Fact]
    public void Units_and_places_are_those_of_the_product()
    {
        var lines = SyntheticRegion.Lines(new SyntheticSettings(6_000, 5)).ToList();
        var allowed = RegionModel.Load().Products.ToDictionary(product => product.Code, product => product.Unit);

        Assert.All(
            lines,
            line => Assert.Equal(allowed[line.ProductCode], line.Unit == CareUnit.Minuut ? CareUnit.Uur : line.Unit));
        Assert.All(lines, line => Assert.True(line.Location is null || line.ProductCode == "41A03"));
        Assert.All(lines, line => Assert.StartsWith("99", line.ProviderId, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.StartsWith("99", line.Municipality, StringComparison.Ordinal));
        Assert.Equal(10, lines.Select(line => line.Municipality).Distinct().Count());
        Assert.InRange(lines.Count(line => line.Unit == CareUnit.Minuut), lines.Count / 200, lines.Count / 10);
        Assert.Contains(lines, line => line.Location == "KDC");
    }

    [Fact]
    public void The_notice_says_that_nobody_in_it_exists()
    {
        using var folder = new TemporaryFolder();
        SyntheticRegion.Write(folder.Root, new SyntheticSettings(10, 3));
        var notice = File.ReadAllText(folder[RegionFiles.NoticeName]);

        Assert.Contains("geen echte kinderen", notice, StringComparison.Ordinal);
        Assert.Contains("Synthetic data: no real children", notice, StringComparison.Ordinal);
        Assert.Equal(RegionModel.Text(RegionFiles.TruthName), File.ReadAllText(folder[RegionFiles.TruthPath]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_000_000)]
    public void A_region_without_children_or_with_too_many_is_refused(int children)
    {
        var refused = Assert.Throws<CalibrationException>(
            () => SyntheticRegion.Lines(new SyntheticSettings(children, 1)));

        Assert.Equal(ExitCode.WrongUse, refused.ExitCode);
    }

    [Theory]
    [InlineData("", "a file stands where the folder should be")]
    [InlineData("declaraties-2020.parquet", "a file of someone else stands in the folder")]
    public void What_cannot_be_written_is_the_users_trouble(string blocked, string why)
    {
        using var folder = new TemporaryFolder();
        if (blocked.Length > 0)
            Directory.CreateDirectory(folder["out"]);
        File.WriteAllText(Path.Combine(folder["out"], blocked), "");

        var refused = Assert.Throws<CalibrationException>(
            () => SyntheticRegion.Write(folder["out"], new SyntheticSettings(1, 1)));

        Expect.Equal(ExitCode.Files, refused.ExitCode, why);
    }

    private static IEnumerable<CareLine> Lines(RegionRows rows) =>
        Enumerable.Range(0, rows.Years).SelectMany(rows.OfYear).SelectMany(block => block)
            .Select(row => row.Line);

    private static string Text(SyntheticLine line) => string.Join(
        '|',
        line.ClientId, line.ProductCode, line.ProviderId, Iso(line.BirthDate), Iso(line.StartDate), Iso(line.EndDate),
        line.Volume.ToString("0.00", CultureInfo.InvariantCulture), ((int)line.Unit)
            .ToString("00", CultureInfo.InvariantCulture),
        line.AssignmentId, line.Municipality, line.Location);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
