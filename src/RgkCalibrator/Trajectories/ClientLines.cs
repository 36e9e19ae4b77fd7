using RgkCalibrator.Intake;

namespace RgkCalibrator.Trajectories;

/// <summary>
/// The lines of one partition, grouped by client and within a client in the order of product, provider (where split) and start. Its room is used
/// again for the next partition; nothing is allocated per line.
/// </summary>
internal sealed class ClientLines(Ranks ranks, bool splitByProvider, bool hasRemovals)
{
    // Insertion sort beats the library's introsort on the few dozen lines that most clients have.
    private const int FewLines = 40;

    private readonly KeyIndex _clients = new();
    private Line[] _lines = [];
    private CareDates[] _care = [];
    private int[] _clientOf = [];
    private int[] _ends = [];
    private int[] _order = [];
    private ulong[] _keys = [];
    private int _count;

    /// <summary>Clients in the partition.</summary>
    internal int ClientCount => _clients.Count;

    /// <summary>Takes over the lines of a partition.</summary>
    internal void Load(IReadOnlyList<LineBlock> blocks, bool hasCareDates)
    {
        Gather(blocks, hasCareDates);
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

    /// <summary>Equal for lines of one product (and provider, where split), and in the order of the ranks.</summary>
    internal uint Kind(int place) => (uint)(_keys[place] >> 32);

    private void Gather(IReadOnlyList<LineBlock> blocks, bool hasCareDates)
    {
        _count = blocks.Sum(block => block.Count);
        if (_lines.Length < _count)
            MakeRoom(_count + (_count / 4), hasCareDates);
        var next = 0;
        foreach (var block in blocks)
        {
            block.Lines.CopyTo(_lines.AsSpan(next));
            block.Care.CopyTo(_care.AsSpan(hasCareDates ? next : 0));
            next += block.Count;
            block.Dispose();
        }

        if (hasRemovals)
            DropRemoved(hasCareDates);
        if (ranks.IsConverting)
            Convert();
    }

    private void DropRemoved(bool hasCareDates)
    {
        var kept = 0;
        for (var i = 0; i < _count; i++)
        {
            if (_lines[i].Volume == Line.Removed)
                continue;
            if (hasCareDates)
                _care[kept] = _care[i];
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

    private void MakeRoom(int lines, bool hasCareDates)
    {
        _lines = new Line[lines];
        _care = hasCareDates ? new CareDates[lines] : [];
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
            var provider = splitByProvider ? ranks.Provider(line.Provider) : 0u;
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
