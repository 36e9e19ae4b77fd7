namespace RgkCalibrator.Tests.Basics;

public sealed class SplitMix64Tests
{
    // S. Vigna's splitmix64.c with state 1234567, as listed on rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64.
    [Fact]
    public void It_gives_the_numbers_of_the_published_generator()
    {
        var random = new SplitMix64(1234567);

        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            Enumerable.Range(0, 5).Select(_ => random.Next()).ToArray());
    }

    [Fact]
    public void Every_child_and_attempt_and_seed_has_a_stream_of_its_own()
    {
        var firsts =
            from seed in new long[] { 0, 1, -1, 2025 }
            from child in Enumerable.Range(0, 500)
            from attempt in Enumerable.Range(0, 5)
            select SplitMix64.ForStream(seed, child, attempt).Next();

        Assert.Equal(10_000, firsts.Distinct().Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Numbers_below_a_count_are_equally_likely(bool hasAllBits)
    {
        var random = new SplitMix64(1729);
        var counts = new int[7];
        for (var draw = 0; draw < 70_000; draw++)
            counts[hasAllBits ? random.BelowFrom64Bits(7) : random.BelowFrom32Bits(7)]++;

        // 10,000 each; five standard deviations are 463.
        Assert.All(counts, count => Assert.InRange(count, 9_537, 10_463));
    }
}
