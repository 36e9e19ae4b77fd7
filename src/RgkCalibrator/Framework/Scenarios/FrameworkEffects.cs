using RgkCalibrator.Groups;

namespace RgkCalibrator.Framework.Scenarios;

/// <summary>A framework whose effect is asked.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="LineOf">
/// Its line for a group, which counts for every provider; null where it has none. Of a framework by provider: its line
/// for providers without one of their own.
/// </param>
public sealed record NamedFramework(string Name, Func<Group, LineValue?> LineOf)
{
    /// <summary>What tables call the lines that the data propose.</summary>
    public const string Proposed = "voorstel";

    /// <summary>What tables call the lines now in force.</summary>
    public const string Current = "huidig";

    /// <summary>Both: no other framework can be called so.</summary>
    public static IReadOnlyList<string> Names { get; } = [Current, Proposed];

    /// <summary>
    /// Gives a main provider's own line for a group, by its name, or null where <see cref="LineOf"/> counts; null: the
    /// framework is the same for all.
    /// </summary>
    public Func<Group, string, LineValue?>? LineOfProvider { get; init; }
}

/// <summary>What a framework comes to on the trajectories of a line.</summary>
/// <param name="Framework">The name of the framework.</param>
/// <param name="Group">The trajectories.</param>
/// <param name="Line">The line of the framework; null where providers have lines of their own.</param>
/// <param name="Effect">
/// Null where the product does not allow the duration. Of a framework by provider: the sum of its providers.
/// </param>
/// <param name="ByProvider">The same by main provider; empty where no provider is known.</param>
public sealed record FrameworkEffect(
    string Framework, Group Group, LineValue? Line, LineEffect? Effect,
    IReadOnlyDictionary<string, LineEffect> ByProvider)
{
    /// <summary>
    /// The lines that count for each provider; empty for a framework that is the same for all.
    /// </summary>
    public IReadOnlyDictionary<string, LineValue> ProviderLines { get; init; } =
        new Dictionary<string, LineValue>();

    /// <summary>Whether providers can have lines of their own.</summary>
    public bool IsByProvider => Line is null;

    /// <summary>The providers whose line is their own.</summary>
    public IReadOnlySet<string> OwnLines { get; init; } = new HashSet<string>();

    /// <summary>The line that counts for a main provider; null where there is none.</summary>
    public LineValue? LineOf(string provider) => Line ?? ProviderLines.GetValueOrDefault(provider);
}

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
        var hasProviders = providers.Count(name => name.Length > 0) > 1
            || frameworks.Any(framework => framework.LineOfProvider is not null);
        return
        [
            .. lines.SelectMany(line => frameworks.Select(framework => (line, framework)))
                .AsParallel().AsOrdered()
                .Select(pair => pair.framework.LineOfProvider is { } lineOf
                    ? ByProvider(pair.line, pair.framework, lineOf, providers)
                    : ForAll(pair.line, pair.framework, hasProviders ? providers : []))
                .OfType<FrameworkEffect>(),
        ];
    }

    private static FrameworkEffect? ForAll(
        ScenarioLine line, NamedFramework framework, IReadOnlyList<string> providers)
    {
        var (group, estimator) = (line.Line.Group, line.Line.Estimator);
        if (framework.LineOf(group) is not { } value)
            return null;
        var byProvider = providers.Count == 0
            ? []
            : LineEffect.ByProvider(group, estimator, _ => value, line.Years)
                .ToDictionary(pair => providers[pair.Key], pair => pair.Value);
        return new FrameworkEffect(
            framework.Name, group, value, LineEffect.On(group, estimator, value, line.Years), byProvider);
    }

    private static FrameworkEffect? ByProvider(
        ScenarioLine line, NamedFramework framework, Func<Group, string, LineValue?> lineOf,
        IReadOnlyList<string> providers)
    {
        var group = line.Line.Group;
        var own = group.Providers().Select(number => providers[number])
            .Select(name => (Name: name, Line: lineOf(group, name))).ToList();
        var lines = own.Select(pair => (pair.Name, Line: pair.Line ?? framework.LineOf(group)))
            .Where(pair => pair.Line is not null).ToDictionary(pair => pair.Name, pair => pair.Line!);
        if (lines.Count == 0)
            return null;
        var byProvider = LineEffect.ByProvider(
                group, line.Line.Estimator, number => lines.GetValueOrDefault(providers[number]), line.Years)
            .ToDictionary(pair => providers[pair.Key], pair => pair.Value);
        var whole = byProvider.Count == 0 ? null : LineEffect.Sum(
            [.. byProvider.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)]);
        return new FrameworkEffect(framework.Name, group, Line: null, whole, byProvider)
        {
            ProviderLines = lines,
            OwnLines = own.Where(pair => pair.Line is not null).Select(pair => pair.Name).ToHashSet(),
        };
    }
}
