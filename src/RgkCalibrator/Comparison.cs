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
using RgkCalibrator.Output.Tables;
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

    /// <summary>What may be shown of the scenarios, and what became of each product in them.</summary>
    public HeldScenarios? Held { get; init; }

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
    /// <param name="frameworks">
    /// Files with frameworks whose effect is asked beside that of the lines now in force and of the proposal; null:
    /// none.
    /// </param>
    /// <exception cref="CalibrationException">The user can mend it.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it; nothing was written.</exception>
    public static ComparisonReport Compare(
        IReadOnlyList<string> inputs, string folder, IReadOnlyList<Scenario> scenarios, CalibrationSettings settings,
        RunSettings run, IReadOnlyList<string>? frameworks = null)
    {
        using var png = PngFiles.Open(settings.Png, run);
        var named = Named([.. (frameworks ?? []).Distinct(StringComparer.Ordinal)], settings.Catalogue.Products);
        OwnInput.Refuse(inputs, InputFiles.Find(inputs), folder);
        using var output = StagedOutput.ForFolder(folder, run.Warn);
        using var session = EngineSessions.Open(output, run.Threads);
        var compared = UnchangedInput.During(SourceFiles.Find(session, inputs, run), input =>
        {
            var report = Compare(session, input.Files, [Scenario.Base, .. scenarios], settings, run, named);
            report = report with
            {
                Held = HeldScenarios.From(
                    report.Material, EarlierReleases.Read(output, run.Released, run.Warn), settings.Disclosure),
            };
            output.Guard(() =>
            {
                ComparisonFiles.Write(output, report.Scenarios, report.Lines, report.Effects, settings.Language);
                WriteReleased(output, report, settings, png);
                JsonFile.Write(output.PathOf("intern/ledger.json"), LedgerJson.Build(report.Ledger));
                var described = settings.Describe();
                described["scenarios"] = new JsonArray([.. scenarios.Select(scenario => Describe(scenario, settings))]);
                Manifest.Write(
                    output, [.. input.Files.Select(file => input.HashOf(file.Path))], report.Ledger, described);
            });
            return report;
        });
        output.Commit();
        return compared;
    }

    private static void WriteReleased(
        StagedOutput output, ComparisonReport report, CalibrationSettings settings, PngFiles? png)
    {
        var notes = new DraftNotes(
            settings.Catalogue.Trajectories, settings.Framework, settings.Disclosure, report.Ledger.IsSynthetic,
            settings.Language);
        RestrictedScenarioCharts.Write(output, report.Scenarios, report.Lines, notes.ChartContext, png);
        EarlierReleases.Write(output, report.Held!.Ledger);
        if (!report.Held.Safe.IsShown)
            return;
        ReleasedComparison.Write(output, report.Held.Safe, notes, png);
        ClientIdCheck.RefuseIfFound(output, ExternFiles.Folder, report.Sets.SelectMany(set => set.ClientIds()));
    }

    private static JsonObject Describe(Scenario scenario, CalibrationSettings usual)
    {
        var settings = usual with
        {
            Catalogue = usual.Catalogue.With(scenario.Apply(usual.Catalogue.Trajectories)),
            Framework = scenario.Apply(usual.Framework),
        };
        return new JsonObject
        {
            ["name"] = scenario.Name,
            ["concurrent"] = scenario.Population.HasConcurrent,
            ["interventions"] = scenario.Population.HasInterventions,
            ["withoutMunicipality"] = scenario.Population.WithoutMunicipality,
            ["settings"] = settings.Describe(),
        };
    }

    private static ComparisonReport Compare(
        Session session, IReadOnlyList<InputFile> files, IReadOnlyList<Scenario> scenarios,
        CalibrationSettings settings, RunSettings run, IReadOnlyList<NamedFramework> frameworks)
    {
        var usual = settings.Catalogue.Trajectories;
        var meanings = scenarios.Select(scenario => scenario.Apply(usual)).ToList();
        RefuseCohortsOutside(scenarios, meanings);
        var sets = new Dictionary<TrajectorySettings, TrajectorySet>();
        Ledger? ledger = null;
        // Rows after the last day are set apart while they are read: scenarios with one last day share a reading.
        foreach (var reading in meanings.Distinct().GroupBy(meaning => meaning.ObservedThen().Last))
        {
            var (read, built) = TrajectoryRun.BuildEach(
                session, files, settings, [.. reading], scenarios.SelectMany(one => one.Population.Asked()), run);
            RefuseMissingColumns(scenarios, built[0]);
            ledger ??= read;
            foreach (var set in built)
                sets.Add(set.Settings, set);
        }

        var groups = scenarios.Zip(meanings, (scenario, meaning) => Grouping.ByProduct(
            sets[meaning], settings.Catalogue.With(meaning), scenario.Population)).ToList();
        var lines = ScenarioLines.Compare(
            groups, scenarios, settings.Framework, [.. meanings.Select(SeenOfCohort)]);
        return new ComparisonReport(ledger!, scenarios, lines)
        {
            Effects = FrameworkEffects.Reckon(
                [.. lines.Select(line => line.Base)], [Current, ProposedIn(lines), .. frameworks],
                sets[meanings[0]].Providers),
            Sets = [.. sets.Values],
            Material = MaterialOf(scenarios, meanings, groups, lines, sets, settings.Framework),
        };
    }

    private static List<ScenarioMaterial> MaterialOf(
        IReadOnlyList<Scenario> scenarios, List<TrajectorySettings> meanings,
        List<IReadOnlyList<ProductGroups>> groups, IReadOnlyList<ComparedLine> lines,
        Dictionary<TrajectorySettings, TrajectorySet> sets, FrameworkSettings usual)
    {
        var keys = sets.AsParallel().ToDictionary(pair => pair.Key, pair => ReleaseKeys.From(pair.Value));
        return
        [
            .. scenarios.Select((scenario, i) => new ScenarioMaterial(
                scenario, groups[i],
                [.. lines.SelectMany(line => line.Scenarios).Where(line => ReferenceEquals(line.Scenario, scenario))],
                scenario.Apply(usual), keys[meanings[i]])),
        ];
    }

    private static NamedFramework Current { get; } = new(
        "huidig",
        group => group.Product.CurrentOf(group.Subgroup) is { } line
            ? new LineValue(line.Volume, line.Duration)
            : null);

    private static NamedFramework ProposedIn(IReadOnlyList<ComparedLine> lines)
    {
        var values = lines.Where(line => line.Base is { Volume: not null, Duration: not null })
            .ToDictionary(line => line.Group, line => new LineValue(line.Base.Volume!.Value, line.Base.Duration!));
        return new NamedFramework("voorstel", group => values.GetValueOrDefault(group));
    }

    // Each finalized framework is called framework.json: files of one name go by their paths.
    private static List<NamedFramework> Named(IReadOnlyList<string> files, IReadOnlyList<Product> products)
    {
        var shared = files.CountBy(file => Path.GetFileName(file), StringComparer.OrdinalIgnoreCase)
            .Where(name => name.Value > 1).Select(name => name.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. from file in files
               let name = Path.GetFileName(file)
               select Named(file, shared.Contains(name) ? file : name, products),
        ];
    }

    private static NamedFramework Named(string file, string name, IReadOnlyList<Product> products)
    {
        var published = Finalization.ReadFramework(file, products: null).Lines;
        if (products.FirstOrDefault(product => published.Any(
            line => line.Code == product.Code && line.Unit != product.Unit)) is { } other)
        {
            throw OtherUnit(file, other.Code);
        }

        var lines = published
            .DistinctBy(PlaceOf).ToDictionary(PlaceOf, line => new LineValue(line.Volume, line.Duration));
        return new NamedFramework(
            name,
            group => lines.GetValueOrDefault((group.Product.Code, PublishedId(group.Subgroup))));

        static (string Code, string Subgroup) PlaceOf(PublishedLine line) => (line.Code, PublishedId(line.Subgroup));

        // What is in no subgroup has no name in a published framework.
        static string PublishedId(string subgroup) => subgroup == GroupScope.RestId ? string.Empty : subgroup;
    }

    private static CalibrationException OtherUnit(string file, string code) => new(
        ExitCode.WrongUse,
        new($"Dit kader geeft het volume van {code} in een andere eenheid dan de catalogus.",
            $"This framework gives the volume of {code} in another unit than the catalogue."),
        file,
        new("Reken het volume om naar de eenheid van de catalogus, of haal de lijn uit dit bestand.",
            "Convert the volume to the unit of the catalogue, or take the line out of this file."));

    // Of a cohort that goes on after what was known, only the first part could bring trajectories.
    private static Period SeenOfCohort(TrajectorySettings meaning)
    {
        var last = meaning.ObservedThen().Last;
        return last < meaning.Cohort.Last && last >= meaning.Cohort.First
            ? new Period(meaning.Cohort.First, last)
            : meaning.Cohort;
    }

    // Nothing can be left out by a column or a municipality that is not there.
    private static void RefuseMissingColumns(IReadOnlyList<Scenario> scenarios, TrajectorySet set)
    {
        foreach (var scenario in scenarios)
        {
            if (scenario.Population.WithoutMunicipality is { } code && set.Noted.Contains(CanonicalColumn.Municipality)
                && !set.Municipalities.Contains(code))
            {
                throw new CalibrationException(
                    ExitCode.WrongUse,
                    new("De gemeente die dit scenario weglaat, komt in de declaraties niet voor.",
                        "The municipality that this scenario leaves out does not occur in the declarations."),
                    scenario.Name,
                    new("Kijk de code na, met aanhalingstekens en de nul vooraan: '0518'.",
                        "Check the code, with quotes and its leading zero: '0518'."));
            }

            if (!scenario.Population.Asked().Except(set.Noted).Any())
                continue;
            var column = scenario.Population.Asked().Except(set.Noted).First().Name();
            throw new CalibrationException(
                ExitCode.WrongUse,
                new($"Dit scenario laat trajecten weg naar de kolom {column}, en die staat in geen bestand.",
                    $"This scenario leaves trajectories out by the column {column}, which no file has."),
                scenario.Name,
                new("Zeg in de mapping hoe de kolom heet, of haal het scenario weg.",
                    "Say in the mapping what the column is called, or take the scenario away."));
        }
    }

    private static void RefuseCohortsOutside(
        IReadOnlyList<Scenario> scenarios, IReadOnlyList<TrajectorySettings> meanings)
    {
        foreach (var (scenario, meaning) in scenarios.Zip(meanings))
        {
            if (meaning.Cohort.First >= meaning.Observed.First && meaning.Cohort.Last <= meaning.Observed.Last)
                continue;
            throw new CalibrationException(
                ExitCode.WrongUse,
                new("Het cohort van dit scenario valt niet binnen de waargenomen periode.",
                    "The cohort of this scenario does not lie within the observed period."),
                scenario.Name,
                new("Maak het cohort korter, of geef het scenario een eigen waargenomen periode.",
                    "Shorten the cohort, or give the scenario an observed period of its own."));
        }
    }
}
