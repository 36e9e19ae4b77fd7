using RgkCalibrator.Engine;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Trajectories;

/// <summary>What other programs find in a file of trajectories.</summary>
public sealed class TrajectoryFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(300)]
    public void Parquet_says_the_same_as_csv_however_many_products_there_are(int products)
    {
        File.WriteAllLines(_folder["in.csv"], Lines(products));

        Write("uit.csv");
        Write("uit.parquet");

        using var session = Session.Open(SessionSettings.Default);
        var names = string.Join(", ", TrajectoryFile.ColumnNames.Select(Session.Identifier));
        string Rows(string reader) => $"SELECT {names} FROM {reader}";
        var (csv, parquet) = (Rows($"read_csv({Literal("uit.csv")}, header = true)"), Rows($"read_parquet({Literal("uit.parquet")})"));
        var counts = session.Rows(
            $"SELECT (SELECT count(*) FROM ({csv})), (SELECT count(*) FROM ({parquet})), (SELECT count(*) FROM (({csv}) EXCEPT ({parquet})))")[0];
        Assert.Equal($"{Numbers.Whole(products)} {Numbers.Whole(products)} 0", string.Join(' ', counts));
    }

    [Fact]
    public void Codes_units_and_orders_are_plain_texts_to_every_reader_of_parquet()
    {
        File.WriteAllLines(_folder["in.csv"], Lines(products: 2));

        Write("uit.parquet");

        using var session = Session.Open(SessionSettings.Default);
        var types = session.Rows(
            $"SELECT DISTINCT type || ' ' || converted_type FROM parquet_schema({Literal("uit.parquet")}) WHERE name IN ('client_id', 'product_code', 'unit', 'order')");
        Assert.Equal("BYTE_ARRAY UTF8", Assert.Single(types)[0]);
    }

    private static IEnumerable<string> Lines(int products) =>
    [
        "client_id;product_code;provider_id;start_date;end_date;volume;unit",
        .. Enumerable.Range(0, products).Select(i => $"C{Numbers.Whole(i % 7)};P{Numbers.Whole(i)};A;2019-{Numbers.Whole(10 + (i % 3))}-01;2020-02-{Numbers.Whole(10 + (i % 19))};{Numbers.Whole(i + 1)};{(i % 2 == 0 ? "uur" : "dagdeel")}"),
    ];

    private void Write(string name) => Calibration.WriteTrajectories([_folder["in.csv"]], _folder[name], SmallRegion.Settings, SmallRegion.OneThread);

    private string Literal(string name) => Session.Literal(_folder[name]);
}
