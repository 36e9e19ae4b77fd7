using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Disclosure.Attack;
using RgkCalibrator.Disclosure.Releases;
using RgkCalibrator.Engine;
using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Output.InputReport;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Plots;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator;

/// <summary>The whole way through the house, from declarations to documents.</summary>
public static class Calibration
{
    /// <summary>
    /// Begins, in the background, with what nearly every run needs: the engine's library and the catalogue that ships.
    /// </summary>
    /// <param name="withEngine">Whether the command uses the engine.</param>
    public static void WarmUp(bool withEngine)
    {
        if (withEngine)
            _ = Task.Run(DuckDbLibrary.Load);
        _ = Task.Run(CatalogueFile.Haaglanden2025);
    }

    /// <summary>
    /// Builds the trajectories of declarations, of known and unknown products, and writes them to a file: CSV or
    /// Parquet by its ending.
    /// </summary>
    /// <param name="inputs">Files and folders.</param>
    /// <param name="file">Ends in <c>.csv</c> or <c>.parquet</c>.</param>
    /// <param name="settings">The choices that move numbers.</param>
    /// <param name="run">How the machine may be used.</param>
    /// <param name="isCut">
    /// Whether care of products with parts is cut where an assignment begins, as in a draft; else nothing of
    /// assignments is read.
    /// </param>
    /// <exception cref="CalibrationException">The user can mend it.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it; nothing was written.</exception>
    public static TrajectoryReport WriteTrajectories(
        IReadOnlyList<string> inputs, string file, CalibrationSettings settings, RunSettings run, bool isCut = false)
    {
        var (isCsv, purpose) = (TrajectoryFile.IsCsv(file), isCut ? Purpose.PartedFile : Purpose.File);
        OwnInput.Refuse(inputs, InputFiles.Find(inputs), file);
        using var output = StagedOutput.ForFile(file, run.Warn);
        // With a thread of its own: one that waits for trajectories would keep one from those who build them.
        using var writing = EngineSessions.OpenAhead(output, threads: 1);
        using var session = EngineSessions.Open(output, run.Threads);
        var taker = isCsv
            ? new PartitionTaker((set, next) => TrajectoryFile.WriteCsv(set, next, output.FilePath, run.Stop))
            : new PartitionTaker(
                (set, next) => TrajectoryFile.WriteParquet(writing.Session, set, next, output.FilePath, run.Stop),
                TrajectoryFile.CellsFor);
        var report = UnchangedInput.During(
            SourceFiles.Find(session, inputs, run),
            input => output.Guard(() => TrajectoryRun.Build(session, input.Files, settings, purpose, run, taker)));
        output.Commit();
        return report;
    }

    /// <summary>
    /// Derives a draft framework from declarations, and writes it with all that it rests on: <c>intern/</c>,
    /// <c>extern/</c> and a manifest.
    /// </summary>
    /// <exception cref="CalibrationException">The user can mend it.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it; nothing was written.</exception>
    public static DraftReport Derive(
        IReadOnlyList<string> inputs, string folder, CalibrationSettings settings, RunSettings run)
    {
        // Before the long work: a machine without the font is told at once.
        using var png = PngFiles.Open(settings.Png, run);
        if (settings.Plots)
            PlotPainter.Prepare();
        OwnInput.Refuse(inputs, InputFiles.Find(inputs), folder);
        using var output = StagedOutput.ForFolder(folder, PacketKind.Draft, run.Warn);
        using var session = EngineSessions.Open(output, run.Threads);
        var report = UnchangedInput.During(
            SourceFiles.Find(session, inputs, run), input => WriteDraft(session, input, output, settings, run, png));
        output.Commit();
        return report;
    }

