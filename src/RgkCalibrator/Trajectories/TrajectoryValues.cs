namespace RgkCalibrator.Trajectories;

/// <summary>
/// A value of a trajectory. A type and not a delegate: it is compiled into the loop that fills a column, seventeen
/// million times for seven million lines.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
internal interface ITrajectoryValue<T>
    where T : struct
{
    /// <summary>The value; null where there is none.</summary>
    static abstract T? Of(in Trajectory trajectory, in ObservationWindow observation);
}

/// <summary>The values of trajectories in files, one for each column that holds no text.</summary>
internal static class TrajectoryValues
{
    internal readonly struct Sequence : ITrajectoryValue<int>
    {
        public static int? Of(in Trajectory trajectory, in ObservationWindow observation) => trajectory.Sequence;
    }

    internal readonly struct Start : ITrajectoryValue<int>
    {
        public static int? Of(in Trajectory trajectory, in ObservationWindow observation) => trajectory.Start;
    }

    internal readonly struct End : ITrajectoryValue<int>
    {
        public static int? Of(in Trajectory trajectory, in ObservationWindow observation) => trajectory.End;
    }

    internal readonly struct Duration : ITrajectoryValue<int>
    {
        public static int? Of(in Trajectory trajectory, in ObservationWindow observation) => trajectory.Days;
    }

    internal readonly struct Volume : ITrajectoryValue<double>
    {
        public static double? Of(in Trajectory trajectory, in ObservationWindow observation) =>
            Ticks.ToUnits(trajectory.Volume);
    }

    internal readonly struct Lines : ITrajectoryValue<int>
    {
        public static int? Of(in Trajectory trajectory, in ObservationWindow observation) => trajectory.Lines;
    }

    internal readonly struct StartKnown : ITrajectoryValue<bool>
    {
        public static bool? Of(in Trajectory trajectory, in ObservationWindow observation) =>
            observation.IsStartKnown(in trajectory);
    }

    internal readonly struct EndKnown : ITrajectoryValue<bool>
    {
        public static bool? Of(in Trajectory trajectory, in ObservationWindow observation) =>
            observation.IsEndKnown(in trajectory);
    }

    internal readonly struct Time : ITrajectoryValue<int>
    {
        public static int? Of(in Trajectory trajectory, in ObservationWindow observation) =>
            observation.IsTooRecent(in trajectory) ? null : observation.Time(in trajectory);
    }

    internal readonly struct Ended : ITrajectoryValue<bool>
    {
        public static bool? Of(in Trajectory trajectory, in ObservationWindow observation) =>
            observation.IsTooRecent(in trajectory) ? null : observation.IsEndKnown(in trajectory);
    }

    internal readonly struct AgeAtStart : ITrajectoryValue<int>
    {
        public static int? Of(in Trajectory trajectory, in ObservationWindow observation) =>
            Age.On(trajectory.Start, trajectory.Birth);
    }

    internal readonly struct WithStay : ITrajectoryValue<bool>
    {
        public static bool? Of(in Trajectory trajectory, in ObservationWindow observation) =>
            IfAmbulatory(in trajectory, TrajectoryFacts.WithStay);
    }

    internal readonly struct Concurrent : ITrajectoryValue<bool>
    {
        public static bool? Of(in Trajectory trajectory, in ObservationWindow observation) =>
            IfAmbulatory(in trajectory, TrajectoryFacts.Concurrent);
    }

    internal readonly struct InCohort : ITrajectoryValue<bool>
    {
        public static bool? Of(in Trajectory trajectory, in ObservationWindow observation) =>
            observation.IsInCohort(in trajectory);
    }

    private static bool? IfAmbulatory(in Trajectory trajectory, TrajectoryFacts fact) =>
        trajectory.Has(TrajectoryFacts.Ambulatory) ? trajectory.Has(fact) : null;
}
