using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework.Scenarios;

/// <summary>Makes the lines of one scenario.</summary>
internal sealed class ScenarioColumn(
    Scenario scenario, IReadOnlyList<ProductGroups> groups, FrameworkSettings usual, IReadOnlyList<DraftLine> bases)
{
    private readonly FrameworkSettings _settings = scenario.Apply(usual);
    private readonly Dictionary<LineName, DurationStep?> _ofBase = bases.ToDictionary(
        line => line.Group.Name, line => line.Chosen.Duration?.Step);

    /// <summary>The lines by their names.</summary>
    internal Dictionary<LineName, ScenarioLine> Lines(CountedDays days)
    {
        var own = Make(scenario.Choices);
        if (scenario.HasLongestConcurrent)
            own = Make(WithBeside(own.SelectMany(lines => lines)));
        return own.Zip(AtBase(own)).SelectMany(product => product.First.Zip(product.Second)).ToDictionary(
            pair => pair.First.Group.Name,
            pair => new ScenarioLine(
                scenario, pair.First, OfBase(pair.First.Group) is null ? null : pair.Second.Chosen.Volume?.Value,
                days)
            {
                AtBaseLine = pair.Second,
            });
    }

    /// <summary>The lines of each product with volumes within the durations of the base.</summary>
    private IEnumerable<IReadOnlyList<DraftLine>> AtBase(List<IReadOnlyList<DraftLine>> own)
    {
        var choices = scenario.Choices;
        // The volume of a whole trajectory is within no duration.
        if (choices.IsJoint || choices.HasWholeVolumes)
            return own;
        if (!scenario.HasLongestConcurrent)
        {
            choices = choices with { DurationOf = OfBase };
            return own.Select((lines, i) => lines.All(HasDurationOfBase) ? lines : Make(groups[i], choices));
        }

        // What counts for a trajectory also hangs on the lines of other products.
        return own.TrueForAll(lines => lines.All(HasDurationOfBase))
            ? own
            : Make(WithBeside(bases) with { DurationOf = OfBase });
    }

    // Where the percentile is not reached within the duration of the line, it can be within that of the base.
    private bool HasDurationOfBase(DraftLine line) => line.Lack is Lack.TooFew or Lack.NoColumn
        || OfBase(line.Group) is not { } duration || line.Chosen.Duration?.Step == duration;

    private DurationStep? OfBase(Group group) => _ofBase.GetValueOrDefault(group.Name);

    /// <summary>What lies beside counts by lines, and by the lines now in force where the data support none.</summary>
    private LineChoices WithBeside(IEnumerable<DraftLine> lines)
    {
        var durations = lines.ToDictionary(
            line => line.Group.Name, line => line.Chosen.Duration?.Step ?? line.Current?.Duration);
        return scenario.Choices with { DurationBeside = name => durations.GetValueOrDefault(name) };
    }

    private List<IReadOnlyList<DraftLine>> Make(LineChoices choices) =>
        [.. groups.Select(product => Make(product, choices))];

    private IReadOnlyList<DraftLine> Make(ProductGroups product, LineChoices choices) =>
        Proposals.ForProduct(product, _settings, choices);
}
