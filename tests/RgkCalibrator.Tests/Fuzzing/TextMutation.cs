using System.Text;

namespace RgkCalibrator.Tests.Fuzzing;

/// <summary>Texts that others never wrote, out of some that they did: the same for the same seed.</summary>
/// <param name="seeds">Texts to begin with.</param>
/// <param name="words">What means something to the reader, so that more than its first refusal is met.</param>
/// <param name="longest">The most bytes of a text.</param>
internal sealed class TextMutation(IReadOnlyList<byte[]> seeds, IEnumerable<string> words, int longest = 4096)
{
    private const int MostChanges = 4;

    private readonly byte[][] _words =
    [
        .. words.Concat(["\n", "\r", "\r\n", "\0", "\"", "\"\"", "'", " ", "\t", "\uFEFF", "\u00EB", "\u00A0",
            "\u2028"])
            .Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0x80], [0x1A],
    ];

    /// <summary>The text of a number.</summary>
    public byte[] Of(int number)
    {
        var random = new Random(number);
        var text = seeds[number % seeds.Count].ToList();
        for (var i = random.Next(1, MostChanges); i > 0; i--)
            Change(text, random);
        return [.. text.Take(longest)];
    }

    private void Change(List<byte> text, Random random)
    {
        var place = random.Next(text.Count + 1);
        var length = Math.Min(random.Next(1, 40), text.Count - place);
        switch (random.Next(9))
        {
            case 0:
                text.InsertRange(place, _words[random.Next(_words.Length)]);
                break;
            case 1:
                text.RemoveRange(place, length);
                break;
            case 2:
                text.InsertRange(place, text.GetRange(place, length));
                break;
            case 3:
                text.RemoveRange(place, text.Count - place);
                break;
            case 4:
                // A piece of another text.
                var other = seeds[random.Next(seeds.Count)];
                var from = random.Next(other.Length + 1);
                text.InsertRange(place, other[from..Math.Min(other.Length, from + 40)]);
                break;
            case 5:
                text.InsertRange(place,
                    Enumerable.Repeat(_words[random.Next(_words.Length)], 20).SelectMany(word => word));
                break;
            default:
                if (place < text.Count)
                    text[place] ^= (byte)(1 << random.Next(8));
                break;
        }
    }
}
