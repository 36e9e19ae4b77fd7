namespace RgkCalibrator.Disclosure.Releases;

/// <summary>The ledger of releases as a file.</summary>
internal static class LedgerFormat
{
    internal const string Format = "rgk-released";
    private const int FormatVersion = 2;

    /// <summary>Writes a ledger.</summary>
    internal static void Write(ReleaseLedger ledger, Stream file) =>
        ReleaseFormat.Write(new LedgerDocument(Format, FormatVersion, ledger.Products), file);

    /// <summary>Reads a ledger.</summary>
    /// <returns>Null where it is none, is damaged, or is written in a form that this version does not know.</returns>
    internal static ReleaseLedger? Read(Stream file) =>
        ReleaseFormat.Read<LedgerDocument>(file, IsWhole) is { } whole ? new(whole.Products) : null;

    private static bool IsWhole(LedgerDocument read) =>
        read is { Format: Format, FormatVersion: FormatVersion, Products: { } products }
            && products.All(product => product is not null && product.IsWhole);

    private sealed record LedgerDocument(string Format, int FormatVersion, IReadOnlyList<ReleasedProduct> Products);
}
