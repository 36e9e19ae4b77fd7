using System.Buffers.Binary;

namespace RgkCalibrator.Tests.Intake.Foreign;

/// <summary>Ways in which a file gets broken; each the same for the same seed.</summary>
internal static class Mutation
{
    private static readonly Func<byte[], Random, byte[]>[] Ways =
    [
        FlipBits, FlipBits, FlipFooterBits, FlipFooterBits, FlipFooterBits, Cut, Insert, Remove, ChangeFooterLength,
        Overwrite, Duplicate,
    ];

    public static byte[] Of(byte[] whole, int seed)
    {
        var random = new Random(seed);
        return Ways[seed % Ways.Length](whole, random);
    }

    private static byte[] FlipBits(byte[] whole, Random random) => Flip(whole, random, 0);

    // The footer is what the engine trusts most: sizes, places and counts.
    private static byte[] FlipFooterBits(byte[] whole, Random random) =>
        Flip(whole, random, Math.Max(0, whole.Length - 8 - BinaryPrimitives.ReadInt32LittleEndian(whole.AsSpan(^8))));

    private static byte[] Flip(byte[] whole, Random random, int first)
    {
        var changed = (byte[])whole.Clone();
        for (var i = random.Next(1, 4); i > 0; i--)
            changed[random.Next(first, whole.Length)] ^= (byte)(1 << random.Next(8));
        return changed;
    }

    private static byte[] Cut(byte[] whole, Random random) => whole[..random.Next(whole.Length)];

    private static byte[] Insert(byte[] whole, Random random)
    {
        var (place, bytes) = (random.Next(whole.Length), new byte[random.Next(1, 9)]);
        random.NextBytes(bytes);
        return [.. whole[..place], .. bytes, .. whole[place..]];
    }

    private static byte[] Remove(byte[] whole, Random random)
    {
        var place = random.Next(whole.Length);
        return [.. whole[..place], .. whole[Math.Min(whole.Length, place + random.Next(1, 9))..]];
    }

    private static byte[] ChangeFooterLength(byte[] whole, Random random)
    {
        var changed = (byte[])whole.Clone();
        var length = BinaryPrimitives.ReadInt32LittleEndian(changed.AsSpan(^8));
        BinaryPrimitives.WriteInt32LittleEndian(changed.AsSpan(^8), random.Next(3) switch
        {
            0 => random.Next(int.MinValue, int.MaxValue),
            1 => length + random.Next(-9, 9),
            _ => random.Next(whole.Length),
        });
        return changed;
    }

    private static byte[] Overwrite(byte[] whole, Random random)
    {
        var changed = (byte[])whole.Clone();
        var place = random.Next(whole.Length);
        changed.AsSpan(place, Math.Min(random.Next(1, 9), whole.Length - place)).Fill((byte)(random.Next(2) * 255));
        return changed;
    }

    private static byte[] Duplicate(byte[] whole, Random random)
    {
        var place = random.Next(whole.Length);
        return [.. whole[..place], .. whole[random.Next(place + 1)..]];
    }
}
