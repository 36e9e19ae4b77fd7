using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Tests.Disclosure.Attack;

namespace RgkCalibrator.Tests.Disclosure;

/// <summary>The intensity in the course of trajectories, as it may be shown.</summary>
public sealed class SafeCourseTests
{
    private static readonly DisclosureProfile Profile = RandomRelease.Together;

    private static readonly List<(DraftLine Line, IReadOnlyList<CourseCell> Cells)> Shown =
    [
        .. from seed in Enumerable.Range(0, 12)
           from line in RandomRelease.Of(seed, 4_000 + (2_000 * seed)).Lines
           where line.Followed is not null
           let cells = CourseCells.Of(line, Profile)
           where cells.Count > 0
           select (line, cells),
    ];

    [Fact]
    public void Every_stretch_is_of_enough_children_and_providers_of_whom_none_dominates()
    {
        Assert.True(Shown.Count > 20);
        Assert.All(Shown, one => Assert.All(one.Cells, cell =>
        {
            var group = one.Line.Group;
            var children = SumsBy(cell, place => group.Child[place]);
            var providers = SumsBy(cell, place => group.Covariates[place].Provider);
            Assert.True(children.Count >= Profile.SmallestGroup);
            Assert.True(providers.Count(provider => provider > 0) >= 3);
            Assert.All([children, providers], sums => Assert.True(HidesTheLargest(sums)));
        }));
    }

    [Fact]
    public void The_stretches_follow_each_other_up_to_the_duration_of_the_line() => Assert.All(Shown, one =>
    {
        Assert.Null(one.Cells[0].From);
        Assert.Equal(one.Line.Chosen.Duration!.Step, one.Cells[^1].To);
        Assert.All(one.Cells.Zip(one.Cells.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
    });

    [Fact]
    public void All_stretches_together_hold_all_volume_and_all_days_within_the_duration() => Assert.All(Shown, one =>
    {
        var (followed, group) = (one.Line.Followed!, one.Line.Group);
        var within = one.Line.Chosen.Duration!.Step;
        var days = followed.Places.Sum(place =>
        {
            var start = DayNumber.ToDate(group.Start[place]);
            return Math.Min(group.CohortDays[place], within.LastDay(start).DayNumber - start.DayNumber + 1);
        });
        Assert.Equal(
            followed.Places.Sum(place => followed.Ticks[place]),
            one.Cells.Sum(cell => cell.Care.Sum(care => care.Ticks)));
        Assert.Equal(days, one.Cells.Sum(cell => cell.Care.Sum(care => (long)care.Days)));
    });

    [Fact]
    public void A_mean_is_shown_to_two_digits_and_lies_within_five_percent_of_what_it_is()
    {
        var checkedMeans = 0;
        for (var seed = 0; seed < 6; seed++)
        {
            var region = RandomRelease.Of(seed, 20_000);
            foreach (var shown in region.By(Profile).Distributions.Where(one => one.Course is not null))
            {
                var line = region.Lines.Single(line => line.Group.Product.Code == shown.Line.Product.Code
                    && line.Group.Subgroup == shown.Line.SubgroupId);
                foreach (var (stretch, cell) in shown.Course!.Stretches.Zip(CourseCells.Of(line, Profile)))
                {
                    var exact = cell.PerWeek(line.Group.Product.TicksPerUnit);
                    Assert.InRange(stretch.PerWeek / exact, 0.95m, 1.05m);
                    Assert.InRange(DigitsOf(stretch.PerWeek), 1, 2);
                    checkedMeans++;
                }
            }
        }

        Assert.True(checkedMeans > 30);
    }

    [Fact]
    public void A_sum_that_one_or_two_dominate_is_seen() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 1000).ListOf().Select(numbers => numbers.ConvertAll(number => (long)number)).ToArbitrary(),
        numbers => Dominance.IsAbsent(numbers) == HidesTheLargest(numbers)));

    [Theory]
    [InlineData(true, 40, 25, 20, 15)]
    [InlineData(false, 50, 25, 25)]
    [InlineData(false, 40, 27, 33)]
    [InlineData(false, 40, 28, 17, 15)]
    [InlineData(false)]
    [InlineData(false, 0, 0, 0)]
    public void The_limits_are_half_for_one_and_67_percent_for_two(bool isAbsent, params int[] contributions) =>
        Assert.Equal(isAbsent, Dominance.IsAbsent(contributions.Select(one => (long)one)));

    /// <summary>By the words of the rules, without sorting: each against all others.</summary>
    private static bool HidesTheLargest(IReadOnlyList<long> sums)
    {
        var all = sums.Sum();
        return all > 0 && sums.Index().All(one => 2 * one.Item < all && sums.Index().All(two =>
            two.Index == one.Index
                || (100 * (one.Item + two.Item) < 67 * all && 10 * (all - one.Item - two.Item) >= one.Item)));
    }

    private static List<long> SumsBy(CourseCell cell, Func<int, int> keyOf) =>
        [.. cell.Care.GroupBy(care => keyOf(care.Place)).Select(care => care.Sum(one => one.Ticks))];

    private static int DigitsOf(decimal value) =>
        value.ToString(CultureInfo.InvariantCulture).Replace(".", string.Empty, StringComparison.Ordinal).Trim('0')
            .Length;
}
