using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Review;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Framework;

/// <summary>The framework as it was made in 2021: a line for each provider, where its trajectories allow.</summary>
public sealed class ProviderLineTests : IDisposable
{
    // Some are as a spreadsheet or a reader of CSV would like to misread them; the last is none.
    private const string OddNames =
        """['=1+2', 'Zorg, "Huis" & Zoon', 'é', ''][1 + ascii(right(client_id, 1)) % 4]""";

    private static readonly CalibrationSettings Settings = Of2021(SmallRegion.Settings).WithLinesByProvider();

    private readonly TemporaryFolder _folder = new();
    private readonly Reading _reading = new();

    [Fact]
    public void A_provider_has_the_lines_that_a_file_of_its_own_declarations_gives()
    {
        var lines = LinesIn(SmallRegion.Declarations).Where(line => !HasOtherCare(line.Own.Group.Product)).ToList();
        var provider = lines.CountBy(line => line.Basis == ProviderBasis.Own ? line.Provider : string.Empty)
            .Where(count => count.Key.Length > 0).MaxBy(count => count.Value).Key;

        var alone = LinesOf(Only(SmallRegion.Declarations, provider)).Where(line => !HasOtherCare(line.Group.Product));

        var compared = Same(lines, provider, alone);
        Assert.True(compared > 8, Numbers.Whole(compared));
    }

    [Fact]
    public void Where_a_child_has_one_provider_lines_that_ask_for_other_care_are_those_of_its_file_too()
    {
        var declarations = WithProviders(OddNames);
        var lines = LinesIn(declarations);

        var compared = Same(lines, "é", LinesOf(Only(declarations, "é")));

        Assert.True(compared > 8, Numbers.Whole(compared));
        Assert.Contains(lines, line => line.Basis == ProviderBasis.Own && HasOtherCare(line.Own.Group.Product));
    }

    [Fact]
    public void Providers_without_a_name_are_a_rest_that_counts_and_gets_no_line_of_its_own()
    {
        var set = Trajectories(WithProviders(OddNames));
        var all = LinesOf(set);

        var lines = ProviderLine.Of(set, Settings.Catalogue, all, Settings.Framework);

        var nameless = lines.Where(line => !line.IsNamed).ToList();
        Assert.Contains(nameless, line => line.Own.Proposed is not null);
        Assert.All(nameless, line => Assert.Null(line.OwnValue));
        Assert.All(nameless, line => Assert.Equal(line.OfAll.Advised, line.Value));
        foreach (var line in all)
        {
            var own = lines.Where(one => one.OfAll == line).Select(one => one.Own.Group).ToList();
            Assert.Equal(
                (line.Group.Cohort, line.Group.CohortVolume.ToArray().Sum()),
                (own.Sum(one => one.Cohort), own.Sum(one => one.CohortVolume.ToArray().Sum())));
        }
    }

    [Fact]
    public void A_provider_with_too_few_trajectories_falls_back_on_the_line_of_all()
    {
        var ofAll = Proposals.ForGroup(Care.Group(Care.Usual, Cares(60)), Settings.Framework);
        var few = new ProviderLine("a", Own(16), ofAll);
        var enough = new ProviderLine("a", Own(17), ofAll);

        Assert.Equal((ProviderBasis.AllProviders, ofAll.Proposed), (few.Basis, few.Value));
        Assert.Equal((ProviderBasis.Own, enough.Own.Proposed), (enough.Basis, enough.Value));
        Assert.NotEqual(few.Value, enough.Value);
        Assert.Equal(ProviderBasis.None, new ProviderLine("a", Own(16), Own(16)).Basis);
    }

