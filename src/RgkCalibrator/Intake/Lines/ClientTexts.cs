using RgkCalibrator.Engine;

namespace RgkCalibrator.Intake.Lines;

/// <summary>The client ids that are too long to be their own key, each once, as UTF-8.</summary>
internal sealed class LongTexts
{
    private const int ChunkSize = 1 << 20;
    private readonly KeyIndex _index = new();
    private readonly List<ReadOnlyMemory<byte>> _texts = [];
    private byte[] _chunk = [];
    private int _used;

    internal int Count => _texts.Count;

    internal TextKey Keep(in TextHandle text)
    {
        var key = TextKey.Of(in text);
        if (_index.NumberOf(key) < _texts.Count)
            return key;
        var bytes = text.Bytes;
        if (_used + bytes.Length > _chunk.Length)
            (_chunk, _used) = (new byte[Math.Max(ChunkSize, bytes.Length)], 0);
        bytes.CopyTo(_chunk.AsSpan(_used));
        _texts.Add(_chunk.AsMemory(_used, bytes.Length));
        _used += bytes.Length;
        return key;
    }

    internal bool TryFind(TextKey key, out ReadOnlySpan<byte> text)
    {
        var number = _index.Find(key);
        text = number < 0 ? default : _texts[number].Span;
        return number >= 0;
    }
}

/// <summary>Gives client ids back as text.</summary>
internal sealed class ClientTexts
{
    private volatile LongTexts[] _longTexts = [];

    internal ClientTexts(IReadOnlyList<LongTexts> longTexts) => Add(longTexts);

    /// <summary>Room for the text of a key that is its own text.</summary>
    internal const int InlineLength = TextHandle.InlineLength;

    /// <summary>Adds those of another pass; callable while others look up earlier ones.</summary>
    internal void Add(IReadOnlyList<LongTexts> longTexts) =>
        _longTexts = [.. _longTexts, .. longTexts.Where(texts => texts.Count > 0)];

    /// <summary>The handle of a text that is its own key; false for a longer one.</summary>
    internal bool TryHandle(TextKey client, out TextHandle text)
    {
        text = client.InlineText();
        return !TryFindLong(client, out _);
    }

    /// <summary>The UTF-8 bytes of a client's id; <paramref name="room"/> may be used to hold them.</summary>
    internal ReadOnlySpan<byte> Bytes(TextKey client, Span<byte> room)
    {
        if (TryFindLong(client, out var text))
            return text;
        var inline = client.InlineText();
        inline.Bytes.CopyTo(room);
        return room[..inline.Length];
    }

    private bool TryFindLong(TextKey client, out ReadOnlySpan<byte> text)
    {
        foreach (var texts in _longTexts)
        {
            if (texts.TryFind(client, out text))
                return true;
        }

        text = default;
        return false;
    }
}
