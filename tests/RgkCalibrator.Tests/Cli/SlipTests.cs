using RgkCalibrator.Synthetic;
using RgkCalibrator.Tests.Intake;

namespace RgkCalibrator.Tests.Cli;

/// <summary>Slips in the input are remarked, and a clean or dirty region gives no such remark.</summary>
public sealed class SlipTests : IDisposable
{
    private readonly Reading _reading = new();

    public void Dispose() => _reading.Dispose();

    [Fact]
    public void A_number_of_the_declaration_in_place_of_the_child_is_remarked()
    {
        var file = _reading.WriteQuery(
            "SELECT * REPLACE (client_id || row_number() OVER () AS client_id) FROM " + Region());
        var outcome = Outcome.Of("trajectories", file, "--out", _reading.Folder["t.parquet"]);

        Assert.Equal(0, outcome.Code);
        Assert.Contains(
            outcome.ErrorLines, line => line.Contains("nummer van de declaratie", StringComparison.Ordinal));
    }

    [Fact]
    public void A_year_that_is_missing_is_remarked() => Remarked(
        "SELECT * FROM region WHERE year(start_date) <> 2020 OR hash(client_id) % 10 = 0", "2020 heeft veel minder");

    [Fact]
    public void Rows_that_all_begin_before_the_observed_period_are_remarked() => Remarked(
        "SELECT * REPLACE (start_date - INTERVAL 30 YEAR AS start_date, end_date - INTERVAL 30 YEAR AS end_date) "
            + "FROM region",
        "alle rijen beginnen voor de waargenomen periode");

    [Fact]
    public void A_product_of_which_much_is_rejected_is_remarked()
    {
        var outcome = Validated(
            "SELECT * REPLACE (CASE WHEN product_code = '45C05' AND hash(client_id) % 10 = 0 THEN NULL ELSE volume END "
                + "AS volume) FROM region");

        Assert.Contains(
            outcome.ErrorLines, line => line.StartsWith("Let op: van 45C05 is 1", StringComparison.Ordinal));
    }

    [Fact]
    public void Minutes_read_as_hours_are_remarked_on_the_line()
    {
        var file = _reading.WriteQuery(
            "SELECT * REPLACE (CASE WHEN product_code = '45C02' THEN volume * 60 ELSE volume END AS volume) FROM "
                + Region());
        var outcome = Outcome.Of("derive", file, "--out", _reading.Folder["uit"], "--png", "none");

        Assert.Equal(0, outcome.Code);
        var draft = File.ReadAllText(_reading.Folder["uit/extern/kader-concept.md"]);
        Assert.Single(draft.Split('\n'), line => line.Contains("is de eenheid goed gelezen?", StringComparison.Ordinal)
            && line.Contains("45C02", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_region_without_slips_gives_no_such_remark(bool isDirty)
    {
        SyntheticRegion.Write(_reading.Folder["regio"], new SyntheticSettings(6_000, 1729)
        {
            Dirt = isDirty ? DirtRates.Default : null,
        });
        var derived = Outcome.Of(
            "derive", _reading.Folder["regio"], "--out", _reading.Folder["uit"], "--png", "none");
        var validated = Outcome.Of("validate", _reading.Folder["regio"]);

        Assert.Equal((0, 0), (derived.Code, validated.Code));
        Assert.DoesNotContain("veel minder", derived.Error + validated.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("rijen beginnen", derived.Error + validated.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("een traject op zich", derived.Error + validated.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("van de rijen afgekeurd", validated.Error, StringComparison.Ordinal);
        var draft = File.ReadAllText(_reading.Folder["uit/extern/kader-concept.md"]);
        Assert.DoesNotContain("| meer dan vijf keer", draft, StringComparison.Ordinal);
    }

    private void Remarked(string sql, string remark)
    {
        var outcome = Validated(sql);

        Assert.Equal(0, outcome.Code);
        Assert.Contains(outcome.ErrorLines, line => line.Contains(remark, StringComparison.Ordinal));
    }

    private Outcome Validated(string sql) => Outcome.Of(
        "validate", _reading.WriteQuery(sql.Replace("region", Region(), StringComparison.Ordinal)));

    private string Region()
    {
        var folder = _reading.Folder["schoon"];
        if (!Directory.Exists(folder))
            SyntheticRegion.Write(folder, new SyntheticSettings(6_000, 1729));
        return $"read_parquet('{folder}/*.parquet')";
    }
}
