using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Tests.Intake.Lines;

public sealed class ClientRangesTests
{
    private const int Cases = 500;

    [Theory]
    [InlineData("{0}")]
    [InlineData("{0:000000000}")]
    [InlineData("{0:000000000000}")]
    [InlineData("{0}00000")]
    [InlineData("client-{0:0000000}")]
    [InlineData("a long name before {0:0000000}")]
    public void A_sample_of_one_in_a_hundred_spreads_ids_evenly(string format)
    {
        var ids = Enumerable.Range(0, 1_024_000)
            .Select(i => Encoding.UTF8.GetBytes(string.Format(CultureInfo.InvariantCulture, format, i)))
            .ToList();
        var ranges = new ClientRanges(ids.Where((_, i) => i % 101 == 0));

        var counts = ids.CountBy(id => RangeOf(ranges, id)).ToDictionary();

        // 4,000 in each, to a few of the hundred or so between two of the sample; the numbers without leading zeros are
        // in no order.
        Assert.Equal(ClientRanges.Count, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 3_600, 4_400));
    }

    [Fact]
    public void Ids_that_come_later_are_in_no_earlier_range_whatever_the_sample() => Prop.ForAll(Arb.From(Ids()), ids =>
    {
        var ranges = new ClientRanges(ids.Take(ids.Length / 3));

        var ordered = ids.Order(Comparer<byte[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other)))
            .ToList();

        Assert.All(ordered.Zip(ordered.Skip(1)), pair =>
        {
            Assert.True(KeyOf(ranges, pair.First) <= KeyOf(ranges, pair.Second), Encoding.UTF8.GetString(pair.First));
            Assert.True(
                RangeOf(ranges, pair.First) <= RangeOf(ranges, pair.Second), Encoding.UTF8.GetString(pair.First));
        });
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(1729, 1729));

    [Fact]
    public void A_short_id_has_the_number_of_its_bytes() => Prop.ForAll(Arb.From(Ids()), ids =>
    {
        var ranges = new ClientRanges(ids.Take(ids.Length / 3));

        Assert.All(ids, id => Assert.Equal(ranges.KeyOf(id.AsSpan()), KeyOf(ranges, id)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(1729, 1729));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("een lange naam van een cliënt")]
    public void Without_a_sample_one_range_holds_all(string id) =>
        Assert.Equal(0, RangeOf(new ClientRanges([]), Encoding.UTF8.GetBytes(id)));

    // Ids of all lengths around that of a handle, often with the same begin.
    private static Gen<byte[][]> Ids() =>
        from stem in Gen.Choose(0, 16)
        from count in Gen.Choose(0, 60)
        from ids in Id(stem).ArrayOf(count)
        select ids;

    private static Gen<byte[]> Id(int stem) =>
        from hasStem in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
        from length in Gen.Choose(0, 15)
        from rest in Gen.Elements((byte)'0', (byte)'1', (byte)'9', (byte)'A', (byte)0xC3, (byte)0x01).ArrayOf(length)
        select hasStem ? [.. "gemeente-x-jeugd"u8[..stem], .. rest] : rest;

    private static unsafe ulong KeyOf(ClientRanges ranges, byte[] id)
    {
        fixed (byte* text = id)
        {
            var handle = TextHandle.Of(text, id.Length);
            return ranges.KeyOf(in handle);
        }
    }

    private static int RangeOf(ClientRanges ranges, byte[] id) => ranges.RangeOf(KeyOf(ranges, id));
}
