using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Tests.Intake.Corpus;

namespace RgkCalibrator.Tests.Intake.Columns;

/// <summary>What the corpus says of CSV, for columns that Parquet gives a type.</summary>
public sealed class MappedParquetTests
{
    private const string Row =
        "SELECT 'c1' AS client_id, '45C02' AS product_code, DATE '2021-03-01' AS start_date, "
        + "DATE '2021-03-31' AS end_date, 1.5 AS volume, 'uur' AS unit";

    [Theory]
    [InlineData("'uren ' AS unit", "  unit: { column: unit, values: { uren: uur } }", "9000 uur")]
    [InlineData("'uur' AS unit", "  unit: { column: unit, values: { uren: uur } }", "9000 uur")]
    [InlineData("4 AS unit", "  unit: { column: unit, values: { '4': minuut } }", "9000 minuut")]
    [InlineData("'it''s' AS unit", "  unit: { column: unit, values: { \"it's\": uur } }", "9000 uur")]
    [InlineData("'uur' AS unit", "  unit: { constant: minuut }", "9000 minuut")]
    [InlineData("'1.234' AS volume", "  volume: { column: volume, decimal: decimal-comma }", "7404000 uur")]
    [InlineData("'1.234' AS volume", "  volume: { column: volume, decimal: decimal-point }", "7404 uur")]
    [InlineData(
        "'03/04/2021' AS start_date",
        "  start_date: { column: start_date, format: month-first }",
        "2021-03-04..2021-03-31")]
    [InlineData("'45C02' AS product_code", "  provider_id: { constant: p1 }", "provider p1")]
    public void Mappings_do_in_Parquet_what_they_do_in_CSV(string column, string mapping, string part) =>
        Assert.Contains(part, UsedLine($"SELECT * REPLACE ({column}) FROM ({Row})", "columns:\n" + mapping).Parts);

    [Theory]
    [InlineData("client_id AS CLIENT_ID, * EXCLUDE (client_id)", "  unit: unit")]
    [InlineData("client_id AS \"Cliënt nr.\", * EXCLUDE (client_id)", "  client_id: Cliënt nr.")]
    [InlineData("client_id AS \"cliënt NR.\", * EXCLUDE (client_id)", "  client_id: Cliënt nr.")]
    public void A_column_is_found_whatever_its_capitals(string columns, string mapping) =>
        Assert.Equal(["c1", "45C02"], UsedLine($"SELECT {columns} FROM ({Row})", "columns:\n" + mapping).Parts.Take(2));

    [Fact]
    public void A_missing_column_is_named_with_those_that_are_there()
    {
        using var reading = new Reading();
        var refused = Assert.Throws<CalibrationException>(
            () => reading.LedgerOf(reading.WriteQuery($"SELECT * EXCLUDE (unit), unit AS eenheid FROM ({Row})")));

        Assert.Contains("De kolom unit ontbreekt", refused.What.Dutch, StringComparison.Ordinal);
        Assert.Contains("volume, eenheid", refused.Remedy.Dutch, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2008")]
    [InlineData("'2008'")]
    [InlineData("' 2008 '")]
    [InlineData("CAST(2008 AS SMALLINT)")]
    public void A_birth_year_is_the_first_of_July(string year) =>
        Assert.Contains("born 2008-07-01", UsedLine($"SELECT *, {year} AS birth_year FROM ({Row})").Parts);

    [Theory]
    [InlineData("8")]
    [InlineData("'08'")]
    [InlineData("0")]
    [InlineData("'20081'")]
    [InlineData("NULL::INTEGER")]
    public void A_birth_year_without_four_digits_is_not_given(string year) =>
        Assert.DoesNotContain(
            UsedLine($"SELECT *, {year} AS birth_year FROM ({Row})").Parts,
            part => part.StartsWith("born", StringComparison.Ordinal));

    [Theory]
    [InlineData("2021-06-30 22:00:00+00", "2021-07-01")]
    [InlineData("2020-12-31 23:00:00+00", "2021-01-01")]
    [InlineData("2021-03-01 00:00:00+00", "2021-03-01")]
    [InlineData("2021-03-01 00:00:00+01", "2021-03-01")]
    public void A_midnight_in_a_time_zone_is_the_Dutch_day(string moment, string day) => Assert.Contains(
        $"{day}..2021-07-31",
        UsedLine(
            $"SELECT * REPLACE (TIMESTAMPTZ '{moment}' AS start_date, DATE '2021-07-31' AS end_date) "
            + $"FROM ({Row})").Parts);

    private static UsedLine UsedLine(string sql, string? mapping = null)
    {
        using var reading = new Reading
        {
            Mapping = mapping is null ? ColumnMapping.None : MappingFile.Parse(mapping, "mapping.yaml"),
        };
        using var declarations = reading.Read(reading.WriteQuery(sql));
        return Assert.Single(CorpusFolder.LinesOf(declarations));
    }
}
