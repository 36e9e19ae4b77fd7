using System.Text.Json.Nodes;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure.Releases;
using RgkCalibrator.Engine;
using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Scenarios;
using RgkCalibrator.Review;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator;

/// <summary>What a comparison of scenarios came to; restricted.</summary>
/// <param name="Ledger">Where every row ended in the base scenario.</param>
/// <param name="Scenarios">The scenarios, the base first.</param>
/// <param name="Lines">The lines of the base, each in all scenarios.</param>
public sealed record ComparisonReport(
    Ledger Ledger, IReadOnlyList<Scenario> Scenarios, IReadOnlyList<ComparedLine> Lines)
{
    /// <summary>
    /// What the line now in force, the proposal and other frameworks come to on the trajectories of the base.
    /// </summary>
    public required IReadOnlyList<FrameworkEffect> Effects { get; init; }

    /// <summary>Each provider's step from one framework to another.</summary>
    public required IReadOnlyList<ProviderStep> Steps { get; init; }

    /// <summary>The lines of earlier runs that stand beside the base.</summary>
    public required IReadOnlyList<ComparedPacket> Packets { get; init; }

    /// <summary>What turned volumes into euros.</summary>
    public required UnitPrices Prices { get; init; }

    /// <summary>What of the frameworks is not compared.</summary>
    public required IReadOnlyList<FrameworkGap> Gaps { get; init; }

    /// <summary>What may be shown of the scenarios, and what became of each product in them.</summary>
    public HeldScenarios? Held { get; init; }

    /// <summary>The scenarios that may be shown: those whose lines are made as a draft makes them.</summary>
    public IReadOnlyList<Scenario> Released => [.. Material.Select(one => one.Scenario)];

    /// <summary>What the releases of the scenarios are made of.</summary>
    internal IReadOnlyList<ScenarioMaterial> Material { get; init; } = [];

    /// <summary>All trajectories behind it.</summary>
    internal IReadOnlyList<TrajectorySet> Sets { get; init; } = [];
}

/// <summary>From declarations to lines under different choices, beside each other.</summary>
public static class Comparison
{
    /// <summary>
    /// Derives the lines of scenarios from one reading of declarations, and writes them as tables and charts: all
    /// figures to <c>intern/</c>, since the difference of two windows is a window of its own, and to <c>extern/</c>
    /// what may be shown when each scenario is a release of the region.
    /// </summary>
    /// <param name="inputs">Files and folders.</param>
    /// <param name="folder">Where the tables go.</param>
    /// <param name="scenarios">What is compared with the base.</param>
    /// <param name="settings">The choices of the base.</param>
    /// <param name="run">How the machine may be used.</param>
    /// <param name="with">What stands beside the scenarios; null: the lines now in force alone.</param>
    /// <exception cref="CalibrationException">The user can mend it.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it; nothing was written.</exception>
    public static ComparisonReport Compare(
        IReadOnlyList<string> inputs, string folder, IReadOnlyList<Scenario> scenarios, CalibrationSettings settings,
        RunSettings run, ComparedWith? with = null)
    {
        using var png = PngFiles.Open(settings.Png, run);
        var others = ComparisonTargets.FilesOf(with ??= ComparedWith.Nothing);
        OwnInput.Refuse(inputs, [.. InputFiles.Find(inputs), .. others], folder);
        var targets = UnchangedInput.During(others, _ => ComparisonTargets.Read(with, settings, run.Warn));
        using var output = StagedOutput.ForFolder(folder, PacketKind.Comparison, run.Warn);
        using var session = EngineSessions.Open(output, run.Threads);
        var compared = UnchangedInput.During(SourceFiles.Find(session, inputs, run), input =>
        {
            var report = Compare(
                session, input.Files, [Scenario.Base, .. scenarios], settings, run, targets, with.Euros);
            report = report with
            {
                Held = HeldScenarios.From(
                    report.Material, EarlierReleases.Read(output, run.Released, run.Warn), settings.Disclosure),
            };
            output.Guard(() =>
            {
                ComparisonFiles.Write(
                    output, report.Scenarios, report.Lines, report.Effects, settings.Language,
                    MoreOf(report, settings));
                WriteReleased(output, report, settings, png);
                JsonFile.Write(output.PathOf("intern/ledger.json"), LedgerJson.Build(report.Ledger));
                var described = settings.Describe();
                described["euros"] = report.Prices.Basis?.NameInFiles();
                foreach (var (name, value) in targets.Described)
                    described[name] = value!.DeepClone();
                described["scenarios"] = new JsonArray([.. scenarios.Select(scenario => Describe(scenario, settings))]);
                Manifest.Write(
                    output, [.. input.Files.Select(file => input.HashOf(file.Path))], report.Ledger, described);
            });
            return report;
        });
        output.Commit();
        return compared;
    }

