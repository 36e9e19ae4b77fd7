using System.Globalization;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Benchmarks.Coverage;

/// <summary>The study as Markdown: nothing in it depends on the machine.</summary>
internal static class CoverageReport
{
    private const double Least = 0.93;
    private const double Most = 0.97;

    /// <summary>The tables of coverage, one for each kind of interval.</summary>
    public static string Of(IReadOnlyList<CoverageCell> cells, CoverageOptions options)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.Write(Invariant($"{options.Replications:#,##0} samples per cell, seed {options.Seed}. "));
        text.WriteLine(Invariant($"The Monte Carlo error of a share of 95% is {Error(options):0.00} percentage point"));
        text.WriteLine("(one standard error). *Too high* is the share of samples whose whole interval lay above the");
        text.WriteLine("true percentile, *too low* the share whose interval lay below it; an interval without an");
        text.WriteLine("upper limit (*open*) cannot be too low. Bold: outside of 93% to 97%.");
        foreach (var kind in cells.GroupBy(cell => cell.Kind))
            Table(text, kind.Key, kind);
        Guaranteed(text);
        Summary(text, cells);
        return text.ToString();
    }

    /// <summary>The table of the bias of the middle estimate.</summary>
    public static string Of(IReadOnlyList<Bias> biases, CoverageOptions options)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.Write(Invariant($"{options.Replications:#,##0} samples per row, seed {options.Seed}. "));
        text.WriteLine(Invariant($"Starts spread evenly over {BiasStudy.Window:#,##0} days, at whose end one looks."));
        text.WriteLine("The figures are the median of the estimates against the true percentile. Durations in days,");
        text.WriteLine("with a true median of 365; volumes in hours.\n");
        text.WriteLine(
            "| law | measure | percentile | truth | n | still running | completed only | corrected | reached |");
        text.WriteLine("| --- | --- | --- | --: | --: | --: | --: | --: | --: |");
        foreach (var bias in biases)
            text.WriteLine(Row(bias));
        return text.ToString();
    }

    /// <summary>A row of a table of coverage.</summary>
    public static string Row(CoverageCell cell) =>
        Invariant($"| {cell.Law.Name} | {cell.Count:#,##0} | {string.Join(" | ", cell.Misses.SelectMany(Figures))} |");

    /// <summary>A row of the table of bias.</summary>
    public static string Row(Bias bias) => string.Concat(
        Invariant($"| {bias.Law.Name} | {bias.Measure} | {bias.Percentage} | {bias.Truth:#,##0.0} "),
        Invariant($"| {bias.Count:#,##0} | {bias.Running * 100:0}% | {bias.Completed * 100:+0.0;-0.0;0.0}% "),
        Invariant($"| {Corrected(bias.Corrected)} | {bias.Reached * 100:0.0}% |"));

    private static string Corrected(double bias) =>
        double.IsFinite(bias) ? Invariant($"{bias * 100:+0.0;-0.0;0.0}%") : "not reached";

    private static void Table(StringWriter text, IntervalKind kind, IEnumerable<CoverageCell> cells)
    {
        text.WriteLine("\n**" + kind.Title + "**\n");
        text.WriteLine(
            "| law | n | P75 covered | too high | too low | open | P80 covered | too high | too low | open |");
        text.WriteLine("| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |");
        foreach (var cell in cells)
            text.WriteLine(Row(cell));
    }

    private static IEnumerable<string> Figures(Misses misses) =>
    [
        IsInside(misses) ? Percent(misses.Covered) : "**" + Percent(misses.Covered) + "**",
        Percent((double)misses.TooHigh / misses.Replications),
        Percent((double)misses.TooLow / misses.Replications),
        misses.Open == 0 ? string.Empty : Percent((double)misses.Open / misses.Replications),
    ];

    private static bool IsInside(Misses misses) => misses.Covered is >= Least and <= Most;

    /// <summary>
    /// What the order statistics promise for a law without ties, from the binomial distribution alone.
    /// </summary>
    private static void Guaranteed(StringWriter text)
    {
        text.Write("\nWhat the order statistics give for a law without ties, ");
        text.WriteLine("from the binomial distribution and without chance:\n");
        text.WriteLine("| n | percentile | ranks | covered | too high | too low |");
        text.WriteLine("| --: | --- | --- | --: | --: | --: |");
        foreach (var (count, percentage) in
            from count in CoverageStudy.Sizes
            from percentage in CoverageStudy.Asked
            select (count, percentage))
        {
            var ranks = RankInterval.ForSize(count, percentage, IntervalKind.Confidence);
            text.Write(Invariant($"| {count:#,##0} | {percentage} | {ranks.Lower} to {ranks.Upper} "));
            text.Write($"| {Percent(ranks.Coverage)} | {Percent(ranks.TailBelow)} | {Percent(ranks.TailAbove)} |\n");
        }
    }

    private static void Summary(StringWriter text, IReadOnlyList<CoverageCell> cells)
    {
        var all = cells.SelectMany(cell => cell.Misses).ToList();
        var (low, high) = (all.Count(misses => misses.Covered < Least), all.Count(misses => misses.Covered > Most));
        text.Write(Invariant($"\nOf {all.Count} shares {all.Count - low - high} lie within 93% to 97%, "));
        text.Write(Invariant($"{high} above and {low} below; "));
        text.WriteLine($"the smallest is {Percent(all.Min(misses => misses.Covered))}.");
    }

    private static double Error(CoverageOptions options) => 100 * Math.Sqrt(0.95 * 0.05 / options.Replications);

    private static string Percent(double share) => Invariant($"{share * 100:0.0}%");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