    /// <summary>
    /// Reads declarations as for a draft, for what is in them: builds nothing of them, and writes nothing.
    /// </summary>
    /// <returns>What was understood; the trouble of a file that cannot be read is in it.</returns>
    /// <exception cref="CalibrationException">
    /// A file or folder is not there, or the trouble is not that of one file.
    /// </exception>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public static ValidationReport Validate(
        IReadOnlyList<string> inputs, CalibrationSettings settings, RunSettings run) =>
        EngineSessions.Use(run, session => UnchangedInput.During(
            SourceFiles.Find(session, inputs, run),
            input => TrajectoryRun.Examine(session, input, settings, run))) with
        {
            PassedOver = InputFiles.PassedOverNames(inputs),
        };

    /// <summary>
    /// Reads declarations likewise, and writes to a folder: the report for readers and for programs, the rejected rows
    /// and a manifest.
    /// </summary>
    public static ValidationReport Validate(
        IReadOnlyList<string> inputs, string folder, CalibrationSettings settings, RunSettings run)
    {
        OwnInput.Refuse(inputs, InputFiles.Find(inputs), folder);
        using var output = StagedOutput.ForFolder(folder, PacketKind.Validation, run.Warn);
        using var session = EngineSessions.Open(output, run.Threads);
        var examined = UnchangedInput.During(SourceFiles.Find(session, inputs, run), input =>
        {
            var report = TrajectoryRun.Examine(session, input, settings, run) with
            {
                PassedOver = InputFiles.PassedOverNames(inputs),
            };
            var readable = input.Files.Zip(report.Files).Where(pair => pair.Second.Reading is not null)
                .Select(pair => pair.First.Path);
            output.Guard(() =>
            {
                var validation = new Validation(report.Files, report.Ledger, settings.Catalogue, settings.MaxLineDays)
                {
                    PassedOver = report.PassedOver,
                    EqualFiles = report.EqualFiles,
                };
                ValidationFiles.Write(output, validation, settings.Language);
                Manifest.Write(output, [.. readable.Select(input.HashOf)], report.Ledger, settings.Describe());
            });
            return report;
        });
        output.Commit();
        return examined;
    }

    /// <summary>Derives a draft framework from trajectories.</summary>
    /// <param name="trajectories">Built for a draft.</param>
    /// <param name="settings">The choices that move numbers.</param>
    /// <param name="run">Is told how far the bootstraps are, and can stop them; null: the default.</param>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public static FrameworkDraft Draft(
        TrajectorySet trajectories, CalibrationSettings settings, RunSettings? run = null)
    {
        var framework = settings.Framework;
        if (settings.PerProvider)
            ProviderLine.RefuseNameless(trajectories);
        var products = Grouping.ByProduct(trajectories, settings.Catalogue);
        List<Group> groups = [.. products.SelectMany(product => product.All)];
        var proposed = products.SelectMany(product => Proposals.ForProduct(product, framework)).ToList();
        var pooled = products.Where(product => product.Parts.Count > 0)
            .Select(product => Proposals.ForGroup(product.Whole, framework)).ToList();
        var (studies, lines) = DraftStudies.Of(groups, proposed, pooled, trajectories, framework);
        List<MeasuredEstimate> estimates =
        [
            .. groups.SelectMany(group => Estimation.Of(group, framework)),
            .. Resample(lines, framework, run ?? RunSettings.Default),
        ];
        var safe = HeldRelease.From(SafeDraft.From(lines, settings.Disclosure, pooled), settings.Disclosure);
        return new FrameworkDraft(lines, estimates, safe)
        {
            Studies = studies,
            Products = products,
            Pooled = pooled,
            ByProvider = settings.PerProvider
                ? ProviderLine.Of(trajectories, settings.Catalogue, lines, framework)
                : null,
        };
    }

    /// <summary>
    /// Reads declarations and joins them into trajectories, for a draft: of the products of the catalogue.
    /// </summary>
    /// <exception cref="CalibrationException">The user can mend it.</exception>
    public static TrajectorySet Trajectories(
        IReadOnlyList<string> inputs, CalibrationSettings settings, RunSettings run) =>
        ReadTrajectories(inputs, settings, run).Trajectories;

    /// <summary>Reads and joins declarations likewise, and tells where every row ended.</summary>
    /// <exception cref="CalibrationException">The user can mend it.</exception>
    public static TrajectoryReport ReadTrajectories(
        IReadOnlyList<string> inputs, CalibrationSettings settings, RunSettings run) =>
        EngineSessions.Use(run, session => UnchangedInput.During(
            SourceFiles.Find(session, inputs, run),
            input => TrajectoryRun.Build(session, input.Files, settings, Purpose.Draft, run)));

    private static DraftReport WriteDraft(
        Session session, UnchangedInput input, StagedOutput output, CalibrationSettings settings, RunSettings run,
        PngFiles? png)
    {
        var (ledger, trajectories) = TrajectoryRun.Build(session, input.Files, settings, Purpose.Draft, run);
        var (draft, releases) = BesideEarlier(
            Draft(trajectories, settings, run), ReleaseKeys.From(trajectories),
            EarlierReleases.Read(output, run.Released, run.Warn), settings);
        draft.RefuseIfNothingIsShown();
        var (framework, language) = (settings.Framework, settings.Language);
        var notes = settings.NotesOf(ledger);
        output.Guard(() =>
        {
            var studies = StudySheets.From(draft.Studies, language, draft.ByProvider);
            var lines = LineSheet.From(draft.Lines, [.. draft.Lines.Select(draft.ShownOf)], framework, language);
            var estimates = EstimateTable.ForReaders(draft.Estimates, draft.Lines, language);
            TrajectoryFile.WriteParquet(session, trajectories, output.PathOf("intern/trajectories.parquet"), run.Stop);
            InternFiles.Write(output, draft.Lines, draft.Estimates, studies, ledger);
            if (draft.ByProvider is { } byProvider)
                InternFiles.WriteFramework(output, draft.Lines, byProvider);
            EarlierReleases.Write(output, releases);
            InternFiles.WriteParquet(output, draft.Lines, draft.Estimates, session, run.Stop);
            InternFiles.WriteWorkbook(output, AnalystWorkbook.Build(lines, estimates, studies, ledger, notes));
            if (settings.Plots)
                PlotFiles.Write(output, draft.Lines, trajectories.Providers, notes, run);
            ExternFiles.Write(output, draft.Safe, notes, png, settings.Presentation);
            ClientIdCheck.RefuseIfFound(output, ExternFiles.Folder, trajectories.ClientIds());
            Manifest.Write(
                output, [.. input.Files.Select(file => input.HashOf(file.Path))], ledger, settings.Describe());
        });
        return new DraftReport(ledger, trajectories, draft);
    }

    /// <summary>A draft that shows what can stand beside all that was released of the region before.</summary>
    private static (FrameworkDraft Draft, ReleaseLedger Releases) BesideEarlier(
        FrameworkDraft draft, ReleaseKeys keys, ReleaseLedger earlier, CalibrationSettings settings)
    {
        var material = new ReleaseMaterial(draft.Products, draft.Lines, draft.Pooled, settings.Framework, keys);
        var held = HeldDraft.From(draft.Safe, material, earlier, settings.Disclosure);
        return (draft with { Safe = held.Safe, Outcomes = held.Outcomes }, held.Ledger);
    }

    private static IEnumerable<MeasuredEstimate> Resample(
        IReadOnlyList<DraftLine> lines, FrameworkSettings settings, RunSettings run)
    {
        if (settings.Bootstraps == 0)
            yield break;
        foreach (var (place, line) in lines.Index())
        {
            run.Stop.ThrowIfCancellationRequested();
            foreach (var estimate in Bootstraps.OfLine(line, settings))
                yield return estimate;
            run.Resampled?.Invoke(place + 1, lines.Count);
        }
    }
}
