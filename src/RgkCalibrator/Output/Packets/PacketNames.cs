using RgkCalibrator.Framework;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Packets;

/// <summary>Names packets by their settings, as the columns of a comparison.</summary>
internal static class PacketNames
{
    /// <summary>
    /// A name for each packet: its folder, its percentile and its start days, and what else differs from the base.
    /// </summary>
    /// <param name="packets">The packets.</param>
    /// <param name="trajectories">What a trajectory is in the base.</param>
    /// <param name="framework">How the percentiles of the base are taken.</param>
    /// <param name="language">Of the words.</param>
    internal static IReadOnlyList<string> Of(
        IReadOnlyList<Packet> packets, TrajectorySettings trajectories, FrameworkSettings framework, Language language)
    {
        var shared = packets.CountBy(packet => FolderOf(packet.Folder), StringComparer.OrdinalIgnoreCase)
            .Where(name => name.Value > 1).Select(name => name.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. from packet in packets
               let folder = FolderOf(packet.Folder)
               let settings = Settings(packet, trajectories, framework).Select(words => words.In(language))
               select $"{(shared.Contains(folder) ? packet.Folder : folder)} ({string.Join(", ", settings)})",
        ];
    }

    private static string FolderOf(string path) =>
        Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));

    private static IEnumerable<Wording> Settings(
        Packet packet, TrajectorySettings trajectories, FrameworkSettings framework)
    {
        var own = packet.Trajectories;
        yield return packet.Framework.Percentage.Name();
        yield return Days("start", "starts", own.Cohort);
        if (own.Observed != trajectories.Observed)
            yield return Days("waargenomen", "observed", own.Observed);
        if (own.Rule != trajectories.Rule)
            yield return new($"cohort: {own.Rule.NameInFiles()}", $"cohort: {own.Rule.NameInFiles()}");
        if (packet.Framework.Estimator != framework.Estimator)
        {
            yield return packet.Framework.Estimator == Estimator.Completed
                ? new("alleen afgeronde", "complete only")
                : new("met lopende", "with running");
        }

        if (own.GapDays != trajectories.GapDays)
            yield return new($"gat {Numbers.Whole(own.GapDays)} dagen", $"gap {Numbers.Whole(own.GapDays)} days");
        if (own.SplitByProvider != trajectories.SplitByProvider)
        {
            yield return own.SplitByProvider
                ? new("per aanbieder", "by provider")
                : new("alle aanbieders", "all providers");
        }

        if (own.AsKnownOn is { } day && day != trajectories.AsKnownOn)
        {
            yield return new(
                $"bekend op {Numbers.Date(day, Language.Dutch)}", $"known on {Numbers.Date(day, Language.English)}");
        }
    }

    // Whole years by their numbers: 2018-2020.
    private static Wording Days(string dutch, string english, Period period)
    {
        var (first, last) = (period.First, period.Last);
        if ((first.Month, first.Day, last.Month, last.Day) != (1, 1, 12, 31))
            return new($"{dutch} {period}", $"{english} {period}");
        var years = first.Year == last.Year
            ? Numbers.Whole(first.Year)
            : $"{Numbers.Whole(first.Year)}-{Numbers.Whole(last.Year)}";
        return new($"{dutch} {years}", $"{english} {years}");
    }
}
