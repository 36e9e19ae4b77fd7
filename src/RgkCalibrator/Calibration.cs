using RgkCalibrator.Disclosure;
using RgkCalibrator.Documents;
using RgkCalibrator.Engine;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator;

/// <summary>The whole way through the house, from declarations to documents.</summary>
public static class Calibration
{
    // Scanning and writing Parquet takes far less; the lines are not in it.
    private const long EngineMemory = 1L << 30;

    /// <summary>Builds the trajectories of declarations, of known and unknown products, and writes them to a file: CSV or Parquet by its ending.</summary>
    /// <exception cref="CalibrationException">The user can mend it.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it; nothing was written.</exception>
    public static TrajectoryReport WriteTrajectories(
        IReadOnlyList<string> inputs, string file, CalibrationSettings settings, RunSettings run)
    {
        var isCsv = TrajectoryFile.IsCsv(file);
        using var output = StagedOutput.ForFile(file);
        using var session = OpenSession(output, run);
        var trajectories = Build(session, InputFiles.Find(inputs), settings, Purpose.File, run, out var ledger);
        output.Guard(() =>
        {
            if (isCsv)
                TrajectoryFile.WriteCsv(trajectories, output.FilePath, run.Stop);
            else
                TrajectoryFile.WriteParquet(session, trajectories, output.FilePath, run.Stop);
        });
        output.Commit();
        return new TrajectoryReport(ledger, trajectories);
    }

    /// <summary>Derives a draft framework from declarations, and writes it with all that it rests on: <c>intern/</c>, <c>extern/</c> and a manifest.</summary>
    /// <exception cref="CalibrationException">The user can mend it.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it; nothing was written.</exception>
    public static DraftReport Derive(IReadOnlyList<string> inputs, string folder, CalibrationSettings settings, RunSettings run)
    {
        using var output = StagedOutput.ForFolder(folder);
        using var session = OpenSession(output, run);
        var files = InputFiles.Find(inputs);
        var trajectories = Build(session, files, settings, Purpose.Draft, run, out var ledger);
        var draft = Draft(trajectories, settings);
        draft.RefuseIfNothingIsShown();
        var notes = new DraftNotes(settings.Catalogue.Trajectories, settings.Framework, settings.Disclosure, ledger.IsSynthetic);
        output.Guard(() =>
        {
            TrajectoryFile.WriteParquet(session, trajectories, output.PathOf("intern/trajectories.parquet"), run.Stop);
            InternFiles.Write(output, draft.Estimates, ledger);
            ExternFiles.Write(output, draft.SafeLines, draft.Distributions, notes, settings.Language);
            Manifest.Write(output, files, ledger, settings.Describe());
        });
        output.Commit();
        return new DraftReport(ledger, trajectories, draft);
    }

    /// <summary>From trajectories to a draft framework.</summary>
    public static FrameworkDraft Draft(TrajectorySet trajectories, CalibrationSettings settings)
    {
        var groups = Grouping.Of(trajectories, settings.Catalogue);
        var lines = groups.Select(group => Proposing.Of(group, settings.Framework)).ToList();
        var estimates = groups.SelectMany(group => Estimation.Of(group, settings.Framework)).ToList();
        var safe = lines.Select(line => Disclosing.Line(line, settings.Disclosure)).ToList();
        var distributions = lines.Zip(safe, (line, shown) => SafeDistributions.Of(line, shown, settings.Disclosure)).OfType<SafeDistributions>().ToList();
        return new FrameworkDraft(lines, estimates, safe, distributions);
    }

    /// <summary>Reads declarations and joins them into trajectories, for a draft: of the products of the catalogue.</summary>
    /// <param name="inputs">Files and folders.</param>
    /// <param name="settings">The choices that move numbers.</param>
    /// <param name="run">How the machine may be used.</param>
    /// <exception cref="CalibrationException">The user can mend it.</exception>
    public static TrajectorySet Trajectories(IReadOnlyList<string> inputs, CalibrationSettings settings, RunSettings run)
    {
        var spill = Directory.CreateTempSubdirectory("rgk-");
        try
        {
            using var session = Session.Open(new SessionSettings(run.Threads, EngineMemory, spill.FullName));
            return Build(session, InputFiles.Find(inputs), settings, Purpose.Draft, run, out _);
        }
        finally
        {
            spill.Delete(recursive: true);
        }
    }

    private static Session OpenSession(StagedOutput output, RunSettings run) =>
        Session.Open(new SessionSettings(run.Threads, EngineMemory, output.Spill));

    private static TrajectorySet Build(
        Session session, IReadOnlyList<string> files, CalibrationSettings settings, Purpose purpose, RunSettings run, out Ledger ledger)
    {
        var catalogue = settings.Catalogue;
        // A draft shows whole products yet, whose lines are of uninterrupted care.
        var isCut = purpose == Purpose.File;
        var mapping = settings.Mapping with { Asked = catalogue.Asked(isCut) };
        var lastDay = catalogue.Trajectories.ObservedThen().Last;
        var intake = new IntakeSettings(lastDay, catalogue.Codes(), OnlyKnownProducts: purpose == Purpose.Draft, settings.MaxLineDays);
        using var declarations = Declarations.Read(session, SourceFiles.Open(session, files, mapping, run.Stop), intake, run);
        ledger = declarations.Ledger;
        if (settings.Strict)
            ledger.RefuseRejections();
        var rules = purpose == Purpose.Draft ? catalogue.Rules(isCut) : WithoutVolumes(catalogue.Rules(isCut));
        return TrajectoryBuilder.Build(declarations, catalogue.Trajectories, rules, run);
    }

    private static Dictionary<string, ProductRules> WithoutVolumes(IReadOnlyDictionary<string, ProductRules> rules) =>
        rules.ToDictionary(pair => pair.Key, pair => pair.Value with { Steps = [], HasCareYears = false }, StringComparer.Ordinal);

    /// <summary>What trajectories are built for: a file of all of them, or a draft, which needs volumes within durations and only the catalogue's products.</summary>
    private enum Purpose
    {
        File,
        Draft,
    }
}
