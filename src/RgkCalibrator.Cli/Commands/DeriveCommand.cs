using RgkCalibrator.Cli.Options;
using RgkCalibrator.Intake.Accounting;

namespace RgkCalibrator.Cli.Commands;

/// <summary>Declarations in, a folder with a draft framework out.</summary>
internal static class DeriveCommand
{
    public static void Run(DeriveOptions options, Screen screen, CancellationToken stop)
    {
        var usual = Choices.Settings(options, screen.Language);
        var settings = usual with
        {
            Framework = Percentiles.With(usual.Framework, options.Percentile, options.Compared) with { Estimator = Choices.EstimatorOf(options), Bootstraps = Choices.BootstrapsOf(options), Seed = options.Seed ?? usual.Framework.Seed },
            Disclosure = Choices.DisclosureOf(options),
            Png = Choices.PngOf(options),
            Plots = options.Plots,
        };
        var machine = Choices.Machine(options, stop);
        var (inputs, folder) = (Choices.Inputs(options), Choices.Output(options.Out));
        var report = Watch.Rows(screen, machine, run => Calibration.Derive(inputs, folder, settings, run));
        Tell(folder, screen, report, LedgerLines.Tell);
    }

    /// <summary>Tells where the draft stands and what it came to.</summary>
    public static void Tell(string folder, Screen screen, DraftReport report, Action<Screen, Ledger> tellRows)
    {
        LedgerLines.Warn(screen, report.Ledger);
        LedgerLines.Remark(screen, report.Ledger, report.Trajectories);
        screen.Tell(new($"Geschreven: {folder}", $"Written: {folder}"));
        screen.Tell(new(
            "  extern/ mag naar buiten; begin met extern/kader-concept.md.",
            "  extern/ may be shown outside; begin with extern/kader-concept.md."));
        screen.Tell(new("  intern/ gaat over kinderen en blijft binnen.", "  intern/ is about children and stays inside."));
        tellRows(screen, report.Ledger);
        LedgerLines.Tell(screen, report.Trajectories);
        var (lines, shown) = (screen.Number(report.Draft.Lines.Count), screen.Number(report.Draft.ShownLines));
        var proposed = screen.Number(report.Draft.Lines.Count(line => line.Chosen.Duration is not null));
        screen.Tell(new(
            $"Kader: {lines} lijnen, {proposed} met een voorstel, {shown} die getoond mogen worden.",
            $"Framework: {lines} lines, {proposed} with a proposal, {shown} that may be shown."));
    }
}
