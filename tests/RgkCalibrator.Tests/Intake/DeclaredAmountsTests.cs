using System.Globalization;
using RgkCalibrator.Intake.Columns;

namespace RgkCalibrator.Tests.Intake;

/// <summary>What lines cost is added up over the lines that count, as a naive count does.</summary>
public sealed class DeclaredAmountsTests : IDisposable
{
    private const string Header = "client_id,product_code,start_date,end_date,volume,unit,debit_credit,amount";

    private static readonly ColumnMapping WithAmounts =
        ColumnMapping.None with { Asked = [CanonicalColumn.Amount] };

    private readonly Reading _reading = new() { Mapping = WithAmounts };
    private int _files;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_naive_count_comes_to_the_same_in_csv_and_in_parquet(int seed)
    {
        var rows = Rows(new Random(seed), 3_000);
        var csv = Write([Header, .. rows.Select(row => row.ToString())]);
        var parquet = _reading.WriteQuery(
            $"SELECT * FROM read_csv('{csv}', types = {{'amount': 'DECIMAL(12,2)', 'client_id': 'VARCHAR'}})");

        var expected = Naive(rows);

        Assert.Equal(3, expected.Count);
        Assert.Equal(expected, AmountsIn(csv));
        Assert.Equal(expected, AmountsIn(parquet));
    }

    [Fact]
    public void Several_passes_over_the_files_come_to_the_same()
    {
        var csv = Write([Header, .. Rows(new Random(4), 60_000).Select(row => row.ToString())]);

        using var whole = _reading.Read(csv);
        using var parts = _reading.Read(
            [csv], Reading.AllProducts, RunSettings.Default with { Threads = 1, MaxMemory = 3 << 20 });
        _ = parts.ReadToEnd();

        Assert.True(parts.Passes > 1);
        Assert.Equal(whole.Amounts, parts.Amounts);
    }

    [Fact]
    public void Minutes_are_priced_in_the_hours_of_their_product()
    {
        var amounts = AmountsIn(Write(
            [Header, "a,45C02,2020-01-01,2020-01-31,90,minuut,D,150", "a,45C02,2020-02-01,2020-02-28,2,uur,D,200.50"]));

        Assert.Equal([("45C02", 2L, 0L, 350.50m, 3.5m)], amounts);
    }

    [Fact]
    public void Lines_of_a_file_without_amounts_have_none()
    {
        var with = Write([Header, "a,45C02,2020-01-01,2020-01-31,2,uur,D,200"]);
        var without = Write(
            ["client_id,product_code,start_date,end_date,volume,unit", "b,45C02,2020-01-01,2020-01-31,3,uur"]);

        Assert.Equal([("45C02", 1L, 1L, 200m, 2m)], AmountsIn(with, without));
        Assert.Empty(AmountsIn(without));
    }

    [Theory]
    [InlineData("200", "", "")]
    [InlineData("", "200", "0")]
    [InlineData("0", "-50", "200")]
    [InlineData("-1", "200", "300")]
    [InlineData("300", "200", "")]
    public void Of_copies_of_a_line_one_that_says_what_it_cost_is_kept_in_whatever_order(params string[] amounts)
    {
        const string header = "client_id,product_code,start_date,end_date,volume,unit,line_id,amount";
        string[] rows = [.. amounts.Select(amount => $"a,45C02,2020-01-01,2020-01-31,2,uur,1,{amount}")];

        foreach (var order in new[] { rows, [.. rows.Reverse()], [rows[1], rows[0], rows[2]] })
        {
            Assert.Equal([("45C02", 1L, 0L, 200m, 2m)], AmountsIn(Write([header, .. order])));
            Assert.Equal(
                [("45C02", 1L, 0L, 200m, 2m)], AmountsIn([.. order.Select(row => Write([header, row]))]));
        }
    }

    [Fact]
    public void Nothing_is_added_up_where_nobody_asks()
    {
        using var reading = new Reading();
        using var declarations = reading.Read(Write([Header, "a,45C02,2020-01-01,2020-01-31,2,uur,D,200"]));

        Assert.Empty(declarations.Amounts);
    }

    public void Dispose() => _reading.Dispose();

    private List<(string, long, long, decimal, decimal)> AmountsIn(params string[] paths)
    {
        using var declarations = _reading.Read(paths);
        return [.. declarations.Amounts.Select(one => (
            one.Product.Code, one.Lines, one.Without, (decimal)one.Amount / 6000, (decimal)one.Volume / 6000))];
    }

    private string Write(IEnumerable<string> lines)
    {
        var path = _reading.Folder[$"f{++_files}.csv"];
        File.WriteAllLines(path, lines);
        return path;
    }

    private static List<Row> Rows(Random random, int count)
    {
        var rows = new List<Row>();
        for (var i = 0; i < count; i++)
        {
            // Each declared once: which of equal lines a credit takes is no matter of amounts.
            var row = new Row(
                $"c{random.Next(40)}", $"P{random.Next(3)}", i, random.Next(1, 40),
                random.Next(8) switch
                {
                    0 => null,
                    1 => 0,
                    2 => -random.Next(1, 9000) / 100m,
                    _ => random.Next(1, 900_000) / 100m,
                });
            rows.Add(row);
            // The credit of a correction states its amount, or not, or below zero: it says nothing of a price.
            if (random.Next(6) == 0)
                rows.Add(row with { IsCredit = true, Amount = random.Next(3) == 0 ? null : -row.Amount });
        }

        return rows;
    }

    private static List<(string, long, long, decimal, decimal)> Naive(List<Row> rows)
    {
        var credited = rows.Where(row => row.IsCredit).Select(row => row.Number).ToHashSet();
        var kept = rows.Where(row => !row.IsCredit && !credited.Contains(row.Number)).ToList();
        return
        [
            .. kept.GroupBy(row => row.Product).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (
                group.Key, group.LongCount(row => row.Amount > 0), group.LongCount(row => row.Amount is null or <= 0),
                group.Where(row => row.Amount > 0).Sum(row => row.Amount!.Value),
                group.Where(row => row.Amount > 0).Sum(row => (decimal)row.Volume))),
        ];
    }

    private sealed record Row(string Client, string Product, int Number, int Volume, decimal? Amount)
    {
        public bool IsCredit { get; init; }

        private string Mark => IsCredit ? "C" : "D";

        public override string ToString()
        {
            // A period of its own for each line, within the years that are believed.
            var start = new DateOnly(2018, 1, 1).AddDays(Number % 2000);
            var end = start.AddDays(Number / 2000 % 300);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{Client},{Product},{start:yyyy-MM-dd},{end:yyyy-MM-dd},{Volume},uur,{Mark},{Amount}");
        }
    }
}
