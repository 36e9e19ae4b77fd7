using System.Buffers.Binary;
using System.Runtime.InteropServices;
using RgkCalibrator.Intake;

namespace RgkCalibrator.Trajectories;

/// <summary>Where the trajectories of a client lie.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ClientPlace(int Partition, int First, int Count);

/// <summary>Clients in the order of the UTF-8 bytes of their ids, which is the order of Unicode's code points.</summary>
internal static class ClientOrder
{
    internal static ClientPlace[] Of(TrajectorySet set)
    {
        var keys = new UInt128[set.ClientCount];
        var places = new ClientPlace[keys.Length];
        Span<byte> room = stackalloc byte[ClientTexts.InlineLength];
        var next = 0;
        for (var partition = 0; partition < set.Partitions.Length; partition++)
        {
            foreach (var client in set.Partitions[partition].Clients)
            {
                keys[next] = Prefix(set.ClientBytes(client.Client, room));
                places[next++] = new ClientPlace(partition, client.First, client.Count);
            }
        }

        Array.Sort(keys, places);
        SortTies(set, keys, places);
        return places;
    }

    /// <summary>The first 16 bytes of a text as a number, so that numbers are ordered as the texts.</summary>
    private static UInt128 Prefix(ReadOnlySpan<byte> text)
    {
        Span<byte> padded = stackalloc byte[16];
        padded.Clear();
        text[..Math.Min(padded.Length, text.Length)].CopyTo(padded);
        return BinaryPrimitives.ReadUInt128BigEndian(padded);
    }

    private static void SortTies(TrajectorySet set, UInt128[] keys, ClientPlace[] places)
    {
        for (var from = 0; from < keys.Length;)
        {
            var to = from + 1;
            while (to < keys.Length && keys[to] == keys[from])
                to++;
            if (to - from > 1)
                places.AsSpan(from, to - from).Sort((x, y) => Compare(set, x, y));
            from = to;
        }
    }

    private static int Compare(TrajectorySet set, ClientPlace x, ClientPlace y)
    {
        Span<byte> roomX = stackalloc byte[ClientTexts.InlineLength];
        Span<byte> roomY = stackalloc byte[ClientTexts.InlineLength];
        return set.ClientBytes(ClientOf(set, x), roomX).SequenceCompareTo(set.ClientBytes(ClientOf(set, y), roomY));
    }

    private static TextKey ClientOf(TrajectorySet set, ClientPlace place) =>
        set.Partitions[place.Partition].Trajectories[place.First].Client;
}
