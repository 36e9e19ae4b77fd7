using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Tests.Groups;

namespace RgkCalibrator.Tests.Disclosure;

/// <summary>What a subgroup leaves of its product.</summary>
public sealed class RemainderTests
{
    private static readonly DisclosureProfile Strict = new();

    [Theory]
    [InlineData(0, null, "nobody is left")]
    [InlineData(1, Withheld.EqualOrSmallRemainder, "one child is left")]
    [InlineData(9, Withheld.EqualOrSmallRemainder, "nine children are left")]
    [InlineData(10, null, "ten children are left")]
    public void A_subgroup_is_shown_where_it_leaves_no_child_or_ten(int left, Withheld? expected, string why)
    {
        var inside = Enumerable.Range(0, 300).Select(child => Care.Of(child, child % 3, 10 + (child % 90))).ToList();
        var outside = Enumerable.Range(1000, left).Select(child => Care.Of(child, 0, 20)).ToList();

        var (line, sibling) = Shown(inside, outside);

        Expect.Equal(expected, line.Withheld, why);
        Assert.Equal(expected is null, line.Chosen.Volume is not null);
        Assert.Equal(Withheld.TooFewChildren, sibling.Withheld);
    }

    [Fact]
    public void A_child_inside_and_outside_is_a_child_that_is_left()
    {
        var inside = Enumerable.Range(0, 300).Select(child => Care.Of(child, child % 3, 10 + (child % 90))).ToList();

        Assert.Equal(Withheld.EqualOrSmallRemainder, Shown(inside, [Care.Of(7, 0, 20)]).Line.Withheld);
        Assert.Null(Shown(inside, inside[..10]).Line.Withheld);
    }

    [Fact]
    public void Care_years_that_are_left_are_counted_as_well()
    {
        var cares = Enumerable.Range(0, 300).Select(child => Care.Of(child, child % 3, 10 + (child % 90))).ToList();
        var years = Care.Group(Care.Usual, cares);
        var all = Care.Group(Care.Usual, cares.Append(Care.Of(3, 0, 50)));
        var part = Care.Group(Care.Usual, cares, new GroupScope("deel", "Deel"), careYears: years);
        var whole = Care.Group(Care.Usual, cares, careYears: all);

        var line = Proposals.ForProduct(new ProductGroups(whole, [part], whole), new FrameworkSettings())[0];

        Assert.Equal(Withheld.EqualOrSmallRemainder, LineDisclosure.Line(line, Strict).Withheld);
    }

    private static (SafeLine Line, SafeLine Sibling) Shown(List<Care> inside, List<Care> outside)
    {
        var part = Care.Group(Care.Usual, inside, new GroupScope("deel", "Deel"));
        var rest = Care.Group(Care.Usual, outside, new GroupScope(GroupScope.RestId, string.Empty));
        var whole = Care.Group(Care.Usual, [.. inside, .. outside]);
        var lines = Proposals.ForProduct(new ProductGroups(whole, [part, rest], whole), new FrameworkSettings())
            .Select(line => LineDisclosure.Line(line, Strict)).ToList();
        return (lines[0], lines[1]);
    }
}
