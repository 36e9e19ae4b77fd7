using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Statistics.Completion;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Monitoring;

/// <summary>A year against the aims of the region.</summary>
/// <param name="Year">The year.</param>
/// <param name="Children">Children with care of any product on some day of it.</param>
/// <param name="Euros">What was declared for it, or comes to by tariff; null where no product has a price.</param>
public sealed record YearTotal(int Year, int Children, double? Euros)
{
    /// <summary>The euros with the indexation of prices up to this year; null where that is not known.</summary>
    public double? Indexed { get; init; }

    /// <summary>
    /// The euros without the indexation since the year to which costs are to go back; null where that is not known.
    /// </summary>
    public double? WithoutIndexation { get; init; }

    /// <summary>What is declared so far of what is expected, of all products; null: not known.</summary>
    public Completeness? Declared { get; init; }

    /// <summary>Whether so much is declared that the year can be held against another.</summary>
    public bool IsComplete { get; init; }

    /// <summary>The years that are observed from their first day on, in their order.</summary>
    /// <param name="set">All trajectories.</param>
    /// <param name="products">What was declared by product.</param>
    /// <param name="when">The days.</param>
    /// <param name="arrivals">What counts as complete.</param>
    /// <param name="catalogue">The aims and the indexation.</param>
    /// <param name="basis">What the euros rest on.</param>
    internal static IReadOnlyList<YearTotal> Of(
        TrajectorySet set, IReadOnlyList<MonitoredProduct> products, MonitorPeriod when, Arrivals arrivals,
        ProductCatalogue catalogue, EuroBasis? basis)
    {
        var first = when.Observed.First.DayOfYear == 1 ? when.Observed.First.Year : when.Observed.First.Year + 1;
        var children = ChildrenByYear(set);
        return
        [
            .. from year in Enumerable.Range(first, Math.Max(0, when.Observed.Last.Year - first + 1))
               let sums = products.SelectMany(product => product.Quarters)
                   .Where(one => one.Quarter.Year == year && one.Sum.Units > 0).Select(one => one.Sum).ToList()
               let declared = Together(sums)
               select Priced(
                   new YearTotal(year, children.GetValueOrDefault(year), EurosOf(sums))
                   {
                       Declared = declared,
                       IsComplete = arrivals.IsComplete(declared) && new DateOnly(year, 12, 31) <= when.Observed.Last,
                   },
                   catalogue, basis),
        ];
    }

    // Declared amounts have the prices of their year; a tariff has one price for all years.
    private static YearTotal Priced(YearTotal total, ProductCatalogue catalogue, EuroBasis? basis)
    {
        if (total.Euros is not { } euros || catalogue.Aims.Euros is not { } back)
            return total;
        var factor = (double?)catalogue.Index.Factor(back, total.Year);
        return basis == EuroBasis.Amount
            ? total with { Indexed = euros, WithoutIndexation = euros / factor }
            : total with { Indexed = euros * factor, WithoutIndexation = euros };
    }

    private static double? EurosOf(List<DeclaredSum> sums) =>
        sums.Any(one => one.Euros is not null) ? sums.Sum(one => one.Euros ?? 0) : null;

    // By lines: the units of products differ.
    private static Completeness? Together(List<DeclaredSum> sums)
    {
        if (sums.Count == 0 || sums.Any(one => one.Declared is null))
            return null;
        var lines = (double)sums.Sum(one => one.Lines);
        return new(
            lines / sums.Sum(one => one.Lines / one.Declared!.Share),
            lines / sums.Sum(one => one.Lines / one.Declared!.Lowest),
            lines / sums.Sum(one => one.Lines / one.Declared!.Highest));
    }

    private static Dictionary<int, int> ChildrenByYear(TrajectorySet set)
    {
        var children = new Dictionary<int, int>();
        foreach (var partition in set.Partitions)
        {
            foreach (var client in partition.Clients)
            {
                var years = new HashSet<int>();
                foreach (ref readonly var one in partition.Trajectories.AsSpan(client.First, client.Count))
                {
                    var (from, to) = (DayNumber.ToDate(one.Start).Year, DayNumber.ToDate(one.End).Year);
                    years.UnionWith(Enumerable.Range(from, to - from + 1));
                }

                foreach (var year in years)
                    children[year] = children.GetValueOrDefault(year) + 1;
            }
        }

        return children;
    }
}
