namespace RgkCalibrator.Trajectories;

/// <summary>Which reasons of a stop message (code list WJ588 of iJw) end care.</summary>
internal static class StopReasons
{
    private const ushort Temporary = 20;
    private const ushort ChangeRequest = 37;
    private const ushort OtherProvider = 38;

    /// <summary>Whether care ends with a stop for a reason; a stop without one ends it.</summary>
    /// <param name="reason">The code; 0 for none.</param>
    /// <param name="splitByProvider">Whether a change of provider ends a trajectory.</param>
    internal static bool EndCare(ushort reason, bool splitByProvider) => reason switch
    {
        Temporary or ChangeRequest => false,
        OtherProvider => splitByProvider,
        _ => true,
    };
}
