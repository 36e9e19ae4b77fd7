using RgkCalibrator.Catalogue;
using RgkCalibrator.Review;

namespace RgkCalibrator.Tests.Review;

/// <summary>Frameworks that a comparison is given as files.</summary>
public sealed class GivenFrameworkTests
{
    private static PublishedFramework Published { get; } =
        FrameworkTables.Read(Repository.PathOf("data/reference/framework_2025.csv"), products: null);

    [Theory]
    [InlineData("kaders/huidig")]
    [InlineData("voorstel")]
    [InlineData("Huidig")]
    public void A_name_that_tables_give_the_lines_in_force_or_the_proposal_is_refused(string file)
    {
        var refused = Assert.Throws<CalibrationException>(() => Given((file, Published)));

        Assert.Equal((ExitCode.WrongUse, file), (refused.ExitCode, refused.Where));
        Assert.Contains("name", refused.What.English, StringComparison.Ordinal);
        Assert.Contains("another name", refused.Remedy.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("huidig.csv")]
    [InlineData("voorstel.json")]
    public void With_an_extension_the_name_is_another(string file) =>
        Assert.Equal([file], Given(($"kaders/{file}", Published)).Select(one => one.Name));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void A_volume_of_zero_or_less_is_refused_with_the_product(int volume)
    {
        var framework = Published with
        {
            Lines = [.. Published.Lines.Select(line => line.Code == "45C02" ? line with { Volume = volume } : line)],
        };

        var refused = Assert.Throws<CalibrationException>(
            () => Given(("2025.csv", Published), ("kader.csv", framework)));

        Assert.Equal((ExitCode.WrongUse, "kader.csv"), (refused.ExitCode, refused.Where));
        Assert.Contains("45C02", refused.What.Dutch, StringComparison.Ordinal);
        Assert.Contains("volume", refused.Remedy.Dutch, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kdc-2", "", "the same subgroup")]
    [InlineData("", "", "the whole product")]
    [InlineData("rest", "", "what is in no subgroup, by its two names")]
    [InlineData("", "99000001", "the same provider")]
    public void Two_lines_for_the_same_are_refused_with_both_places(string subgroup, string provider, string why)
    {
        var first = Published.Lines[1] with
        {
            Subgroup = subgroup == "rest" ? string.Empty : subgroup,
            Provider = provider,
        };
        var framework = Published with
        {
            Lines =
            [
                Published.Lines[5], first, Published.Lines[6],
                first with { Subgroup = subgroup, Volume = first.Volume + 5 },
            ],
        };

        var refused = Assert.Throws<CalibrationException>(() => Given(("kader.csv", framework)));

        Assert.Equal((ExitCode.WrongUse, "kader.csv"), (refused.ExitCode, refused.Where));
        Assert.True(refused.What.Dutch.StartsWith("Lijn 2 en lijn 4 ", StringComparison.Ordinal), why);
        Assert.Contains("41A03", refused.What.Dutch, StringComparison.Ordinal);
        Assert.Contains("Haal een van beide uit", refused.Remedy.Dutch, StringComparison.Ordinal);
        Assert.Contains("line-twice", FrameworkLint.Check(framework).Select(finding => finding.Rule));
    }

    [Fact]
    public void Lines_of_other_subgroups_or_providers_of_a_product_are_no_lines_for_the_same()
    {
        var line = Published.Lines[0];
        var framework = Published with
        {
            Lines =
            [
                line, line with { Subgroup = "kdc-2" }, line with { Provider = "een" },
                line with { Provider = "twee" },
            ],
        };

        Assert.Single(Given(("kader.csv", framework)));
        Assert.DoesNotContain("line-twice", FrameworkLint.Check(framework).Select(finding => finding.Rule));
    }

    [Fact]
    public void The_published_framework_has_no_two_lines_for_the_same() =>
        Assert.Single(Given(("framework_2025.csv", Published)));

    private static IReadOnlyList<GivenFramework> Given(params (string File, PublishedFramework Published)[] files) =>
        GivenFramework.Of(files, CatalogueFile.Haaglanden2025().Products);
}
