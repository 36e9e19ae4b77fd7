using RgkCalibrator.Cli.Options;

namespace RgkCalibrator.Cli.Commands;

/// <summary>A synthetic region, and the draft framework that follows from it.</summary>
internal static class DemoCommand
{
    private const string InputSuffix = "-invoer";

    public static void Run(DemoOptions options, Screen screen, CancellationToken stop)
    {
        var folder = Choices.Output(options.Out ?? DemoOptions.UsualOut);
        var usual = new DeriveOptions { Png = options.Png };
        var settings = Choices.Settings(usual, screen.Language) with { Png = Choices.PngOf(usual), Plots = options.Plots };
        settings = settings with { Framework = Percentiles.With(settings.Framework, options.Percentile, options.Compared) };
        var machine = Choices.Machine(usual, stop);
        var made = GenerateCommand.Write(folder + InputSuffix, options, screen, stop);
        var inputs = made.Declarations.Select(name => Path.Combine(folder + InputSuffix, name)).ToList();
        var report = Watch.Rows(screen, machine, run => Calibration.Derive(inputs, folder, settings, run));
        GenerateCommand.Tell(folder + InputSuffix, screen, made);
        DeriveCommand.Tell(folder, screen, report, LedgerLines.TellPlaces);
    }
}
