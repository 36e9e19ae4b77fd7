using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.InputReport;

/// <summary>
/// What in the input looks like a slip: of an export, a mapping or the settings. The numbers may be right all the same.
/// </summary>
public static class InputSlips
{
    // Of fewer, chance makes nearly anything.
    private const int FewestRows = 100;

    // Care is declared by the month: a trajectory has several lines.
    private const double LinesOfTrajectory = 1.1;
    private const double RejectedFrom = 0.05;

    // Years differ, but hardly by so much.
    private const int YearsApart = 3;

    /// <summary>Slips that the rows show, where they were counted by year and product.</summary>
    /// <param name="ledger">Where the rows ended.</param>
    /// <param name="observed">The days for which they are taken to be complete.</param>
    public static IReadOnlyList<Wording> InRows(Ledger ledger, Period observed)
    {
        var rows = ledger.Parts.Where(part => part.Year is not null).GroupBy(part => part.Year!.Value)
            .ToDictionary(year => year.Key, year => year.Sum(part => part.Places.Values.Sum(place => place.Rows)));
        if (rows.Values.Sum() < FewestRows)
            return [];
        return rows.Keys.Max() < observed.First.Year
            ? [AllBefore(observed)]
            : [.. ThinYears(rows, observed).Select(year => ThinYear(year, "rijen", "rows")), .. Rejected(ledger)];
    }

    /// <summary>Slips that the trajectories show.</summary>
    /// <param name="ledger">Where the rows ended.</param>
    /// <param name="built">The trajectories.</param>
    public static IReadOnlyList<Wording> InTrajectories(Ledger ledger, TrajectorySet built)
    {
        if (ledger.Used < FewestRows)
            return [];
        var (observed, starts) = (built.Settings.Observed, built.StartsByYear());
        if (starts.Count > 0 && starts.Keys.Max() < observed.First.Year)
            return [AllBefore(observed)];
        var thin = starts.Count == 0
            ? []
            : ThinYears(starts, observed).Select(year => ThinYear(year, "startende trajecten", "starts"));
        return built.Count * LinesOfTrajectory > ledger.Used ? [LikeRows, .. thin] : [.. thin];
    }

    private static Wording LikeRows { get; } = new(
        "bijna elke rij is een traject op zich: staat er in client_id een nummer van de declaratie in plaats van het "
            + "kind?",
        "nearly every row is a trajectory of its own: does client_id hold the number of the declaration in place of "
            + "the child?");

    private static Wording AllBefore(Period observed) => new(
        $"alle rijen beginnen voor de waargenomen periode {observed}: is --observed goed, en zijn de datums goed "
            + "gelezen?",
        $"all rows begin before the observed period {observed}: is --observed right, and were the dates read right?");

    private static Wording ThinYear(int year, string dutch, string english) => new(
        $"{Numbers.Whole(year)} heeft veel minder {dutch} dan de jaren ernaast: ontbreekt er een bestand?",
        $"{Numbers.Whole(year)} has far fewer {english} than the years beside it: is a file missing?");

    // In the years of the observed period; the first and the last have one neighbour.
    private static IEnumerable<int> ThinYears(IReadOnlyDictionary<int, long> rows, Period observed)
    {
        for (var year = observed.First.Year; year <= observed.Last.Year; year++)
        {
            var neighbours = new[] { year - 1, year + 1 }
                .Where(near => near >= observed.First.Year && near <= observed.Last.Year)
                .Select(near => rows.GetValueOrDefault(near)).ToList();
            if (neighbours.Count > 0 && rows.GetValueOrDefault(year) * YearsApart < neighbours.Min())
                yield return year;
        }
    }

    private static IEnumerable<Wording> Rejected(Ledger ledger)
    {
        foreach (var product in ledger.Parts.Where(part => part.Product is not null).GroupBy(part => part.Product!)
            .OrderBy(product => product.Key, StringComparer.Ordinal))
        {
            var all = product.Sum(part => part.Places.Values.Sum(place => place.Rows));
            var rejected = product.Sum(part => part.Places.GetValueOrDefault(RowOutcome.Rejected, Amount.None).Rows);
            if (all < FewestRows || rejected <= RejectedFrom * all)
                continue;
            var share = (double)rejected / all;
            yield return new(
                $"van {product.Key} is {Numbers.Share(share, 0, Language.Dutch)} van de rijen afgekeurd.",
                $"of {product.Key} {Numbers.Share(share, 0, Language.English)} of the rows were rejected.");
        }
    }
}
