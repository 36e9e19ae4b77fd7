using System.Text.Json;

namespace RgkCalibrator.Disclosure.Releases;

/// <summary>The ledger of releases as a file.</summary>
internal static class LedgerFormat
{
    private const string Format = "rgk-released";
    private const int FormatVersion = 2;

    /// <summary>Writes a ledger.</summary>
    internal static void Write(ReleaseLedger ledger, Stream file)
    {
        var document = new LedgerDocument(Format, FormatVersion, ledger.Products);
        JsonSerializer.Serialize(file, document, ReleaseFormat.Options);
        file.WriteByte((byte)'\n');
    }

    /// <summary>Reads a ledger.</summary>
    /// <returns>Null where it is none, is damaged, or is written in a form that this version does not know.</returns>
    internal static ReleaseLedger? Read(Stream file)
    {
        try
        {
            var read = JsonSerializer.Deserialize<LedgerDocument>(file, ReleaseFormat.Options);
            return read is { Format: Format, FormatVersion: FormatVersion, Products: { } products }
                && products.All(product => product is not null && product.IsWhole)
                ? new(products)
                : null;
        }
        catch (Exception other) when (other is JsonException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private sealed record LedgerDocument(string Format, int FormatVersion, IReadOnlyList<ReleasedProduct> Products);
}
