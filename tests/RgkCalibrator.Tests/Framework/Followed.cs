using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Framework;

/// <summary>Constructed trajectories of the usual product that were all followed for its twelve months.</summary>
internal static class Followed
{
    public const int TwelveMonths = 3;

    public static DateOnly LongAfter { get; } = new(2030, 1, 1);

    /// <summary>
    /// One that ends within a month unless it outlasts everything, and uses all of its volume at once.
    /// </summary>
    public static Care Of(int child, double hours, int year = 2019, bool outlasts = false) =>
        new(child, outlasts ? 6 : 0, [.. Enumerable.Repeat(Ticks.FromUnits((decimal)hours), 6)])
        {
            Start = new DateOnly(year, 1 + (child % 12), 1),
            Days = outlasts ? 900 : 20,
            Months = outlasts ? 30 : 1,
        };

    public static Covariates By(int provider, int? age = null, TrajectoryFacts facts = TrajectoryFacts.None) =>
        new(provider, facts, age);

    public static Observed Twelve(IEnumerable<Care> care, GroupScope? scope = null) =>
        Observed.Followed(Care.Group(Care.Usual, care, scope), TwelveMonths, LongAfter);

    /// <summary>About lognormal, with a median of 40 hours, on quarters of an hour.</summary>
    public static double Hours(Random random)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return Math.Ceiling(4 * 40 * Math.Exp(0.8 * normal)) / 4;
    }
}
