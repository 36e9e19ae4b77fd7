using System.Runtime.CompilerServices;

namespace RgkCalibrator.Intake.Lines;

/// <summary>What lines and their trajectories need of the memory.</summary>
internal static class MemoryNeed
{
    /// <summary>The bytes of a trajectory.</summary>
    internal const int TrajectoryBytes = 64;

    // In the region's data a trajectory has about ten lines; one in eight leaves room for regions with shorter care.
    private const int LinesPerTrajectory = 8;

    /// <summary>The bytes of a line with what is kept beside it, and of its share in a trajectory.</summary>
    internal static long BytesWithTrajectory(LineExtras extras) =>
        BytesOfLine(extras) + (TrajectoryBytes / LinesPerTrajectory);

    /// <summary>The bytes of a line with what is kept beside it.</summary>
    internal static int BytesOfLine(LineExtras extras) => Unsafe.SizeOf<Line>()
        + (extras.HasFlag(LineExtras.CareDates) ? Unsafe.SizeOf<CareDates>() : 0)
        + (extras.HasFlag(LineExtras.Notes) ? Unsafe.SizeOf<LineNotes>() : 0)
        + (extras.HasFlag(LineExtras.Amounts) ? sizeof(long) : 0)
        + (extras.HasFlag(LineExtras.Arrivals) ? sizeof(int) : 0)
        + (extras.HasFlag(LineExtras.Ids) ? Unsafe.SizeOf<TextKey>() : 0);

    /// <summary>The refusal of a budget in which no lines fit, however often the files are read.</summary>
    internal static CalibrationException Refusal(long budget)
    {
        var megabytes = Numbers.Whole(Math.Max(0, budget) >> 20);
        return new CalibrationException(
            ExitCode.WrongUse,
            new Wording(
                $"De regels passen niet in het geheugen dat ervoor over is, ook niet in delen: {megabytes} MB.",
                $"The lines do not fit in the memory that is left for them, not even in parts: {megabytes} MB."),
            "--max-memory",
            new Wording(
                "Geef --max-memory een hogere waarde, of lees minder bestanden tegelijk.",
                "Give --max-memory a higher value, or read fewer files at once."));
    }
}
