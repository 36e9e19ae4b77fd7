namespace RgkCalibrator.Disclosure;

/// <summary>
/// The values of one distribution at which may be told how many trajectories lie at or below. Between two neighbours,
/// below the first and above the last lie enough children. All that is shown of the distribution lies on them:
/// percentiles, limits, classes and points of its curve.
/// </summary>
/// <remarks>
/// Why this suffices: move every trajectory up to the next of these values. A percentile, a count and a share at them
/// stay what they were, and what a percentile says of the step below it stays true. So whoever sees the release cannot
/// tell the two regions apart, and in the moved one no stretch holds few children.
/// </remarks>
internal sealed class SafePoints(KnownValues known, DisclosureProfile profile)
{
    private readonly List<double> _safe = [];
    private readonly List<double> _shown = [];

    /// <summary>Adds a value, unless too few children lie between it and what is there.</summary>
    /// <returns>Whether it is one of them now.</returns>
    internal bool Add(double value)
    {
        if (_safe.Contains(value))
            return true;
        if (!known.IsApart(value, _shown, profile))
            return false;
        _safe.Add(value);
        _shown.Add(value);
        return true;
    }

    /// <summary>Whether a value could be one of them, or is.</summary>
    internal bool CanAdd(double value) => _safe.Contains(value) || known.IsApart(value, _shown, profile);

    /// <summary>
    /// Takes a value that is shown in any case. Where it cannot be one of them, the others keep away from it.
    /// </summary>
    internal void Show(double value)
    {
        if (!Add(value) && !_shown.Contains(value))
            _shown.Add(value);
    }

    /// <summary>
    /// Takes a percentile, which says how many lie at least at or below it, beside what is shown. It may be equal to
    /// what is shown, and above all of it few may lie beyond: how many, nothing tells.
    /// </summary>
    internal bool AddBeside(double value)
    {
        if (_shown.Contains(value) || Add(value))
            return true;
        if (!known.IsOnTop(value, _shown, profile))
            return false;
        _shown.Add(value);
        return true;
    }
}
