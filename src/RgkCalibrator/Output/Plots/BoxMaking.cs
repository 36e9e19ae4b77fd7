using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Output.Plots;

/// <summary>From trajectories to their parts side by side.</summary>
internal static class BoxMaking
{
    private const int MostRows = 20;
    private static readonly decimal[] Boxed = [10, 25, 50, 75, 90];

    /// <exception cref="CalibrationException">Nobody is in any part.</exception>
    internal static BoxPicture Of(WholeSample sample, PlotParts parts, FrameworkSettings settings, PictureWords words, IReadOnlyList<string> providers)
    {
        var found = Parts(sample.Group, parts, words, providers);
        if (found.Count == 0)
            throw Unknown(sample.Group, parts);
        var rows = found.Select(part => Row(part.Label, WholeSample.Of(sample.Group.Part(part.Places), sample.Measure, settings))).ToList();
        PictureMark[] marks = [.. words.Marks(sample).Where(mark => mark.IsChosen).Select(mark => mark with { Label = Together(mark.Label, words) })];
        var classes = PictureMaking.ClassesOf(sample, [.. marks, .. rows.SelectMany(Reached)], MostRows);
        return new BoxPicture
        {
            Caption = words.Caption(
                Title(rows, parts, settings.Percentage, sample.Measure, words),
                [.. PictureWords.About(sample.Measure), .. LeftOut(sample.Group, found, parts, words), .. words.Beyond(sample, classes.End)]),
            XTitle = words.AxisOf(sample.Measure),
            CountsMonths = sample.CountsMonths,
            YTitle = string.Empty,
            Rows = rows,
            End = classes.End,
            Marks = marks,
            ChosenLabel = "P" + words.Percent(settings.Percentage),
        };
    }

    private static CalibrationException Unknown(Group group, PlotParts parts)
    {
        var name = parts.Name();
        return new CalibrationException(
            ExitCode.NothingToShow,
            new Wording("Van geen enkel traject van deze lijn is dit kenmerk bekend.", "Of no trajectory of this line is this factor known."),
            $"{group.Product.Code}, {name.Dutch}/{name.English}",
            new Wording("Kies een ander kenmerk, of jaar.", "Choose another factor, or year."));
    }

    private static string Together(string label, PictureWords words) => label + new Wording(" (allen samen)", " (all together)").In(words.Language);

    private static PartRow Row(string label, WholeSample sample) => sample.Values.Count < PartRow.FewestInBox
        ? new PartRow(label, sample, null, null)
        : new PartRow(label, sample, [.. Boxed.Select(p => sample.Percentile(Percentage.Of(p)).Value)], sample.Chosen.Value);

    private static IEnumerable<PictureMark> Reached(PartRow row) =>
        row.Box is { } box ? box.Append(row.Chosen).OfType<double>().Select(value => new PictureMark(value, string.Empty, IsChosen: false)) : [];

    private static List<(string Label, List<int> Places)> Parts(Group group, PlotParts parts, PictureWords words, IReadOnlyList<string> providers)
    {
        var places = Enumerable.Range(0, group.Cohort);
        return parts switch
        {
            PlotParts.Provider => Providers(group, words, providers),
            PlotParts.Year => [.. places.GroupBy(place => DayNumber.ToDate(group.Start[place]).Year).OrderBy(year => year.Key)
                .Select(year => (Numbers.Whole(year.Key), year.ToList()))],
            _ => [.. Factors.OfCovariates.Single(known => known.Factor == FactorOf(parts)).Levels
                .Select(level => (LevelName(parts, level.Name).In(words.Language), places.Where(place => level.Holds(group.Covariates[place])).ToList()))
                .Where(level => level.Item2.Count > 0)],
        };
    }

    private static List<(string Label, List<int> Places)> Providers(Group group, PictureWords words, IReadOnlyList<string> providers)
    {
        var all = Enumerable.Range(0, group.Cohort).GroupBy(place => group.Covariates[place].Provider)
            .OrderByDescending(provider => provider.Count()).ThenBy(provider => providers[provider.Key], StringComparer.Ordinal)
            .Select(provider => (Label: providers[provider.Key].Length > 0 ? providers[provider.Key] : new Wording("onbekend", "unknown").In(words.Language), Places: provider.ToList()))
            .ToList();
        if (all.Count <= MostRows)
            return all;
        var rest = all.Skip(MostRows - 1).ToList();
        var count = words.Count(rest.Count);
        return [.. all.Take(MostRows - 1), (new Wording($"{count} andere", $"{count} others").In(words.Language), [.. rest.SelectMany(one => one.Places).Order()])];
    }

    private static Factor FactorOf(PlotParts parts) => parts switch
    {
        PlotParts.Age => Factor.Age,
        PlotParts.WithStay => Factor.WithStay,
        PlotParts.Order => Factor.Order,
        PlotParts.Concurrent => Factor.Concurrent,
        _ => throw new ArgumentOutOfRangeException(nameof(parts), parts, "No factor."),
    };

    private static Wording LevelName(PlotParts parts, string level) => (parts, level) switch
    {
        (PlotParts.Age, _) => new($"{level} jaar", $"{level} years"),
        (PlotParts.WithStay, "yes") => new("met verblijf", "with stay"),
        (PlotParts.WithStay, "no") => new("zonder verblijf", "without stay"),
        (PlotParts.Order, "first") => new("eerste traject", "first trajectory"),
        (PlotParts.Order, "follow-up") => new("vervolgtraject", "follow-up"),
        (PlotParts.Concurrent, "yes") => new("met andere zorg ernaast", "with other care beside it"),
        (PlotParts.Concurrent, "no") => new("zonder andere zorg ernaast", "without other care beside it"),
        _ => Wording.Same(level),
    };

    private static string Title(IReadOnlyList<PartRow> rows, PlotParts parts, Percentage percentage, PlotMeasure measure, PictureWords words)
    {
        var (reached, p, said, by) = (rows.Select(row => row.Chosen).OfType<double>().ToList(), words.Percent(percentage), PictureWords.Said(measure), parts.Name());
        if (reached.Count < 2)
            return new Wording($"{words.Name}: {said.Dutch} per {by.Dutch}", $"{words.Name}: {said.English} by {by.English}").In(words.Language);
        var (least, most) = (words.Number(reached.Min()), words.Shown(reached.Max(), measure));
        return new Wording(
            $"{words.Name}: P{p} van {said.Dutch} loopt per {by.Dutch} uiteen van {least} tot {most}",
            $"{words.Name}: by {by.English} P{p} of {said.English} ranges from {least} to {most}").In(words.Language);
    }

    /// <summary>Who is in no part, and what a provider is here.</summary>
    private static IEnumerable<Wording> LeftOut(Group group, List<(string Label, List<int> Places)> found, PlotParts parts, PictureWords words)
    {
        if (parts == PlotParts.Provider)
            yield return new("Aanbieder: die met het grootste volume in het traject.", "Provider: the one with the largest volume in the trajectory.");
        var left = group.Cohort - found.Sum(part => part.Places.Count);
        if (left > 0 && words.Count(left) is var count)
            yield return new($"In geen van deze groepen: {count}.", $"In none of these groups: {count}.");
    }
}
