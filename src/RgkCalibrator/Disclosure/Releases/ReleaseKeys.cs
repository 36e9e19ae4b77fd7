using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Disclosure.Releases;

/// <summary>
/// What children and providers are called in the ledger of releases: the same in every run, whatever their numbers in
/// it. A key is a hash of an id that stands in <c>intern/trajectories.parquet</c> itself, and stays in <c>intern/</c>.
/// </summary>
internal sealed class ReleaseKeys(IReadOnlyList<ulong> children, IReadOnlyList<ulong> providers)
{
    /// <summary>The keys of a set's children and providers.</summary>
    internal static ReleaseKeys From(TrajectorySet set) =>
        new([.. set.ClientIds().Select(OfText)], [.. set.Providers.Select(OfText)]);

    /// <summary>The first eight bytes of the SHA-256 of a text.</summary>
    internal static ulong OfText(string text) =>
        BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The keys of children by their numbers.</summary>
    internal ulong[] Of(ReadOnlySpan<int> numbers)
    {
        var keys = new ulong[numbers.Length];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = children[numbers[i]];
        return keys;
    }

    /// <summary>The key of a provider by its number.</summary>
    internal ulong OfProvider(int number) => providers[number];
}
