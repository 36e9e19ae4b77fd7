using RgkCalibrator.Intake;

namespace RgkCalibrator.Trajectories;

/// <summary>
/// The lines of one partition, grouped by client and within a client in the order of product, provider (where split) and start. Its room is used
/// again for the next partition; nothing is allocated per line.
/// </summary>
internal sealed class ClientLines(Ranks ranks, TrajectorySettings settings, bool hasRemovals)
{
    // Insertion sort beats the library's introsort on the few dozen lines that most clients have.
    private const int FewLines = 40;

    private readonly StopReasons? _reasons = settings.EndKnowledge == EndKnowledge.Stops ? new StopReasons(settings.SplitByProvider) : null;
    private readonly int? _lastDay = settings.AsKnownOn is null ? null : DayNumber.Of(settings.ObservedThen().Last);
    private readonly KeyIndex _clients = new();
    private Line[] _lines = [];
    private CareDates[] _care = [];
    private LineNotes[] _notes = [];
    private int[] _clientOf = [];
    private int[] _ends = [];
    private int[] _order = [];
    private ulong[] _keys = [];
    private int _count;

    /// <summary>Clients in the partition.</summary>
    internal int ClientCount => _clients.Count;

    /// <summary>The volume so far that was cut off with the days after the last one, in ticks of the products' units.</summary>
    internal long CutAway { get; private set; }

    /// <summary>Whether lines have notes.</summary>
    internal bool HasNotes => _notes.Length > 0;

    /// <summary>Takes over the lines of a partition, with what is kept beside them.</summary>
    internal void Load(IReadOnlyList<LineBlock> blocks, LineExtras extras)
    {
        Gather(blocks, extras);
        CountClients();
        Scatter();
        var from = 0;
        for (var client = 0; client < ClientCount; client++)
        {
            Sort(from, _ends[client]);
            from = _ends[client];
        }
    }

    internal TextKey Client(int client) => _clients.Keys[client];

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

    private void Gather(IReadOnlyList<LineBlock> blocks, LineExtras extras)
    {
        _count = blocks.Sum(block => block.Count);
        if (_lines.Length < _count)
            MakeRoom(_count + (_count / 4), extras);
        var next = 0;
        foreach (var block in blocks)
        {
            block.Lines.CopyTo(_lines.AsSpan(next));
            block.Care.CopyTo(_care.AsSpan(block.Care.IsEmpty ? 0 : next));
            block.Notes.CopyTo(_notes.AsSpan(block.Notes.IsEmpty ? 0 : next));
            next += block.Count;
            block.Dispose();
        }

        if (hasRemovals)
            DropRemoved();
        if (ranks.IsConverting)
            Convert();
        if (_reasons is not null && HasNotes)
            DropPauses(_reasons);
        if (_lastDay is { } lastDay)
            CutAfter(lastDay);
    }

    private void DropRemoved()
    {
        var kept = 0;
        for (var i = 0; i < _count; i++)
        {
            if (_lines[i].Volume == Line.Removed)
                continue;
            if (_care.Length > 0)
                _care[kept] = _care[i];
            if (HasNotes)
                _notes[kept] = _notes[i];
            _lines[kept++] = _lines[i];
        }

        _count = kept;
    }

    /// <summary>From declared units to those of the products.</summary>
    private void Convert()
    {
        foreach (ref var line in _lines.AsSpan(0, _count))
            line.Volume = ranks.Conversion(line.Kind).Of(line.Volume);
    }

    /// <summary>A stop that ends nothing is no end of the care.</summary>
    private void DropPauses(StopReasons reasons)
    {
        for (var i = 0; i < Math.Min(_count, _care.Length); i++)
            _care[i].End = reasons.EndsCare(_notes[i].EndReason) ? _care[i].End : Line.NoDay;
    }

    /// <summary>What was not known on a day: the later days of lines with their volume, and messages of later days.</summary>
    private void CutAfter(int lastDay)
    {
        foreach (ref var line in _lines.AsSpan(0, _count))
        {
            var kept = VolumeSpread.Within(in line, lastDay);
            CutAway += line.Volume - kept;
            (line.Volume, line.End) = (kept, Math.Min(line.End, lastDay));
        }

        foreach (ref var care in _care.AsSpan(0, Math.Min(_count, _care.Length)))
        {
            care.Start = care.Start > lastDay ? Line.NoDay : care.Start;
            care.End = care.End > lastDay ? Line.NoDay : care.End;
        }
    }

    private void MakeRoom(int lines, LineExtras extras)
    {
        _lines = new Line[lines];
        _care = extras.HasFlag(LineExtras.CareDates) ? new CareDates[lines] : [];
        _notes = extras.HasFlag(LineExtras.Notes) ? new LineNotes[lines] : [];
        _clientOf = new int[lines];
        _order = new int[lines];
        _keys = new ulong[lines];
    }

    private void CountClients()
    {
        _clients.Clear();
        Array.Clear(_ends);
        for (var i = 0; i < _count; i++)
        {
            var client = _clients.NumberOf(_lines[i].Client);
            if (client == _ends.Length)
                Array.Resize(ref _ends, Math.Max(1024, _ends.Length * 2));
            _clientOf[i] = client;
            _ends[client]++;
        }

        var sum = 0;
        for (var client = 0; client < ClientCount; client++)
            (_ends[client], sum) = (sum, sum + _ends[client]);
    }

    /// <summary>Places each line with its client; afterwards the ends are ends.</summary>
    private void Scatter()
    {
        for (var i = 0; i < _count; i++)
        {
            ref readonly var line = ref _lines[i];
            var place = _ends[_clientOf[i]]++;
            _order[place] = i;
            var provider = settings.SplitByProvider ? ranks.Providers.Of(line.Provider) : 0u;
            // The start's sign is flipped, so that unsigned order is the order of days.
            _keys[place] = ((ulong)ranks.Product(line.Kind) << 48) | ((ulong)provider << 32) | (unchecked((uint)line.Start) ^ 0x8000_0000u);
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
