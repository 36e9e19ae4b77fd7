using RgkCalibrator.Control;
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
using RgkCalibrator.Output.Control;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Review;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator;

/// <summary>What a control of an adopted framework came to; restricted.</summary>
/// <param name="Ledger">Where every row ended.</param>
/// <param name="When">From when on trajectories count, and up to which day they could be followed.</param>
/// <param name="Lines">The lines that could be held against trajectories, in the order of the catalogue.</param>
public sealed record ControlReport(Ledger Ledger, ControlPeriod When, IReadOnlyList<ControlledLine> Lines)
{
    /// <summary>What each provider may be told, in the order of their ids.</summary>
    public IReadOnlyList<Mirror> Mirrors { get; init; } = [];

    /// <summary>All lines of each provider together, by what is measured.</summary>
    public IReadOnlyList<ProviderTotal> Totals { get; } =
        [.. ProviderTotal.Measures.SelectMany(measure => ProviderTotal.Of(Lines, measure))];

    /// <summary>What of the framework could not be held against trajectories.</summary>
    public IReadOnlyList<FrameworkGap> Gaps { get; init; } = [];

    /// <summary>What may be shown outside.</summary>
    public required SafeControl Safe { get; init; }

    /// <summary>What turned volumes into euros.</summary>
    public required UnitPrices Prices { get; init; }

    /// <summary>All trajectories behind it.</summary>
    internal TrajectorySet? Set { get; init; }

    /// <summary>The trajectories of each line that count, and the providers without a name.</summary>
    internal IReadOnlyList<(FollowedLine Line, IReadOnlySet<int> Unnamed)> Followed { get; } =
        [.. Lines.Select(line => (line.Since, line.Unnamed))];
}

/// <summary>Control afterwards: what providers do since a framework came into force, against that framework.</summary>
public static class FrameworkControl
{
    /// <summary>
    /// Holds the trajectories that started since a framework came into force against its lines, provider by provider,
    /// and writes to a folder: all figures and a mirror for each provider to <c>intern/</c>, and to <c>extern/</c>
    /// what may be shown of all providers.
    /// </summary>
    /// <param name="framework">A <c>framework.json</c>, or a CSV file with lines.</param>
    /// <param name="inputs">Files and folders with declarations.</param>
    /// <param name="folder">Where the files go.</param>
    /// <param name="since">
    /// The day on which the framework came into force; null: the one that the catalogue tells of its current lines, if
    /// the framework has the same lines.
    /// </param>
    /// <param name="settings">The choices that move numbers.</param>
    /// <param name="run">How the machine may be used.</param>
    /// <param name="euros">
    /// What turns volumes into euros; null: declared amounts where there are any, else tariffs.
    /// </param>
    /// <param name="returns">
    /// Workbooks of the register that came back, and folders of them: trajectories in a situation that they report with
    /// an intervention count apart. Null: there is no register.
    /// </param>
    /// <exception cref="CalibrationException">The user can mend it.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it; nothing was written.</exception>
    public static ControlReport Run(
        string framework, IReadOnlyList<string> inputs, string folder, DateOnly? since, CalibrationSettings settings,
        RunSettings run, EuroBasis? euros = null, IReadOnlyList<string>? returns = null)
    {
        using var png = PngFiles.Open(settings.Png, run);
        OwnInput.Refuse(inputs, [.. InputFiles.Find(inputs), new InputFile(framework)], folder);
        var inForce = FrameworkInForce.Read(framework, since, settings.Catalogue, ControlMistakes.LinesByProvider);
        if (inForce.Since > inForce.KnownTo)
            throw ControlMistakes.TooRecent(inForce.Since, settings.Catalogue.Trajectories);
        var reports = ControlledReports.Read(returns ?? [], inForce.Given, settings.Catalogue, folder, run);
        using var output = StagedOutput.ForFolder(folder, PacketKind.Control, run.Warn);
        using var session = EngineSessions.Open(output, run.Threads);
        var controlled = UnchangedInput.During(SourceFiles.Find(session, inputs, run), input =>
        {
            var report = Control(session, input.Files, inForce, reports, settings, run, euros);
            var held = HeldControl.From(
                report.Safe, report.Followed, ReleaseKeys.From(report.Set!),
                EarlierLedgers.Read<ControlLedger>(output, run.Released, ControlMistakes.HasNoRelease),
                settings.Disclosure);
            report = report with { Safe = held.Safe };
            output.Guard(() =>
            {
                ControlFiles.Write(output, new ControlFigures(report.When, report.Lines, report.Mirrors)
                {
                    Totals = report.Totals,
                    Gaps = report.Gaps,
                    Prices = report.Prices,
                    Aim = report.Safe.Aim,
                    IsSynthetic = report.Ledger.IsSynthetic,
                    SmallestGroup = settings.Disclosure.SmallestGroup,
                }, settings.Language);
                EarlierLedgers.Write(output, held.Ledger.Write);
                WriteReleased(output, report, settings, png);
                JsonFile.Write(output.PathOf("intern/ledger.json"), LedgerJson.Build(report.Ledger));
                var described = inForce.Describe(settings, report.Prices);
                reports.Describe(described);
                Manifest.Write(
                    output, [.. input.Files.Select(file => input.HashOf(file.Path))], report.Ledger, described);
            });
            return report;
        });
        output.Commit();
        return controlled;
    }

    private static ControlReport Control(
        Session session, IReadOnlyList<InputFile> files, FrameworkInForce framework, ControlledReports reports,
        CalibrationSettings settings, RunSettings run, EuroBasis? euros)
    {
        IEnumerable<CanonicalColumn> noted = euros == EuroBasis.Tariff ? [] : [CanonicalColumn.Amount];
        var read = TrajectoryRun.BuildEach(
            session, files, settings, [settings.Catalogue], noted.Concat(reports.Asked), run);
        var set = read.Sets[0];
        if (set.Providers.All(name => name.Length == 0))
            throw ControlMistakes.NoProviders();
        var prices = UnitPrices.Of(settings.Catalogue, read.Amounts, euros);
        var (catalogue, registeredIn) = (prices.In(settings.Catalogue), reports.In(set));
        var groups = Grouping.ByProduct(set, catalogue).SelectMany(product => product.Lines).ToList();
        var when = new ControlPeriod(framework.Since, framework.KnownTo);
        var lines = framework.LinesOf(groups).Select(one => ControlledLine.Of(
            one.Group, one.Line, when, set.Providers, registeredIn(one.Group))).ToList();
        if (lines.TrueForAll(line => line.Providers.Count == 0))
            throw ControlMistakes.NothingFollowed(when);
        var (profile, chosen) = (settings.Disclosure, settings.Framework);
        return new ControlReport(read.Ledger, when, lines)
        {
            Mirrors = Mirror.Of(lines, profile),
            Gaps = FrameworkGaps.Of(framework.Given, catalogue, groups, set.Providers),
            Prices = prices,
            Set = set,
            Safe = SafeControl.From(
                when.Since, 1 - chosen.Percentage.Share, [.. lines.Select(line => (line.Since, line.Unnamed))],
                chosen.Confidence, profile),
        };
    }

    private static void WriteReleased(
        StagedOutput output, ControlReport report, CalibrationSettings settings, PngFiles? png)
    {
        if (!report.Safe.IsShown)
            return;
        ReleasedControl.Write(output, report.Safe, settings.NotesOf(report.Ledger), png);
        ClientIdCheck.RefuseIfFound(output, ExternFiles.Folder, report.Set!.ClientIds());
    }
}
