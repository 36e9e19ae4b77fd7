using System.Globalization;
using RgkCalibrator.Review;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Review;

/// <summary>What differs between two frameworks is told, and nothing else.</summary>
public sealed class FrameworkDifferenceTests
{
    private static PublishedFramework Published { get; } =
        FrameworkTables.Read(Repository.PathOf("data/reference/framework_2025.csv"), products: null);

    [Fact]
    public void A_framework_does_not_differ_from_itself() =>
        Assert.Empty(FrameworkDifference.Between(Published, Published));

    [Fact]
    public void The_order_of_lines_and_the_words_make_no_difference()
    {
        var other = Published with
        {
            Lines = [.. Published.Lines.Reverse().Select(line => line with { Product = "?", Label = "?" })],
        };

        Assert.Empty(FrameworkDifference.Between(Published, other));
    }

    [Fact]
    public void What_is_other_new_or_gone_is_told()
    {
        var lines = Published.Lines.ToList();
        lines[0] = lines[0] with { Volume = lines[0].Volume + 5 };
        lines[4] = lines[4] with { Duration = DurationStep.Months(18) };
        lines.RemoveAt(7);
        lines.Add(lines[1] with { Code = "99X99" });

        var found = FrameworkDifference.Between(Published, Published with { Lines = lines });

        Assert.Equal(
            ["41A03  5", "41A22  ", "99X99 kdc-2 ", "54002  "],
            found.Select(one => string.Create(
                CultureInfo.InvariantCulture, $"{one.Line.Code} {one.Line.Subgroup} {one.Volume}")));
        Assert.Null(found[^1].After);
        Assert.Null(found[^2].Before);
    }

    [Fact]
    public void A_school_year_and_40_weeks_make_no_difference_and_another_duration_does()
    {
        var (school, shorter) = (InPlaceOf40Weeks(DurationStep.SchoolYear), InPlaceOf40Weeks(DurationStep.Weeks(39)));

        Assert.Contains(school.Lines, line => line.Duration == DurationStep.SchoolYear);
        Assert.Empty(FrameworkDifference.Between(Published, school));
        Assert.Empty(FrameworkDifference.Between(school, Published));
        Assert.Equal(
            school.Lines.Where(line => line.Duration == DurationStep.SchoolYear).Select(line => line.Code),
            FrameworkDifference.Between(school, shorter).Select(one => one.Line.Code));
    }

    [Fact]
    public void What_is_in_no_subgroup_is_the_same_line_under_either_name()
    {
        var adopted = Published with
        {
            Lines = [.. Published.Lines.Select(line =>
                line is { Code: "41A03", Subgroup: "" } ? line with { Subgroup = "rest" } : line)],
        };

        Assert.Empty(FrameworkDifference.Between(Published, adopted));
    }

    private static PublishedFramework InPlaceOf40Weeks(DurationStep duration) => Published with
    {
        Lines =
        [
            .. Published.Lines.Select(line =>
                line.Duration == DurationStep.Weeks(40) ? line with { Duration = duration } : line),
        ],
    };
}
