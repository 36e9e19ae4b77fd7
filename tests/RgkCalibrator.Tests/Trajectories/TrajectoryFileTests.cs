using RgkCalibrator.Engine;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Trajectories;

/// <summary>What other programs find in a file of trajectories.</summary>
public sealed class TrajectoryFileTests : IDisposable
{
    private const string Header = "client_id;product_code;provider_id;start_date;end_date;volume;unit";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(300)]
    public void Parquet_says_the_same_as_csv_however_many_products_there_are(int products) =>
        SaysTheSame(Lines(products), products);

    [Theory]
    [InlineData("one code in two units", "99X99;14", "99X99;04")]
    [InlineData("one code in every unit", "99X99;01", "99X99;04", "99X99;14", "99X99;16", "99X99;83")]
    [InlineData("a known code beside its unknown likes", "45C02;04", "45c02;04", "45C02 ;04")]
    [InlineData(
        "codes longer than twelve bytes",
        "een-heel-lange-code;14",
        "een-heel-lange-code;04",
        "een-heel-lange-codé;04")]
    [InlineData("codes with signs", "'99';04", "a,b;04", "\"\"\"x\"\"\";04", "\\;04", "%;04")]
    public void Parquet_says_the_same_as_csv_whatever_the_codes(string kind, params string[] products)
    {
        Assert.NotEmpty(kind);
        SaysTheSame([Header, .. products.Select((product, i) => Row(product.Split(';'), i))], products.Length);

        static string Row(string[] codeAndUnit, int i) =>
            $"C{Numbers.Whole(i)};{codeAndUnit[0]};A;2019-10-01;2020-02-10;{Numbers.Whole(i + 1)};{codeAndUnit[1]}";
    }

    [Fact]
    public void Codes_with_a_zero_in_them_are_written_as_they_stand()
    {
        using var session = Session.Open(SessionSettings.Default);
        session.Execute(
            "COPY (SELECT 'C' AS client_id, 'A' || chr(0) || i AS product_code, DATE '2019-10-01' AS start_date, "
                + "DATE '2020-02-10' AS end_date, 1 AS volume, 'uur' AS unit "
                + $"FROM range(2) AS t(i)) TO {Literal("in.parquet")} (FORMAT parquet)");

        Write("uit.parquet", "in.parquet");

        Assert.Equal(
            ["410030", "410031"],
            session.Rows($"SELECT hex(product_code) FROM read_parquet({Literal("uit.parquet")}) ORDER BY 1")
                .Select(row => row[0]));
    }

    [Fact]
    public void More_products_than_there_can_be_are_refused_and_not_written()
    {
        File.WriteAllLines(_folder["in.csv"], Lines(70_000));

        var refused = Assert.Throws<CalibrationException>(() => Write("uit.parquet"));

        Assert.Equal((ExitCode.WrongUse, "product_code"), (refused.ExitCode, refused.Where));
        Assert.False(File.Exists(_folder["uit.parquet"]));
    }

    [Fact]
    public void As_many_products_as_there_can_be_are_written()
    {
        File.WriteAllLines(_folder["in.csv"], Lines(65_535));

        Write("uit.parquet");

        using var session = Session.Open(SessionSettings.Default);
        Assert.Equal(
            65_535, session.Number($"SELECT count(DISTINCT product_code) FROM read_parquet({Literal("uit.parquet")})"));
    }

    [Fact]
    public void Codes_units_and_orders_are_plain_texts_to_every_reader_of_parquet()
    {
        File.WriteAllLines(_folder["in.csv"], Lines(products: 2));

        Write("uit.parquet");

        using var session = Session.Open(SessionSettings.Default);
        var types = session.Rows(
            $"SELECT DISTINCT type || ' ' || converted_type FROM parquet_schema({Literal("uit.parquet")}) "
                + "WHERE name IN ('client_id', 'product_code', 'unit', 'order')");
        Assert.Equal("BYTE_ARRAY UTF8", Assert.Single(types)[0]);
    }

    private void SaysTheSame(IEnumerable<string> lines, int trajectories)
    {
        File.WriteAllLines(_folder["in.csv"], lines);

        Write("uit.csv");
        Write("uit.parquet");

        using var session = Session.Open(SessionSettings.Default);
        var names = string.Join(", ", TrajectoryColumns.All.Select(column => Session.Identifier(column.Name)));
        string Rows(string reader) => $"SELECT {names} FROM {reader}";
        var (csv, parquet) = (
            Rows($"read_csv({Literal("uit.csv")}, header = true, types = {{'product_code': 'VARCHAR'}})"),
            Rows($"read_parquet({Literal("uit.parquet")})"));
        var counts = session.Rows(
            $"SELECT (SELECT count(*) FROM ({csv})), (SELECT count(*) FROM ({parquet})), "
                + $"(SELECT count(*) FROM (({csv}) EXCEPT ({parquet})))")[0];
        Assert.Equal($"{Numbers.Whole(trajectories)} {Numbers.Whole(trajectories)} 0", string.Join(' ', counts));
    }

    private static IEnumerable<string> Lines(int products) =>
    [
        Header,
        .. Enumerable.Range(0, products).Select(i => $"C{Numbers.Whole(i % 7)};P{Numbers.Whole(i)};A;"
            + $"2019-{Numbers.Whole(10 + (i % 3))}-01;2020-02-{Numbers.Whole(10 + (i % 19))};"
            + $"{Numbers.Whole(i + 1)};{(i % 2 == 0 ? "uur" : "dagdeel")}"),
    ];

    private void Write(string name, string input = "in.csv") =>
        Calibration.WriteTrajectories([_folder[input]], _folder[name], SmallRegion.Settings, SmallRegion.OneThread);

    private string Literal(string name) => Session.Literal(_folder[name]);
}
