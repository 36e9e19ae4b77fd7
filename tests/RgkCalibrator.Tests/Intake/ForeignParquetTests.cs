using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Intake;

/// <summary>Parquet as other programs write it: other types, orders, codecs and row groups for the same rows.</summary>
public sealed class ForeignParquetTests
{
    private const string Rows = """
        SELECT 'cliënt ' || (i % 37) AS client_id,
               '5400' || (i % 3) AS product_code,
               CAST(DATE '2018-06-01' + CAST(i AS INTEGER) % 1500 AS DATE) AS start_date,
               CAST(DATE '2018-06-01' + CAST(i AS INTEGER) % 1500 + 20 AS DATE) AS end_date,
               CAST(1 + i % 80 AS DECIMAL(18, 2)) AS volume,
               'uur' AS unit,
               CAST(94000000 + i % 5 AS VARCHAR) AS provider_id,
               CAST(DATE '2008-02-29' + CAST(i AS INTEGER) % 37 AS DATE) AS birth_date
        FROM range(3000) AS t(i)
        """;

    [Theory]
    [InlineData("*")]
    [InlineData(
        "* REPLACE (CAST(start_date AS TIMESTAMP) AS start_date, "
            + "CAST(end_date AS TIMESTAMP) + INTERVAL 23 HOUR AS end_date)")]
    [InlineData(
        "* REPLACE (CAST(start_date AS TIMESTAMP_MS) AS start_date, CAST(end_date AS TIMESTAMP_NS) AS end_date)")]
    [InlineData("* REPLACE (CAST(CAST(start_date AS TIMESTAMP) AS TIMESTAMP WITH TIME ZONE) AS start_date)")]
    [InlineData("* REPLACE (CAST(birth_date AS TIMESTAMP) AS birth_date)")]
    [InlineData("* REPLACE (CAST(volume AS DOUBLE) AS volume)")]
    [InlineData("* REPLACE (CAST(volume AS FLOAT) AS volume)")]
    [InlineData("* REPLACE (CAST(volume AS TINYINT) AS volume)")]
    [InlineData("* REPLACE (CAST(volume AS INTEGER) AS volume)")]
    [InlineData("* REPLACE (CAST(volume AS BIGINT) AS volume)")]
    [InlineData("* REPLACE (CAST(volume AS UBIGINT) AS volume)")]
    [InlineData("* REPLACE (CAST(volume AS DECIMAL(4, 1)) AS volume)")]
    [InlineData("* REPLACE (CAST(volume AS DECIMAL(9, 3)) AS volume)")]
    [InlineData("* REPLACE (CAST(volume AS DECIMAL(18, 6)) AS volume)")]
    [InlineData("* REPLACE (CAST(volume AS DECIMAL(18, 0)) AS volume)")]
    [InlineData("* REPLACE (CAST(volume AS DECIMAL(38, 2)) AS volume)")]
    [InlineData("* REPLACE (CAST(volume AS DECIMAL(38, 9)) AS volume)")]
    [InlineData("* REPLACE (CAST(volume AS DECIMAL(38, 18)) AS volume)")]
    [InlineData(
        "* REPLACE (CAST(product_code AS ENUM ('54000', '54001', '54002')) AS product_code, "
            + "CAST(unit AS ENUM ('min', 'uur')) AS unit)")]
    [InlineData(
        "* REPLACE (CAST(product_code AS INTEGER) AS product_code, CAST(provider_id AS BIGINT) AS provider_id)")]
    [InlineData("* REPLACE (4 AS unit)")]
    [InlineData("* REPLACE (CAST(start_date AS VARCHAR) AS start_date, CAST(birth_date AS VARCHAR) AS birth_date)")]
    [InlineData(
        "* REPLACE (strftime(start_date, '%d-%m-%Y') AS start_date, strftime(end_date, '%-d-%-m-%y') AS end_date)")]
    [InlineData(
        "* REPLACE (CAST(strftime(start_date, '%Y%m%d') AS INTEGER) AS start_date, "
            + "strftime(end_date, '%Y%m%d') AS end_date)")]
    [InlineData("* REPLACE (replace(CAST(volume AS VARCHAR), '.', ',') AS volume)")]
    [InlineData("* REPLACE (CAST(volume AS VARCHAR) AS volume)")]
    [InlineData(
        "* REPLACE (' ' || product_code || '  ' AS product_code, 'uur ' AS unit, client_id || ' ' AS client_id, "
            + "' ' || provider_id AS provider_id)")]
    [InlineData(
        "unit, volume, end_date, 1 AS noise, start_date, [1, 2] AS list, birth_date, product_code, {'a': 1} AS nested, "
            + "provider_id, client_id")]
    public void Types_and_order_of_columns_change_nothing(string columns) =>
        SameAsPlain($"SELECT {columns} FROM ({Rows})");