    [Fact]
    public void The_file_for_programs_marks_what_every_line_rests_on()
    {
        var ofAll = Proposals.ForGroup(Care.Group(Care.Usual, Cares(60)), Settings.Framework);
        ProviderLine[] lines =
            [new("", Own(20), ofAll), new("a", Own(40), ofAll), new("b", Own(3), ofAll), new("c", Own(3), Own(3))];

        var sheet = ProviderLineTable.Sheet(lines, Language.Dutch);

        using var file = new MemoryStream();
        sheet.Table.WriteCsv(file);
        Golden.Verify("provider-lines.csv", System.Text.Encoding.UTF8.GetString(file.ToArray()));
        Assert.StartsWith(
            "Per lijn en aanbieder, zoals het kader van 2021 is gemaakt. Een traject is van één aanbieder. Van 3 "
                + "aanbieders rusten 1 lijnen op de eigen trajecten. Bij 1 zijn dat er te weinig",
            sheet.Note.Dutch, StringComparison.Ordinal);
        Assert.Contains("20 trajecten zonder naam", sheet.Note.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_writes_a_framework_that_is_read_as_it_was_derived_and_nothing_of_it_outside()
    {
        var declarations = WithProviders(OddNames);
        var usual = Of2021(SmallRegion.Settings);
        var split = usual.Catalogue.Trajectories with { SplitByProvider = true };

        var report = Calibration.Derive(
            [declarations], _folder["per"], usual.WithLinesByProvider(), SmallRegion.OneThread);
        _ = Calibration.Derive(
            [declarations], _folder["samen"], usual with { Catalogue = usual.Catalogue.With(split) },
            SmallRegion.OneThread);

        var file = _folder["per/intern/kader-per-aanbieder.csv"];
        var published = Finalization.ReadFramework(file, products: null);
        var given = GivenFramework.Of([(file, published)], Settings.Catalogue.Products)[0];
        var lines = report.Draft.ByProvider!;
        Assert.Equal(
            lines.Select(line => (line.Own.Group.Name, line.Provider, line.Value)),
            lines.Select(line =>
                (line.Own.Group.Name, line.Provider, given.LineOf(line.Own.Group, line.Provider))));
        Assert.Equal(
            ["=1+2", "Zorg, \"Huis\" & Zoon", "é"],
            published.Lines.Select(line => line.Provider).Where(name => name.Length > 0).Distinct()
                .Order(StringComparer.Ordinal));
        Assert.Equal(SmallRegion.Files(_folder["samen/extern"]), SmallRegion.Files(_folder["per/extern"]));
        Assert.Contains(
            "\"perProvider\": true", File.ReadAllText(_folder["per/manifest.json"]), StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["samen/intern/provider-lines.csv"]));
    }

    [Fact]
    public void Declarations_without_providers_are_refused()
    {
        var nameless = _reading.WriteQuery($"SELECT * EXCLUDE (provider_id) FROM {Table(SmallRegion.Declarations)}");

        var refused = Assert.Throws<CalibrationException>(
            () => Calibration.Derive([nameless], _folder["uit"], Settings, SmallRegion.OneThread));

        Assert.Contains("provider_id", refused.Remedy.English, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["uit"]));
    }

    public void Dispose()
    {
        _reading.Dispose();
        _folder.Dispose();
    }

    private static CalibrationSettings Of2021(CalibrationSettings usual) => usual with
    {
        Catalogue = usual.Catalogue.With(usual.Catalogue.Trajectories with
        {
            Cohort = new Period(new DateOnly(2018, 1, 1), new DateOnly(2020, 12, 31)),
        }),
        Framework = new FrameworkSettings { Percentage = Percentage.Of(75), Compared = Percentage.Of(80) },
    };

    private static IEnumerable<Care> Cares(int count) =>
        Enumerable.Range(0, count).Select(child => Care.Of(child, child % 3, 10 + child));

    private static DraftLine Own(int count) =>
        Proposals.ForGroup(Care.Group(Care.Usual, Cares(count)), Settings.Framework);

    /// <summary>Whether care of another provider can be in its subgroups' rules.</summary>
    private static bool HasOtherCare(Product product) => product.Subgroups.SelectMany(subgroup => subgroup.When)
        .Any(condition => condition.Kind is ConditionKind.WithStay or ConditionKind.Concurrent);

    private static int Same(IEnumerable<ProviderLine> lines, string provider, IEnumerable<DraftLine> alone)
    {
        var own = lines.Where(line => line.Provider == provider).Select(line => line.Own).ToList();
        Assert.Equal(
            alone.Where(line => line.Group is { Cohort: > 0 } or { CareYears.Cohort: > 0 }).Select(Told),
            own.Select(Told));
        return own.Count(line => line.Proposed is not null);
    }

    private static object Told(DraftLine line) => (
        line.Group.Name, line.Group.Cohort, line.Group.Count, line.Group.Children,
        Volume: line.Group.CohortVolume.ToArray().Sum(), Years: line.Group.CareYears?.Cohort, line.Tier, line.Lack,
        line.Chosen.Duration, line.Chosen.Volume, line.Chosen.Coverage, line.Compared.Volume, line.Other.Volume);

    private static string Table(string declarations) => declarations.EndsWith(".parquet", StringComparison.Ordinal)
        ? $"read_parquet('{declarations}')"
        : $"read_parquet('{declarations}/*.parquet')";

    private string Only(string declarations, string provider) =>
        _reading.WriteQuery($"SELECT * FROM {Table(declarations)} WHERE provider_id = '{provider}'");

    private string WithProviders(string name) => _reading.WriteQuery(
        $"SELECT * REPLACE ({name} AS provider_id) FROM {Table(SmallRegion.Declarations)}");

    private static TrajectorySet Trajectories(string declarations) =>
        Calibration.Trajectories([declarations], Settings, SmallRegion.OneThread);

    private static IReadOnlyList<DraftLine> LinesOf(string declarations) => LinesOf(Trajectories(declarations));

    private static IReadOnlyList<DraftLine> LinesOf(TrajectorySet set) =>
    [
        .. Grouping.ByProduct(set, Settings.Catalogue)
            .SelectMany(product => Proposals.ForProduct(product, Settings.Framework)),
    ];

    private static IReadOnlyList<ProviderLine> LinesIn(string declarations)
    {
        var set = Trajectories(declarations);
        return ProviderLine.Of(set, Settings.Catalogue, LinesOf(set), Settings.Framework);
    }
}