    private static ComparedMore MoreOf(ComparisonReport report, CalibrationSettings settings) => new(
        report.Packets, report.Prices, settings.Catalogue.Saving,
        [
            .. TargetTables.Of(
                report.Effects, report.Prices, report.Gaps, report.Packets, report.Lines, settings.Language),
            new("stap-per-aanbieder", ProviderStepTable.Of(report.Steps, settings.Language), IsShort: false),
        ]);

    private static void WriteReleased(
        StagedOutput output, ComparisonReport report, CalibrationSettings settings, PngFiles? png)
    {
        var notes = settings.NotesOf(report.Ledger);
        RestrictedScenarioCharts.Write(output, report.Scenarios, report.Lines, notes.ChartContext, png);
        ProviderStepCharts.Write(output, report.Steps, notes.ChartContext, png);
        EarlierReleases.Write(output, report.Held!.Ledger);
        if (!report.Held.Safe.IsShown)
            return;
        ReleasedComparison.Write(output, report.Held.Safe, notes, png, settings.Presentation);
        ClientIdCheck.RefuseIfFound(output, ExternFiles.Folder, report.Sets.SelectMany(set => set.ClientIds()));
    }

    private static JsonObject Describe(Scenario scenario, CalibrationSettings usual)
    {
        var settings = usual with
        {
            Catalogue = scenario.Apply(usual.Catalogue),
            Framework = scenario.Apply(usual.Framework),
        };
        return new JsonObject
        {
            ["name"] = scenario.Name,
            ["concurrent"] = scenario.Population.HasConcurrent,
            ["interventions"] = scenario.Population.HasInterventions,
            ["withoutMunicipality"] = scenario.Population.WithoutMunicipality,
            ["volume"] = scenario.Volume?.ToString(),
            ["pair"] = scenario.IsJoint ? "joint" : "marginal",
            ["merge"] = scenario.Merge.ToString(),
            ["duration"] = scenario.HasLongestConcurrent ? "longest-concurrent" : "own",
            ["settings"] = settings.Describe(),
        };
    }

    private static ComparisonReport Compare(
        Session session, IReadOnlyList<InputFile> files, IReadOnlyList<Scenario> scenarios,
        CalibrationSettings settings, RunSettings run, ComparisonTargets targets, EuroBasis? euros)
    {
        var catalogues = scenarios.Select(scenario => scenario.Apply(settings.Catalogue)).ToList();
        var meanings = catalogues.ConvertAll(catalogue => catalogue.Trajectories);
        foreach (var (scenario, meaning) in scenarios.Zip(meanings))
            ScenarioPeriods.RefuseImpossible(scenario, meaning);
        var sets = new Dictionary<(TrajectorySettings, ProductMerge), TrajectorySet>();
        ReadingOfMeanings? first = null;
        // Rows after the last day are set apart while they are read: scenarios with one last day share a reading.
        foreach (var reading in catalogues.GroupBy(MeaningOf).GroupBy(same => same.Key.Item1.ObservedThen().Last))
        {
            // The prices are those of the first reading, which has the base.
            var noted = scenarios.SelectMany(one => one.Population.Asked())
                .Concat(first is null && euros != EuroBasis.Tariff ? [CanonicalColumn.Amount] : []);
            var built = reading.Select(WithMostCareYears).ToList();
            var read = TrajectoryRun.BuildEach(session, files, settings, built, noted, run);
            // Of other readings: a municipality can be in later rows alone.
            RefuseMissingColumns(
                [.. scenarios.Where((_, i) => reading.Any(same => same.Key == MeaningOf(catalogues[i])))],
                read.Sets[0]);
            first ??= read;
            foreach (var (meaning, set) in built.Zip(read.Sets))
                sets.Add(MeaningOf(meaning), set);
        }

        var prices = UnitPrices.Of(settings.Catalogue, first!.Amounts, euros);
        catalogues = catalogues.ConvertAll(prices.In);
        var groups = scenarios.Zip(catalogues, (scenario, catalogue) => scenario.HasLongestConcurrent
            ? Grouping.ByProductWithBeside(sets[MeaningOf(catalogue)], catalogue, scenario.Population)
            : Grouping.ByProduct(sets[MeaningOf(catalogue)], catalogue, scenario.Population)).ToList();
        var lines = ScenarioLines.Compare(
            groups, scenarios, settings.Framework,
            [
                .. meanings.Select(meaning =>
                    new CountedDays(new ObservationWindow(meaning).DaysThatCount(), meaning.Rule)),
            ]);
        var providers = sets[MeaningOf(catalogues[0])].Providers;
        List<ScenarioLine> bases = [.. lines.Select(line => line.Base)];
        var effects = FrameworkEffects.Reckon(bases, targets.ToFrameworks(lines), providers);
        return new ComparisonReport(first.Ledger, scenarios, lines)
        {
            Gaps = targets.Gaps(lines, catalogues[0], providers),
            Effects = effects,
            Steps = ProviderStep.Of(bases, effects, providers),
            Packets = targets.Packets,
            Prices = prices,
            Sets = [.. sets.Values],
            Material = MaterialOf(scenarios, catalogues, groups, lines, sets, settings.Framework),
        };
    }