    [Theory]
    [InlineData(", COMPRESSION uncompressed")]
    [InlineData(", COMPRESSION gzip")]
    [InlineData(", COMPRESSION zstd")]
    [InlineData(", COMPRESSION lz4_raw")]
    [InlineData(", ROW_GROUP_SIZE 2048")]
    [InlineData(", PARQUET_VERSION v2, ROW_GROUP_SIZE 2048, DICTIONARY_SIZE_LIMIT 1")]
    public void Codecs_and_row_groups_change_nothing(string options) => SameAsPlain(Rows, options);

    [Theory]
    [InlineData("2021-02-28 23:00:00", "2021-03-01")]
    [InlineData("2021-01-31 22:59:59", "2021-01-31")]
    [InlineData("2021-01-31 00:00:00", "2021-01-31")]
    [InlineData("2021-03-27 23:00:00", "2021-03-28")]
    [InlineData("2021-03-28 00:59:59", "2021-03-28")]
    [InlineData("2021-03-28 22:00:00", "2021-03-29")]
    [InlineData("2021-06-30 22:00:00", "2021-07-01")]
    [InlineData("2021-05-31 21:59:59", "2021-05-31")]
    [InlineData("2021-10-30 22:00:00", "2021-10-31")]
    [InlineData("2021-10-31 22:59:59", "2021-10-31")]
    [InlineData("2021-10-31 23:00:00", "2021-11-01")]
    public void A_moment_in_UTC_lies_on_its_day_in_the_Netherlands(string moment, string day)
    {
        using var reading = new Reading();
        var path = reading.WriteQuery(
            $"SELECT * REPLACE (CAST(TIMESTAMP '{moment}' AS TIMESTAMP WITH TIME ZONE) AS start_date, "
                + $"DATE '2021-12-31' AS end_date) FROM ({Rows} LIMIT 1)");

        Assert.Equal(day, Numbers.Date(Assert.Single(reading.Trajectories(path)).Start, Language.English));
    }

