using System.Runtime.CompilerServices;

namespace RgkCalibrator.Intake;

/// <summary>What lines and their trajectories need of the memory, known before a row is read.</summary>
internal static class MemoryNeed
{
    // In the region's data a trajectory has about ten lines; one in eight leaves room for regions with shorter care.
    private const int LinesPerTrajectory = 8;
    private const int TrajectoryBytes = 64;

    internal static long Bytes(long rows, LineExtras extras) =>
        (rows * (Unsafe.SizeOf<Line>()
            + (extras.HasFlag(LineExtras.CareDates) ? Unsafe.SizeOf<CareDates>() : 0)
            + (extras.HasFlag(LineExtras.Notes) ? Unsafe.SizeOf<LineNotes>() : 0)
            + (extras.HasFlag(LineExtras.Ids) ? Unsafe.SizeOf<TextKey>() : 0)))
        + (rows / LinesPerTrajectory * TrajectoryBytes);

    /// <exception cref="CalibrationException">The need is beyond the budget.</exception>
    internal static void Refuse(long rows, LineExtras extras, long budget)
    {
        var need = Bytes(rows, extras);
        if (need <= budget)
            return;
        var megabytes = Numbers.Whole((need / (1 << 20)) + 1);
        throw new CalibrationException(
            ExitCode.WrongUse,
            new Wording(
                $"De {Numbers.Whole(rows)} regels passen niet in het geheugen dat gebruikt mag worden: nodig is {megabytes} MB.",
                $"The {Numbers.Whole(rows)} lines do not fit in the memory that may be used: they need {megabytes} MB."),
            "--max-memory",
            new Wording($"Geef --max-memory {megabytes}, of lees minder bestanden tegelijk.", $"Give --max-memory {megabytes}, or read fewer files at once."));
    }
}
