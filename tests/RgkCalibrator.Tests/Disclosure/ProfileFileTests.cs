using RgkCalibrator.Disclosure;

namespace RgkCalibrator.Tests.Disclosure;

public sealed class ProfileFileTests
{
    private const string Exception =
        "exceptions:\n  - setting: smallestGroup\n    name: Besluit FG 2026-04\n    reason: kleine regio\n"
            + "    until: 2027-12-31\n";

    [Fact]
    public void What_a_profile_leaves_out_is_as_by_default()
    {
        var profile = ProfileFile.Parse("countRounding: 10\nbandFrom: 0.8\n", "p.yaml");

        Assert.Equal(
            new DisclosureProfile(CountRounding: 10, BandFrom: 0.8) { Exceptions = profile.Exceptions }, profile);
        Assert.Empty(profile.Exceptions);
    }

    [Fact]
    public void A_looser_value_stands_with_its_exception()
    {
        var profile = ProfileFile.Parse("smallestGroup: 5\n" + Exception, "p.yaml");

        Assert.Equal(5, profile.SmallestGroup);
        Assert.Equal(
            new ProfileLoosening("smallestGroup", "Besluit FG 2026-04", "kleine regio", new DateOnly(2027, 12, 31)),
            Assert.Single(profile.Exceptions));
        Assert.Equal(
            new DateOnly(2027, 12, 31),
            ProfileFile.Parse("asOf: 2027-12-31\nsmallestGroup: 5\n" + Exception, "p.yaml").AsOf);
        Assert.Contains("\"until\":\"2027-12-31\"", profile.Describe().ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("smallestGroup: 9\n", "no exception", 1)]
    [InlineData("bandFrom: 0.9\ncountRounding: 1\n", "no exception", 2)]
    [InlineData("bothPercentilesFrom: 199\n", "no exception", 1)]
    [InlineData("largestSameShare: 0.95\n", "no exception", 1)]
    [InlineData("bandFrom: 0.99\n", "no exception", 1)]
    [InlineData(Exception, "no looser than usual", 1)]
    [InlineData(
        "smallestGroup: 5\n" + Exception
            + "  - setting: smallestGroup\n    name: a\n    reason: b\n    until: 2027-01-01\n",
        "two exceptions",
        2)]
    [InlineData(
        "smallestGroup: 5\nexceptions:\n  - setting: smallestGroup\n    name: a\n    until: 2027-01-01\n",
        "lacks the key 'reason'",
        3)]
    [InlineData(
        "smallestGroup: 5\nexceptions:\n  - setting: smallestGroup\n    name: a\n    reason: b\n    until: eind 2027\n",
        "cannot be here",
        6)]
    [InlineData("asOf: 2028-01-01\nsmallestGroup: 5\n" + Exception, "ended on a day before 'asOf'", 3)]
    [InlineData("smalestGroup: 10\n", "'smallestGroup' comes nearest", 1)]
    [InlineData("smallestGroup: 2\n", "cannot be here", 1)]
    [InlineData("countRounding: 0\n", "cannot be here", 1)]
    [InlineData("countRounding: 20\n", "larger than 'smallestGroup'", 1)]
    [InlineData("bandFrom: 1.1\n", "cannot be here", 1)]
    [InlineData("bandFrom: NaN\n", "cannot be here", 1)]
    [InlineData("", "is empty", 0)]
    public void A_mistake_is_told_with_its_line(string text, string told, int line)
    {
        var refused = Assert.Throws<CalibrationException>(() => ProfileFile.Parse(text, "p.yaml"));

        Assert.Equal((ExitCode.WrongUse, "p.yaml"), (refused.ExitCode, refused.Where));
        Assert.Contains(told, refused.What.English, StringComparison.Ordinal);
        Assert.True(
            line == 0 || refused.What.English.StartsWith("Line " + Numbers.Whole(line) + ":", StringComparison.Ordinal),
            refused.What.English);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told() =>
        Assert.Equal(
            ExitCode.Files, Assert.Throws<CalibrationException>(() => ProfileFile.Read("er-is-geen.yaml")).ExitCode);
}
