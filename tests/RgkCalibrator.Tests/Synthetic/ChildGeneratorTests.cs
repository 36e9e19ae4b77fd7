using RgkCalibrator.Synthetic;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Synthetic;

/// <summary>
/// What the generator says about its care, against what the rules of spec/2 would make of its lines, in naive code.
/// </summary>
public sealed class ChildGeneratorTests
{
    private const int Children = 4_000;
    private static readonly RegionTables Tables = new(RegionModel.Load());

    [Fact]
    public void Chaining_the_lines_gives_the_trajectories_that_were_meant()
    {
        ForEachChild(care =>
        {
            var meant = new List<(int Product, int Start, int End)>();
            foreach (var spell in care.Spells)
            {
                if (spell.OpensChain)
                    meant.Add((spell.Product, spell.Start, spell.End));
                else
                    meant[^1] = meant[^1] with { End = spell.End };
            }

            Assert.Equal(meant.Order(), Chained(care.Lines).Order());
        });
    }

    [Fact]
    public void A_part_is_what_one_assignment_holds()
    {
        ForEachChild(care =>
        {
            var meant = care.Spells.Where(spell => Tables.Products[spell.Product].Model.HasParts)
                .Select(spell => (spell.Start, spell.End));
            var found = care.Lines.Where(line => Tables.Products[line.Product].Model.HasParts)
                .GroupBy(line => line.Assignment)
                    .Select(part => (part.Min(line => line.Start), part.Max(line => line.End)));

            Assert.Equal(meant, found);
        });
    }

    [Fact]
    public void A_line_with_stay_is_for_care_that_a_stay_touches_within_thirty_days_of_its_start()
    {
        var seen = new int[2];
        ForEachChild(care =>
        {
            var stays = care.Lines.Where(line => Tables.Products[line.Product].Model.Role == CareRole.Stay).ToList();
            foreach (var spell in care.Spells.Where(spell => Tables.Products[spell.Product].DependsOnStay))
            {
                var isTouched = stays.Exists(stay => stay.Start <= spell.Start + 30 && stay.End >= spell.Start);
                Assert.Equal(isTouched, Tables.Lines[spell.Line].Model.Role == LineRole.WithStay);
                seen[isTouched ? 1 : 0]++;
            }
        });

        Assert.All(seen, count => Assert.True(count > 50));
    }

    [Theory]
    [InlineData(130, 140, true, "begins thirty days after the start")]
    [InlineData(131, 140, false, "begins a day later")]
    [InlineData(50, 100, true, "ends on the day of the start")]
    [InlineData(50, 99, false, "ended the day before")]
    [InlineData(50, 500, true, "lasts all the while")]
    public void A_stay_is_at_the_start_of_care_or_is_not(int first, int last, bool isAtStart, string why)
    {
        var care = new ChildCare();
        care.Stays.Add((first, last));

        Expect.Equal(isAtStart, care.HasStayAt(100), why);
    }

    [Fact]
    public void The_first_part_after_more_than_a_year_is_a_first_one_and_all_others_are_follow_ups()
    {
        ForEachChild(care =>
        {
            var parts = care.Spells.Where(spell => Tables.Products[spell.Product].Model.HasParts);
            foreach (var product in parts.GroupBy(spell => spell.Product))
            {
                var previousEnd = int.MinValue / 2;
                foreach (var part in product)
                {
                    var role = part.OpensChain && part.Start - previousEnd - 1 > 365
                        ? LineRole.First
                        : LineRole.FollowUp;
                    if (Tables.Lines[part.Line].Model.Role != LineRole.WithStay)
                        Assert.Equal(role, Tables.Lines[part.Line].Model.Role);
                    previousEnd = part.End;
                }
            }
        });
    }

    [Fact]
    public void Care_runs_into_the_observation_and_out_of_it()
    {
        var (into, outOf) = (0, 0);
        ForEachChild(care =>
        {
            into += care.Spells.Count(
                spell => spell.Start < RegionTables.ObservedFirst && spell.End >= RegionTables.ObservedFirst);
            outOf += care.Spells.Count(
                spell => spell.Start <= RegionTables.ObservedLast && spell.End > RegionTables.ObservedLast);
        });

        Assert.True(into > Children / 20, "into");
        Assert.True(outOf > Children / 20, "out of");
    }

    [Fact]
    public void A_child_has_one_birth_date_and_is_never_born_after_its_care_starts() => ForEachChild(care =>
        Assert.All(
            care.Spells,
            spell => Assert.InRange(MonthCalendar.FullYears(care.Birth, DayNumber.ToDate(spell.Start)), 0, 30)));

    private static void ForEachChild(Action<ChildCare> check)
    {
        var generator = new ChildGenerator(Tables, 1729);
        for (var child = 0; child < Children; child++)
            check(generator.Draw(child));
    }

    private static List<(int Product, int Start, int End)> Chained(IEnumerable<CareLine> lines)
    {
        var chains = new List<(int Product, int Start, int End)>();
        foreach (var line in lines.OrderBy(line => line.Product).ThenBy(line => line.Start).ThenBy(line => line.End))
        {
            if (chains.Count > 0 && chains[^1].Product == line.Product && line.Start - chains[^1].End - 1 <= 90)
                chains[^1] = chains[^1] with { End = Math.Max(chains[^1].End, line.End) };
            else
                chains.Add((line.Product, line.Start, line.End));
        }

        return chains;
    }
}
