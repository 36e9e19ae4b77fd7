namespace RgkCalibrator.Disclosure.Releases;

/// <summary>
/// What runs of one command released of a region, the earliest first, which each run passes on to the next. Restricted.
/// </summary>
internal interface IReleasedLedger<T>
    where T : class, IReleasedLedger<T>
{
    /// <summary>What its file says that it is.</summary>
    static abstract string Format { get; }

    /// <summary>Reads a ledger; null where it is none, is damaged, or is of another version.</summary>
    static abstract T? Read(Stream file);

    /// <summary>All that several ledgers hold, in their order.</summary>
    static abstract T Of(IEnumerable<T> ledgers);
}
