using RgkCalibrator.Catalogue;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator;

/// <summary>
/// What trajectories are built for: a file of all of them, or a draft, which needs volumes within durations and only
/// the products of the catalogue.
/// </summary>
internal enum Purpose
{
    /// <summary>A file of whole trajectories.</summary>
    File,

    /// <summary>A file of trajectories that are cut into parts as in a draft.</summary>
    PartedFile,

    /// <summary>A draft.</summary>
    Draft,
}

/// <summary>What one reading of declarations came to.</summary>
/// <param name="Ledger">Where every row ended.</param>
/// <param name="Sets">The trajectories by each meaning of a trajectory.</param>
/// <param name="Amounts">What was declared in euros by product; empty where the amounts were not asked for.</param>
/// <param name="Months">What was declared by month; empty where the days of declaration were not asked for.</param>
internal sealed record ReadingOfMeanings(
    Ledger Ledger, IReadOnlyList<TrajectorySet> Sets, IReadOnlyList<DeclaredAmount> Amounts, DeclaredByMonth Months);

/// <summary>From declarations to trajectories, as every command needs them.</summary>
internal static class TrajectoryRun
{
    /// <summary>Reads declarations and joins them into trajectories.</summary>
    /// <param name="session">The engine.</param>
    /// <param name="files">The declarations.</param>
    /// <param name="settings">The choices that move numbers.</param>
    /// <param name="purpose">What the trajectories are built for.</param>
    /// <param name="run">How the machine may be used.</param>
    /// <param name="taker">Takes the trajectories as they are built; null: they are kept.</param>
    /// <exception cref="CalibrationException">The user can mend it.</exception>
    internal static TrajectoryReport Build(
        Session session, IReadOnlyList<InputFile> files, CalibrationSettings settings, Purpose purpose, RunSettings run,
        PartitionTaker? taker = null)
    {
        var catalogue = settings.Catalogue;
        var (isDraft, isCut) = (purpose == Purpose.Draft, purpose != Purpose.File);
        var mapping = settings.Mapping with { Asked = catalogue.Asked(isCut, hasSubgroups: isDraft) };
        var sources = SourceFiles.Open(session, files, mapping, run.Stop);
        using var declarations = Declarations.Read(session, sources, settings.Intake(onlyKnownProducts: isDraft), run);
        var rules = isDraft ? catalogue.Rules(isCut) : WithoutVolumes(catalogue.Rules(isCut));
        var trajectories = TrajectoryBuilder.Build(declarations, catalogue.Trajectories, rules, run, taker);
        if (settings.Strict)
            declarations.Ledger.RefuseRejections();
        return new TrajectoryReport(declarations.Ledger, trajectories);
    }

    /// <summary>
    /// Reads declarations once and joins them into trajectories for drafts, by each meaning of a trajectory; all
    /// meanings have the same last day.
    /// </summary>
    /// <param name="session">The engine.</param>
    /// <param name="files">The declarations.</param>
    /// <param name="settings">The choices that move numbers.</param>
    /// <param name="meanings">
    /// The catalogue under each meaning of a trajectory: what a trajectory is, and which products count as one.
    /// </param>
    /// <param name="noted">Columns to read beside those that the catalogue asks for.</param>
    /// <param name="run">How the machine may be used.</param>
    /// <exception cref="CalibrationException">The user can mend it.</exception>
    internal static ReadingOfMeanings BuildEach(
        Session session, IReadOnlyList<InputFile> files, CalibrationSettings settings,
        IReadOnlyList<ProductCatalogue> meanings, IEnumerable<CanonicalColumn> noted, RunSettings run)
    {
        CanonicalColumn[] asked = [.. noted];
        // Rows are read by the products themselves, whether they count as one or not.
        var catalogue = settings.Catalogue.With(meanings[0].Trajectories);
        var mapping = settings.Mapping with
        {
            Asked = [.. catalogue.Asked(isCut: true, hasSubgroups: true).Union(asked)],
        };
        var sources = SourceFiles.Open(session, files, mapping, run.Stop);
        var intake = (settings with { Catalogue = catalogue }).Intake(onlyKnownProducts: true) with
        {
            ByMonth = asked.Contains(CanonicalColumn.DeclaredOn),
        };
        using var declarations = Declarations.Read(session, sources, intake, run);
        var sets = TrajectoryBuilder.BuildEach(declarations, [.. meanings.Select(MeaningOf)], run);
        if (settings.Strict)
            declarations.Ledger.RefuseRejections();
        return new ReadingOfMeanings(declarations.Ledger, sets, declarations.Amounts, declarations.Months);
    }

    private static TrajectoryMeaning MeaningOf(ProductCatalogue catalogue) =>
        new(catalogue.Trajectories, catalogue.Rules(isCut: true)) { CountedAs = catalogue.Merge.CountedAs };

    /// <summary>Reads declarations for what is in them, and builds nothing of them.</summary>
    internal static ValidationReport Examine(
        Session session, UnchangedInput input, CalibrationSettings settings, RunSettings run)
    {
        var intake = settings.Intake(onlyKnownProducts: true) with { ByYearAndProduct = true };
        var mapping = settings.Mapping with { Asked = settings.Catalogue.Asked(isCut: true) };
        var (examined, ledger) = new Examination(session, intake, run).Read(input.Files, mapping);
        var withRows = input.Files.Zip(examined)
            .Where(pair => pair.Second.Reading is { } reading && ledger.Files[reading.Number].Rows > 0)
            .ToDictionary(
                pair => pair.First.Path,
                pair => (pair.Second.Name, Folder: FolderValues(pair.First, pair.Second.Reading!, mapping)),
                StringComparer.Ordinal);
        return new ValidationReport(examined, ledger)
        {
            EqualFiles =
            [
                .. input.Equal(withRows.Keys).SelectMany(files => files.GroupBy(path => withRows[path].Folder))
                    .Where(files => files.Count() > 1)
                    .Select(files => files.Select(path => withRows[path].Name).ToList()),
            ],
        };
    }

    // Of columns that a file does not have, the names of its folders hold the values: equal bytes are then other rows.
    private static string FolderValues(InputFile file, FileReading reading, ColumnMapping mapping)
    {
        var mapped = mapping.WithFolderValues(file);
        return string.Join('/', reading.Columns.Where(column => column.Name is null)
            .Select(column => mapped.Of(column.Column).FromFolder));
    }

    private static Dictionary<string, ProductRules> WithoutVolumes(IReadOnlyDictionary<string, ProductRules> rules) =>
        rules.ToDictionary(
            pair => pair.Key, pair => pair.Value with { Steps = [], HasCareYears = false }, StringComparer.Ordinal);
}
