using RgkCalibrator.Tests.Register;

namespace RgkCalibrator.Tests.Cli;

/// <summary>The command of the register.</summary>
public sealed class RegisterTests : IDisposable
{
    private static readonly string Framework = Repository.PathOf("data/reference/framework_2025.csv");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_workbook_is_made_filled_in_and_read_back()
    {
        var made = Outcome.Of(
            "register", "new", "--framework", Framework, "--provider", "99000002", "--out", _folder["nieuw.xlsx"]);
        using (var book = new ReturnedBook(_folder["terug.xlsx"]).Report().Report(8, "99Z99"))
            book.Save();

        var read = Outcome.Of(
            "register", "check", _folder["terug.xlsx"], "--framework", Framework, "--out", _folder["gelezen"]);

        Assert.Equal((0, ""), (made.Code, made.Error));
        Assert.True(File.Exists(_folder["nieuw.xlsx"]));
        Assert.Equal(1, read.Code);
        Assert.All(
            new[]
            {
                "terug.xlsx, Meldingen!C8: Dit product staat niet in het kader.",
                "Meldingen die meetellen: 1; rijen die niet meetellen: 1.",
            },
            line => Assert.Contains(line, read.Output, StringComparison.Ordinal));
        Assert.Equal(
            ["intern/geweigerd.csv", "intern/meldingen.csv", "intern/register-controle.xlsx", "intern/werkboeken.csv",
                "manifest.json"],
            SmallRegion.Files(_folder["gelezen"]).Keys);
    }

    [Theory]
    [InlineData("register")]
    [InlineData("register", "weg")]
    [InlineData("register", "check")]
    [InlineData("register", "apply", "regio")]
    [InlineData("register", "new")]
    [InlineData("register", "new", "--out", "a.csv")]
    [InlineData("register", "new", "nog-een", "--out", "a.xlsx")]
    [InlineData("register", "new", "--provider", "A", "B", "--out", "a.xlsx")]
    public void A_step_that_lacks_something_is_refused(params string[] arguments) => Assert.Equal(
        2, Outcome.Of([.. arguments, "--framework", Framework]).Code);

    [Fact]
    public void Its_examples_name_the_step_first_and_can_be_typed() => Assert.Equal(
        [
            "rgk register new --framework kader.csv --out register.xlsx --provider 01234567",
            "rgk register check teruggestuurd --framework kader.csv --out gelezen",
            "rgk register apply declaraties --framework kader.csv --out register --register teruggestuurd",
        ],
        Outcome.Of("register", "--help").Output.Split('\n').Select(line => line.Trim())
            .Where(line => line.StartsWith("rgk register ", StringComparison.Ordinal)));

    [Fact]
    public void Where_all_counts_the_check_ends_well()
    {
        using (var book = new ReturnedBook(_folder["terug.xlsx"]).Report())
            book.Save();

        Assert.Equal(
            0, Outcome.Of("register", "check", _folder["terug.xlsx"], "--framework", Framework, "--lang", "en").Code);
    }
}
