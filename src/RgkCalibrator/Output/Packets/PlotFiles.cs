using RgkCalibrator.Framework;
using RgkCalibrator.Output.Plots;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Packets;

/// <summary>Pictures of the raw distributions of lines, for the analyst alone: <c>intern/grafieken/</c>.</summary>
internal static class PlotFiles
{
    /// <summary>The usual pictures of each line that has something to show, as PNG.</summary>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    internal static void Write(
        StagedOutput output, IReadOnlyList<DraftLine> lines, IReadOnlyList<string> providers, DraftNotes notes,
        RunSettings run)
    {
        var pictures = lines.SelectMany(_ => PlotChoice.Usual, (line, choice) => (line.Group, Choice: choice))
            .Where(picture => PlotBuilder.NothingToShow(picture.Group, picture.Choice) is null)
            .ToList();
        var options = new ParallelOptions { MaxDegreeOfParallelism = run.Threads, CancellationToken = run.Stop };
        Parallel.ForEach(pictures, options, picture =>
        {
            var (group, choice) = picture;
            var raw = PlotBuilder.Build(group, choice, notes.Framework, notes.ChartContext, providers);
            File.WriteAllBytes(
                output.PathOf($"intern/grafieken/{choice.FileStem(group.Product.Code, group.Subgroup)}.png"),
                PlotPainter.Paint(raw, PlotFormat.Png, PlotSize.Usual));
        });
    }
}
