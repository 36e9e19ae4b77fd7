namespace RgkCalibrator.Output.Charts;

/// <summary>A share with its place on the axis.</summary>
/// <param name="X">In units of the axis.</param>
/// <param name="Share">0 to 1.</param>
/// <param name="Limits">The interval around it; null where none is drawn.</param>
/// <param name="Name">What it is of; stands beside it where <paramref name="IsNamed"/>.</param>
/// <param name="Label">The share and its count in words, for listeners and for the table.</param>
/// <param name="IsNamed">Whether its name stands in the chart.</param>
public sealed record SharePoint(
    double X, double Share, (double Lower, double Upper)? Limits, string Name, string Label, bool IsNamed)
{
    /// <summary>How its dot looks.</summary>
    public PointLook Look { get; init; }
}

/// <summary>How a dot looks.</summary>
public enum PointLook
{
    /// <summary>As others.</summary>
    Usual,

    /// <summary>It gives a signal: in another colour, with a ring around it.</summary>
    Signal,

    /// <summary>It is not complete: open.</summary>
    Open,
}

/// <summary>A curve between which shares are expected.</summary>
/// <param name="Label">Its name in the legend.</param>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Points">Ascending in X.</param>
public sealed record ShareLimit(string Label, MarkerKind Kind, IReadOnlyList<(double X, double Share)> Points);

/// <summary>Shares of several parts beside each other, with the share that is aimed at.</summary>
public sealed record ShareChart : ChartModel
{
    /// <summary>What the axis across counts.</summary>
    public required string XTitle { get; init; }

    /// <summary>Its ticks; the painted axis ends with the points.</summary>
    public required Axis XAxis { get; init; }

    /// <summary>What the shares are of.</summary>
    public required string YTitle { get; init; }

    /// <summary>
    /// How many of the first points are joined: years in their order, without what stands for several others. 0: none.
    /// </summary>
    public int Joined { get; init; }

    /// <summary>What the looks of points mean, in the legend; empty: they are all alike.</summary>
    public IReadOnlyList<(PointLook Look, string Label)> Looks { get; init; } = [];

    /// <summary>The points; at least two.</summary>
    public required IReadOnlyList<SharePoint> Points { get; init; }

    /// <summary>The curves of limits, in pairs of one label.</summary>
    public IReadOnlyList<ShareLimit> Limits { get; init; } = [];

    /// <summary>Shares with a line across, 0 to 1.</summary>
    public required IReadOnlyList<ChartLevel> Levels { get; init; }

    /// <summary>The largest share that is drawn.</summary>
    internal double Largest => Points.Select(point => point.Limits?.Upper ?? point.Share)
        .Concat(Levels.Select(level => level.Value)).Max();

    /// <inheritdoc/>
    public override ChartTable Table =>
        new([XTitle, YTitle], [.. Points.Select(point => (IReadOnlyList<string>)[point.Name, point.Label])]);
}
