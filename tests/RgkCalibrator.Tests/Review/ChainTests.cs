using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Review;

namespace RgkCalibrator.Tests.Review;

/// <summary>
/// The whole way of a revision: a draft, a comparison, the decisions of the working group, the annexes, and what these
/// come to beside the framework now in force.
/// </summary>
public sealed class ChainTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void What_was_adopted_can_be_held_beside_the_proposal_and_the_framework_in_force()
    {
        var adopted = Adopt();
        var compared = Comparison.Compare(
            [SmallRegion.Declarations], _folder["vergelijking"],
            ScenarioFile.Read(Repository.PathOf("data/scenarios/voorbeeld.yaml")), SmallRegion.Settings,
            SmallRegion.OneThread, new ComparedWith { Frameworks = [_folder["bijlagen/framework.json"]] });
        var published = FrameworkTables.Read(Repository.PathOf("data/reference/framework_2025.csv"), products: null);

        // A line that was adopted as proposed has the effect of the proposal.
        var effects = compared.Effects.ToLookup(one => (one.Group, one.Framework));
        var asProposed = adopted.Lines
            .Where(line => line.Proposed is not null && line.Decision.Adopted == line.Proposed)
            .Select(line => (line.Code, line.Subgroup)).ToHashSet();
        Assert.NotEmpty(asProposed);
        foreach (var group in compared.Lines.Select(line => line.Group)
            .Where(group => asProposed.Contains((group.Product.Code, group.Subgroup))))
        {
            Assert.Equal(
                effects[(group, "voorstel")].Single().Effect, effects[(group, "framework.json")].Single().Effect);
        }

        // What lies inside the adopted lines, whatever was decided, is what the comparison says of them.
        var coverages = AdoptedCoverage.Of(
            adopted, VolumeCountReading.Read(Path.Combine(SmallRegion.Packet, "intern", "coverage.csv")));
        Assert.Contains(coverages, one => one.Line.Decision.Kind == DecisionKind.Adapt && one.Both is > 0 and < 1);
        Assert.Contains(coverages, one => one.Line.Decision.Kind == DecisionKind.Keep);
        foreach (var coverage in coverages)
        {
            var line = compared.Lines.Single(line => line.Group.Product.Code == coverage.Line.Code
                && line.Group.Subgroup == coverage.Line.Subgroup).Base.Line;
            var effect = effects[(line.Group, "framework.json")].Single().Effect!;
            Assert.Equal(effect.Inside!.Value, coverage.Both, 9);
            // Of the proposal they are the shares that stand beside it.
            if (coverage.Line.Proposed is null || coverage.Line.Decision.Adopted != coverage.Line.Proposed)
                continue;
            var proposed = line.Chosen.Coverage!;
            Assert.Equal(proposed.Duration / proposed.All, coverage.Duration, 9);
            Assert.Equal(proposed.Volume / proposed.All, coverage.Volume, 9);
        }

        // What differs from the framework in force is what the working group changed.
        var differs = FrameworkDifference.Between(published, adopted.ToPublished()).Select(one => one.Line.Code);
        Assert.Contains("45C02", differs);
        Assert.Empty(FrameworkDifference.Between(
            adopted.ToPublished(), Finalization.ReadFramework(_folder["bijlagen/framework.json"], products: null)));
        // It still fits together, but for what the published framework had already.
        Assert.All(
            FrameworkLint.Check(adopted.ToPublished()),
            finding => Assert.Contains(finding.Rule, new[] { "intensity", "level", "lighter-is-more" }));
    }

    public void Dispose() => _folder.Dispose();

    private AdoptedFramework Adopt()
    {
        using var book = new FilledWorkbook(
            Path.Combine(SmallRegion.Packet, "extern", "kader-concept.xlsx"), _folder["boek.xlsx"]).Decide();
        var row = book.First(line => book.Text(line, "Code") == "45C02");
        book.Set(row, "Besluit", "aanpassen");
        book.Set(row, "Vastgesteld volume", 70);
        book.Set(row, "Motivering", "De werkgroep verwacht meer inzet.");
        row = book.First(line => book.Text(line, "Code") == "45C05");
        book.Set(row, "Besluit", "aanpassen");
        book.Set(row, "Vastgestelde duur", "9 maanden");
        book.Set(row, "Motivering", "De werkgroep verwacht kortere trajecten.");
        return Finalization.Finalize(
            [book.Save()], SmallRegion.Packet, _folder["bijlagen"], CatalogueFile.Haaglanden2025(),
            RunSettings.Default);
    }
}
