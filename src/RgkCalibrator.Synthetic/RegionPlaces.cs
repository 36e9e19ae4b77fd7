namespace RgkCalibrator.Synthetic;

/// <summary>
/// The providers and municipalities of the region: their numbers, which nobody has, and their very unequal sizes.
/// </summary>
internal static class RegionPlaces
{
    internal const int ProviderCount = 160;

    internal const int MunicipalityCount = 10;

    private static readonly string[] Kinds = ["jeugdhulp", "ggz", "zorg", "verblijf", "dyslexie"];

    // The second largest provider is about a third smaller than the largest, the tenth has a twentieth of its clients.
    private const double Inequality = 1.3;

    /// <summary>Shares of the ten municipalities, in thousandths: half the region lives in the largest.</summary>
    internal static WeightedChoice Municipalities { get; } = new([480, 110, 100, 90, 60, 50, 40, 30, 25, 15]);

    /// <summary>Eight digits like an AGB code; no AGB code begins with 99.</summary>
    internal static string ProviderId(int provider) => "99" + Numbers.Whole(1_000_001 + provider)[1..];

    /// <summary>The number of a provider by its id.</summary>
    internal static int ProviderOf(string id) => Enumerable.Range(0, ProviderCount).First(one => ProviderId(one) == id);

    /// <summary>Four digits like a gemeentecode; none begins with 99.</summary>
    internal static string MunicipalityCode(int municipality) => Numbers.Whole(9901 + municipality);

    /// <summary>Whether a provider declares uren in minutes.</summary>
    internal static bool DeclaresMinutes(int provider) => provider % 16 == 11;

    /// <summary>Whether a provider declares whole dagdelen only; the others declare halves too.</summary>
    internal static bool DeclaresWholeDagdelen(int provider) => provider % 4 != 3;

    /// <summary>A choice among the providers of one kind; each fifth provider is of the same kind.</summary>
    internal static WeightedChoice ProvidersOf(string kind)
    {
        var place = Array.IndexOf(Kinds, kind);
        if (place < 0)
            throw new ArgumentException("No kind of provider has this name.", nameof(kind));
        return new(Enumerable.Range(0, ProviderCount)
            .Select(provider => provider % Kinds.Length == place ? Weight(provider / Kinds.Length) : 0));
    }

    private static int Weight(int rank) => (int)Math.Round(1_000_000 / Math.Pow(rank + 1, Inequality));
}
