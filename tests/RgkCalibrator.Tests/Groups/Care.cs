using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Groups;

/// <summary>One trajectory of a constructed group.</summary>
/// <param name="Child">The child.</param>
/// <param name="Step">The allowed duration that holds it.</param>
/// <param name="Within">The volume within each allowed duration, in ticks.</param>
internal sealed record Care(int Child, int Step, IReadOnlyList<long> Within)
{
    /// <summary>Product without rules of its own: the usual durations, in hours.</summary>
    public static Product Usual { get; } = new(
        "45C02", "Begeleiding", FrameworkKind.Norm, CareRole.Ambulatory, CareUnit.Uur);

    public int Days { get; init; } = 1;

    public double Months { get; init; } = 1;

    /// <summary>Whether its end is not known: its days and months are those it could be followed.</summary>
    public bool IsRunning { get; init; }

    public DateOnly Start { get; init; } = new(2019, 1, 1);

    public Covariates Covariates { get; init; }

    /// <summary>In ticks; else what lies within the longest duration.</summary>
    public long? Whole { get; init; }

    public static Care Of(int child, int step, decimal units, int steps = 6) =>
        new(child, step, [.. Enumerable.Repeat(Ticks.FromUnits(units), steps)]) { Days = 1 + child };

    /// <summary>One that still runs after so many months, of 30 days.</summary>
    public static Care Running(int child, int months, decimal units, int steps = 6) =>
        Of(child, steps, units, steps) with { IsRunning = true, Months = months, Days = 30 * months };

    public static Group Group(
        Product product,
        IEnumerable<Care> care,
        GroupScope? scope = null,
        DelayedEntries? delayed = null,
        Group? careYears = null)
    {
        var cares = care.ToList();
        var running = cares.Count(one => one.IsRunning);
        var columns = new GroupColumns(cares.Count - running, product.AllowedDurations.Count, running);
        foreach (var one in cares)
        {
            var place = columns.Next(isComplete: !one.IsRunning);
            columns.Start[place] = DayNumber.Of(one.Start);
            columns.Covariates[place] = one.Covariates;
            (columns.Child[place], columns.Days[place], columns.Months[place]) = (one.Child, one.Days, one.Months);
            (columns.Step[place], columns.Volume[place]) = (one.Step, one.Whole ?? one.Within[^1]);
            for (var step = 0; step < one.Within.Count; step++)
            {
                columns.Within[step][place] = one.Within[step];
                columns.EndsWithin[step][place] = !one.IsRunning && step >= one.Step;
            }
        }

        return new Group(product, columns, scope) { Delayed = delayed ?? DelayedEntries.None, CareYears = careYears };
    }

    /// <summary>All groups of all products of a set, each whole product before its parts.</summary>
    public static IReadOnlyList<Group> Grouped(TrajectorySet set, ProductCatalogue catalogue) =>
        [.. Grouping.ByProduct(set, catalogue).SelectMany(product => product.All)];

    /// <summary>The trajectories of rows as a catalogue wants them.</summary>
    public static TrajectorySet Built(Reading reading, IReadOnlyList<TestRow> rows, ProductCatalogue catalogue)
    {
        var intake = new IntakeSettings(
            catalogue.Trajectories.ObservedThen().Last, catalogue.Codes(), OnlyKnownProducts: true);
        using var declarations = reading.Read([reading.Write(rows)], intake);
        return TrajectoryBuilder.Build(
            declarations, catalogue.Trajectories, catalogue.Rules(isCut: true), RunSettings.Default);
    }

    /// <summary>The same trajectories as a product without subgroups.</summary>
    public static Group AsWhole(Group group) => Group(group.Product with { Subgroups = [] }, CaresOf(group));

    /// <summary>The trajectories of several groups.</summary>
    public static Group Together(IReadOnlyList<Group> groups) => Group(groups[0].Product, groups.SelectMany(CaresOf));

    /// <summary>A trajectory of any length and volume.</summary>
    public static Care Any(Random random, Product product, int child) => Random(random, product, child, (2, 400));

    /// <summary>The trajectories of a group's cohort.</summary>
    public static IEnumerable<Care> CaresOf(Group group)
    {
        var steps = group.Product.AllowedDurations.Count;
        for (var i = 0; i < group.Cohort; i++)
        {
            var step = Enumerable.Range(0, steps).TakeWhile(one => !group.EndsWithin(one)[i]).Count();
            yield return new Care(
                group.Child[i], step, [.. Enumerable.Range(0, steps).Select(one => group.CohortVolumeWithin(one)[i])])
            {
                Days = group.CohortDays[i],
                Months = group.CohortMonths[i],
                Whole = group.CohortVolume[i],
                IsRunning = i >= group.Count,
                Start = DayNumber.ToDate(group.Start[i]),
                Covariates = group.Covariates[i],
            };
        }
    }

    /// <summary>Trajectories of about so many children, that crowd on few values.</summary>
    public static Group Random(Random random, Product product, int trajectories)
    {
        var children = 1 + random.Next(trajectories);
        var (shortShare, size) = (random.Next(1, 4), random.Next(3, 900));
        return Group(
            product,
            Enumerable.Range(0, trajectories)
                .Select(_ => Random(random, product, random.Next(children), (shortShare, size))));
    }

    private static Care Random(Random random, Product product, int child, (int ShortShare, int Size) shape)
    {
        var steps = product.AllowedDurations.Count;
        var step = random.Next(4) < shape.ShortShare ? random.Next(1 + (steps / 2)) : random.Next(steps + 1);
        var within = new long[steps];
        for (var i = 0; i < steps; i++)
            within[i] = (i == 0 ? 0 : within[i - 1]) + (i <= step ? 50L * random.Next(shape.Size) : 0);
        var months = step == steps
            ? 30 + random.NextDouble()
            : product.AllowedDurations[step].Length - random.Next(2) + (random.Next(2) / 4.0);
        return new Care(child, step, within)
        {
            Days = 1 + (30 * step) + random.Next(9),
            Months = step == steps ? months : Math.Min(months, product.AllowedDurations[step].Length),
            Whole = within[^1] + (step == steps ? 700L * random.Next(9) : 0),
        };
    }
}
