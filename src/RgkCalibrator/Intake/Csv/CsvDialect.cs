using System.Collections.Frozen;

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
    private readonly FrozenDictionary<string, int> _positions = Names
        .Select((name, position) => (name, position))
        .GroupBy(column => column.name, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(
            same => same.Key,
            same => same.Count() == 1 ? same.First().position : -same.Count(),
            StringComparer.OrdinalIgnoreCase);

    /// <summary>The position of a column by its name, in any case; nothing where there is none.</summary>
    /// <exception cref="CalibrationException">Two columns bear the name.</exception>
    internal int? PositionOf(string name) =>
        !_positions.TryGetValue(name, out var position) ? null
        : position >= 0 ? position
        : throw CsvMistakes.TwoColumns(
            File, Names.First(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase)), -position);
}
