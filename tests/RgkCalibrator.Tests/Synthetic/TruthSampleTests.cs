using RgkCalibrator.Synthetic;

namespace RgkCalibrator.Tests.Synthetic;

public sealed class TruthSampleTests
{
    private static readonly SyntheticSettings Settings = new(6_000, 1729);
    private static readonly RegionTables Tables = new(RegionModel.Load());
    private static readonly TruthSample Sample = TruthSample.Draw(Settings, Tables);

    private static readonly int First = RegionTables.ObservedFirst;
    private static readonly int Last = RegionTables.ObservedLast;

    // Naive: the declared lines as a 2018-2023 observation has them, chained by gaps of 90 days; start and end known by
    // the rules of spec/2.
    [Fact]
    public void Completed_trajectories_are_those_that_the_observation_shows()
    {
        var seen = Observed().GroupBy(pair => (pair.Child, pair.Line.Product)).SelectMany(Chained).Where(IsCompleted);
        var meant = Facts(TruthLevel.Chain)
            .Select(pair => (pair.Product, pair.Fact.Start, pair.Fact.End, pair.Fact.Volume));

        Assert.Equal(meant.Order(), seen.Order());
    }

    [Fact]
    public void Completed_parts_are_those_that_the_observation_shows()
    {
        var seen = Observed().Where(pair => Tables.Products[pair.Line.Product].Model.HasParts)
            .GroupBy(pair => (pair.Child, pair.Line.Assignment)).SelectMany(Chained).Where(IsCompleted);
        var meant = Facts(TruthLevel.Part)
            .Select(pair => (pair.Product, pair.Fact.Start, pair.Fact.End, pair.Fact.Volume));

        Assert.Equal(meant.Order(), seen.Order());
    }

    [Fact]
    public void Care_years_add_up_to_their_trajectories()
    {
        var product = Array.FindIndex(Tables.Products, table => table.Model.HasCareYears);
        var years = Sample.Of(product, TruthLevel.CareYear);
        var chains = Sample.Of(product, TruthLevel.Chain);

        Assert.True(years.Count > chains.Count);
        Assert.Equal(chains.Sum(fact => fact.Volume), years.Sum(fact => fact.Volume));
    }

    [Fact]
    public void Volume_grows_with_the_step_up_to_the_whole()
    {
        foreach (var (product, fact) in Facts(TruthLevel.Chain).Concat(Facts(TruthLevel.Part)))
        {
            var model = Tables.Products[product].Model;
            for (var step = 0; step < TruthSteps.Names(model).Count; step++)
            {
                var isWithin = fact.End <= TruthSteps.LastDay(model, fact.Start, step);
                Assert.True(fact.VolumeWithin[step] <= fact.Volume);
                if (isWithin)
                    Assert.Equal(fact.Volume, fact.VolumeWithin[step]);
            }
        }
    }

    private static IEnumerable<(int Product, TruthFact Fact)> Facts(TruthLevel level) =>
        from product in Enumerable.Range(0, Tables.Products.Length)
        from fact in Sample.Of(product, level)
        where fact.IsCompleted
        select (product, fact);

    private static IEnumerable<(int Child, CareLine Line)> Observed()
    {
        var generator = new ChildGenerator(Tables, Settings.Seed);
        return Enumerable.Range(0, Settings.Children)
            .SelectMany(child => generator.Draw(child).Lines.Where(line => Tables.Observes(in line))
                .Select(line => (child, line)).ToList());
    }

    private static bool IsCompleted((int Product, int Start, int End, long Volume) trajectory) =>
        trajectory.Start - First > 90 && Last - trajectory.End > 90;

    private static IEnumerable<(int Product, int Start, int End, long Volume)> Chained(
        IEnumerable<(int Child, CareLine Line)> lines)
    {
        var chains = new List<(int Product, int Start, int End, long Volume)>();
        foreach (var (_, line) in lines.OrderBy(pair => pair.Line.Start))
        {
            if (chains.Count == 0 || line.Start - chains[^1].End - 1 > 90)
                chains.Add((line.Product, line.Start, line.End, 0));
            chains[^1] = (
                line.Product,
                chains[^1].Start,
                Math.Max(chains[^1].End, line.End),
                chains[^1].Volume + line.VolumeTicks);
        }

        return chains;
    }
}
