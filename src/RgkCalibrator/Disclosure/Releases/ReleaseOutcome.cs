namespace RgkCalibrator.Disclosure.Releases;

/// <summary>What earlier releases made of the figures of a product.</summary>
public enum ReleaseOutcome
{
    /// <summary>They are shown.</summary>
    Shown,

    /// <summary>They are shown without some of them.</summary>
    Reduced,

    /// <summary>Those of an earlier release stand in their place.</summary>
    Kept,

    /// <summary>They are left out.</summary>
    Withheld,
}
