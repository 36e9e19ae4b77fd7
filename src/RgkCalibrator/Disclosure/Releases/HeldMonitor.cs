using System.Globalization;
using RgkCalibrator.Framework.Studies;

namespace RgkCalibrator.Disclosure.Releases;

/// <summary>The quarters of a monitor that can stand beside all that monitors released before.</summary>
/// <param name="Safe">What may be shown.</param>
/// <param name="Ledger">What was released with it; restricted.</param>
internal sealed record HeldMonitor(SafeMonitor Safe, MonitorLedger Ledger)
{
    /// <summary>
    /// Keeps what was released of a quarter before, where few children differ from any release of it; shows nothing of
    /// it where the latest one was held against another line.
    /// </summary>
    /// <param name="safe">What may be shown where nothing was released before.</param>
    /// <param name="lines">The trajectories of each of its lines, and their quarters.</param>
    /// <param name="keys">What children are called in the ledger.</param>
    /// <param name="earlier">What was released before.</param>
    /// <param name="settings">When there is a chart.</param>
    /// <param name="profile">What may be shown.</param>
    internal static HeldMonitor From(
        SafeMonitor safe, IReadOnlyList<(FollowedLine Line, QuarterChart Chart)> lines, ReleaseKeys keys,
        MonitorLedger earlier, ChartSettings settings, DisclosureProfile profile)
    {
        var released = earlier.Quarters.ToList();
        var before = earlier.Quarters.ToLookup(one => (one.Code, one.Subgroup, one.Shown.Quarter));
        var held = lines.Select(one => (one.Line, Quarters: QuartersOf(one.Line, one.Chart))).ToList();
        return new HeldMonitor(safe.Showing(held, settings, profile), new MonitorLedger(released));

        IReadOnlyList<RoundedQuarter> QuartersOf(FollowedLine line, QuarterChart chart) =>
            [.. QuarterCell.Of(line, chart).Select(Held).OfType<RoundedQuarter>()];

        RoundedQuarter? Held(QuarterCell cell)
        {
            var now = Released(cell, keys, profile);
            var all = before[(now.Code, now.Subgroup, now.Shown.Quarter)].ToList();
            if (cell.MayStand(profile) && all.TrueForAll(one => now.MayStandBeside(one, profile)))
            {
                released.Add(now);
                return now.Shown;
            }

            return all.LastOrDefault() is { } last && last.Line == now.Line
                ? last.Shown with { Role = now.Shown.Role }
                : null;
        }
    }

    private static ReleasedQuarter Released(QuarterCell cell, ReleaseKeys keys, DisclosureProfile profile)
    {
        var group = cell.Line.Followed.Group;
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{cell.Line.Volume} {cell.Line.Followed.Duration!.Length} {cell.Line.Followed.Duration.Unit}");
        return new(
            group.Product.Code, group.Subgroup, line, cell.Rounded(profile), SideOf(cell.Beyond),
            SideOf(cell.Within));

        ReleasedSide SideOf(IReadOnlyList<int> places) => new(
            keys.Of([.. places.Select(place => group.Child[place])]),
            [.. places.Select(place => (ulong)group.Start[place])]);
    }
}
