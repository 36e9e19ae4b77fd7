using System.Text;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Tests.Intake;

public sealed class PassesTests : IDisposable
{
    private readonly Reading _reading = new(threads: 1);

    public void Dispose() => _reading.Dispose();

    [Fact]
    public void A_file_that_changes_between_two_passes_is_caught()
    {
        var path = _reading.WriteQuery(Rows("k", volume: 4));
        using var declarations = _reading.Read(
            [path], Reading.AllProducts, RunSettings.Default with { Threads = 1, MaxMemory = 1 << 20 });
        _reading.WriteQuery(Rows("k", volume: 5), path: path);

        var caught = Assert.Throws<CalibrationException>(() => declarations.ReadToEnd());

        Assert.Equal(ExitCode.DoesNotAddUp, caught.ExitCode);
        Assert.Contains("veranderd", caught.What.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_stays_the_same_is_read_to_the_end()
    {
        var path = _reading.WriteQuery(Rows("k", volume: 4));
        using var declarations = _reading.Read(
            [path], Reading.AllProducts, RunSettings.Default with { Threads = 1, MaxMemory = 1 << 20 });

        Assert.Equal(100_000, declarations.ReadToEnd().Used);
        Assert.True(declarations.Passes > 2);
    }

    [Theory]
    [InlineData("parquet", "hash(i)")]
    [InlineData("csv", "hash(i)")]
    [InlineData("csv", "i")]
    public void Clients_are_spread_over_the_ranges_by_a_look_at_the_files(string ending, string order)
    {
        var path = _reading.Folder["declaraties." + ending];
        _reading.WriteQuery(Rows("client-met-een-lange-naam-", volume: 4) + " ORDER BY " + order, path: path);

        using var declarations = _reading.Read(path);

        var lines = Enumerable.Range(0, ClientRanges.Count)
            .Select(range => declarations.Lines.Blocks(range).Sum(block => block.Count))
            .ToList();
        Assert.Equal(100_000, lines.Sum());
        Assert.True(lines.Max() < 4_000, $"{Numbers.Whole(lines.Max())} lines in one range");
    }

    // Four lines of each client.
    private static string Rows(string client, int volume) => new StringBuilder()
        .Append("SELECT '").Append(client)
        .Append("' || lpad(CAST(i // 4 AS VARCHAR), 6, '0') AS client_id, '54002' AS product_code, ")
        .Append("DATE '2019-01-01' + CAST(i % 4 AS INTEGER) * 31 AS start_date, ")
        .Append("DATE '2019-01-31' + CAST(i % 4 AS INTEGER) * 31 AS end_date, ")
        .Append("CAST(").Append(Numbers.Whole(volume))
        .Append(" AS DECIMAL(9, 2)) AS volume, 'uur' AS unit FROM range(100000) AS t(i)").ToString();
}
