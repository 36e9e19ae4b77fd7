namespace RgkCalibrator.Basics;

/// <summary>
/// Trouble that the user can mend: what is wrong, where, and the remedy. Caught once, at the command line. None of the
/// three may hold the text of a data cell: the data are about children.
/// </summary>
public sealed class CalibrationException(
    ExitCode exitCode, Wording what, string where, Wording remedy, Exception? cause = null)
    : Exception(what.English, cause)
{
    /// <summary>The code with which the command ends.</summary>
    public ExitCode ExitCode { get; } = exitCode;

    /// <summary>What is wrong, as a sentence.</summary>
    public Wording What { get; } = what;

    /// <summary>The file, column, row or setting; empty when the sentence says it.</summary>
    public string Where { get; } = where;

    /// <summary>What the user can do about it, as a sentence.</summary>
    public Wording Remedy { get; } = remedy;

    /// <summary>Other places with the same fault, a line each, after <see cref="Where"/>.</summary>
    public IReadOnlyList<Wording> AlsoAt { get; init; } = [];

    /// <summary>Other faults that were found at the same time.</summary>
    public IReadOnlyList<CalibrationException> Others { get; init; } = [];

    /// <summary>The same, of a file that readers know by another name than the one it begins its place with.</summary>
    internal CalibrationException Naming(string file, string shown) =>
        file != shown && (Where == file || Where.StartsWith(file + ", ", StringComparison.Ordinal))
            ? new(ExitCode, What, shown + Where[file.Length..], Remedy, this) { AlsoAt = AlsoAt, Others = Others }
            : this;
}
