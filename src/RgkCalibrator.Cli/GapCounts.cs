using RgkCalibrator.Review;

namespace RgkCalibrator.Cli;

/// <summary>Counts what of frameworks could not be compared, kind by kind.</summary>
internal static class GapCounts
{
    /// <summary>One sentence; what does not occur is left out of it.</summary>
    /// <param name="gaps">At least one.</param>
    /// <param name="language">Of the numbers.</param>
    internal static Wording Told(IReadOnlyList<FrameworkGap> gaps, Language language)
    {
        var parts = Enum.GetValues<GapKind>()
            .Select(kind => (Kind: kind, Count: gaps.Count(gap => gap.Kind == kind)))
            .Where(one => one.Count > 0)
            .Select(one => Words(one.Kind, one.Count, Numbers.Shown(one.Count, 0, language)))
            .ToList();
        var (dutch, english) = (
            string.Join("; ", parts.Select(part => part.Dutch)), string.Join("; ", parts.Select(part => part.English)));
        return new(
            $"niet alles van de kaders is te vergelijken: {dutch}. In intern/niet-vergeleken.csv staat om welke het "
                + "gaat.",
            $"not all of the frameworks can be compared: {english}. See intern/niet-vergeleken.csv for which.");
    }

    private static Wording Words(GapKind kind, int count, string shown) => (kind, count) switch
    {
        (GapKind.UnknownLine, 1) => new(
            "1 lijn is van een product of subgroep die niet in de catalogus staat",
            "1 line is of a product or subgroup that is not in the catalogue"),
        (GapKind.UnknownLine, _) => new(
            $"{shown} lijnen zijn van een product of subgroep die niet in de catalogus staat",
            $"{shown} lines are of a product or subgroup that is not in the catalogue"),
        (GapKind.UnknownProvider, 1) => new(
            "1 lijn is van een aanbieder die niet in de declaraties voorkomt",
            "1 line is of a provider that does not occur in the declarations"),
        (GapKind.UnknownProvider, _) => new(
            $"{shown} lijnen zijn van een aanbieder die niet in de declaraties voorkomt",
            $"{shown} lines are of a provider that does not occur in the declarations"),
        (GapKind.OtherDuration, 1) => new(
            "1 lijn heeft een duur die de catalogus voor dat product niet toestaat",
            "1 line has a duration that the catalogue does not allow that product"),
        (GapKind.OtherDuration, _) => new(
            $"{shown} lijnen hebben een duur die de catalogus voor dat product niet toestaat",
            $"{shown} lines have a duration that the catalogue does not allow that product"),
        (GapKind.NoLine, 1) => new(
            "1 product, subgroep of aanbieder heeft wel trajecten maar geen lijn in het kader",
            "1 product, subgroup or provider has trajectories but no line in the framework"),
        (GapKind.NoLine, _) => new(
            $"{shown} producten, subgroepen of aanbieders hebben wel trajecten maar geen lijn in het kader",
            $"{shown} products, subgroups or providers have trajectories but no line in the framework"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };
}
