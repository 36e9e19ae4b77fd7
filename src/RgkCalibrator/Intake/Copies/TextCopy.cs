namespace RgkCalibrator.Intake.Copies;

/// <summary>A copy, as CSV in UTF-8, of a file of another kind; it does not outlive the run.</summary>
/// <param name="Path">Where the copy is; its file name is that of the file, so that messages name the file.</param>
/// <param name="Kind">What the file itself is, e.g. <c>CSV in gzip</c>.</param>
/// <param name="Evidence">Sentences on what was taken from the file and what was not.</param>
internal sealed record TextCopy(string Path, Wording Kind, IReadOnlyList<Wording> Evidence)
{
    /// <summary>Whether it has the canonical columns, whatever a mapping calls them.</summary>
    internal bool HasCanonicalColumns { get; init; }

    /// <summary>The rows of the file itself, counted for themselves; null where nobody did.</summary>
    internal long? Rows { get; init; }
}
