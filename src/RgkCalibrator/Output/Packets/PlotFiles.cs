using RgkCalibrator.Groups;
using RgkCalibrator.Output.Plots;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Packets;

/// <summary>Pictures of the raw distributions of lines, for the analyst alone: <c>intern/grafieken/</c>.</summary>
internal static class PlotFiles
{
    private const string Folder = "intern/grafieken/";

    /// <summary>The usual pictures of each line that has something to show, as PNG.</summary>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    internal static void Write(
        StagedOutput output, IReadOnlyList<Group> lines, IReadOnlyList<string> providers, DraftNotes notes, Language language, RunSettings run)
    {
        var context = notes.ChartContext(language);
        var pictures = lines.SelectMany(_ => PlotChoice.Usual, (line, choice) => (Line: line, Choice: choice))
            .Where(picture => PlotBuilder.NothingToShow(picture.Line, picture.Choice) is null)
            .ToList();
        Parallel.ForEach(pictures, new ParallelOptions { MaxDegreeOfParallelism = run.Threads, CancellationToken = run.Stop }, picture =>
        {
            var (line, choice) = picture;
            var raw = PlotBuilder.Build(line, choice, notes.Framework, context, providers);
            File.WriteAllBytes(
                output.PathOf($"{Folder}{choice.FileStem(line.Product.Code, line.Subgroup)}.png"),
                PlotPainter.Paint(raw, PlotFormat.Png, PlotSize.Usual));
        });
    }
}
