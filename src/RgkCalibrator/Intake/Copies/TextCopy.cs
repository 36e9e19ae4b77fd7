namespace RgkCalibrator.Intake.Copies;

/// <summary>A copy, as CSV in UTF-8, of a file of another kind; it does not outlive the run.</summary>
/// <param name="Path">Where the copy is; its file name is that of the file, so that messages name the file.</param>
/// <param name="Kind">What the file itself is, e.g. <c>CSV in gzip</c>.</param>
/// <param name="Notes">What is to be said of it.</param>
internal sealed record TextCopy(string Path, Wording Kind, CopyNotes Notes);
