namespace RgkCalibrator.Output.Packets;

/// <summary>What a folder holds: a packet of one kind does not take the place of one of another.</summary>
internal enum PacketKind
{
    /// <summary>Of <c>derive</c> and <c>demo</c>.</summary>
    Draft,

    /// <summary>Of <c>compare</c>.</summary>
    Comparison,

    /// <summary>Of <c>control</c>.</summary>
    Control,

    /// <summary>Of <c>monitor</c>.</summary>
    Monitor,

    /// <summary>Of <c>finalize</c>.</summary>
    Annexes,

    /// <summary>Of <c>validate</c>.</summary>
    Validation,

    /// <summary>Of <c>pseudonymise</c>.</summary>
    Pseudonyms,

    /// <summary>Of <c>check</c> with a list.</summary>
    Requests,

    /// <summary>Of <c>register check</c>.</summary>
    Returns,

    /// <summary>Of <c>register apply</c>.</summary>
    Register,

    /// <summary>Of <c>generate</c> and <c>demo</c>.</summary>
    Region,
}
