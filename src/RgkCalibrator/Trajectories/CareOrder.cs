namespace RgkCalibrator.Trajectories;

/// <summary>Whether care of a product came before, for the client (and at the provider, where split).</summary>
public enum CareOrder
{
    /// <summary>Too near to the first observed day to tell.</summary>
    Unknown,

    /// <summary>None within the days that make a follow-up.</summary>
    First,

    /// <summary>
    /// Care that ended few enough days before, or, of a part, an earlier assignment of the same uninterrupted care.
    /// </summary>
    FollowUp,
}

/// <summary>The names of orders in files and in rules of the catalogue.</summary>
public static class CareOrders
{
    /// <summary><c>first</c> or <c>follow-up</c>; empty where it is not known.</summary>
    public static string Name(this CareOrder order) => order switch
    {
        CareOrder.Unknown => string.Empty,
        CareOrder.First => "first",
        CareOrder.FollowUp => "follow-up",
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, "Unknown order."),
    };
}
