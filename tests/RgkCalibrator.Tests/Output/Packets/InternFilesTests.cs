using System.Text;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Tests.Groups;

namespace RgkCalibrator.Tests.Output.Packets;

public sealed class InternFilesTests
{
    [Fact]
    public void Selected_values_stand_in_full_computed_ones_with_twelve_digits_and_no_limit_is_empty()
    {
        MeasuredEstimate Row(
            string measure, Method method, double? value, double? lower, double? upper, long events = 1234567) => new(
            "45C02", "jong", measure, "completed",
            new Estimate(Percentage.Of(97.5m), method, 1234567, events, value, lower, upper, 0.95, value is not null));
        using var stream = new MemoryStream();

        EstimateTable.From(
            [
                Row("volume", Method.Type2, 61.016666666666666, 60.00333333333333, null),
                Row("volume", Method.Type7, 61.016666666666666, 0.1 + 0.2, 1e15 / 3),
                Row("duration_days", Method.Type6, null, null, null),
                Row("duration_days", Method.Km, 365, 360, null, events: 1000000),
            ],
            Language.Dutch).WriteCsv(stream);

        Assert.Equal(
            """
            product_code,subgroup,measure,p,method,population,n,events,value,lower,upper,confidence,reached
            45C02,jong,volume,97.5,type2,completed,1234567,1234567,61.016666666666666,60.00333333333333,,0.95,1
            45C02,jong,volume,97.5,type7,completed,1234567,1234567,61.0166666667,0.30000000000000004,333333333333333.3,0.95,1
            45C02,jong,duration_days,97.5,type6,completed,1234567,1234567,,,,0.95,0
            45C02,jong,duration_days,97.5,km,completed,1234567,1000000,365,360,,0.95,1

            """,
            Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void A_line_stands_at_both_percentiles_and_by_the_other_estimator()
    {
        var care = Enumerable.Range(0, 60)
            .Select(child => Care.Of(child, child % 3, 20 + child) with
            {
                Months = 3 * (1 + (child % 3)),
                Whole = Ticks.FromUnits(20 + (2 * child)),
            })
            .Concat(Enumerable.Range(0, 40).Select(child => Care.Running(100 + child, 2 + child, 30 + child)));
        DraftLine[] lines =
        [
            Proposals.ForGroup(Care.Group(Care.Usual, care), new FrameworkSettings()),
            Proposals.ForGroup(Care.Group(Care.Usual, []), new FrameworkSettings()),
        ];
        using var stream = new MemoryStream();

        LineTable.From(lines).WriteCsv(stream);

        Golden.Verify("lines.csv", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Care_years_and_the_children_who_have_them_are_counted_apart()
    {
        var product = Care.Usual with { Observation = Observation.CareYear };
        var years = Care.Group(product, Enumerable.Range(0, 90).Select(year => Care.Of(year % 60, 0, 10 + year)));
        var care = Enumerable.Range(0, 60).Select(child => Care.Of(child, 3, 20 + child));
        var line = Proposals.ForGroup(Care.Group(product, care, careYears: years), new FrameworkSettings());
        using var stream = new MemoryStream();

        LineTable.From([line]).WriteCsv(stream);

        var rows = Encoding.UTF8.GetString(stream.ToArray()).Split('\n').Select(row => row.Split(',')).ToList();
        string Cell(string column) => rows[1][Array.IndexOf(rows[0], column)];
        Assert.Equal(("90", "60"), (Cell("care_years"), Cell("care_year_children")));
    }

    [Fact]
    public void Rejected_rows_stand_with_file_row_column_and_reason()
    {
        var (places, none) = (new Dictionary<RowOutcome, Amount>(), new Dictionary<RejectionReason, long>());
        FileLedger[] files = [new("a, b.parquet", 9, 0, places, none), new("c.parquet", 9, 0, places, none)];
        var reasons = Enum.GetValues<RejectionReason>();
        using var stream = new MemoryStream();

        InternFiles.WriteRejected(
            new Ledger(
                files, [.. reasons.Select((reason, i) => new RejectedRow(i == 0 ? 0 : 1, 1_000_000 + i, reason))]),
            stream);

        Assert.Equal(
            """
            file,row,column,reason
            "a, b.parquet",1000000,,ragged-row
            c.parquet,1000001,client_id,missing-client
            c.parquet,1000002,product_code,missing-product
            c.parquet,1000003,start_date,bad-date
            c.parquet,1000004,end_date,end-before-start
            c.parquet,1000005,end_date,period-too-long
            c.parquet,1000006,volume,bad-volume
            c.parquet,1000007,volume,zero-volume
            c.parquet,1000008,unit,unknown-unit
            c.parquet,1000009,unit,unit-not-convertible
            c.parquet,1000010,product_code,unknown-product
            c.parquet,1000011,credits_line_id,credit-without-debit
            c.parquet,1000012,volume,net-volume-not-positive

            """,
            Encoding.UTF8.GetString(stream.ToArray()));
    }
}
