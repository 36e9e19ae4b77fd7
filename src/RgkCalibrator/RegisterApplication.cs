using RgkCalibrator.Engine;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Register;
using RgkCalibrator.Register;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator;

/// <summary>Reports of providers beside declarations; restricted.</summary>
/// <param name="Ledger">Where every row of the declarations ended.</param>
/// <param name="Register">The workbooks that came back.</param>
/// <param name="Results">Every report that counts, beside the trajectories of its provider.</param>
/// <param name="Sums">Every situation, by all providers that reported it.</param>
/// <param name="Lines">Every line with all trajectories, and then without those in registered situations.</param>
public sealed record RegisterReport(
    Ledger Ledger, ReturnedRegister Register, IReadOnlyList<SituationResult> Results,
    IReadOnlyList<SituationSum> Sums, IReadOnlyList<ComparedLine> Lines);

/// <summary>Lays the register of reports beside declarations.</summary>
public static class RegisterApplication
{
    /// <summary>The scenario without the trajectories in registered situations.</summary>
    private static readonly Scenario Without = new("zonder");

    /// <summary>
    /// Reads workbooks that came back and lays them beside declarations: of each report the number against the
    /// trajectories beyond the line and the measured percentile against the suggestion, and the lines with and without
    /// registered situations. All of it goes to <c>intern/</c>.
    /// </summary>
    /// <param name="framework">What could be reported.</param>
    /// <param name="returns">The workbooks, and folders of them.</param>
    /// <param name="inputs">Files and folders with declarations.</param>
    /// <param name="folder">Where the files go.</param>
    /// <param name="settings">The choices that move numbers.</param>
    /// <param name="run">How the machine may be used.</param>
    /// <exception cref="CalibrationException">The user can mend it.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it; nothing was written.</exception>
    public static RegisterReport Apply(
        RegisterFramework framework, IReadOnlyList<string> returns, IReadOnlyList<string> inputs, string folder,
        CalibrationSettings settings, RunSettings run)
    {
        InputFile[] books = [.. RegisterFiles.Find(returns).Select(file => new InputFile(file))];
        OwnInput.Refuse([.. inputs, .. returns], [.. InputFiles.Find(inputs), .. books], folder);
        var (register, hashes) = UnchangedInput.During(books, input => (
            RegisterOfReports.Read([.. books.Select(book => book.Path)], framework, [], run.Stop),
            books.Select(book => input.HashOf(book.Path)).Order(StringComparer.Ordinal).ToList()));
        if (register.Accepted.Count == 0)
            throw RegisterMistakes.NothingAccepted();
        using var output = StagedOutput.ForFolder(folder, PacketKind.Register, run.Warn);
        using var session = EngineSessions.Open(output, run.Threads);
        var applied = UnchangedInput.During(SourceFiles.Find(session, inputs, run), input =>
        {
            var report = Apply(session, input.Files, framework, register, settings, run);
            output.Guard(() =>
            {
                SituationFiles.Write(
                    output, new SituationFigures(register, report.Results, report.Sums, report.Lines)
                    {
                        Cohort = settings.Catalogue.Trajectories.Cohort,
                        Settings = SettingsOf(settings),
                        Framework = settings.Framework,
                        IsSynthetic = report.Ledger.IsSynthetic || register.IsSynthetic,
                    },
                    settings.Language);
                JsonFile.Write(output.PathOf("intern/ledger.json"), LedgerJson.Build(report.Ledger));
                var described = settings.Describe();
                described["framework"] = framework.Framework.Name;
                described["registersSha256"] = JsonFile.Texts(hashes);
                described["situations"] = SettingsOf(settings).Describe();
                Manifest.Write(
                    output, [.. input.Files.Select(file => input.HashOf(file.Path))], report.Ledger, described);
            });
            return report;
        });
        output.Commit();
        return applied;
    }

    private static SituationSettings SettingsOf(CalibrationSettings settings) => new()
    {
        Percentage = settings.Framework.Percentage,
        Type = settings.Framework.Type,
        Confidence = settings.Framework.Confidence,
    };

    private static RegisterReport Apply(
        Session session, IReadOnlyList<InputFile> files, RegisterFramework framework, ReturnedRegister register,
        CalibrationSettings settings, RunSettings run)
    {
        var (catalogue, reported) = (settings.Catalogue, register.Accepted);
        var read = TrajectoryRun.BuildEach(
            session, files, settings, [catalogue], [CanonicalColumn.Intervention], run);
        var set = read.Sets[0];
        if (set.Providers.All(name => name.Length == 0))
            throw RegisterMistakes.NoProviders();
        var registered = RegisteredCare.Of(reported, set);
        var without = Population.All with { WithoutRegistered = registered.All };
        var groups = Grouping.ByProduct(set, catalogue);
        var study = new SituationStudy(set, groups, framework.Framework, registered, SettingsOf(settings));
        var days = new CountedDays(
            new ObservationWindow(catalogue.Trajectories).DaysThatCount(), catalogue.Trajectories.Rule);
        return new RegisterReport(
            read.Ledger, register, study.Results(reported), study.Sums(reported),
            ScenarioLines.Compare(
                [groups, Grouping.ByProduct(set, catalogue, without)],
                [Scenario.Base, Without with { Population = without }], settings.Framework, [days, days]));
    }
}
