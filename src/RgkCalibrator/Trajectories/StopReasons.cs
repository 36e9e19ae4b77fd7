namespace RgkCalibrator.Trajectories;

/// <summary>Which reasons of a stop message (code list WJ588 of iJw) end care.</summary>
internal sealed class StopReasons(bool splitByProvider)
{
    private const ushort Temporary = 20;
    private const ushort ChangeRequest = 37;
    private const ushort OtherProvider = 38;

    /// <summary>Whether care ends with a stop for a reason; a stop without one ends it.</summary>
    internal bool EndsCare(ushort reason) => reason switch
    {
        Temporary or ChangeRequest => false,
        OtherProvider => splitByProvider,
        _ => true,
    };
}
