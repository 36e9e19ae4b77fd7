using System.Globalization;
using RgkCalibrator.Intake.Columns;

namespace RgkCalibrator.Tests.Intake;

/// <summary>What was declared is added up by the months of care and of declaration, as a naive count does.</summary>
public sealed class DeclaredMonthsTests : IDisposable
{
    private const string Header = "client_id,product_code,start_date,end_date,volume,unit,line_id,declared_on";

    private readonly Reading _reading = new()
    {
        Mapping = ColumnMapping.None with { Asked = [CanonicalColumn.DeclaredOn] },
    };

    private int _files;

    public void Dispose() => _reading.Dispose();

    [Fact]
    public void A_naive_count_comes_to_the_same_in_csv_and_in_parquet_and_in_several_passes()
    {
        var random = new Random(3);
        var rows = Enumerable.Range(0, 60_000).Select(i => Row.Of(i, random)).ToList();
        var csv = Write([Header, .. rows.Select(row => row.ToString())]);
        var parquet = _reading.WriteQuery(
            $"SELECT * FROM read_csv('{csv}', types = {{'client_id': 'VARCHAR', 'line_id': 'VARCHAR'}})");
        var expected = rows
            .GroupBy(row => (Care: MonthNumber.Of(row.End), Declared: row.Declared is { } day
                ? MonthNumber.Of(day)
                : (int?)null))
            .OrderBy(one => one.Key.Care).ThenBy(one => one.Key.Declared ?? -1)
            .Select(one => (one.Key.Care, one.Key.Declared, (long)one.Count(), one.Sum(row => row.Volume)))
            .ToList();

        Assert.Equal(expected, MonthsIn(csv, RunSettings.Default));
        Assert.Equal(expected, MonthsIn(parquet, RunSettings.Default));
        Assert.Equal(expected, MonthsIn(csv, RunSettings.Default with { Threads = 1, MaxMemory = 3 << 20 }));
    }

    [Theory]
    [InlineData("2020-03-05", "2020-02-10", "")]
    [InlineData("2020-02-10", "2020-02-10", "2020-06-01")]
    public void Of_copies_of_a_line_the_one_that_was_declared_first_counts_in_whatever_order(params string[] days)
    {
        string[] rows = [.. days.Select(day => $"a,45C02,2020-01-01,2020-01-31,2,uur,1,{day}")];
        foreach (var order in new[] { rows, [.. rows.Reverse()], [rows[1], rows[0], rows[2]] })
        {
            var months = MonthsIn(Write([Header, .. order]), RunSettings.Default);
            var declared = days.Contains(string.Empty)
                ? (int?)null
                : MonthNumber.Of(new DateOnly(2020, 2, 10));
            Assert.Equal([(MonthNumber.Of(new DateOnly(2020, 1, 31)), declared, 1L, 2m)], months);
        }
    }

    private List<(int Care, int? Declared, long Lines, decimal Volume)> MonthsIn(string file, RunSettings run)
    {
        using var declarations = _reading.Read([file], Reading.AllProducts with { ByMonth = true }, run);
        _ = declarations.ReadToEnd();
        return
        [
            .. declarations.Months.Months.Select(one =>
                (one.Care, one.Declared, one.Lines, (decimal)one.Volume / Ticks.PerUnit)),
        ];
    }

    private string Write(string[] lines)
    {
        var file = _reading.Folder[$"maanden-{Numbers.Whole(_files++)}.csv"];
        File.WriteAllLines(file, lines);
        return file;
    }

    private sealed record Row(int Number, DateOnly End, decimal Volume, DateOnly? Declared)
    {
        public static Row Of(int number, Random random)
        {
            var end = new DateOnly(2020, 1, 1).AddDays(random.Next(700));
            return new(
                number, end, 1 + random.Next(9), random.Next(20) == 0 ? null : end.AddDays(random.Next(400)));
        }

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"c{Number % 5000},45C02,{End:yyyy-MM-dd},{End:yyyy-MM-dd},{Volume},uur,r{Number},{Declared:yyyy-MM-dd}");
    }
}
