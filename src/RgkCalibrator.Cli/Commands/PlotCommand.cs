using RgkCalibrator.Catalogue;
using RgkCalibrator.Cli.Options;

namespace RgkCalibrator.Cli.Commands;

/// <summary>A packet in, a restricted picture of one of its lines out.</summary>
internal static class PlotCommand
{
    public static void Run(PlotOptions options, Screen screen, CancellationToken stop)
    {
        var (packet, line) = PlotChoices.Of(options);
        var choice = PlotChoices.ChoiceOf(options, screen.Language);
        var target = PlotChoices.TargetOf(options, choice, line);
        var catalogue = options.Catalogue is { } file ? CatalogueFile.Read(file) : CatalogueFile.Haaglanden2025();
        _ = Watch.Work(
            screen,
            new Wording("Trajecten lezen en tekenen…", "Reading and drawing trajectories…"),
            () =>
            {
                Plotting.Plot(packet, line, choice, target, catalogue, screen.Language, stop);
                return target;
            });
        screen.Warn(new(
            "deze grafiek is vertrouwelijk: zij gaat over kinderen en blijft binnen.",
            "this picture is restricted: it is about children and stays inside."));
        screen.Tell(new($"Geschreven: {target.File}", $"Written: {target.File}"));
    }
}
