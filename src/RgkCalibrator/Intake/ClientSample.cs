using RgkCalibrator.Engine;

namespace RgkCalibrator.Intake;

/// <summary>
/// The ids of a few thousand lines, from stretches spread over the files, which can be in the order of clients, of months or in none: a look at a
/// sixth of the lines, and of large files at less.
/// </summary>
internal static class ClientSample
{
    private const int Stretches = 6;
    private const long LongestStretch = 1 << 18;

    internal static IEnumerable<byte[]> Of(Session session, IReadOnlyList<SourceFile> files, CancellationToken stop)
    {
        var perFile = Math.Max(1, (Stretches + files.Count - 1) / Math.Max(1, files.Count));
        var count = perFile * files.Count;
        // Each file is looked at in another place: years of one region are in the same order.
        return files.SelectMany((file, place) => Enumerable.Range(0, perFile).SelectMany(stretch =>
        {
            var length = Math.Clamp(file.Rows / count, 1, LongestStretch);
            var number = place + (stretch * files.Count);
            return file.ClientsAt(session, count == 1 ? 0 : (file.Rows - length) * number / (count - 1), length, stop);
        }));
    }
}