    /// <summary>The rules on what may be shown are about lines as a draft makes them.</summary>
    private static List<ScenarioMaterial> MaterialOf(
        IReadOnlyList<Scenario> scenarios, List<ProductCatalogue> catalogues,
        List<IReadOnlyList<ProductGroups>> groups, IReadOnlyList<ComparedLine> lines,
        Dictionary<(TrajectorySettings, ProductMerge), TrajectorySet> sets, FrameworkSettings usual)
    {
        var keys = sets.AsParallel().ToDictionary(pair => pair.Key, pair => ReleaseKeys.From(pair.Value));
        return
        [
            .. from place in Enumerable.Range(0, scenarios.Count)
               let scenario = scenarios[place]
               where scenario.MakesUsualLines
               select new ScenarioMaterial(
                   scenario, groups[place],
                   [
                       .. lines.SelectMany(line => line.Scenarios)
                           .Where(line => ReferenceEquals(line.Scenario, scenario)),
                   ],
                   scenario.Apply(usual), keys[MeaningOf(catalogues[place])]),
        ];
    }

    private static (TrajectorySettings, ProductMerge) MeaningOf(ProductCatalogue catalogue) =>
        (catalogue.Trajectories, catalogue.Merge);

    // Volumes of care years serve scenarios that do not ask them as well.
    private static ProductCatalogue WithMostCareYears(IEnumerable<ProductCatalogue> alike) =>
        alike.MaxBy(catalogue => catalogue.Products.Count(product => product.Observation == Observation.CareYear))!;

    // Nothing can be left out by a column or a municipality that is not there.
    private static void RefuseMissingColumns(IReadOnlyList<Scenario> scenarios, TrajectorySet set)
    {
        foreach (var scenario in scenarios)
        {
            if (scenario.Population.WithoutMunicipality is { } code && set.Noted.Contains(CanonicalColumn.Municipality)
                && !set.Municipalities.Contains(code))
            {
                throw scenario.Refused(
                    new("de gemeente die dit scenario weglaat, komt in de declaraties niet voor.",
                        "the municipality that this scenario leaves out does not occur in the declarations."),
                    new("Kijk de code na, met aanhalingstekens en de nul vooraan: '0518'.",
                        "Check the code, with quotes and its leading zero: '0518'."));
            }

            if (!scenario.Population.Asked().Except(set.Noted).Any())
                continue;
            var column = scenario.Population.Asked().Except(set.Noted).First().Name();
            throw scenario.Refused(
                new($"dit scenario laat trajecten weg naar de kolom {column}, en die staat in geen bestand.",
                    $"this scenario leaves trajectories out by the column {column}, which no file has."),
                new("Zeg in de mapping hoe de kolom heet, of haal het scenario weg.",
                    "Say in the mapping what the column is called, or take the scenario away."));
        }
    }
}
