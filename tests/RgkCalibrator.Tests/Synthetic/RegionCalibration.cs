using System.Globalization;
using System.Text;
using RgkCalibrator.Synthetic;

namespace RgkCalibrator.Tests.Synthetic;

/// <summary>
/// Fits the constants of data/synthetic/lines.csv (the median duration and the volume per week of each line) to the
/// published lines, on one fixed sample, after monthly declaration. Shapes, spreads and correlations are the author's;
/// only what is fitted is written back.
/// </summary>
internal static class RegionCalibration
{
    private const double ShareWithin = 0.85;
    private const double Damping = 0.9;

    /// <summary>
    /// Durations settle first: while they stand, each round draws the same children, and only volumes move.
    /// </summary>
    internal static RegionModel Fit(RegionModel model, SyntheticSettings sample, int roundsOfBoth, int roundsOfVolume)
    {
        for (var round = 0; round < roundsOfBoth + roundsOfVolume; round++)
        {
            var fitsDuration = round < roundsOfBoth;
            var tables = new RegionTables(model);
            var drawn = TruthSample.Draw(sample, tables);
            var fitted = model.Lines.Select((line, index) => Fit(line, index, new(drawn, tables, fitsDuration)));
            model = model with { Lines = [.. fitted] };
        }

        return model;
    }

    internal static string Csv(RegionModel model)
    {
        var text = new StringBuilder(RegionModel.LineHeader).Append('\n');
        foreach (var line in model.Lines)
        {
            var mixture = line.Duration.ShortShare == 0
                ? ["", "", ""]
                : new[] { Text(line.Duration.ShortShare), Text(line.Duration.ShortRatio),
                    Text(line.Duration.ShortSigma) };
            text.AppendJoin(
                ',',
                line.Code, line.Name, line.Duration.IsOfSchoolYear
                    ? "school"
                    : "days", Text(line.Duration.Median), Text(line.Duration.Sigma),
                string.Join(',', mixture), Text(line.Volume.PerWeek), Text(line.Volume.Sigma),
                    Text(line.Volume.Correlation)).Append('\n');
        }

        return text.ToString();
    }

    internal static Dictionary<string, TruthRow> Index(IEnumerable<TruthRow> rows) =>
        rows.ToDictionary(
            row => Key(row.Product, row.Subgroup, row.Level, row.Population, row.Measure, row.P),
            StringComparer.Ordinal);

    internal static string Key(
        string product, string subgroup, TruthLevel level, string population, string measure, int p) =>
        string.Join('|', product, subgroup, level, population, measure, p.ToString(CultureInfo.InvariantCulture));

    private static LineModel Fit(LineModel line, int index, Round round)
    {
        var (sample, tables, fitsDuration) = round;
        if (PublishedLine.Of(line.Code, line.Name) is not { } published)
            return line;
        var product = tables.Lines[index].Product;
        var model = tables.Products[product].Model;
        var step = TruthSteps.Names(model).ToList().IndexOf(published.Step);
        var care = sample.Of(product, published.Level).Where(fact => fact.Line == index).ToArray();
        var share = (double)care.Count(fact => fact.End <= TruthSteps.LastDay(model, fact.Start, step)) / care.Length;
        var volume = published.IsPerCareYear
            ? Around80(
                sample.Of(product, TruthLevel.CareYear).Where(fact => fact.Line == index).Select(fact => fact.Volume))
            : Around80(care.Select(fact => fact.VolumeWithin[step]));
        var stretch = fitsDuration ? DurationFactor(line.Duration, share) : 1;
        var perWeek = line.Volume.PerWeek * Math.Pow(published.VolumeTarget / volume, Damping);
        return line with
        {
            Duration = line.Duration with { Median = Rounded(line.Duration.Median * stretch) },
            Volume = line.Volume with { PerWeek = Rounded(perWeek) },
        };
    }

    // The mean from the 79th to the 81st percentile: that of whole dagdelen jumps, and would not settle.
    private static double Around80(IEnumerable<long> volumes)
    {
        var sorted = volumes.Order().ToArray();
        return sorted[(sorted.Length * 79 / 100)..(sorted.Length * 81 / 100)].Average(Ticks.ToUnits);
    }

    // One Newton step: the density of a lognormal at its 85th percentile is about 0.233 / sigma a unit of log time.
    private static double DurationFactor(DurationShape shape, double share) =>
        Math.Exp(Damping * (share - ShareWithin) * shape.Sigma / 0.233 / (1 - shape.ShortShare));

    private static double Rounded(double value) =>
        double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private sealed record Round(TruthSample Sample, RegionTables Tables, bool FitsDuration);
}
