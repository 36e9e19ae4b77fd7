using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Groups;

namespace RgkCalibrator.Disclosure.Releases;

/// <summary>What the release of one scenario is made of. Restricted.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Products">The groups of each product in it.</param>
/// <param name="Lines">Its lines of the comparison.</param>
/// <param name="Settings">How estimates became lines.</param>
/// <param name="Keys">What its children are called in the ledger.</param>
internal sealed record ScenarioMaterial(
    Scenario Scenario, IReadOnlyList<ProductGroups> Products, IReadOnlyList<ScenarioLine> Lines,
    FrameworkSettings Settings, ReleaseKeys Keys);

/// <summary>
/// Scenarios that are released one after the other, the base first, each held to those before it and to all earlier
/// releases of the region. Where fewer children differ than the smallest group, or none, the earlier figures stand;
/// where a small group would follow from the difference otherwise, the product is left out of the scenario: other
/// figures in its place would say that nothing differs.
/// </summary>
/// <param name="Safe">What may be shown.</param>
/// <param name="Ledger">All that was released of the region, with these.</param>
/// <param name="Outcomes">What became of each product in each scenario, in the order of the scenarios.</param>
public sealed record HeldScenarios(
    SafeComparison Safe, ReleaseLedger Ledger,
    IReadOnlyList<IReadOnlyDictionary<string, ReleaseOutcome>> Outcomes)
{
    /// <summary>Holds scenarios to each other and to earlier releases.</summary>
    /// <param name="scenarios">The base first.</param>
    /// <param name="earlier">What was released before.</param>
    /// <param name="profile">What may be shown.</param>
    internal static HeldScenarios From(
        IReadOnlyList<ScenarioMaterial> scenarios, ReleaseLedger earlier, DisclosureProfile profile)
    {
        var columns = scenarios.AsParallel().AsOrdered().Select(one => new ScenarioRelease(one, profile)).ToList();
        var products = scenarios[0].Lines.Select(line => line.Line.Group.Product.Code).Distinct().ToList()
            .AsParallel().AsOrdered().Select(code => ScenarioProduct.Held(code, columns, earlier, profile))
            .ToDictionary(product => product.Code);
        var bases = columns[0].Lines.ToDictionary(line => line.Key, line => line.Duration);
        var safe = SafeComparison.Of(
        [
            .. columns.Select((column, i) => SafeScenario.Of(
                column.Name, [.. column.Lines.Select(line => Shown(line, i))], column.Days, profile)),
        ]);
        // What is not shown was not released.
        var added = safe.IsShown ? products.Values.SelectMany(product => product.Added) : [];
        return new(safe, new([.. earlier.Products, .. added]), [.. columns.Select((_, i) => Outcomes(i))]);

        (SafeLine Line, decimal? AtBase) Shown(ColumnLine line, int scenario)
        {
            var (own, atBase) = products[line.Key.Code].Cells[scenario]!;
            var shownOfBase = products[line.Key.Code].Cells[0]!.Own.Of(line.Key.Subgroup);
            // An earlier release may stand in for either: with another duration nothing is comparable.
            var isComparable = shownOfBase is { Withheld: null } && shownOfBase.Chosen.Duration == bases[line.Key];
            var shownAtBase = atBase?.Of(line.Key.Subgroup) is { } at && at.Chosen.Duration == bases[line.Key]
                ? at.Chosen.Volume
                : null;
            // The release that stands in may have no line of a subgroup that was empty then.
            var shown = own.Of(line.Key.Subgroup)
                ?? columns[scenario].Own(line.Key.Code).Untold().Of(line.Key.Subgroup)!;
            return (shown, isComparable ? shownAtBase : null);
        }

        Dictionary<string, ReleaseOutcome> Outcomes(int scenario) => products.Values
            .Where(product => product.Cells[scenario] is not null)
            .ToDictionary(product => product.Code, product => product.Cells[scenario]!.Outcome);
    }
}
