using RgkCalibrator.Output.Charts;

namespace RgkCalibrator.Output.Packets;

/// <summary>Writes charts as PNG, each beside its SVG and under the same name.</summary>
internal sealed class PngFiles : IDisposable
{
    private readonly PngPainter _painter;
    private readonly PngSettings _settings;
    private readonly RunSettings _run;

    private PngFiles(PngSettings settings, RunSettings run)
    {
        _painter = new PngPainter(settings.Width);
        (_settings, _run) = (settings, run);
    }

    /// <summary>Prepares for painting; null where no PNG is asked for.</summary>
    /// <exception cref="CalibrationException">The machine has no font to paint with.</exception>
    internal static PngFiles? Open(PngSettings settings, RunSettings run) =>
        settings.Charts == PngCharts.None ? null : new PngFiles(settings, run);

    /// <summary>Paints the charts that were asked for, several at once.</summary>
    /// <param name="output">Where the run writes.</param>
    /// <param name="charts">All charts.</param>
    /// <param name="folder">The folder of the charts, with a slash behind it.</param>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    internal IEnumerable<ReleasedFile> Write(
        StagedOutput output, IReadOnlyList<ChartFile> charts, string folder = ExternFiles.Folder)
    {
        var pictures = charts.Where(chart => chart.IsMain || _settings.Charts == PngCharts.All).ToList().AsParallel()
            .AsOrdered().WithDegreeOfParallelism(
                Math.Min(_run.Threads, Environment.ProcessorCount)).WithCancellation(_run.Stop)
            .Select(
                chart =>
                    (
                        File: chart.File with { Name = Path.ChangeExtension(chart.File.Name, ".png") },
                        Bytes: _painter.Paint(chart.Painted)));
        // Written here, not by the threads: what the disk refuses is told in our words.
        foreach (var (file, bytes) in pictures)
        {
            File.WriteAllBytes(output.PathOf(folder + file.Name), bytes);
            yield return file;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _painter.Dispose();
}
