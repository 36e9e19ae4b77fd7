namespace RgkCalibrator.Disclosure.Releases;

/// <summary>How the values behind one release are to those behind another.</summary>
internal enum ReleaseComparison
{
    /// <summary>Each has some that the other has not.</summary>
    Mixed,

    /// <summary>They are the same, of the same children.</summary>
    Same,

    /// <summary>The other has all of them, and more.</summary>
    Narrower,

    /// <summary>They are all of the other, and more.</summary>
    Wider,
}
