namespace RgkCalibrator.Intake.Csv;

/// <summary>How a file is written, as its head shows it, with the evidence for each choice.</summary>
/// <param name="File">The file's name, for messages.</param>
/// <param name="Grammar">Delimiter, line end and encoding.</param>
/// <param name="HasByteOrderMark">Whether the file begins with the mark of UTF-8.</param>
/// <param name="HeaderLine">The physical line on which the header begins, from 1.</param>
/// <param name="Names">The header's names, without white space around them.</param>
/// <param name="DataStart">The byte at which the first line after the header begins, from 0.</param>
/// <param name="Evidence">A sentence for the encoding, the delimiter and the header, in this order.</param>
internal sealed record CsvDialect(
    string File,
    CsvGrammar Grammar,
    bool HasByteOrderMark,
    int HeaderLine,
    IReadOnlyList<string> Names,
    long DataStart,
    IReadOnlyList<Wording> Evidence)
{
    /// <summary>Whether anything stands below the header.</summary>
    internal required bool HasRows { get; init; }

    /// <summary>
    /// Empty fields that most rows have behind the last column: some programs end every row with a delimiter, and not
    /// the header. None where commas delimit: there a decimal comma makes a field too many.
    /// </summary>
    internal int Spare { get; init; }

    /// <summary>The fields that a row has at most.</summary>
    internal int MostFields => Names.Count + Spare;

    /// <summary>The position of a column by its name, in any case; nothing where there is none.</summary>
    /// <exception cref="CalibrationException">Two columns bear the name.</exception>
    internal int? PositionOf(string name)
    {
        int[] positions = [.. Enumerable.Range(0, Names.Count).Where(IsNamed)];
        return positions switch
        {
            [] => null,
            [var only] => only,
            [var first, ..] => throw CsvMistakes.TwoColumns(File, Names[first], positions.Length),
        };

        bool IsNamed(int position) => string.Equals(Names[position], name, StringComparison.OrdinalIgnoreCase);
    }
}
