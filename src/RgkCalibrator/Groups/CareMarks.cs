using System.Runtime.InteropServices;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Groups;

/// <summary>Of whom, by whom and beside what a trajectory is.</summary>
/// <param name="Provider">The main provider, by its number in the trajectory set.</param>
/// <param name="Facts">What is true of it.</param>
/// <param name="AgeAtStart">Full years on its first day; null where the birth date is not known.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CareMarks(int Provider, TrajectoryFacts Facts, int? AgeAtStart)
{
    internal static CareMarks Of(in Trajectory trajectory) =>
        new(trajectory.Provider, trajectory.Facts, Age.On(trajectory.Start, trajectory.Birth));

    internal bool Has(TrajectoryFacts fact) => (Facts & fact) != TrajectoryFacts.None;
}
