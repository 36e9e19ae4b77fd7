using RgkCalibrator.Output.Stories;

namespace RgkCalibrator.Tests.Output;

/// <summary>The story of a line holds the numbers of the draft.</summary>
public sealed class StoryTests(SmallRegion region) : IClassFixture<SmallRegion>
{
    [Fact]
    public void A_story_tells_rows_trajectories_duration_volume_coverage_and_what_may_be_shown()
    {
        var parts = Told("45C02");

        Assert.Equal(
            ["Rows", "Trajectories", "Duration", "Volume", "Coverage", "Outside"],
            parts.Select(part => part.Heading.English));
    }

    [Fact]
    public void The_percentile_is_the_first_value_that_reaches_the_share()
    {
        var rows = Told("45C02").Single(part => part.Heading.English == "Volume").Table!.Rows;
        var shares = rows.Select(row => decimal.Parse(
            row[2].Shown.TrimEnd('%').Replace(',', '.'), System.Globalization.CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(7, rows.Count);
        Assert.True(shares[2] < 80 && shares[3] >= 80, string.Join(' ', shares));
    }

    [Fact]
    public void The_numbers_are_those_of_the_draft()
    {
        var draft = Calibration.Draft(
            Calibration.Trajectories([region.Declarations], SmallRegion.Settings, SmallRegion.OneThread),
            SmallRegion.Settings);
        foreach (var line in draft.Lines.Where(line => line.Chosen.Volume is not null).Take(10))
        {
            var parts = Told($"{line.Group.Product.Code}/{line.Group.Subgroup}".TrimEnd('/'));
            var (duration, volume) = (
                parts.Single(part => part.Heading.English == "Duration").Sentences[0].English,
                parts.Single(part => part.Heading.English == "Volume").Sentences[1].English);
            Assert.Contains(line.Chosen.Duration!.Step.Shown().English, duration, StringComparison.Ordinal);
            Assert.Contains(
                $"rounded up {Numbers.Shown((double)line.Chosen.Volume!.Value, 2, Language.English)} ", volume,
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("41A03", "41A03/kdc-2")]
    [InlineData("99X99", "nearest")]
    public void A_line_that_is_not_in_the_draft_is_refused_with_those_that_are(string name, string remedy)
    {
        var refused = Assert.Throws<CalibrationException>(() => Told(name));

        Assert.Contains(remedy, refused.Remedy.English, StringComparison.Ordinal);
    }

    private IReadOnlyList<StoryPart> Told(string line) => Explaining.Explain(
        [region.Declarations], line, SmallRegion.Settings, SmallRegion.OneThread);
}
