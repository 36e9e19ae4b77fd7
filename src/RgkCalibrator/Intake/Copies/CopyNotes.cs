using RgkCalibrator.Intake.Formats;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Intake.Copies;

/// <summary>What is to be said of a copy.</summary>
/// <param name="Evidence">Sentences on what was taken from the file and what was not.</param>
internal sealed record CopyNotes(IReadOnlyList<Wording> Evidence)
{
    /// <summary>Sentences on what the user may miss in the results.</summary>
    internal IReadOnlyList<Wording> Warnings { get; init; } = [];

    /// <summary>
    /// The rows of the file, counted apart from copying them; null where the copy holds the text of the file.
    /// </summary>
    internal long? Rows { get; init; }

    /// <summary>Whether it has the canonical columns, whatever a mapping calls them.</summary>
    internal bool HasCanonicalColumns { get; init; }

    /// <summary>
    /// The columns in which texts stand, by name; of the others the file itself knows which values are days and
    /// numbers. Null where all are texts.
    /// </summary>
    internal IReadOnlyCollection<string>? WithTexts { get; init; }

    /// <summary>How days are numbered that the copy holds as numbers; null where the file does not say.</summary>
    internal ValueFormat? DayNumbers { get; init; }

    /// <summary>What the file calls the rows of the copy; null where it calls them the same.</summary>
    internal RowNumbers? Numbers { get; init; }
}
