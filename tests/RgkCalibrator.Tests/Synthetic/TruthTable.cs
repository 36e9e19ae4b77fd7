using System.Globalization;
using System.Text;
using RgkCalibrator.Synthetic;

namespace RgkCalibrator.Tests.Synthetic;

/// <summary>A figure about the model. Subgroup empty: the whole product. p in percent; 0 for a share.</summary>
internal sealed record TruthRow(
    string Product, string Subgroup, TruthLevel Level, string Population, string Measure, int P, double Value,
        int Count);

/// <summary>truth.csv: percentiles of duration and volume, and the share within each step, of a sample.</summary>
internal static class TruthTable
{
    internal const string All = "all";
    internal const string Completed = "completed";
    internal const string Header = "product_code,subgroup,level,population,measure,p,value,n";

    private static readonly int[] Percentages = [75, 80];

    /// <summary>The rows of all products, in the order of the model.</summary>
    internal static IEnumerable<TruthRow> Of(TruthSample sample, RegionTables tables) =>
        from product in Enumerable.Range(0, tables.Products.Length)
        from level in Enum.GetValues<TruthLevel>()
        from population in new[] { All, Completed }
        let facts = sample.Of(product, level).Where(fact => population == All || fact.IsCompleted).ToArray()
        from row in OfFacts(facts, new Scope(tables, product, level, population))
        select row;

    internal static string Csv(IEnumerable<TruthRow> rows)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var row in rows)
        {
            var p = row.P == 0 ? "" : Numbers.Whole(row.P);
            var value = row.P == 0 ? Numbers.Computed(row.Value) : Numbers.Exact(row.Value);
            var level = LevelName(row.Level);
            text.AppendJoin(
                ',', row.Product, row.Subgroup, level, row.Population, row.Measure, p, value, Numbers.Whole(row.Count))
                .Append('\n');
        }

        return text.ToString();
    }

    internal static IEnumerable<TruthRow> Read(string csv) => csv
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Skip(1)
        .Select(line => line.Split(','))
        .Select(cells => new TruthRow(
            cells[0], cells[1], Enum.GetValues<TruthLevel>()
                .Single(level => LevelName(level) == cells[2]), cells[3], cells[4],
            cells[5].Length == 0 ? 0 : int.Parse(cells[5], CultureInfo.InvariantCulture),
            double.Parse(cells[6], CultureInfo.InvariantCulture),
            int.Parse(cells[7], CultureInfo.InvariantCulture)));

    private static IEnumerable<TruthRow> OfFacts(TruthFact[] facts, Scope scope)
    {
        if (facts.Length == 0)
            return [];
        var lines = facts.Select(fact => fact.Line).Distinct().Order().Where(line => line != TruthSample.NoLine)
            .ToArray();
        var subgroups = lines
            .Select(
                line => (scope.Tables.Lines[line].Model.Name, Facts: facts.Where(fact => fact.Line == line).ToArray()))
            .Where(group => group.Name.Length > 0);
        return subgroups.Prepend((Name: "", Facts: facts)).SelectMany(group => OfGroup(group.Facts, group.Name, scope));
    }

    private static IEnumerable<TruthRow> OfGroup(TruthFact[] facts, string subgroup, Scope scope)
    {
        IEnumerable<TruthRow> Percentiles(string measure, Func<TruthFact, double> value) =>
            PercentilesOf(facts, value)
                .Select(found => scope.Row(subgroup, measure, found.P, found.Value, facts.Length));

        var volume = Percentiles("volume", fact => Ticks.ToUnits(fact.Volume));
        if (scope.Level == TruthLevel.CareYear)
            return volume;
        var steps = TruthSteps.Names(scope.Model);
        return
        [
            .. Percentiles("duration_days", fact => fact.End - fact.Start + 1),
            .. Percentiles("duration_months", fact => TruthSteps.InMonths(fact.Start, fact.End)),
            .. volume,
            .. steps.SelectMany((name, step) =>
                Percentiles("volume_within_" + name, fact => Ticks.ToUnits(fact.VolumeWithin[step]))),
            .. steps.Select((name, step) =>
                scope.Row(subgroup, "share_within_" + name, 0, ShareWithin(facts, scope.Model, step), facts.Length)),
        ];
    }

    private static double ShareWithin(TruthFact[] facts, ProductModel model, int step) =>
        (double)facts.Count(fact => fact.End <= TruthSteps.LastDay(model, fact.Start, step)) / facts.Length;

    // inf{x : F(x) >= p}, at an exact flat the midpoint with the next value; ranks in whole numbers.
    private static IEnumerable<(int P, double Value)> PercentilesOf(TruthFact[] facts, Func<TruthFact, double> value)
    {
        var sorted = new double[facts.Length];
        for (var index = 0; index < facts.Length; index++)
            sorted[index] = value(facts[index]);
        Array.Sort(sorted);
        foreach (var p in Percentages)
        {
            var (rank, rest) = Math.DivRem((long)sorted.Length * p, 100);
            yield return (p, rest == 0 ? (sorted[rank - 1] + sorted[rank]) / 2 : sorted[rank]);
        }
    }

    private static string LevelName(TruthLevel level) => level switch
    {
        TruthLevel.Chain => "chain",
        TruthLevel.Part => "part",
        TruthLevel.CareYear => "care-year",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Unknown level."),
    };

    private sealed record Scope(RegionTables Tables, int Product, TruthLevel Level, string Population)
    {
        internal ProductModel Model => Tables.Products[Product].Model;

        internal TruthRow Row(string subgroup, string measure, int p, double value, int count) =>
            new(Model.Code, subgroup, Level, Population, measure, p, value, count);
    }
}
