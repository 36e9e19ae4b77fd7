namespace RgkCalibrator.Tests.Faults;

/// <summary>A test that needs Linux and a compiler of C.</summary>
public sealed class FaultFactAttribute : FactAttribute
{
    public FaultFactAttribute()
    {
        if (FaultyRun.WhyNot is { } reason)
            Skip = reason;
    }
}
