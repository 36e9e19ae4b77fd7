using RgkCalibrator.Disclosure;
using RgkCalibrator.Disclosure.Releases;
using RgkCalibrator.Engine;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Monitoring;
using RgkCalibrator.Output.Monitoring;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Review;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator;

/// <summary>What a monitor of an adopted framework came to; restricted.</summary>
/// <param name="Ledger">Where every row ended.</param>
/// <param name="When">The days.</param>
/// <param name="Lines">The lines that could be held against trajectories, in the order of the catalogue.</param>
public sealed record MonitorReport(Ledger Ledger, MonitorPeriod When, IReadOnlyList<MonitoredLine> Lines)
{
    /// <summary>What was declared of each product, in the order of the catalogue.</summary>
    public required IReadOnlyList<MonitoredProduct> Products { get; init; }

    /// <summary>The region against its aims.</summary>
    public required IReadOnlyList<YearTotal> Years { get; init; }

    /// <summary>How complete the declarations are.</summary>
    public required Arrivals Arrivals { get; init; }

    /// <summary>What of the framework could not be held against trajectories.</summary>
    public IReadOnlyList<FrameworkGap> Gaps { get; init; } = [];

    /// <summary>What may be shown outside.</summary>
    public required SafeMonitor Safe { get; init; }

    /// <summary>What turned volumes into euros.</summary>
    public required UnitPrices Prices { get; init; }

    /// <summary>All trajectories behind it.</summary>
    internal TrajectorySet? Set { get; init; }

    /// <summary>The trajectories of each line, and their quarters.</summary>
    internal IReadOnlyList<(FollowedLine Line, QuarterChart Chart)> Followed { get; } =
        [.. Lines.Select(line => (line.Followed, line.Chart))];
}

/// <summary>The course of care since a framework came into force, quarter by quarter.</summary>
public static class FrameworkMonitor
{
    /// <summary>
    /// Follows the lines of a framework by quarter, and writes to a folder: all figures to <c>intern/</c>, and to
    /// <c>extern/</c> the quarters that may be shown.
    /// </summary>
    /// <param name="framework">A <c>framework.json</c>, or a CSV file with lines.</param>
    /// <param name="inputs">Files and folders with declarations.</param>
    /// <param name="folder">Where the files go.</param>
    /// <param name="since">
    /// The day on which the framework came into force; null: the one that the catalogue tells of its current lines, if
    /// the framework has the same lines.
    /// </param>
    /// <param name="monitor">What counts as complete and as a signal.</param>
    /// <param name="settings">The other choices that move numbers.</param>
    /// <param name="run">How the machine may be used.</param>
    /// <param name="euros">
    /// What turns volumes into euros; null: declared amounts where there are any, else tariffs.
    /// </param>
    /// <exception cref="CalibrationException">The user can mend it.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it; nothing was written.</exception>
    public static MonitorReport Run(
        string framework, IReadOnlyList<string> inputs, string folder, DateOnly? since, MonitorSettings monitor,
        CalibrationSettings settings, RunSettings run, EuroBasis? euros = null)
    {
        using var png = PngFiles.Open(settings.Png, run);
        OwnInput.Refuse(inputs, [.. InputFiles.Find(inputs), new InputFile(framework)], folder);
        var inForce = FrameworkInForce.Read(framework, since, settings.Catalogue, MonitorMistakes.LinesByProvider);
        using var output = StagedOutput.ForFolder(folder, PacketKind.Monitor, run.Warn);
        using var session = EngineSessions.Open(output, run.Threads);
        var monitored = UnchangedInput.During(SourceFiles.Find(session, inputs, run), input =>
        {
            var report = Monitor(session, input.Files, inForce, monitor, settings, run, euros);
            var held = HeldMonitor.From(
                report.Safe, report.Followed, ReleaseKeys.From(report.Set!),
                EarlierLedgers.Read<MonitorLedger>(output, run.Released, MonitorMistakes.HasNoRelease), monitor.Chart,
                settings.Disclosure);
            report = report with { Safe = held.Safe };
            output.Guard(() =>
            {
                MonitorFiles.Write(output, FiguresOf(report, monitor, settings), settings.Language);
                EarlierLedgers.Write(output, held.Ledger.Write);
                WriteReleased(output, report, settings, png);
                JsonFile.Write(output.PathOf("intern/ledger.json"), LedgerJson.Build(report.Ledger));
                var described = inForce.Describe(settings, report.Prices);
                described["monitor"] = monitor.Describe();
                Manifest.Write(
                    output, [.. input.Files.Select(file => input.HashOf(file.Path))], report.Ledger, described);
            });
            return report;
        });
        output.Commit();
        return monitored;
    }

