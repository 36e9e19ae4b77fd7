using System.Runtime.InteropServices;
using System.Text;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Tests.Intake.Lines;

public sealed class TextKeyTests
{
    [Fact]
    public void Two_million_long_texts_have_two_million_keys()
    {
        var random = new Random(1729);
        var text = new byte[48];
        var index = new KeyIndex();
        for (var i = 0; i < 2_000_000; i++)
        {
            // Distinct by the counter; long or short, alike in front, behind or nowhere.
            var length = 20 + (i % 28);
            Array.Fill(text, (byte)'a');
            if (i % 3 == 0)
                random.NextBytes(text);
            MemoryMarshal.Write(text.AsSpan(i % 2 == 0 ? 0 : length - 4), i);

            Expect.Equal(i, index.NumberOf(TextKey.Of(text.AsSpan(0, length))), "each text is new");
        }

        Assert.Equal(2_000_000, index.Count);
    }

    [Fact]
    public void Every_change_of_one_bit_or_of_the_length_changes_both_halves_of_a_key()
    {
        var text = Encoding.UTF8.GetBytes("een naam van meer dan twaalf bytes, en dan nog wat");
        var keys = new List<TextKey> { TextKey.Of(text) };
        for (var bit = 0; bit < text.Length * 8; bit++)
        {
            var changed = (byte[])text.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            keys.Add(TextKey.Of(changed));
        }

        for (var length = 13; length < text.Length; length++)
            keys.Add(TextKey.Of(text.AsSpan(0, length)));
        // Zeros behind a text fill the block that it ends in.
        for (var zeros = 1; zeros < 40; zeros++)
            keys.Add(TextKey.Of([.. text, .. new byte[zeros]]));

        Assert.Equal(keys.Count, keys.Select(key => key.Low).Distinct().Count());
        Assert.Equal(keys.Count, keys.Select(key => key.High).Distinct().Count());
    }

    [Fact]
    public void A_key_of_a_short_text_is_the_text()
    {
        string[] texts = ["", "a", "a\0", "\0a", "ab", "ba", "twelve bytes", "überlänge ", "123456789012"];

        Assert.All(
            texts,
            text => Assert.Equal(
                    text, Encoding.UTF8.GetString(TextKey.Of(Encoding.UTF8.GetBytes(text)).InlineText().Bytes)));
        Assert.Equal(texts.Length, texts.Select(text => TextKey.Of(Encoding.UTF8.GetBytes(text))).Distinct().Count());
        Assert.Equal(TextKey.Empty, TextKey.Of([]));
    }

    [Fact]
    public unsafe void A_handle_and_its_bytes_have_one_key()
    {
        foreach (var length in Enumerable.Range(0, 70))
        {
            var text = Enumerable.Range(0, length).Select(i => (byte)('a' + (i % 26))).ToArray();
            fixed (byte* bytes = text)
            {
                var handle = length <= TextHandle.InlineLength
                    ? TextHandle.Inline(text)
                    : new TextHandle { Low = (uint)length, High = (ulong)bytes };
                Assert.Equal(TextKey.Of(text), TextKey.Of(in handle));
            }
        }
    }

    [Fact]
    public void An_index_numbers_keys_as_they_come_grows_and_forgets()
    {
        var index = new KeyIndex();
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 5_000; i++)
            {
                Assert.Equal(-1, index.Find(Key(i)));
                Assert.Equal(i, index.NumberOf(Key(i)));
                Assert.Equal(i, index.NumberOf(Key(i)));
                Assert.Equal(i / 2, index.Find(Key(i / 2)));
            }

            Assert.All(Enumerable.Range(0, 5_000), i => Assert.Equal(i, index.Find(Key(i))));
            Assert.Equal(5_000, index.Count);
            Assert.Equal(Enumerable.Range(0, 5_000).Select(Key), index.Keys.ToArray());
            index.Clear();
            Assert.Equal((0, -1), (index.Count, index.Find(Key(1))));
        }
    }

    [Fact]
    public void The_empty_key_has_a_number_as_any_other()
    {
        var index = new KeyIndex();

        Assert.Equal(-1, index.Find(TextKey.Empty));
        Assert.Equal(0, index.NumberOf(TextKey.Empty));
        Assert.Equal(0, index.Find(TextKey.Empty));
    }

    [Fact]
    public unsafe void Long_texts_are_kept_once_and_come_back()
    {
        var texts = new LongTexts();
        // Together more than one chunk of a megabyte, and one text that is larger than a chunk.
        var kept = Enumerable.Range(0, 3_000)
            .Select(i => Encoding.UTF8.GetBytes(new string('x', i == 7 ? 2_000_000 : 500) + Numbers.Whole(i)))
            .ToList();
        var keys = new List<TextKey>();
        foreach (var text in kept.Concat(kept))
        {
            fixed (byte* bytes = text)
                keys.Add(texts.Keep(new TextHandle { Low = (uint)text.Length, High = (ulong)bytes }));
        }

        var clients = new ClientTexts([new LongTexts(), texts]);
        Assert.Equal(keys[..3_000], keys[3_000..]);
        Assert.All(keys.Zip(kept), pair => Assert.True(clients.Bytes(pair.First, []).SequenceEqual(pair.Second)));
        Assert.False(texts.TryFind(Key(1), out _));
        Assert.Equal(
            "kort", Encoding.UTF8.GetString(clients.Bytes(TextKey.Of("kort"u8), new byte[ClientTexts.InlineLength])));
    }

    private static TextKey Key(int i) =>
        TextKey.Of(Encoding.UTF8.GetBytes((i % 2 == 0 ? "k" : "a name of more than 12 ") + Numbers.Whole(i)));
}
