namespace RgkCalibrator.Basics;

/// <summary>What a command tells its caller when it ends.</summary>
public enum ExitCode
{
    /// <summary>All went well.</summary>
    Ok = 0,

    /// <summary>
    /// What was asked for is not sound: rows were rejected and <c>--strict</c> asked that none are, or lint or the
    /// check of a register found something.
    /// </summary>
    Flawed = 1,

    /// <summary>The command or its settings are wrong.</summary>
    WrongUse = 2,

    /// <summary>
    /// Rows or volumes do not balance, which is a fault in this program or its libraries and never in the data; or a
    /// file changed while it was read, or one of a packet since it was written.
    /// </summary>
    DoesNotAddUp = 3,

    /// <summary>The outcome may not be shown outside.</summary>
    NothingToShow = 4,

    /// <summary>A file or folder cannot be read or written.</summary>
    Files = 5,

    /// <summary>What was asked for lies beyond the line of the framework.</summary>
    Beyond = 6,

    /// <summary>
    /// The framework gives no answer: it has no line for what was asked for, or something that decides was not told.
    /// </summary>
    NoAnswer = 7,

    /// <summary>A fault in this program: EX_SOFTWARE of sysexits.h.</summary>
    Fault = 70,

    /// <summary>Stopped because its terminal went away: 128 + SIGHUP.</summary>
    HungUp = 129,

    /// <summary>Stopped by the user: 128 + SIGINT, as shells have it.</summary>
    Stopped = 130,

    /// <summary>Stopped by the system or by another program: 128 + SIGTERM.</summary>
    Terminated = 143,
}
