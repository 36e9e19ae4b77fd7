using System.Globalization;
using RgkCalibrator.Framework.Studies;

namespace RgkCalibrator.Disclosure.Releases;

/// <summary>The lines of a control that can stand beside all that controls released before.</summary>
/// <param name="Safe">What may be shown.</param>
/// <param name="Ledger">What was released with it; restricted.</param>
internal sealed record HeldControl(SafeControl Safe, ControlLedger Ledger)
{
    /// <summary>
    /// Keeps what was released of a line before, where few children differ from it; shows nothing of a line whose
    /// latest release was held against another volume.
    /// </summary>
    /// <param name="safe">What may be shown where nothing was released before.</param>
    /// <param name="lines">The trajectories of each of its lines, and the providers without a name.</param>
    /// <param name="keys">What children and providers are called in the ledger.</param>
    /// <param name="earlier">What was released before.</param>
    /// <param name="profile">What may be shown.</param>
    internal static HeldControl From(
        SafeControl safe, IReadOnlyList<(FollowedLine Line, IReadOnlySet<int> Unnamed)> lines, ReleaseKeys keys,
        ControlLedger earlier, DisclosureProfile profile)
    {
        var (held, released) = (new List<SafeControlLine>(), earlier.Lines.ToList());
        foreach (var (shown, (line, unnamed)) in safe.Lines.Zip(lines))
        {
            if (shown.Providers is not { } providers)
            {
                held.Add(shown);
                continue;
            }

            var before = earlier.Lines.Where(one =>
                one.Code == shown.Product.Code && one.Subgroup == shown.SubgroupId).ToList();
            var now = new ReleasedControlLine(
                shown.Product.Code, shown.SubgroupId, shown.Volume, providers,
                [.. PartCells.OfProviders(line, unnamed, profile).Select(cell => PartOf(cell, line, keys))]);
            if (before.TrueForAll(one => now.MayStandBeside(one, profile)))
            {
                held.Add(shown);
                released.Add(now);
            }
            else
            {
                var last = before[^1];
                held.Add(shown.Showing(last.Volume == shown.Volume ? last.Shown : null));
            }
        }

        return new HeldControl(safe.Of(held, profile), new ControlLedger(released));
    }

    private static ReleasedControlPart PartOf(PartCell cell, FollowedLine line, ReleaseKeys keys)
    {
        var sides = cell.Places.ToLookup(place => line.IsBeyond(BeyondMeasure.VolumeWithin, place));
        return new ReleasedControlPart(NameOf(cell), SideOf(sides[true]), SideOf(sides[false]));

        ReleasedSide SideOf(IEnumerable<int> places)
        {
            int[] all = [.. places];
            var group = line.Followed.Group;
            return new(
                keys.Of(Array.ConvertAll(all, place => group.Child[place])),
                Array.ConvertAll(all, place => (ulong)group.Start[place]));
        }

        // The number of a provider is that of a run alone.
        string NameOf(PartCell part) => part.Key == PartCells.Rest
            ? part.Key
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{keys.OfProvider(int.Parse(part.Key, CultureInfo.InvariantCulture)):x16}");
    }
}
