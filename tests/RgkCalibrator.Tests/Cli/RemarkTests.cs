using RgkCalibrator.Tests.Intake;

namespace RgkCalibrator.Tests.Cli;

/// <summary>What is noticed of rows that count nonetheless is told on standard error.</summary>
public sealed class RemarkTests : IDisposable
{
    private readonly Reading _reading = new();

    public void Dispose() => _reading.Dispose();

    [Fact]
    public void Equal_lines_without_reference_numbers_are_counted_and_all_count()
    {
        var other = TestRow.Good with { End = new DateOnly(2019, 3, 30) };
        var outcome = Run(
            TestRow.Good, other, TestRow.Good, TestRow.Good with { Volume = 5 }, TestRow.Good,
            TestRow.Good with { Client = "c2" });

        Assert.Contains(
            "Let op: regels zonder referentienummer die gelijk zijn aan een andere regel: 2; ze tellen allemaal mee.",
            outcome.ErrorLines);
        Assert.Contains("Rijen: 6 gelezen, 6 gebruikt", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Clients_with_more_than_one_birth_date_are_counted()
    {
        var born = new DateOnly(2010, 1, 1);
        var outcome = Run(
            TestRow.Good with { Birth = born },
            TestRow.Good with { Birth = born.AddDays(1), Volume = 5 },
            TestRow.Good with { Client = "c2", Birth = born },
            TestRow.Good with { Client = "c2" });

        Assert.Equal(
            ["Let op: cliënten met meer dan één geboortedatum: 1; de meest voorkomende telt."], outcome.ErrorLines);
    }

    [Fact]
    public void Duplicates_and_credits_that_are_not_what_they_stand_for_are_counted()
    {
        var line = TestRow.Good with { Id = "1" };
        var outcome = Run(
            line, line with { Volume = 6 }, line with { Id = "2" }, line with { Id = "3", Credits = "2", Volume = -1 });

        Assert.Contains(
            "Rijen: 4 gelezen, 1 gebruikt, 2 verrekend, 1 dubbel,", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(2, outcome.ErrorLines.Count);
        Assert.StartsWith(
            "Let op: dubbele rijen die iets anders zeggen dan de rij met hetzelfde referentienummer die meetelt: 1.",
            outcome.ErrorLines[0],
            StringComparison.Ordinal);
        Assert.StartsWith(
            "Let op: creditregels die kleiner zijn dan de regel die ze noemen: 1;",
            outcome.ErrorLines[1],
            StringComparison.Ordinal);
    }

    private Outcome Run(params TestRow[] rows)
    {
        var outcome = Outcome.Of(
            "trajectories",
            _reading.Write([.. rows.Select(row => row with { Product = "45C02" })]),
            "--out",
            _reading.Folder["t.csv"]);
        Assert.Equal(0, outcome.Code);
        return outcome;
    }
}
