using System.Runtime.InteropServices;

namespace RgkCalibrator.Intake.Messages;

/// <summary>
/// What the assignment, start and stop messages of a run say together: birth dates by client, and when care began and
/// ended by assignment. Safe for several threads.
/// </summary>
internal sealed class CareRegister
{
    private readonly Dictionary<string, (DateOnly Sent, DateOnly Day)> _births = new(StringComparer.Ordinal);
    private readonly Dictionary<AssignmentKey, IReadOnlyList<CareEpisode>> _episodes = [];

    private CareRegister()
    {
    }

    /// <summary>Nothing was told.</summary>
    internal static CareRegister Empty { get; } = new();

    /// <summary>The ids of all clients in the messages.</summary>
    internal HashSet<string> Clients { get; } = new(StringComparer.Ordinal);

    internal bool HasBirths => _births.Count > 0;

    internal bool HasCare => _episodes.Count > 0;

    /// <summary>
    /// Reads the messages in these files that declare nothing. A file that cannot be read is passed over: whoever opens
    /// it tells what is wrong. The order of files does not matter.
    /// </summary>
    internal static CareRegister Read(IEnumerable<string> paths, CancellationToken stop)
    {
        var (register, told, numbers) = (new CareRegister(), new List<Told>(), new AssignmentNumbers());
        foreach (var path in paths)
        {
            foreach (var record in RecordsIn(path, stop))
                register.Add(record, told, numbers);
        }

        register.Join(told, numbers);
        return register;
    }

    /// <summary>The birth date of a client; of several the one that was sent last.</summary>
    internal DateOnly? BirthOf(string client) => _births.TryGetValue(client, out var birth) ? birth.Day : null;

    /// <summary>What is known of the care that a line of an assignment and a period declares.</summary>
    internal EpisodeDates DatesOf(AssignmentKey assignment, DateOnly first, DateOnly last) =>
        _episodes.TryGetValue(assignment, out var episodes)
            ? CareEpisode.DatesOf(episodes, first, last)
            : default;

    // A file counts as a whole or not at all.
    private static IReadOnlyList<MessageRecord> RecordsIn(string path, CancellationToken stop)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var message = new MessageReader(file, path);
            return message.Header.Kind == MessageKind.Declaration ? [] : [.. message.Records(stop)];
        }
        catch (Exception trouble) when (trouble is CalibrationException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private void Add(MessageRecord record, List<Told> told, AssignmentNumbers numbers)
    {
        if (record.Client.Length == 0)
            return;
        Clients.Add(record.Client);
        if (record.Birth is { } birth && IsLater(record.Client, record.Header.Sent, birth))
            _births[record.Client] = (record.Header.Sent, birth);
        if (record.Header.Kind == MessageKind.Assignment)
            numbers.Add(record);
        else if (CareEvent.Of(record) is { } happened)
            told.Add(new Told(record, happened));
    }

    private bool IsLater(string client, DateOnly sent, DateOnly birth) =>
        !_births.TryGetValue(client, out var known) || sent > known.Sent || (sent == known.Sent && birth < known.Day);

    private void Join(List<Told> told, AssignmentNumbers numbers)
    {
        var byAssignment = told.Select(one => (Key: numbers.KeyOf(one.Record), one.Event))
            .Where(one => one.Key is not null)
            .GroupBy(one => one.Key!.Value, one => one.Event);
        foreach (var events in byAssignment)
        {
            if (CareEpisode.From(events) is { Count: > 0 } episodes)
                _episodes.Add(events.Key, episodes);
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Told(MessageRecord Record, CareEvent Event);
}
