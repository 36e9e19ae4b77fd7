using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Tests.Intake;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("83", 20_000, 200)]
    [InlineData("euro", 200, 200)]
    [InlineData("eurocent", 20_000, 200)]
    public void Code_83_in_Parquet_is_in_eurocents(string unit, int volume, double euros)
    {
        using var reading = new Reading();

        var row = Assert.Single(reading.Trajectories(Reading.GapOf90, Money(unit, volume)));

        Assert.Equal((euros, CareUnit.Euro), (row.Volume, row.Unit));
    }

    [Fact]
    public void Code_83_in_Parquet_with_decimals_is_in_euros()
    {
        using var reading = new Reading();

        var row = Assert.Single(reading.Trajectories(Reading.GapOf90, Money("83", 200), Money("83", 12.95m)));

        Assert.Equal(212.95, row.Volume);
    }

    [Fact]
    public void An_amount_with_decimals_far_behind_others_is_a_question()
    {
        using var reading = new Reading();
        string[] lines =
        [
            "client_id;product_code;start_date;end_date;volume;unit",
            "K0;45C02;2021-03-01;2021-03-31;1,5;uur",
            .. Enumerable.Range(0, 30_000).Select(i => $"K{Numbers.Whole(i)};43C06;2021-03-01;2021-03-31;200;83"),
            "K1;43C06;2021-04-01;2021-04-30;200,5;83",
        ];
        File.WriteAllLines(reading.Folder["geld.csv"], lines);

        var refused = Assert.Throws<CalibrationException>(() => reading.Read(reading.Folder["geld.csv"]));

        Assert.Equal((ExitCode.WrongUse, "geld.csv, unit"), (refused.ExitCode, refused.Where));
        Assert.Contains(
            "unit: { column: unit, values: { \"83\": euro } }", refused.Remedy.Dutch, StringComparison.Ordinal);
    }

    private static TestRow Money(string unit, decimal volume) =>
        TestRow.Good with { Product = "43C06", Unit = unit, Volume = volume };
}
