using System.Runtime.InteropServices;

namespace RgkCalibrator.Intake.Messages;

/// <summary>Care that went on from one start to its stop; without a stop it goes on.</summary>
internal sealed record CareEpisode(DateOnly Begin, DateOnly? End, string Reason)
{
    // Levering tijdelijk beëindigd (list JZ588).
    private const string ForAWhile = "20";

    /// <summary>
    /// What the events of one assignment come to, in the order of time. A withdrawn event is none, a changed stop takes
    /// the place of earlier ones, and of several stops the last day counts.
    /// </summary>
    internal static IReadOnlyList<CareEpisode> From(IEnumerable<CareEvent> events) =>
    [
        .. events.GroupBy(told => told.Key).Select(InForce).OfType<CareEvent>()
            .GroupBy(told => told.Begin).OrderBy(begin => begin.Key).Select(Joined),
    ];

    /// <summary>What a line of a period takes from the episodes of its assignment.</summary>
    internal static EpisodeDates DatesOf(IReadOnlyList<CareEpisode> episodes, DateOnly first, DateOnly last)
    {
        var begun = episodes.Where(episode => episode.Begin <= last).ToList();
        if (begun.Count == 0)
            return default;
        var within = begun.Where(episode => (episode.End ?? DateOnly.MaxValue) >= first).ToList();
        // A line after a stop shows the stop: the trajectory tells that care was declared beyond it.
        var (from, to) = within.Count > 0 ? (within[0], within[^1]) : (begun[^1], begun[^1]);
        return new EpisodeDates(from.Begin, to.End, to.Reason);
    }

    // The last message counts. Days have no order within them: what is told and withdrawn on one day is withdrawn.
    private static CareEvent? InForce(IEnumerable<CareEvent> same)
    {
        var last = same.OrderBy(told => told.Sent)
            .ThenBy(told => told.IsWithdrawn).ThenBy(told => told.IsChange).Last();
        return last.IsWithdrawn ? null : last;
    }

    private static CareEpisode Joined(IGrouping<DateOnly, CareEvent> episode)
    {
        var stops = episode.Where(told => told.End is not null).ToList();
        var changed = stops.Where(stop => stop.IsChange).Select(stop => stop.Sent).DefaultIfEmpty().Max();
        var last = stops.Where(stop => stop.Sent >= changed)
            .OrderBy(stop => stop.End).ThenBy(stop => stop.Reason != ForAWhile)
            .ThenBy(stop => stop.Reason, StringComparer.Ordinal).LastOrDefault();
        return new CareEpisode(episode.Key, last?.End, last?.Reason ?? string.Empty);
    }
}

/// <summary>True dates of care for a declared line; null where they are not known.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EpisodeDates(DateOnly? Start, DateOnly? End, string? Reason);
