using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Trajectories;

/// <summary>
/// Puts clients in the order of the UTF-8 bytes of their ids, which is the order of Unicode's code points. Keeps its
/// room.
/// </summary>
internal sealed class ClientOrder(ClientRanges ranges, ClientTexts texts)
{
    private ulong[] _keys = [];
    private int[] _numbers = [];

    /// <summary>The numbers of clients, in the order of their ids; valid until the next call.</summary>
    internal ReadOnlySpan<int> Sort(KeyIndex clients)
    {
        if (_keys.Length < clients.Count)
            (_keys, _numbers) = (new ulong[clients.Count * 2], new int[clients.Count * 2]);
        for (var client = 0; client < clients.Count; client++)
        {
            var key = clients.Keys[client];
            _keys[client] = texts.TryHandle(key, out var id)
                ? ranges.KeyOf(in id)
                : ranges.KeyOf(texts.Bytes(key, default));
            _numbers[client] = client;
        }

        Array.Sort(_keys, _numbers, 0, clients.Count);
        SortTies(clients);
        return _numbers.AsSpan(0, clients.Count);
    }

    private void SortTies(KeyIndex clients)
    {
        for (var from = 0; from < clients.Count;)
        {
            var to = from + 1;
            while (to < clients.Count && _keys[to] == _keys[from])
                to++;
            if (to - from > 1)
                _numbers.AsSpan(from, to - from).Sort((x, y) => Compare(clients.Keys[x], clients.Keys[y]));
            from = to;
        }
    }

    private int Compare(TextKey x, TextKey y)
    {
        Span<byte> roomX = stackalloc byte[ClientTexts.InlineLength];
        Span<byte> roomY = stackalloc byte[ClientTexts.InlineLength];
        return texts.Bytes(x, roomX).SequenceCompareTo(texts.Bytes(y, roomY));
    }
}
