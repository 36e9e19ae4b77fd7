using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Engine;
using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.InputReport;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Plots;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator;

/// <summary>The whole way through the house, from declarations to documents.</summary>
public static class Calibration
{
    // Scanning and writing Parquet takes far less; the lines are not in it.
    private const long EngineMemory = 1L << 30;

    /// <summary>Begins, in the background, with what nearly every run needs: the engine's library and the catalogue that ships.</summary>
    public static void WarmUp()
    {
        _ = Task.Run(DuckDbLibrary.Load);
        _ = Task.Run(CatalogueFile.Haaglanden2025);
    }

    /// <summary>Builds the trajectories of declarations, of known and unknown products, and writes them to a file: CSV or Parquet by its ending.</summary>
    /// <param name="inputs">Files and folders.</param>
    /// <param name="file">Ends in <c>.csv</c> or <c>.parquet</c>.</param>
    /// <param name="settings">The choices that move numbers.</param>
    /// <param name="run">How the machine may be used.</param>
    /// <param name="isCut">Whether care of products with parts is cut where an assignment begins, as in a draft; else nothing of assignments is read.</param>
    /// <exception cref="CalibrationException">The user can mend it.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it; nothing was written.</exception>
    public static TrajectoryReport WriteTrajectories(
        IReadOnlyList<string> inputs, string file, CalibrationSettings settings, RunSettings run, bool isCut = false)
    {
        var isCsv = TrajectoryFile.IsCsv(file);
        using var output = StagedOutput.ForFile(file);
        // With a thread of its own: one that waits for trajectories would keep one from those who build them.
        using var writing = new SessionAhead(new SessionSettings(1, EngineMemory, output.Spill));
        using var session = OpenSession(output, run);
        TrajectoryReport? report = null;
        output.Guard(() => report = Build(session, InputFiles.Find(inputs), settings, isCut ? Purpose.PartedFile : Purpose.File, run, (set, next) =>
        {
            if (isCsv)
                TrajectoryFile.WriteCsv(set, next, output.FilePath, run.Stop);
            else
                TrajectoryFile.WriteParquet(writing.Session, set, next, output.FilePath, run.Stop);
        }));
        output.Commit();
        return report!;
    }

    /// <summary>Derives a draft framework from declarations, and writes it with all that it rests on: <c>intern/</c>, <c>extern/</c> and a manifest.</summary>
    /// <exception cref="CalibrationException">The user can mend it.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it; nothing was written.</exception>
    public static DraftReport Derive(IReadOnlyList<string> inputs, string folder, CalibrationSettings settings, RunSettings run)
    {
        // Before the long work: a machine without the font is told at once.
        using var png = PngFiles.Open(settings.Png, run);
        if (settings.Plots)
            PicturePainter.Prepare();
        using var output = StagedOutput.ForFolder(folder);
        using var session = OpenSession(output, run);
        var files = InputFiles.Find(inputs);
        var (ledger, trajectories) = Build(session, files, settings, Purpose.Draft, run);
        var draft = Draft(trajectories, settings, run);
        draft.RefuseIfNothingIsShown();
        var notes = new DraftNotes(settings.Catalogue.Trajectories, settings.Framework, settings.Disclosure, ledger.IsSynthetic);
        output.Guard(() =>
        {
            TrajectoryFile.WriteParquet(session, trajectories, output.PathOf("intern/trajectories.parquet"), run.Stop);
            var findings = new Findings(draft.Lines, draft.SafeLines, draft.Estimates, ledger) { Studies = StudySheets.Sheets(draft.Studies, settings.Language) };
            InternFiles.Write(output, findings, notes, settings.Language);
            InternFiles.WriteParquet(output, findings, session, run.Stop);
            if (settings.Plots)
                PlotFiles.Write(output, [.. draft.Lines.Select(line => line.Group)], trajectories.Providers, notes, settings.Language, run);
            ExternFiles.Write(output, draft.Safe, notes, settings.Language, png);
            ClientSearch.RefuseIfFound(output, ExternFiles.Folder, trajectories.ClientIds());
            Manifest.Write(output, [.. files.Select(file => file.Path)], ledger, settings.Describe());
        });
        output.Commit();
        return new DraftReport(ledger, trajectories, draft);
    }

    /// <summary>Reads declarations as for a draft, for what is in them: builds nothing of them, and writes nothing.</summary>
    /// <returns>What was understood; the trouble of a file that cannot be read is in it.</returns>
    /// <exception cref="CalibrationException">A file or folder is not there, or the trouble is not that of one file.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public static ValidationReport Validate(IReadOnlyList<string> inputs, CalibrationSettings settings, RunSettings run) =>
        Unwritten(run, session => Examine(session, InputFiles.Find(inputs), settings, run));

    /// <summary>As above, and writes it to a folder: the report for readers and for programs, the rejected rows and a manifest.</summary>
    public static ValidationReport Validate(IReadOnlyList<string> inputs, string folder, CalibrationSettings settings, RunSettings run)
    {
        using var output = StagedOutput.ForFolder(folder);
        using var session = OpenSession(output, run);
        var files = InputFiles.Find(inputs);
        var report = Examine(session, files, settings, run);
        var readable = files.Zip(report.Files).Where(pair => pair.Second.Reading is not null).Select(pair => pair.First.Path).ToList();
        output.Guard(() =>
        {
            ValidationFiles.Write(output, new Validation(report.Files, report.Ledger, settings.Catalogue, settings.MaxLineDays), settings.Language);
            Manifest.Write(output, readable, report.Ledger, settings.Describe());
        });
        output.Commit();
        return report;
    }

