using System.Runtime.InteropServices;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Groups;

/// <summary>What is known of a trajectory beside its length and volume, and may explain them.</summary>
/// <param name="Provider">The main provider, by its number in the trajectory set.</param>
/// <param name="Facts">Facts such as a stay beside it, or that it is a first trajectory.</param>
/// <param name="AgeAtStart">Full years on the first day; null where the birth date is not known.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Covariates(int Provider, TrajectoryFacts Facts, int? AgeAtStart)
{
    /// <summary>The intervention, by its number in the trajectory set; 0 where none is known.</summary>
    internal ushort Intervention { get; init; }

    internal static Covariates FromTrajectory(in Trajectory trajectory) =>
        new(trajectory.Provider, trajectory.Facts, Age.On(trajectory.Start, trajectory.Birth))
        {
            Intervention = trajectory.Intervention,
        };

    internal bool Has(TrajectoryFacts fact) => (Facts & fact) != TrajectoryFacts.None;
}
