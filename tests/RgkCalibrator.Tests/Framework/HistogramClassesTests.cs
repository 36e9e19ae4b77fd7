using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Framework;

public sealed class HistogramClassesTests
{
    [Fact]
    public void Edges_of_volumes_ascend_around_the_line_on_round_numbers()
    {
        for (var line = 0.1m; line < 3_000; line += line < 40 ? 0.1m : 7.5m)
        {
            var (edges, width) = (HistogramClasses.OfVolume(line), HistogramClasses.WidthOf(line));

            Assert.Equal(edges.Order().Distinct(), edges);
            Assert.Contains((double)line, edges);
            Assert.All(edges.Where(edge => edge != (double)line), edge => Assert.Equal(0, (decimal)edge % width));
            Assert.InRange(edges.Count(edge => edge <= (double)line), 1, line <= 8_000 ? 9 : int.MaxValue);
            Assert.True(edges[^1] > (double)line);
            // No splinter beside the line.
            Assert.All(edges.Zip(edges.Skip(1)), pair => Assert.True(pair.Second - pair.First > 0.49 * (double)width));
        }
    }

    [Fact]
    public void Months_are_classed_by_the_allowed_months()
    {
        var group = Care.Group(
            Care.Usual, [Care.Of(1, 0, 5) with { Months = 2.5 }, Care.Of(2, 6, 5) with { Months = 31 }]);

        var (values, edges) = HistogramClasses.OfDuration(group, 3);

        Assert.Equal([2.5, 31], values);
        Assert.Equal([3, 6, 9, 12, 18, 24], edges);
    }

    [Fact]
    public void Other_durations_are_classed_by_their_place()
    {
        var school = Care.Usual with
        {
            AllowedDurations = [DurationStep.Weeks(12), DurationStep.Weeks(26), DurationStep.SchoolYear],
        };
        var group = Care.Group(school, [Care.Of(1, 0, 5, 3), Care.Of(2, 2, 5, 3), Care.Of(3, 3, 5, 3)]);

        var (values, edges) = HistogramClasses.OfDuration(group, 2);

        Assert.Equal([1, 3, 4], values);
        Assert.Equal([1, 2, 3], edges);
    }

    [Theory]
    [InlineData(0, 1, "within twelve weeks, and so inside a line of twelve weeks")]
    [InlineData(2, 4, "beyond the school year, and so outside a line of a school year")]
    public void Twelve_weeks_from_June_lie_on_the_side_of_the_line_where_they_end(int line, double place, string why)
    {
        var school = Care.Usual with
        {
            AllowedDurations = [DurationStep.Weeks(12), DurationStep.Weeks(26), DurationStep.SchoolYear],
        };
        var columns = new GroupColumns(1, 3);
        columns.Next();
        (columns.EndsWithin[0][0], columns.EndsWithin[1][0], columns.EndsWithin[2][0]) = (true, true, false);
        var group = new Group(school, columns);

        Expect.Equal(place, HistogramClasses.OfDuration(group, line).Values[0], why);
    }
}
