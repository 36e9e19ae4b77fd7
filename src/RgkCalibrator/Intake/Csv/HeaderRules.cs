namespace RgkCalibrator.Intake.Csv;

/// <summary>Finds the header in the head of a file.</summary>
/// <exception cref="CalibrationException">There is none.</exception>
internal delegate CsvDialect FindHeader(CsvHead head);

/// <summary>How a header is found, where a file can hold several tables.</summary>
/// <param name="InTurn">Ways to find one; the first by which any table has one counts for all.</param>
/// <param name="AreSure">
/// Whether a header that is found is that of declarations; else it can be that of any table.
/// </param>
internal sealed record HeaderRules(IReadOnlyList<FindHeader> InTurn, bool AreSure)
{
    /// <summary>Whether a column of a name is to hold days.</summary>
    internal Func<string, bool> IsDay { get; init; } = _ => false;

    /// <summary>For a file of which nothing is known.</summary>
    internal static HeaderRules Guess { get; } = new([HeaderSearch.Guess], AreSure: false);
}
