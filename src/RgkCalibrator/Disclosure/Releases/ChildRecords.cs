using RgkCalibrator.Groups;

namespace RgkCalibrator.Disclosure.Releases;

/// <summary>
/// A fingerprint for each child of a product: it changes when anything changes of what the figures of the product take
/// from that child.
/// </summary>
internal static class ChildRecords
{
    /// <summary>By the key of the child.</summary>
    internal static Dictionary<ulong, ulong> Of(ProductGroups product, ReleaseKeys keys)
    {
        var records = new Dictionary<ulong, ulong>();
        foreach (var group in product.All)
        {
            Take(group, ReleaseKeys.OfText(group.Subgroup));
            if (group.CareYears is { } years)
                Take(years, ReleaseKeys.OfText(group.Subgroup + "/years"));
        }

        // Delayed entries have no child: each counts as one, and as the same one in both groups.
        foreach (var entry in Delayed(product.Whole.Delayed).Concat(Delayed(product.SharingDuration.Delayed)))
            records[entry] = entry;
        return records;

        // The sum does not depend on the order of trajectories.
        void Take(Group group, ulong scope)
        {
            var children = keys.Of(group.Child);
            for (var place = 0; place < group.Cohort; place++)
            {
                records[children[place]] = unchecked(
                    records.GetValueOrDefault(children[place]) + Trajectory(group, place, scope, keys));
            }
        }
    }

    private static ulong Trajectory(Group group, int place, ulong scope, ReleaseKeys keys)
    {
        var care = group.Covariates[place];
        var hash = Mix(scope, place < group.Count ? 1 : 0);
        hash = Mix(Mix(hash, group.Start[place]), group.CohortDays[place]);
        hash = Mix(Mix(hash, group.CohortVolume[place]), unchecked((long)keys.OfProvider(care.Provider)));
        hash = Mix(Mix(hash, (long)care.Facts), care.AgeAtStart ?? -1);
        for (var step = 0; step < group.Product.AllowedDurations.Count; step++)
            hash = Mix(Mix(hash, group.CohortVolumeWithin(step)[place]), group.EndsWithin(step)[place] ? 1 : 0);
        return hash;
    }

    // Entries with the same days are numbered, or many would count as one.
    private static IEnumerable<ulong> Delayed(DelayedEntries entries) => Enumerable.Range(0, entries.Count)
        .Select(place => Mix(Mix(Mix((ulong)entries.Start[place], entries.EntryDays[place]), entries.Days[place]),
            entries.Ends[place] ? 1 : 0))
        .GroupBy(entry => entry)
        .SelectMany(same => same.Select((entry, number) => Mix(entry, number)));

    /// <summary>The finalizer of SplitMix64 (Steele, Lea and Flood, 2014, doi:10.1145/2660193.2660195).</summary>
    private static ulong Mix(ulong hash, long value)
    {
        unchecked
        {
            var mixed = (hash * 31) + (ulong)value + 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
