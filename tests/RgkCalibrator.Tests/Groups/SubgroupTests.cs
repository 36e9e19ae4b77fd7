using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Tests.Trajectories;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Groups;

public sealed class SubgroupTests
{
    private static readonly IReadOnlyList<Product> Products =
    [
        new("54002", "Behandeling", FrameworkKind.Rgk, CareRole.Ambulatory, CareUnit.Uur)
        {
            Part = PartRule.Assignment,
            Subgroups =
            [
                One("eerste", (ConditionKind.Order, ["first"])), One("vervolg", (ConditionKind.Order, ["follow-up"])),
            ],
        },
        new("45C04", "Dagbehandeling", FrameworkKind.Rgk, CareRole.Ambulatory, CareUnit.Uur)
        {
            Observation = Observation.CareYear,
            Subgroups =
            [
                One("jong", (ConditionKind.Age, ["0-5"])),
                One("kdc", (ConditionKind.Age, ["6-11"]), (ConditionKind.Location, ["KDC", "kdc"])),
            ],
        },
        new("45C02", "Verblijf", FrameworkKind.None, CareRole.Stay, CareUnit.Uur),
        new("product_zonder_code", "Groep", FrameworkKind.Norm, CareRole.Ambulatory, CareUnit.Uur)
        {
            Subgroups =
            [
                One("verblijf", (ConditionKind.WithStay, ["true"])),
                One(
                    "meervoudig",
                    (ConditionKind.WithStay, ["false"]),
                    (ConditionKind.Concurrent, ["true"]),
                    (ConditionKind.Order, ["first"])),
            ],
        },
        new("product_zonder_kode", "Zonder", FrameworkKind.Norm, CareRole.Ambulatory, CareUnit.Uur),
    ];

    // By product and group: whether a trajectory is in it, with its age on a day. Null: that is not known.
    private static readonly Dictionary<(string Product, string Group), Func<TrajectoryRow, int?, bool?>> Naive = new()
    {
        [("54002", "eerste")] = (row, _) => row.Order == CareOrder.Unknown ? null : row.Order == CareOrder.First,
        [("54002", "vervolg")] = (row, _) => row.Order == CareOrder.Unknown ? null : row.Order == CareOrder.FollowUp,
        [("45C04", "jong")] = (_, age) => age is null ? null : age <= 5,
        [("45C04", "kdc")] = (row, age) =>
            row.Location is not ("KDC" or "kdc") ? false : age is null ? null : age is >= 6 and <= 11,
        [("product_zonder_code", "verblijf")] = (row, _) => row.WithStay,
        [("product_zonder_code", "meervoudig")] = (row, _) =>
            row is not { WithStay: false, Concurrent: true } ? false
            : row.Order == CareOrder.Unknown ? null
            : row.Order == CareOrder.First,
    };

    [Fact]
    public void Subgroups_hold_what_their_rules_say_and_part_the_whole_on_100_random_sets()
    {
        using var reading = new Reading { Mapping = Reading.AllAsked };
        var (unplaced, rest, filled) = (0, 0, new HashSet<(string, string)>());
        for (var seed = 1729; seed < 1829; seed++)
        {
            var random = new RandomDeclarations(seed);
            var catalogue = new ProductCatalogue("test", random.Settings(), Products);
            var rows = random.Rows(catalogue.Trajectories).Where(row => row.Unit != "dagdeel").ToList();
            var naive = new NaiveTrajectories(catalogue.Trajectories, catalogue.Rules(isCut: true)).Of(rows);

            var groups = Care.Grouped(Care.Built(reading, random.Shuffled(rows), catalogue), catalogue);

            foreach (var group in groups)
            {
                Compare(
                    group,
                    [.. naive.Where(one => one.Row.ProductCode == group.Product.Code && one.Row.IsInCohort)],
                    catalogue.Trajectories);
            }

            foreach (var product in groups.GroupBy(group => group.Product.Code).Where(product => product.Count() > 1))
                Partition(product.First(), [.. product.Skip(1)]);
            unplaced += groups.Sum(group => group.Scope.Unplaced);
            rest += groups.Where(group => group.Subgroup == GroupScope.RestId).Sum(group => group.Count);
            filled.UnionWith(
                groups.Where(group => group.Count > 0).Select(group => (group.Product.Code, group.Subgroup)));
        }

        Assert.True(unplaced > 50 && rest > 50 && Naive.Keys.All(filled.Contains), string.Join(' ', filled));
    }

    [Theory]
    [InlineData(OwnMeasures.Volume, "both share it: also those whose order is not known")]
    [InlineData(OwnMeasures.Both, "one has it for its own, and who may be in it does not share")]
    public void A_duration_is_shared_by_those_alone_whose_every_possible_group_shares_it(OwnMeasures later, string why)
    {
        using var reading = new Reading { Mapping = Reading.AllAsked };
        var unplaced = 0;
        for (var seed = 1729; seed < 1769; seed++)
        {
            var random = new RandomDeclarations(seed);
            var product = Products[0] with
            {
                Own = OwnMeasures.Volume,
                Subgroups =
                [
                    Products[0].Subgroups[0] with { Own = OwnMeasures.Volume },
                    Products[0].Subgroups[1] with { Own = later },
                ],
            };
            var catalogue = new ProductCatalogue("test", random.Settings(), [product]);
            var rows = random.Rows(catalogue.Trajectories).Where(row => row.Unit != "dagdeel").ToList();

            var groups = Grouping.ByProduct(Care.Built(reading, rows, catalogue), catalogue).Single();

            var sharing = later == OwnMeasures.Volume
                ? groups.Whole.Cohort
                : groups.Parts.Where(part => part.Subgroup != "vervolg").Sum(part => part.Cohort);
            Assert.True(sharing == groups.SharingDuration.Cohort, why);
            unplaced += groups.Whole.Scope.Unplaced;
        }

        Assert.True(unplaced > 5);
    }