    private static MonitorPeriod PeriodOf(FrameworkInForce framework, TrajectorySettings trajectories) => new(
        framework.Since, new ObservationWindow(trajectories).DaysThatCount().First, framework.KnownTo,
        trajectories.ObservedThen());

    private static MonitorReport Monitor(
        Session session, IReadOnlyList<InputFile> files, FrameworkInForce framework, MonitorSettings monitor,
        CalibrationSettings settings, RunSettings run, EuroBasis? euros)
    {
        CanonicalColumn[] noted = euros == EuroBasis.Tariff
            ? [CanonicalColumn.DeclaredOn]
            : [CanonicalColumn.DeclaredOn, CanonicalColumn.Amount];
        var read = TrajectoryRun.BuildEach(session, files, settings, [settings.Catalogue], noted, run);
        var (set, chosen) = (read.Sets[0], settings.Framework);
        var prices = UnitPrices.Of(settings.Catalogue, read.Amounts, euros);
        var catalogue = prices.In(settings.Catalogue);
        var groups = Grouping.ByProduct(set, catalogue).SelectMany(product => product.Lines).ToList();
        var when = PeriodOf(framework, settings.Catalogue.Trajectories);
        var arrivals = Arrivals.Learn(read.Months, when.Observed.Last, monitor);
        var lines = framework.LinesOf(groups)
            .Select(one => MonitoredLine.Of(one.Group, one.Line, when, arrivals, monitor, chosen)).ToList();
        if (lines.TrueForAll(line => line.Followed.Followed.Count == 0))
            throw MonitorMistakes.NothingFollowed(settings.Catalogue.Trajectories);
        var products = MonitoredProduct.Of(catalogue.Products, read.Months, when, arrivals, prices.Basis);
        return new MonitorReport(read.Ledger, when, lines)
        {
            Products = products,
            Years = YearTotal.Of(set, products, when, arrivals, catalogue, prices.Basis),
            Arrivals = arrivals,
            Gaps = FrameworkGaps.Of(framework.Given, catalogue, groups, set.Providers),
            Prices = prices,
            Set = set,
            Safe = SafeMonitor.From(
                when.Since, 1 - chosen.Percentage.Share, [.. lines.Select(line => (line.Followed, line.Chart))],
                monitor.Chart, settings.Disclosure),
        };
    }

    private static MonitorFigures FiguresOf(
        MonitorReport report, MonitorSettings monitor, CalibrationSettings settings) =>
        new(report.When, report.Lines, report.Products, report.Years, report.Arrivals)
        {
            Gaps = report.Gaps,
            Prices = report.Prices,
            Aims = settings.Catalogue.Aims,
            Index = settings.Catalogue.Index,
            Settings = monitor,
            Chosen = settings.Framework,
            IsSynthetic = report.Ledger.IsSynthetic,
        };

    private static void WriteReleased(
        StagedOutput output, MonitorReport report, CalibrationSettings settings, PngFiles? png)
    {
        if (!report.Safe.IsShown)
            return;
        ReleasedMonitor.Write(output, report.Safe, settings.NotesOf(report.Ledger), png);
        ClientIdCheck.RefuseIfFound(output, ExternFiles.Folder, report.Set!.ClientIds());
    }
}
