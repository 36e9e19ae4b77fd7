using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Intake;

/// <summary>
/// A sample of client ids: those of some thousands of lines, from stretches spread over the files, which can be in the
/// order of clients, of months or in none. At most a sixth of the lines is looked at.
/// </summary>
internal static class ClientSample
{
    private const int Fewest = 6;
    private const long RowsPerStretch = 1_000_000;

    internal static IEnumerable<byte[]> Take(
        Session session, IReadOnlyList<SourceFile> files, CancellationToken stop)
    {
        if (files.Count == 0)
            return [];
        var fewestPerFile = (Fewest + files.Count - 1) / files.Count;
        var perFile = (int)Math.Max(fewestPerFile, files.Sum(file => file.Rows) / files.Count / RowsPerStretch);
        var count = perFile * files.Count;
        var ids = new IReadOnlyList<byte[]>[count];
        Parallel.For(0, count, new ParallelOptions { CancellationToken = stop }, number =>
        {
            // Each file is looked at in other places: years of one region are in the same order.
            var file = files[number % files.Count];
            var (first, end) = (file.Rows * number / count, file.Rows * (number + 1) / count);
            var stretch = new Stretch(first, end - first, file.Rows / (Fewest * perFile));
            ids[number] = ClientsAt(session, file, stretch, stop);
        });
        return ids.SelectMany(some => some);
    }

    private static IReadOnlyList<byte[]> ClientsAt(
        Session session, SourceFile file, Stretch stretch, CancellationToken stop)
    {
        if (stretch.Rows == 0)
            return [];
        try
        {
            using var own = session.Beside();
            return file.ClientsAt(own, stretch, stop);
        }
        catch (CalibrationException)
        {
            // Whoever reads the file is told what is wrong with it.
            return [];
        }
    }
}
