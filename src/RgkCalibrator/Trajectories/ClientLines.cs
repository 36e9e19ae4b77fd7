using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Trajectories;

/// <summary>
/// The lines of one range of clients, by client, and within a client in the order of product, provider (where split)
/// and start. Its room is used again for the next range; nothing is allocated per line.
/// </summary>
internal sealed class ClientLines(Ranks ranks, TrajectorySettings settings, ClientOrder clientOrder)
{
    // Insertion sort beats the library's introsort on the few dozen lines that most clients have.
    private const int FewLines = 40;

    // Stands for the client of a line that was taken away.
    private const int None = -1;

    private readonly bool _believesStops = settings.EndKnowledge == EndKnowledge.Stops;
    private readonly int _lastObserved = DayNumber.Of(settings.ObservedThen().Last);
    private readonly int? _lastDay = settings.AsKnownOn is null ? null : DayNumber.Of(settings.ObservedThen().Last);
    private readonly KeyIndex _clients = new();
    private Line[] _lines = [];
    private CareDates[] _care = [];
    private LineNotes[] _notes = [];
    private int[] _clientOf = [];
    private int[] _next = [];
    private int[] _ends = [];
    private TextKey[] _ids = [];
    private int[] _order = [];
    private ulong[] _keys = [];
    private int _count;
    private int _scattered;

    /// <summary>Clients in the range.</summary>
    internal int ClientCount => _clients.Count;

    /// <summary>
    /// The volume so far that was cut off with the days after the last one, in ticks of the products' units.
    /// </summary>
    internal long CutAway { get; private set; }

    /// <summary>Whether lines have notes.</summary>
    internal bool HasNotes => _notes.Length > 0;

    /// <summary>Takes over the lines of a range, with what is kept beside them.</summary>
    internal void Load(IReadOnlyList<LineBlock> blocks, LineExtras extras)
    {
        MakeRoom(blocks.Sum(block => block.Count), extras);
        CountLines(blocks);
        PutInOrder();
        foreach (var block in blocks)
            Scatter(block);
        Adapt();
        SetKeys();
        var from = 0;
        for (var client = 0; client < ClientCount; client++)
        {
            Sort(from, _ends[client]);
            from = _ends[client];
        }
    }

    /// <summary>The id of a client, who are in the order of their ids.</summary>
    internal TextKey Client(int client) => _ids[client];

    /// <summary>The places of a client's lines, first to last, the last not included.</summary>
    internal (int From, int To) Places(int client) => (client == 0 ? 0 : _ends[client - 1], _ends[client]);

    /// <summary>The line at a place.</summary>
    internal ref readonly Line this[int place] => ref _lines[_order[place]];

    /// <summary>The care dates of the line at a place; none where the source has none.</summary>
    internal CareDates Care(int place) => _care.Length == 0 ? CareDates.None : _care[_order[place]];

    /// <summary>The notes of the line at a place; to be asked only where lines have notes.</summary>
    internal ref readonly LineNotes Notes(int place) => ref _notes[_order[place]];

    /// <summary>Equal for lines of one product (and provider, where split), and in the order of the ranks.</summary>
    internal uint Kind(int place) => (uint)(_keys[place] >> 32);

    /// <summary>What makes lines count otherwise than as they were declared.</summary>
    private void Adapt()
    {
        if (ranks.IsConverting)
            Convert();
        DropNoDates();
        if (_believesStops && HasNotes)
            DropPauses();
        if (_lastDay is { } lastDay)
            CutAfter(lastDay);
    }

    /// <summary>From declared units to those of the products.</summary>
    private void Convert()
    {
        foreach (ref var line in _lines.AsSpan(0, _count))
            line.Volume = ranks.Conversion(line.Kind).Convert(line.Volume);
    }

    /// <summary>
    /// What stands for an unknown date is none, and an end after what is observed says nothing.
    /// </summary>
    private void DropNoDates()
    {
        foreach (ref var care in _care.AsSpan(0, Math.Min(_count, _care.Length)))
        {
            care.Start = CareDay.OrNone(care.Start);
            care.End = care.End > _lastObserved ? Line.NoDay : CareDay.OrNone(care.End);
        }
    }

    /// <summary>A stop that ends nothing is no end of the care.</summary>
    private void DropPauses()
    {
        for (var i = 0; i < Math.Min(_count, _care.Length); i++)
        {
            if (!StopReasons.EndCare(_notes[i].EndReason, settings.SplitByProvider))
                _care[i].End = Line.NoDay;
        }
    }

