namespace RgkCalibrator.Framework.Scenarios;

/// <summary>
/// What changes when one framework takes the place of another: on the trajectories of a line, or of one main provider
/// in it.
/// </summary>
/// <param name="Before">The effect of the first.</param>
/// <param name="After">The effect of the second, on the same group.</param>
/// <param name="Provider">The provider; null for all that have a line in both.</param>
public sealed record EffectChange(FrameworkEffect Before, FrameworkEffect After, string? Provider)
{
    /// <summary>The line in the first; null for all providers where these have lines of their own.</summary>
    public LineValue? LineBefore => Provider is null ? Before.Line : Before.LineOf(Provider);

    /// <summary>The line in the second.</summary>
    public LineValue? LineAfter => Provider is null ? After.Line : After.LineOf(Provider);

    /// <summary>What the first comes to; null where its duration is not allowed.</summary>
    public LineEffect? EffectBefore => Of(Before, After);

    /// <summary>
    /// What the second comes to on the same trajectories: only of providers that have a line in the first.
    /// </summary>
    public LineEffect? EffectAfter => Of(After, Before);

    /// <summary>
    /// The change of the volume of the line; null at different durations, from which it could not be told apart.
    /// </summary>
    public decimal? Volume =>
        LineBefore is { } before && LineAfter is { } after && before.Duration.IsAlsoCalled(after.Duration)
            ? after.Volume - before.Volume
            : null;

    /// <summary>The euros above the line of one of the effects, a year; null where the product has no price.</summary>
    public double? Euros(LineEffect effect) => effect.Above * (double?)Before.Group.Product.Tariff;

    /// <summary>
    /// What changes from every framework to one of them, by line; where providers are known by provider too.
    /// </summary>
    /// <param name="effects">The effects of all frameworks.</param>
    /// <param name="after">The name of the one that takes the place of the others.</param>
    public static IReadOnlyList<EffectChange> To(IReadOnlyList<FrameworkEffect> effects, string after)
    {
        var last = effects.Where(one => one.Framework == after).ToDictionary(one => one.Group);
        return
        [
            .. from before in effects
               where before.Framework != after && last.ContainsKey(before.Group)
               let to = last[before.Group]
               from provider in before.ByProvider.Keys.Intersect(to.ByProvider.Keys)
                   .Order(StringComparer.Ordinal).Prepend(null)
               select new EffectChange(before, to, provider),
        ];
    }

    private LineEffect? Of(FrameworkEffect effect, FrameworkEffect other)
    {
        if (Provider is not null)
            return effect.ByProvider.GetValueOrDefault(Provider);
        if (effect.Line is not null && other.Line is not null)
            return effect.Effect;
        var both = effect.ByProvider.Keys.Where(other.ByProvider.ContainsKey).Order(StringComparer.Ordinal)
            .Select(provider => effect.ByProvider[provider]).ToList();
        return both.Count == 0 ? null : LineEffect.Sum(both);
    }
}