    /// <summary>From trajectories to a draft framework.</summary>
    public static FrameworkDraft Draft(TrajectorySet trajectories, CalibrationSettings settings) => Draft(trajectories, settings, RunSettings.Default);

    /// <summary>The same, and tells how far the bootstraps are, which can be stopped.</summary>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public static FrameworkDraft Draft(TrajectorySet trajectories, CalibrationSettings settings, RunSettings run)
    {
        var products = Grouping.ByProduct(trajectories, settings.Catalogue);
        List<Group> groups = [.. products.SelectMany(product => product.All)];
        var proposed = products.SelectMany(product => Proposing.Of(product, settings.Framework)).ToList();
        var pooled = products.Where(product => product.Parts.Count > 0).Select(product => Proposing.Of(product.Whole, settings.Framework)).ToList();
        var (studies, lines) = DraftStudies.Of(groups, proposed, pooled, trajectories, settings.Framework);
        var estimates = groups.SelectMany(group => Estimation.Of(group, settings.Framework)).Concat(Resample(lines, settings.Framework, run)).ToList();
        return new FrameworkDraft(lines, estimates, SafeDraft.Of(lines, settings.Disclosure, pooled)) { Studies = studies };
    }

    /// <summary>Reads declarations and joins them into trajectories, for a draft: of the products of the catalogue.</summary>
    /// <param name="inputs">Files and folders.</param>
    /// <param name="settings">The choices that move numbers.</param>
    /// <param name="run">How the machine may be used.</param>
    /// <exception cref="CalibrationException">The user can mend it.</exception>
    public static TrajectorySet Trajectories(IReadOnlyList<string> inputs, CalibrationSettings settings, RunSettings run) =>
        ReadTrajectories(inputs, settings, run).Trajectories;

    /// <summary>The same, with where every row ended.</summary>
    /// <exception cref="CalibrationException">The user can mend it.</exception>
    public static TrajectoryReport ReadTrajectories(IReadOnlyList<string> inputs, CalibrationSettings settings, RunSettings run) =>
        Unwritten(run, session => Build(session, InputFiles.Find(inputs), settings, Purpose.Draft, run));

    private static IEnumerable<MeasuredEstimate> Resample(IReadOnlyList<DraftLine> lines, FrameworkSettings settings, RunSettings run)
    {
        if (settings.Bootstraps == 0)
            yield break;
        foreach (var (place, line) in lines.Index())
        {
            run.Stop.ThrowIfCancellationRequested();
            foreach (var estimate in Bootstraps.Of(line, settings))
                yield return estimate;
            run.Resampled?.Invoke(place + 1, lines.Count);
        }
    }

    private static T Unwritten<T>(RunSettings run, Func<Session, T> work)
    {
        var spill = Directory.CreateTempSubdirectory("rgk-");
        try
        {
            using var session = Session.Open(new SessionSettings(run.Threads, EngineMemory, spill.FullName));
            return work(session);
        }
        finally
        {
            spill.Delete(recursive: true);
        }
    }

    private static Session OpenSession(StagedOutput output, RunSettings run) =>
        Session.Open(new SessionSettings(run.Threads, EngineMemory, output.Spill));

    private static TrajectoryReport Build(
        Session session, IReadOnlyList<InputFile> files, CalibrationSettings settings, Purpose purpose, RunSettings run, TakePartitions? take = null)
    {
        var catalogue = settings.Catalogue;
        var (isDraft, isCut) = (purpose == Purpose.Draft, purpose != Purpose.File);
        var mapping = settings.Mapping with { Asked = catalogue.Asked(isCut, hasSubgroups: isDraft) };
        using var declarations = Declarations.Read(session, SourceFiles.Open(session, files, mapping, run.Stop), Intake(settings, purpose), run);
        var rules = isDraft ? catalogue.Rules(isCut) : WithoutVolumes(catalogue.Rules(isCut));
        var trajectories = TrajectoryBuilder.Build(declarations, catalogue.Trajectories, rules, run, take);
        if (settings.Strict)
            declarations.Ledger.RefuseRejections();
        return new TrajectoryReport(declarations.Ledger, trajectories);
    }

    private static ValidationReport Examine(Session session, IReadOnlyList<InputFile> files, CalibrationSettings settings, RunSettings run)
    {
        var intake = Intake(settings, Purpose.Draft) with { ByYearAndProduct = true };
        var (examined, ledger) = new Examination(session, intake, run).Read(files, settings.Mapping with { Asked = settings.Catalogue.Asked(isCut: true) });
        return new ValidationReport(examined, ledger);
    }

    private static IntakeSettings Intake(CalibrationSettings settings, Purpose purpose) => new(
        settings.Catalogue.Trajectories.ObservedThen().Last, settings.Catalogue.Codes(), OnlyKnownProducts: purpose == Purpose.Draft, settings.MaxLineDays);

    private static Dictionary<string, ProductRules> WithoutVolumes(IReadOnlyDictionary<string, ProductRules> rules) =>
        rules.ToDictionary(pair => pair.Key, pair => pair.Value with { Steps = [], HasCareYears = false }, StringComparer.Ordinal);

    /// <summary>
    /// What trajectories are built for: a file of all of them, whole or in parts, or a draft, which needs volumes within durations and only the catalogue's products.
    /// </summary>
    private enum Purpose
    {
        File,
        PartedFile,
        Draft,
    }
}
