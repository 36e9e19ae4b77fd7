namespace RgkCalibrator.Requests;

/// <summary>What the framework says of a request. It is no decision.</summary>
public enum RequestVerdict
{
    /// <summary>The volume and the duration are inside the line.</summary>
    Inside,

    /// <summary>The volume is beyond the line, the duration is not.</summary>
    BeyondVolume,

    /// <summary>The duration is beyond the line, the volume is not.</summary>
    BeyondDuration,

    /// <summary>Both are beyond the line.</summary>
    BeyondBoth,

    /// <summary>The framework has no line for it.</summary>
    NoLine,

    /// <summary>The catalogue does not know the product.</summary>
    UnknownProduct,

    /// <summary>Something was not told, and the line hangs on it.</summary>
    FactMissing,

    /// <summary>Something in the request cannot be read or compared.</summary>
    Unreadable,
}

/// <summary>Why there is no line for a request.</summary>
public enum LineAbsence
{
    /// <summary>The product is under no framework.</summary>
    OutsideFramework,

    /// <summary>The product is under a framework, and its line is not in it.</summary>
    NotInFramework,

    /// <summary>The working group dropped the line.</summary>
    Dropped,

    /// <summary>The framework divides the product in other subgroups than the catalogue.</summary>
    OtherSubgroups,
}
