using RgkCalibrator.Catalogue;
using RgkCalibrator.Output.Stories;

namespace RgkCalibrator.Tests.Output;

/// <summary>The story of a line holds the numbers of the draft.</summary>
public sealed class StoryTests
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
            Calibration.Trajectories([SmallRegion.Declarations], SmallRegion.Settings, SmallRegion.OneThread),
            SmallRegion.Settings);
        foreach (var line in draft.Lines.Where(line => line.Chosen.Volume is not null).Take(10))
        {
            var parts = Told($"{line.Group.Product.Code}/{line.Group.Subgroup}".TrimEnd('/'));
            var (duration, volume) = (
                Sentence(parts, "Duration", 0).English,
                parts.Single(part => part.Heading.English == "Volume").Sentences[^1].English);
            Assert.Contains(line.Chosen.Duration!.Step.Shown().English, duration, StringComparison.Ordinal);
            Assert.Contains(
                $"rounded up {Numbers.Shown((double)line.Chosen.Volume!.Value, 2, Language.English)} ", volume,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Counts_of_care_years_are_called_so()
    {
        var text = File.ReadAllText(Repository.PathOf("data/catalogue/haaglanden-2025.yaml"));
        var yearly = CatalogueFile.Parse(
            text.Replace("code: 45C02\n", "code: 45C02\n    observation: care-year\n", StringComparison.Ordinal),
            "zorgjaren.yaml");

        var known = Sentence(Told("45C02", new CalibrationSettings(yearly)), "Volume", 0);

        Assert.Matches(
            "^Van [0-9.]+ zorgjaren is het volume bekend; .* staan ze voor [0-9.]+ zorgjaren.$", known.Dutch);
        Assert.Matches("^Of [0-9,]+ care years the volume is known; .* stand for [0-9,]+ care years.$", known.English);
    }

    [Fact]
    public void Counts_of_lines_that_share_a_volume_are_told_to_be_of_all_of_them()
    {
        Assert.Equal(
            "Deze lijn deelt het volume met andere lijnen van het product; de aantallen hieronder zijn van die lijnen "
                + "samen.",
            Sentence(Told("45C10/eerste"), "Volume", 0).Dutch);
        Assert.StartsWith("Van ", Sentence(Told("45C02"), "Volume", 0).Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void A_school_year_has_its_article()
    {
        var parts = Told("41V02");
        var all = string.Join(
            ' ', parts.SelectMany(part => part.Sentences).Select(one => $"{one.Dutch} {one.English}"));

        Assert.Contains("137 dagdelen in het schooljaar.", all, StringComparison.Ordinal);
        Assert.Contains("in the school year.", all, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?<!het )schooljaar|(?<!the )school year", all);
    }

    [Theory]
    [InlineData("41A03", "41A03/kdc-2")]
    [InlineData("99X99", "nearest")]
    public void A_line_that_is_not_in_the_draft_is_refused_with_those_that_are(string name, string remedy)
    {
        var refused = Assert.Throws<CalibrationException>(() => Told(name));

        Assert.Contains(remedy, refused.Remedy.English, StringComparison.Ordinal);
    }

    private static Wording Sentence(IReadOnlyList<StoryPart> parts, string heading, int place) =>
        parts.Single(part => part.Heading.English == heading).Sentences[place];

    private static IReadOnlyList<StoryPart> Told(string line, CalibrationSettings? settings = null) =>
        Explaining.Explain(
            [SmallRegion.Declarations], line, settings ?? SmallRegion.Settings, SmallRegion.OneThread);
}
