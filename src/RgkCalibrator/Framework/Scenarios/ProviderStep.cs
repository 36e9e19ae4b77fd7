namespace RgkCalibrator.Framework.Scenarios;

/// <summary>A provider's step from one line to another.</summary>
/// <param name="Change">The lines before and after, and what each comes to on its trajectories.</param>
/// <param name="Moved">The trajectories that come to lie on the other side.</param>
public sealed record ProviderStep(EffectChange Change, LineStep Moved)
{
    /// <summary>The main provider; empty for all care without a name.</summary>
    public string Provider => Change.Provider!;

    /// <summary>Whether the line before is its own, and not that for all without one of their own.</summary>
    public bool HadOwnLine => Change.Before.OwnLines.Contains(Provider);

    /// <summary>
    /// The steps of all providers: from every framework to the proposal, and from frameworks by provider also to the
    /// one in force.
    /// </summary>
    /// <param name="lines">The base of a comparison.</param>
    /// <param name="effects">What the frameworks come to on it.</param>
    /// <param name="providers">The names of providers by their numbers.</param>
    /// <returns>By line, in the order of the effects, and then by provider.</returns>
    public static IReadOnlyList<ProviderStep> Of(
        IReadOnlyList<ScenarioLine> lines, IReadOnlyList<FrameworkEffect> effects, IReadOnlyList<string> providers)
    {
        var lineOf = lines.ToDictionary(line => line.Line.Group);
        var old = effects.Where(one => one.IsByProvider || one.Framework == NamedFramework.Current).ToList();
        return
        [
            .. EffectChange.To(effects, NamedFramework.Proposed)
                .Concat(EffectChange.To(old, NamedFramework.Current))
                .Where(change => change is { Provider: not null, LineBefore: not null, LineAfter: not null })
                .GroupBy(change => (change.Before, change.After))
                .SelectMany(changes => Steps([.. changes], lineOf[changes.Key.Before.Group], providers)),
        ];
    }

    private static IEnumerable<ProviderStep> Steps(
        IReadOnlyList<EffectChange> changes, ScenarioLine line, IReadOnlyList<string> providers)
    {
        var byName = changes.ToDictionary(change => change.Provider!);
        var steps = LineStep.ByProvider(
            line.Line.Group, line.Line.Estimator,
            number => byName.GetValueOrDefault(providers[number]) is { } change
                ? (change.LineBefore!, change.LineAfter!)
                : null,
            line.Years);
        return steps.Select(step => new ProviderStep(byName[providers[step.Key]], step.Value))
            .OrderBy(step => step.Provider, StringComparer.Ordinal);
    }
}