    /// <summary>
    /// What was not known on a day: the later days of lines with their volume, and messages of later days.
    /// </summary>
    private void CutAfter(int lastDay)
    {
        foreach (ref var line in _lines.AsSpan(0, _count))
        {
            var kept = line.VolumeUntil(lastDay);
            CutAway += line.Volume - kept;
            (line.Volume, line.End) = (kept, Math.Min(line.End, lastDay));
        }

        foreach (ref var care in _care.AsSpan(0, Math.Min(_count, _care.Length)))
            care.Start = care.Start > lastDay ? Line.NoDay : care.Start;
    }

    private void MakeRoom(int count, LineExtras extras)
    {
        if (_lines.Length >= count)
            return;
        var lines = count + (count / 4);
        _lines = GC.AllocateUninitializedArray<Line>(lines);
        _care = extras.HasFlag(LineExtras.CareDates) ? GC.AllocateUninitializedArray<CareDates>(lines) : [];
        _notes = extras.HasFlag(LineExtras.Notes) ? GC.AllocateUninitializedArray<LineNotes>(lines) : [];
        _clientOf = GC.AllocateUninitializedArray<int>(lines);
        _order = GC.AllocateUninitializedArray<int>(lines);
        _keys = GC.AllocateUninitializedArray<ulong>(lines);
    }

    /// <summary>
    /// Numbers the clients as they are met, and counts the lines of each; of lines that were taken away none.
    /// </summary>
    private void CountLines(IReadOnlyList<LineBlock> blocks)
    {
        _clients.Clear();
        Array.Clear(_next);
        _count = 0;
        var place = 0;
        var (previous, client) = (TextKey.Empty, None);
        foreach (var block in blocks)
        {
            foreach (ref readonly var line in block.Lines)
            {
                if (line.Volume == Line.Removed)
                {
                    _clientOf[place++] = None;
                    continue;
                }

                // Lines of a child often stand together.
                if (client == None || line.Client != previous)
                {
                    client = _clients.NumberOf(previous = line.Client);
                    if (client == _next.Length)
                        Array.Resize(ref _next, Math.Max(1024, _next.Length * 2));
                }

                _clientOf[place++] = client;
                _next[client]++;
                _count++;
            }
        }

        _scattered = 0;
    }

    /// <summary>From numbers of lines to the places where they begin, client after client.</summary>
    private void PutInOrder()
    {
        if (_ends.Length < ClientCount)
            (_ends, _ids) = (new int[_next.Length], new TextKey[_next.Length]);
        var (sum, rank) = (0, 0);
        foreach (var client in clientOrder.Sort(_clients))
        {
            (_next[client], sum) = (sum, sum + _next[client]);
            _ids[rank] = _clients.Keys[client];
            _ends[rank++] = sum;
        }
    }

    /// <summary>Copies lines to the places of their clients.</summary>
    private void Scatter(LineBlock block)
    {
        ReadOnlySpan<Line> lines = block.Lines;
        var care = block.Care;
        var notes = block.Notes;
        for (var i = 0; i < lines.Length; i++)
        {
            var client = _clientOf[_scattered++];
            if (client == None)
                continue;
            var place = _next[client]++;
            _lines[place] = lines[i];
            if (!care.IsEmpty)
                _care[place] = care[i];
            if (!notes.IsEmpty)
                _notes[place] = notes[i];
        }
    }

    private void SetKeys()
    {
        for (var place = 0; place < _count; place++)
        {
            ref readonly var line = ref _lines[place];
            var provider = settings.SplitByProvider ? ranks.Providers.RankOf(line.Provider) : 0u;
            // The start's sign is flipped, so that unsigned order is the order of days.
            var start = unchecked((uint)line.Start) ^ 0x8000_0000u;
            _keys[place] = ((ulong)ranks.Product(line.Kind) << 48) | ((ulong)provider << 32) | start;
            _order[place] = place;
        }
    }

    private void Sort(int from, int to)
    {
        if (to - from > FewLines)
        {
            Array.Sort(_keys, _order, from, to - from);
            return;
        }

        for (var i = from + 1; i < to; i++)
        {
            var (key, line) = (_keys[i], _order[i]);
            var hole = i;
            for (; hole > from && _keys[hole - 1] > key; hole--)
                (_keys[hole], _order[hole]) = (_keys[hole - 1], _order[hole - 1]);
            (_keys[hole], _order[hole]) = (key, line);
        }
    }
}
