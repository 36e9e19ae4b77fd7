namespace RgkCalibrator.Framework.Studies;

/// <summary>Trajectories that could all be followed for the duration of a line, held against it.</summary>
/// <param name="Followed">The trajectories, with their volumes within the duration.</param>
/// <param name="Volume">The volume of the line, in the product's unit.</param>
public sealed record FollowedLine(Observed Followed, decimal Volume)
{
    private readonly long _limit = Followed.Group.Product.TicksOf(Volume);

    /// <summary>Whether its volume is about these trajectories: that of a care year is not.</summary>
    public bool HasVolume => Followed.Group.CareYears is null;

    /// <summary>Whether the trajectory at a place uses more within the duration than the volume.</summary>
    internal bool IsBeyondVolume(int place) => HasVolume && Followed.Ticks[place] > _limit;

    /// <summary>
    /// Whether it does so if only a part of its volume was declared so far, 0 to 1, above 0.
    /// </summary>
    internal bool IsBeyondVolume(int place, double declared) =>
        HasVolume && Followed.Ticks[place] / declared > _limit;

    /// <summary>Whether the trajectory at a place lies beyond the line.</summary>
    internal bool IsBeyond(BeyondMeasure measure, int place) => measure switch
    {
        BeyondMeasure.VolumeWithin => IsBeyondVolume(place),
        BeyondMeasure.Outlasting => Followed.Outlasts(place),
        BeyondMeasure.Either => IsBeyondVolume(place) || Followed.Outlasts(place),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Not of trajectories."),
    };

    /// <summary>What the trajectory at a place uses within the duration beyond the volume, in the unit.</summary>
    internal double UnitsBeyond(int place) => IsBeyondVolume(place)
        ? (Followed.Ticks[place] - _limit) / (double)Followed.Group.Product.TicksPerUnit
        : 0;
}
