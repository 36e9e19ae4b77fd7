using System.Globalization;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Tests.Groups;

namespace RgkCalibrator.Tests.Disclosure;

public sealed class LineDisclosureTests
{
    private static readonly DisclosureProfile Strict = new();

    [Theory]
    [InlineData("80", 50)]
    [InlineData("75", 40)]
    [InlineData("50", 20)]
    [InlineData("90", 100)]
    [InlineData("10", 100)]
    [InlineData("97.5", 400)]
    [InlineData("66.5", 30)]
    public void Ten_children_lie_on_either_side_of_a_percentile(string percent, int children) =>
        Assert.Equal(
            children, Strict.ChildrenNeeded(Percentage.Of(decimal.Parse(percent, CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("0")]
    [InlineData("100")]
    public void The_smallest_and_the_largest_value_are_never_shown(string percent) =>
        Assert.Equal(
            int.MaxValue, Strict.ChildrenNeeded(Percentage.Of(decimal.Parse(percent, CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData(49, false, false)]
    [InlineData(50, true, false)]
    [InlineData(199, true, false)]
    [InlineData(200, true, true)]
    public void P80_needs_50_children_and_two_volumes_side_by_side_200(int children, bool isShown, bool bothVolumes)
    {
        var line = Safe(Varied(children));

        Assert.Equal(isShown, line.Withheld is null);
        Assert.Equal(isShown ? null : Withheld.TooFewChildren, line.Withheld);
        Assert.Equal(isShown, line.Chosen.Volume is not null && line.Chosen.Duration is not null);
        Assert.Equal(isShown, line.Compared.Duration is not null);
        Assert.Equal(bothVolumes, line.Compared.Volume is not null);
    }

    [Theory]
    [InlineData(39, false)]
    [InlineData(40, true)]
    public void P75_needs_40_children(int children, bool isShown)
    {
        var settings = new FrameworkSettings { Percentage = Percentage.Of(50), Compared = Percentage.Of(75) };

        var line = Safe(Varied(children), settings);

        Assert.Null(line.Withheld);
        Assert.Equal(isShown, line.Compared.Duration is not null);
        Assert.Null(line.Compared.Volume);
    }

    [Theory]
    [InlineData("79", 999, false)]
    [InlineData("79", 1000, true)]
    [InlineData("79.5", 1999, false)]
    [InlineData("60", 200, true)]
    [InlineData("85", 199, false)]
    [InlineData("85", 200, true)]
    [InlineData("82.5", 399, false)]
    [InlineData("82.5", 400, true)]
    [InlineData("95", 200, true)]
    [InlineData("99", 999, false)]
    [InlineData("99", 1000, true)]
    public void Ten_children_lie_between_two_volumes_side_by_side(string compared, int children, bool bothVolumes)
    {
        var percentage = Percentage.Of(decimal.Parse(compared, CultureInfo.InvariantCulture));

        // Each child has a volume of its own.
        var line = Safe(
            Enumerable.Range(0, children).Select(child => Care.Of(child, child % 3, 5 + child)),
            new FrameworkSettings { Compared = percentage });

        Assert.Equal(bothVolumes, line.Compared.Volume is not null);
    }

    [Fact]
    public void Between_two_volumes_lie_ten_children_and_not_ten_trajectories()
    {
        // Of 300 children one has 40 more trajectories, just where both percentiles are.
        var care = Enumerable.Range(0, 300).Select(child => Care.Of(child, child % 3, 5 + child))
            .Concat(Enumerable.Range(0, 40).Select(i => Care.Of(300, i % 3, 230 + (i / 20m))));

        var line = Safe(care);

        Assert.NotNull(line.Chosen.Volume);
        Assert.NotNull(line.Compared.Duration);
        Assert.Null(line.Compared.Volume);
    }

    [Fact]
    public void A_higher_percentile_beside_the_line_has_ten_children_above_it_too()
    {
        // Eight long ones stand for a hundred that are still followed for too short a time: above P60 lie many
        // children, above P95 only these.
        var care = Enumerable.Range(0, 300).Select(child => Care.Of(child, 0, 5 + child) with { Months = 1 })
            .Concat(Enumerable.Range(0, 8).Select(i => Care.Of(500 + i, 1, 2000 + (50 * i)) with { Months = 5 }))
            .Concat(Enumerable.Range(0, 100).Select(i => Care.Running(600 + i, 2, 1)))
            .ToList();
        var settings = new FrameworkSettings { Percentage = Percentage.Of(60), Compared = Percentage.Of(95) };

        var (draft, line) = (Draft(care, settings), Safe(care, settings));

        Assert.True(draft.Compared.Volume!.Value > 305);
        Assert.NotNull(line.Chosen.Volume);
        Assert.Null(line.Compared.Volume);
    }

    [Fact]
    public void A_child_with_a_hundred_trajectories_counts_once()
    {
        var care = Varied(49).Concat(Enumerable.Range(0, 100).Select(i => Care.Of(0, i % 3, 5 + i)));

        var line = Safe(care);

        Assert.Equal(Withheld.TooFewChildren, line.Withheld);
        Assert.Equal(150, line.Trajectories.Value);
    }

    [Theory]
    [InlineData(10, 90, true, "90 of 100 use the same volume")]
    [InlineData(11, 89, false, "89 of 100 do")]
    public void A_group_that_is_nearly_equal_is_refused(int others, int equal, bool isWithheld, string why)
    {
        var care = Varied(others).Concat(Enumerable.Range(1000, equal).Select(child => Care.Of(child, 0, 500)));

        Expect.Equal(isWithheld, Safe(care).Withheld == Withheld.NearlyAllEqual, why);
    }

    [Theory]
    [InlineData(5, 10)]
    [InlineData(10, 5)]
    public void Children_whose_volume_is_the_percentile_count_on_both_sides_of_it(int below, int above)
    {
        var care = Enumerable.Range(0, below).Select(child => Care.Of(child, child % 3, 20 + child))
            .Concat(Enumerable.Range(100, 85).Select(child => Care.Of(child, child % 3, 40)))
            .Concat(Enumerable.Range(200, above).Select(child => Care.Of(child, child % 3, child)));

        var line = Safe(care);

        Assert.Equal((null, 40m), (line.Withheld, line.Chosen.Volume));
    }

    [Theory]
    [InlineData(40, true)]
    [InlineData(41, false)]
    public void A_group_in_which_exactly_nine_in_ten_trajectories_are_equal_is_refused(int last, bool isRefused)
    {
        // The equal ones are of 45 of the 55 children, which alone is no reason.
        var care = Enumerable.Range(0, 90)
            .Select(i => Care.Of(i / 2, i % 3, i == 89 ? last : 40) with { Days = 1 + i })
            .Concat(Enumerable.Range(100, 10).Select(child => Care.Of(child, child % 3, child)));

        Assert.Equal(isRefused ? Withheld.NearlyAllEqual : null, Safe(care).Withheld);
    }

    [Fact]
    public void A_group_of_equal_lengths_is_refused()
    {
        var care = Varied(100).Select(one => one with { Days = 90 });

        Assert.Equal(Withheld.NearlyAllEqual, Safe(care).Withheld);
    }

    [Fact]
    public void Volumes_that_are_equal_within_the_duration_are_refused_though_they_differ_as_a_whole()
    {
        var care = Varied(100).Select(one => Care.Of(one.Child, 0, 12) with { Whole = one.Within[0] });

        Assert.Equal(Withheld.NearlyAllEqual, Safe(care).Withheld);
    }

    [Fact]
    public void One_child_with_many_different_trajectories_does_not_hide_that_the_others_are_equal()
    {
        var care = Enumerable.Range(1, 60).Select(child => Care.Of(child, 0, 500))
            .Concat(Enumerable.Range(0, 100).Select(i => Care.Of(0, 0, 5 + i) with { Days = 500 + i }));

        Assert.Equal(Withheld.NearlyAllEqual, Safe(care).Withheld);
    }

    [Fact]
    public void A_withheld_line_shows_nothing_but_its_count_tier_and_basis()
    {
        var line = Safe(Varied(49));

        Assert.Equal((49 + 1, Tier.Provisional, Basis.History), (line.Trajectories.Value, line.Tier, line.Basis));
        Assert.True(line is
        {
            Chosen: { Volume: null, Duration: null }, Compared: { Volume: null, Duration: null }, Intensity: null,
            WithinDuration: null, WithinVolume: null, WithinBoth: null, Marks: [], IsBeyondLongest: false,
        });
        Assert.Null(SafeDistributions.From(Draft(Varied(49)), line, Strict));
    }

    [Fact]
    public void A_line_without_trajectories_enough_is_withheld_whatever_the_profile() =>
        Assert.Equal(
            Withheld.TooFewChildren,
            LineDisclosure.Line(Draft(Varied(16)), Strict with { SmallestGroup = 2 }).Withheld);

    [Fact]
    public void A_shown_line_shows_what_the_draft_says()
    {
        var draft = Draft(Varied(300));

        var line = LineDisclosure.Line(draft, Strict);

        Assert.Equal(
            (draft.Chosen.Duration!.Step, draft.Chosen.Volume!.Value), (line.Chosen.Duration, line.Chosen.Volume));
        Assert.Equal(
            (draft.Compared.Duration!.Step, draft.Compared.Volume!.Value),
            (line.Compared.Duration, line.Compared.Volume));
        Assert.Equal(
            (draft.Chosen.Intensity, draft.Chosen.Duration.IsUnstable, draft.Tier),
            (line.Intensity, line.Marks.Contains("duration-unstable"), line.Tier));
    }

    /// <summary>Trajectories of as many children, with different lengths and volumes.</summary>
    internal static IEnumerable<Care> Varied(int children) =>
        Enumerable.Range(0, children).Select(child => Care.Of(child, child % 3, 5 + (child * 7 % 101)));

    private static DraftLine Draft(IEnumerable<Care> care, FrameworkSettings? settings = null) =>
        Proposals.ForGroup(Care.Group(Care.Usual, care), settings ?? new FrameworkSettings());

    private static SafeLine Safe(IEnumerable<Care> care, FrameworkSettings? settings = null) =>
        LineDisclosure.Line(Draft(care, settings), Strict);
}
