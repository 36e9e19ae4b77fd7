namespace RgkCalibrator.Cli;

/// <summary>How a command can end besides <see cref="ExitCode"/>.</summary>
internal static class Ending
{
    /// <summary>A fault in this program: EX_SOFTWARE of sysexits.h.</summary>
    public const int Fault = 70;

    /// <summary>Stopped by the user: 128 + SIGINT, as shells have it.</summary>
    public const int Stopped = 130;
}