    [Fact]
    public void Missing_cells_are_missing_whatever_the_type()
    {
        const string nulls = """
            SELECT CASE WHEN i % 7 = 1 THEN NULL ELSE i END AS client_id,
                   CASE WHEN i % 7 = 2 THEN NULL ELSE 54002 END AS product_code,
                   CASE WHEN i % 7 = 3 THEN NULL ELSE TIMESTAMP '2019-01-01' END AS start_date,
                   CASE WHEN i % 7 = 4 THEN NULL ELSE DATE '2019-01-31' END AS end_date,
                   CASE WHEN i % 7 = 5 THEN NULL ELSE 1.5 END AS volume,
                   CASE WHEN i % 7 = 6 THEN NULL ELSE 'uur' END AS unit,
                   CASE WHEN i % 2 = 0 THEN NULL ELSE i END AS provider_id,
                   CASE WHEN i % 2 = 0 THEN NULL ELSE DATE '2008-01-01' END AS birth_date,
                   CASE WHEN i % 2 = 0 THEN NULL ELSE DATE '2019-01-02' END AS care_start,
                   CAST(NULL AS TIMESTAMP) AS care_end
            FROM range(7000) AS t(i)
            """;
        using var reading = new Reading();
        var path = reading.WriteQuery(nulls, ", ROW_GROUP_SIZE 2048");

        var ledger = reading.LedgerOf(path);
        var rows = reading.Trajectories(path);

        Assert.Equal(1000, ledger.Used);
        Assert.Equal(
            [
                (RejectionReason.MissingClient, 1000),
                (RejectionReason.MissingProduct, 1000),
                (RejectionReason.BadDate, 2000),
                (RejectionReason.BadVolume, 1000),
                (RejectionReason.UnknownUnit, 1000),
            ],
            Assert.Single(ledger.Files).Rejected.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(500, rows.Count(row => row is { AgeAtStart: 11, Start.Day: 2 }));
        Assert.Equal(500, rows.Count(row => row is { AgeAtStart: null, Start.Day: 1 }));
    }

    [Fact]
    public void A_provider_that_is_not_given_is_one_provider_without_a_name()
    {
        var split = Reading.GapOf90 with { SplitByProvider = true };
        using var reading = new Reading();
        var none = reading.WriteQuery($"SELECT * EXCLUDE (provider_id, birth_date) FROM ({Rows})");
        var some = reading.WriteQuery(
            "SELECT * REPLACE (CASE WHEN hash(client_id, start_date) % 2 = 0 THEN provider_id END AS provider_id) "
                + $"FROM ({Rows})");

        using var declarations = reading.Read(none, some);
        var rows = Reading.Build(declarations, split).Rows().ToList();

        Assert.Equal(
            ["", "94000000", "94000001", "94000002", "94000003", "94000004"],
            rows.Select(row => row.ProviderId).Distinct().Order());
        Assert.InRange(rows.Where(row => row.ProviderId.Length == 0).Sum(row => row.Lines), 4_300, 4_700);
        Assert.All(reading.Trajectories(none), row => Assert.Null(row.AgeAtStart));
    }

    [Theory]
    [InlineData("CAST('NaN' AS DOUBLE)")]
    [InlineData("CAST('Infinity' AS DOUBLE)")]
    [InlineData("CAST('-Infinity' AS FLOAT)")]
    [InlineData("CAST(1e300 AS DOUBLE)")]
    [InlineData("CAST(1000000000.01 AS DOUBLE)")]
    [InlineData("CAST(1000000001 AS BIGINT)")]
    [InlineData("CAST(18446744073709551615 AS UBIGINT)")]
    [InlineData("CAST(1e30 AS DECIMAL(38, 2))")]
    [InlineData("CAST(1e18 AS DECIMAL(38, 18))")]
    public void A_volume_beyond_belief_is_bad(string volume)
    {
        using var reading = new Reading();

        var ledger = reading.LedgerOf(
            reading.WriteQuery($"SELECT * REPLACE ({volume} AS volume) FROM ({Rows}) LIMIT 5"));

        Assert.Equal(5, Assert.Single(ledger.Files).Rejected[RejectionReason.BadVolume]);
    }

    [Theory]
    [InlineData("CAST(1000000000 AS DECIMAL(38, 2))")]
    [InlineData("CAST(1000000000 AS DECIMAL(38, 9))")]
    [InlineData("CAST(1000000000 AS DECIMAL(28, 18))")]
    [InlineData("CAST(1000000000 AS DECIMAL(18, 8))")]
    [InlineData("CAST(1000000000 AS DOUBLE)")]
    [InlineData("CAST(1000000000 AS INTEGER)")]
    public void The_largest_volume_is_believed_in_every_type_that_can_hold_it(string volume)
    {
        using var reading = new Reading();

        var row = reading.Trajectories(
            reading.WriteQuery($"SELECT * REPLACE ({volume} AS volume) FROM ({Rows}) LIMIT 1"));

        Assert.Equal(1_000_000_000 * Ticks.PerUnit, Assert.Single(row).VolumeTicks);
    }

    [Theory]
    [InlineData("DATE 'infinity'")]
    [InlineData("DATE '-infinity'")]
    [InlineData("DATE '0044-03-15 (BC)'")]
    [InlineData("DATE '0001-01-01'")]
    [InlineData("DATE '9999-12-31'")]
    [InlineData("DATE '290000-01-01'")]
    [InlineData("TIMESTAMP 'infinity'")]
    public void A_day_beyond_belief_is_a_bad_date_and_as_an_optional_one_not_given(string day)
    {
        using var reading = new Reading();
        var first = $"({Rows} LIMIT 1)";
        var plain = Assert.Single(
            reading.Trajectories(reading.WriteQuery($"SELECT * EXCLUDE (birth_date) FROM {first}")));

        var ledger = reading.LedgerOf(reading.WriteQuery($"SELECT * REPLACE ({day} AS start_date) FROM {first}"));
        var optional = reading.Trajectories(
            reading.WriteQuery(
                $"SELECT * REPLACE ({day} AS birth_date), {day} AS care_start, {day} AS care_end FROM {first}"));

        Assert.Equal(RejectionReason.BadDate, Assert.Single(ledger.RejectedRows).Reason);
        Assert.Equal(plain, Assert.Single(optional));
    }

    [Fact]
    public void Only_what_stands_in_a_file_is_read_not_what_its_folders_are_called()
    {
        using var reading = new Reading();
        var folder = Directory.CreateDirectory(
            Path.Combine(reading.Folder["volume=99"], "unit=dagdeel", "birth_date=2001-01-01")).FullName;
        var plain = reading.Trajectories(reading.WriteQuery(Rows));

        Assert.Equal(plain, reading.Trajectories(reading.WriteQuery(Rows, path: Path.Combine(folder, "a.parquet"))));
    }

    [Fact]
    public void A_column_that_bears_the_name_of_the_row_number_does_no_harm()
    {
        using var reading = new Reading();
        var path = reading.WriteQuery($"SELECT *, 7 AS file_row_number FROM ({Rows})");

        Assert.Equal(reading.Trajectories(reading.WriteQuery(Rows)), reading.Trajectories(path));
    }

    [Fact]
    public void Days_that_are_numbered_as_the_mapping_says_are_the_same_days() => SameAsPlain(
        $"SELECT * REPLACE (start_date - DATE '1899-12-30' AS start_date) FROM ({Rows})",
        mapping: "columns: { start_date: { column: start_date, format: excel-serial } }");

    private static void SameAsPlain(string sql, string options = "", string? mapping = null)
    {
        using var reading = new Reading
        {
            Mapping = mapping is null ? ColumnMapping.None : MappingFile.Parse(mapping, "m.yaml"),
        };
        IReadOnlyList<TrajectoryRow> plain = reading.Trajectories(reading.WriteQuery(Rows));

        var foreign = reading.Trajectories(reading.WriteQuery(sql, options));

        Assert.Equal(3000, plain.Sum(row => row.Lines));
        Assert.Equal(plain, foreign);
    }
}
