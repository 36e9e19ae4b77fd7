using RgkCalibrator.Catalogue;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Requests;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Requests;

public sealed class SubgroupChoiceTests
{
    [Fact]
    public void With_all_facts_every_age_and_place_has_the_line_that_the_annex_gives_it()
    {
        for (var age = 0; age <= RequestFacts.HighestAge; age++)
        {
            Assert.Equal([age switch
            {
                2 => "kdc-2",
                3 or 4 => "kdc-3-4",
                5 => "kdc-5",
                _ => "rest",
            }], Of("41A03", new() { Age = age, Location = "kdc" }).Possible);
            Assert.Equal(["rest"], Of("41A03", new() { Age = age, Location = "thuis" }).Possible);
        }
    }

    [Fact]
    public void Only_what_makes_a_difference_is_asked_for()
    {
        Assert.Equal([ConditionKind.Location, ConditionKind.Age], Of("41A03", RequestFacts.None).Deciding.Order(Kinds));
        Assert.Equal([ConditionKind.Location], Of("41A03", new() { Age = 2 }).Deciding);
        Assert.Empty(Of("41A03", new() { Age = 10 }).Deciding);
        Assert.Empty(Of("41A03", new() { Location = "thuis" }).Deciding);
        // With a stay the order of 45HBO does not matter.
        Assert.Equal(["ambulant-verblijf"], Of("45HBO", new() { WithStay = true }).Possible);
        Assert.Empty(Of("45HBO", new() { WithStay = true }).Deciding);
        Assert.Equal([ConditionKind.Order], Of("45HBO", new() { WithStay = false }).Deciding);
        Assert.Equal(3, Of("45HBO", RequestFacts.None).Possible.Count);
    }

    [Fact]
    public void Subgroups_that_hold_all_care_leave_no_rest() =>
        Assert.Equal(["ambulant", "ambulant-verblijf"], Of("54003", RequestFacts.None).Possible);

    [Fact]
    public void A_product_without_subgroups_has_one_line() =>
        Assert.Equal([""], Of("54002", new() { Age = 3, WithStay = true, Order = CareOrder.First }).Possible);

    [Fact]
    public void Rules_that_overlap_are_refused()
    {
        var product = new Product("X", "X", FrameworkKind.Rgk, CareRole.Ambulatory, CareUnit.Uur)
        {
            Subgroups =
            [
                new("a", "a", [new(ConditionKind.Age, ["0-5"])]), new("b", "b", [new(ConditionKind.Age, ["5-9"])]),
            ],
        };

        Assert.Throws<CalibrationException>(() => SubgroupChoice.Of(product, new() { Age = 5 }));
        Assert.Equal(["a"], SubgroupChoice.Of(product, new() { Age = 4 }).Possible);
    }

    private static Comparer<ConditionKind> Kinds { get; } = Comparer<ConditionKind>.Create((one, other) =>
        string.CompareOrdinal(other.ToString(), one.ToString()));

    private static SubgroupChoice Of(string code, RequestFacts facts) =>
        SubgroupChoice.Of(CatalogueFile.Haaglanden2025().Find(code)!, facts);
}