    [Fact]
    public void Subgroups_that_overlap_on_the_data_are_named()
    {
        using var reading = new Reading();
        var catalogue = new ProductCatalogue(
            "test",
            Reading.GapOf90,
            [
                Products[1] with
                {
                    Subgroups =
                    [
                        One("tot-5", (ConditionKind.Age, ["0-5"])), One("vanaf-5", (ConditionKind.Age, ["5-12"])),
                    ],
                },
            ]);
        var row = TestRow.Good with { Product = "45C04" };

        var refused = Assert.Throws<CalibrationException>(() => GroupsOf(2014));

        Assert.Equal((ExitCode.WrongUse, "45C04: tot-5, vanaf-5"), (refused.ExitCode, refused.Where));
        Assert.Equal(3, GroupsOf(2015).Count);

        IReadOnlyList<Group> GroupsOf(int birthYear) => Care.Grouped(
            Care.Built(reading, [row with { Birth = new DateOnly(birthYear, 3, 1) }], catalogue), catalogue);
    }

    [Fact]
    public void A_rule_that_asks_for_a_column_that_no_file_has_says_so()
    {
        using var reading = new Reading { Mapping = Reading.AllAsked };
        var catalogue = new ProductCatalogue("test", Reading.GapOf90, Products);

        var without = Care.Grouped(Care.Built(reading, [TestRow.Good], catalogue), catalogue);
        var with = Care.Grouped(
            Care.Built(reading, [TestRow.Good with { Assignment = "1", Location = "KDC" }], catalogue), catalogue);

        Assert.Equal([CanonicalColumn.AssignmentId], without.First(group => group.Subgroup == "vervolg").Scope.Missing);
        Assert.Equal([CanonicalColumn.Location], without.First(group => group.Subgroup == "kdc").Scope.Missing);
        Assert.Empty(without.First(group => group.Subgroup == "jong").Scope.Missing);
        Assert.All(with, group => Assert.Empty(group.Scope.Missing));
    }

    [Fact]
    public void Without_subgroups_the_groups_are_those_of_whole_products()
    {
        using var reading = new Reading();
        var catalogue = new ProductCatalogue("test", Reading.GapOf90, Products);
        var set = Care.Built(reading, [TestRow.Good, TestRow.Good with { Product = "product_zonder_kode" }], catalogue);

        var (whole, all) = (Grouping.Of(set, catalogue), Care.Grouped(set, catalogue));

        Assert.Equal(
            whole.Select(group => (group.Product.Code, group.Count)),
            all.Where(group => group.Subgroup.Length == 0).Select(group => (group.Product.Code, group.Count)));
        Assert.Equal(
            ["54002", "54002", "54002", "45C04", "45C04", "45C04"], all.Take(6).Select(group => group.Product.Code));
        Assert.Equal(string.Empty, all[^1].Subgroup);
    }

    private static void Compare(Group group, IReadOnlyList<NaiveTrajectory> cohort, TrajectorySettings settings)
    {
        var own = cohort.Where(one => IsIn(group, one.Row, one.Row.AgeAtStart)).ToList();
        Assert.Equal(own.Count, group.Cohort);
        Assert.Equal(
            own.Where(one => one.Row.IsEndKnown).Select(one => one.Row.VolumeTicks).Order(),
            group.Volume.ToArray().Order());
        if (group.Product.Observation == Observation.CareYear && group.CareYears is { } years)
        {
            Assert.Equal(
                cohort.SelectMany(one => CareYearVolumes(group, one, settings)).Order(),
                years.Volume.ToArray().Order());
        }
    }

    private static IEnumerable<long> CareYearVolumes(Group group, NaiveTrajectory one, TrajectorySettings settings)
    {
        var steps = group.Product.AllowedDurations.Count;
        for (var year = 0; one.Row.Start.AddMonths(12 * year) is var first && first <= one.Row.End; year++)
        {
            var next = one.Row.Start.AddMonths(12 * (year + 1));
            var isCounted = next.AddDays(-1) <= settings.ObservedThen().Last
                || (one.Row.IsEndKnown && one.Row.End < next);
            if (isCounted && IsIn(group, one.Row, NaiveTrajectories.Birthdays(one.Birth, first)))
                yield return one.Within[steps + year] - (year == 0 ? 0 : one.Within[steps + year - 1]);
        }
    }

    private static bool IsIn(Group group, TrajectoryRow row, int? age)
    {
        var answers = Naive.Where(pair => pair.Key.Product == group.Product.Code)
            .ToDictionary(pair => pair.Key.Group, pair => pair.Value(row, age));
        return group.Subgroup switch
        {
            "" => true,
            GroupScope.RestId => answers.Values.All(answer => answer == false),
            var id => answers[id] == true,
        };
    }

    private static void Partition(Group whole, IReadOnlyList<Group> parts)
    {
        Assert.Equal(whole.Cohort, parts.Sum(part => part.Cohort) + whole.Scope.Unplaced);
        if (whole.Scope.Unplaced == 0)
            Assert.Equal(Members(whole).Order(), parts.SelectMany(Members).Order());
    }

    private static List<(int, int, long)> Members(Group group) =>
        [.. Enumerable.Range(0, group.Count).Select(i => (group.Child[i], group.Days[i], group.Volume[i]))];

    private static Subgroup One(string id, params (ConditionKind Kind, string[] Values)[] when) =>
        new(id, id, [.. when.Select(condition => new SubgroupCondition(condition.Kind, condition.Values))]);
}
