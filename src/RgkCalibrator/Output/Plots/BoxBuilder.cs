using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Output.Plots;

/// <summary>Builds plots of parts of the trajectories side by side.</summary>
internal static class BoxBuilder
{
    private const int MostRows = 20;

    // With fewer trajectories a box would say more than there is.
    private const int FewestInBox = 10;

    private static readonly decimal[] Boxed = [10, 25, 50, 75, 90];

    private static readonly Dictionary<PlotParts, (Factor Factor, Func<string, Wording> NameOf)> ByFactor = new()
    {
        [PlotParts.Age] = (Factor.Age, ages => new($"{ages} jaar", $"{ages} years")),
        [PlotParts.WithStay] = (Factor.WithStay, level => level == "yes"
            ? new("met verblijf", "with stay")
            : new("zonder verblijf", "without stay")),
        [PlotParts.Order] = (Factor.Order, level => level == "first"
            ? new("eerste traject", "first trajectory")
            : new("vervolgtraject", "follow-up")),
        [PlotParts.Concurrent] = (Factor.Concurrent, level => level == "yes"
            ? new("met andere zorg ernaast", "with other care beside it")
            : new("zonder andere zorg ernaast", "without other care beside it")),
    };

    /// <exception cref="CalibrationException">Nobody is in any part.</exception>
    internal static BoxModel Build(PlotSample sample, PlotParts parts, PlotWords words, IReadOnlyList<string> providers)
    {
        var found = Parts(sample.Group, parts, words, providers);
        if (found.Count == 0)
            throw Unknown(sample.Group, parts);
        var rows = found.ConvertAll(part => Row(part.Label, part.Places, sample));
        var together = words.Say(new(" (allen samen)", " (all together)"));
        PlotMarker[] markers = [.. words.Markers(sample).Where(marker => marker.IsChosen)
            .Select(marker => marker with { Label = marker.Label + together })];
        var reached = rows.SelectMany(row => (row.Box ?? []).Append(row.Chosen)).OfType<double>()
            .Select(value => new PlotMarker(value, string.Empty, IsChosen: false));
        var end = sample.Classes(markers.Concat(reached), MostRows).End;
        var left = sample.Group.Cohort - found.Sum(part => part.Places.Count);
        return new BoxModel
        {
            Caption = words.Caption(
                Title(rows, parts, sample, words),
                [.. words.About(sample.Measure), .. LeftOut(left, parts, words), .. words.Beyond(sample, end)]),
            X = words.AxisOf(sample, end),
            YTitle = string.Empty,
            Rows = rows,
            Markers = markers,
            ChosenLabel = words.Percentile(sample.Settings.Percentage),
        };
    }

    private static CalibrationException Unknown(Group group, PlotParts parts) => new(
        ExitCode.NothingToShow,
        new(
            "Van geen enkel traject van deze lijn is dit kenmerk bekend.",
            "Of no trajectory of this line is this factor known."),
        $"{group.Product.Code}, {parts.Name().Dutch}/{parts.Name().English}",
        new("Kies een ander kenmerk, of jaar.", "Choose another factor, or year."));

    private static PartRow Row(string label, List<int> places, PlotSample whole)
    {
        var part = new PlotSample(whole.Group.Part(places), whole.Measure, whole.Settings);
        if (places.Count < FewestInBox)
            return new PartRow(label, part, null, null);
        var box = Boxed.Select(p => part.Percentile(Percentage.Of(p)).Value);
        return new PartRow(label, part, [.. box], part.Chosen.Value);
    }

    private static List<(string Label, List<int> Places)> Parts(
        Group group, PlotParts parts, PlotWords words, IReadOnlyList<string> providers)
    {
        if (parts == PlotParts.Provider)
            return Providers(group, words, providers);
        var places = Enumerable.Range(0, group.Cohort);
        if (parts == PlotParts.Year)
        {
            return [.. places.GroupBy(place => DayNumber.ToDate(group.Start[place]).Year)
                .OrderBy(year => year.Key).Select(year => (Numbers.Whole(year.Key), year.ToList()))];
        }

        var (factor, nameOf) = ByFactor[parts];
        return [.. Factors.OfCovariates.Single(known => known.Factor == factor).Levels
            .Select(level => (
                Label: words.Say(nameOf(level.Name)),
                Places: places.Where(place => level.Holds(group.Covariates[place])).ToList()))
            .Where(part => part.Places.Count > 0)];
    }

    private static List<(string Label, List<int> Places)> Providers(
        Group group, PlotWords words, IReadOnlyList<string> providers)
    {
        var unknown = words.Say(new("onbekend", "unknown"));
        var all = Enumerable.Range(0, group.Cohort).GroupBy(place => providers[group.Covariates[place].Provider])
            .OrderByDescending(provider => provider.Count()).ThenBy(provider => provider.Key, StringComparer.Ordinal)
            .Select(provider => (Label: provider.Key.Length > 0 ? provider.Key : unknown, Places: provider.ToList()))
            .ToList();
        if (all.Count <= MostRows)
            return all;
        var rest = all.Skip(MostRows - 1).ToList();
        var count = words.Count(rest.Count);
        var others = words.Say(new($"{count} andere", $"{count} others"));
        return [.. all.Take(MostRows - 1), (others, [.. rest.SelectMany(one => one.Places).Order()])];
    }

    private static string Title(IReadOnlyList<PartRow> rows, PlotParts parts, PlotSample sample, PlotWords words)
    {
        var (name, said, by) = (words.Name, words.Said(sample.Measure), words.Say(parts.Name()));
        var reached = rows.Select(row => row.Chosen).OfType<double>().ToList();
        if (reached.Count < 2)
            return words.Say(new($"{name}: {said} per {by}", $"{name}: {said} by {by}"));
        var p = words.Percentile(sample.Settings.Percentage);
        var (least, most) = (words.Number(reached.Min()), words.Shown(reached.Max(), sample.Measure));
        return words.Say(new(
            $"{name}: {p} van {said} loopt per {by} uiteen van {least} tot {most}",
            $"{name}: by {by} {p} of {said} ranges from {least} to {most}"));
    }

    /// <summary>How many are in no part, and what a provider is here.</summary>
    private static IEnumerable<string> LeftOut(int left, PlotParts parts, PlotWords words)
    {
        var provider = new Wording(
            "Aanbieder: die met het grootste volume in het traject.",
            "Provider: the one with the largest volume in the trajectory.");
        if (parts == PlotParts.Provider)
            yield return words.Say(provider);
        if (left > 0 && words.Count(left) is var count)
            yield return words.Say(new($"In geen van deze groepen: {count}.", $"In none of these groups: {count}."));
    }
}
