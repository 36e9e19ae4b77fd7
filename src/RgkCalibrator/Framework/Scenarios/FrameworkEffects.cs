using RgkCalibrator.Groups;

namespace RgkCalibrator.Framework.Scenarios;

/// <summary>A framework whose effect is asked.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="LineOf">Its line for a group; null where it has none.</param>
public sealed record NamedFramework(string Name, Func<Group, LineValue?> LineOf);

/// <summary>What a framework comes to on the trajectories of a line.</summary>
/// <param name="Framework">The name of the framework.</param>
/// <param name="Group">The trajectories.</param>
/// <param name="Line">The line of the framework.</param>
/// <param name="Effect">Null where the product does not allow its duration.</param>
/// <param name="ByProvider">The same by main provider; empty where no provider is known.</param>
public sealed record FrameworkEffect(
    string Framework, Group Group, LineValue Line, LineEffect? Effect,
    IReadOnlyDictionary<string, LineEffect> ByProvider);

/// <summary>What frameworks come to, line by line, on the same trajectories.</summary>
public static class FrameworkEffects
{
    /// <summary>Reckons every framework on every group.</summary>
    /// <param name="lines">The base of a comparison.</param>
    /// <param name="frameworks">The frameworks.</param>
    /// <param name="providers">The names of providers by their numbers; empty for what has none.</param>
    public static IReadOnlyList<FrameworkEffect> Reckon(
        IReadOnlyList<ScenarioLine> lines, IReadOnlyList<NamedFramework> frameworks, IReadOnlyList<string> providers)
    {
        var hasProviders = providers.Count(name => name.Length > 0) > 1;
        return
        [
            .. lines.SelectMany(line => frameworks.Select(framework => (line, framework)))
                .AsParallel().AsOrdered()
                .Select(pair => Reckon(pair.line, pair.framework, hasProviders ? providers : []))
                .OfType<FrameworkEffect>(),
        ];
    }

    private static FrameworkEffect? Reckon(
        ScenarioLine line, NamedFramework framework, IReadOnlyList<string> providers)
    {
        var (group, estimator) = (line.Line.Group, line.Line.Estimator);
        if (framework.LineOf(group) is not { } value)
            return null;
        var byProvider = providers.Count == 0
            ? []
            : LineEffect.ByProvider(group, estimator, value, line.Years)
                .ToDictionary(pair => providers[pair.Key], pair => pair.Value);
        return new FrameworkEffect(
            framework.Name, group, value, LineEffect.On(group, estimator, value, line.Years), byProvider);
    }
}
