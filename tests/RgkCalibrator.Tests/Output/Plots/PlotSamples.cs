using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Plots;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Output.Plots;

/// <summary>Groups of every shape, and their pictures.</summary>
internal static class PlotSamples
{
    public static ChartContext Context { get; } = new(
        Language.Dutch,
        new(
            "Trajecten die zijn begonnen van 01-01-2018 t/m 31-12-2023.",
            "Trajectories that began from 2018-01-01 to 2023-12-31."),
        new("Percentielen over alle trajecten.", "Percentiles of all trajectories."),
        new("verzonnen", "made up"),
        10);

    public static IReadOnlyList<string> Providers { get; } =
        [
            "aanbieder 0",
            "aanbieder 1",
            "Stichting met een naam die veel langer is dan een naam hoort te zijn, afdeling Oost",
            "aanbieder 3",
        ];

    public static Product Hours { get; } = Care.Usual with { Current = [new CurrentLine(61, DurationStep.Months(12))] };

    public static IReadOnlyList<PlotChoice> Choices { get; } =
    [
        .. PlotChoice.Usual,
        new(PlotKind.Cumulative, PlotMeasure.Duration),
        new(PlotKind.Box, PlotMeasure.Duration, PlotParts.Age),
        new(PlotKind.Box, PlotMeasure.Volume, PlotParts.Order),
        new(PlotKind.Box, PlotMeasure.Volume, PlotParts.WithStay),
        new(PlotKind.Box, PlotMeasure.Volume, PlotParts.Concurrent),
    ];

    /// <summary>Trajectories with a long tail, of which one in eight still runs.</summary>
    public static Group Skewed(int trajectories, Product? product = null, GroupScope? scope = null)
    {
        var random = new Random(1729);
        return Care.Group(
            product ?? Hours, Enumerable.Range(0, trajectories).Select(child => One(random, child)), scope);
    }

    /// <summary>Trajectories that all last six months and use ten hours.</summary>
    public static Group Equal(int trajectories) =>
        Care.Group(
            Hours,
            Enumerable.Range(0, trajectories).Select(child => Care.Of(child, 1, 10) with { Months = 6, Days = 182 }));

    /// <summary>Trajectories none of which has ended.</summary>
    public static Group AllRunning(int trajectories) =>
        Care.Group(
            Hours, Enumerable.Range(0, trajectories).Select(child => Care.Running(child, 1 + (child % 20), child)));

    /// <summary>A product and a subgroup with the longest of names.</summary>
    public static Group LongNames()
    {
        var name =
            "Hoogspecialistische Jeugd-GGZ met diagnostiek en behandeling in een multidisciplinair team voor jeugdigen";
        return Skewed(
            300,
            Hours with { Name = name },
            new GroupScope(
                "lang", "Ambulant in combinatie met verblijf, verlenging of vervolgtraject na eerdere zorg"));
    }

    /// <summary>A product that is counted in weeks and dagdelen.</summary>
    public static Group Weeks()
    {
        var product = new Product("41A23", "Dagbesteding", FrameworkKind.Rgk, CareRole.Ambulatory, CareUnit.Dagdeel)
        {
            AllowedDurations = [.. Enumerable.Range(1, 6).Select(halfYears => DurationStep.Weeks(26 * halfYears))],
            Current = [new CurrentLine(300, DurationStep.Weeks(52))],
        };
        return Skewed(400, product);
    }

    public static PlotModel Model(Group group, PlotChoice choice, Estimator estimator = Estimator.Corrected) =>
        PlotBuilder.Build(group, choice, new FrameworkSettings { Estimator = estimator }, Context, Providers);

    private static Care One(Random random, int child)
    {
        var months = Math.Round(Math.Exp(1.9 + (0.8 * Normal(random))) * 4) / 4;
        var units = (decimal)Math.Round(Math.Exp(3 + Normal(random)) * 4) / 4;
        var step = Array.FindIndex([3, 6, 9, 12, 18, 24, int.MaxValue], most => months <= most);
        return Care.Of(child, step, units) with
        {
            Months = Math.Max(0.25, months),
            Days = Math.Max(7, (int)(30 * months)),
            IsRunning = child % 8 == 7,
            Start = new DateOnly(2018 + (child % 6), 3, 1),
            Covariates = new Covariates(child % 7 == 0 ? 2 : child % 4, Facts(child), child % 20),
        };
    }

    private static TrajectoryFacts Facts(int child) => TrajectoryFacts.Ambulatory
        | (child % 3 == 0 ? TrajectoryFacts.WithStay : TrajectoryFacts.None)
        | (child % 2 == 0 ? TrajectoryFacts.First : TrajectoryFacts.FollowUp)
        | (child % 5 == 0 ? TrajectoryFacts.Concurrent : TrajectoryFacts.None);

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
