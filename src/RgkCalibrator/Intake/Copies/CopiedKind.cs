namespace RgkCalibrator.Intake.Copies;

/// <summary>A kind of file that is read as a copy of it in CSV.</summary>
/// <param name="Kind">What it is called.</param>
/// <param name="IsOne">Whether a file is of this kind, by its first bytes (at most 512).</param>
/// <param name="Copy">
/// Writes the copy; gives what is to be said of it. What is wrong with the file is a
/// <see cref="CalibrationException"/>; what is wrong with the disk is an <see cref="IOException"/>.
/// </param>
internal sealed record CopiedKind(Wording Kind, Func<ReadOnlySpan<byte>, bool> IsOne, CopyFile Copy);

/// <summary>Copies a file as CSV.</summary>
/// <param name="source">
/// The file; can be read at any place. Where it cannot, its stream throws a <see cref="CalibrationException"/>.
/// </param>
/// <param name="name">Its name, for messages.</param>
/// <param name="target">The copy.</param>
/// <param name="stop">Asks to stop.</param>
internal delegate CopyNotes CopyFile(Stream source, string name, Stream target, CancellationToken stop);
