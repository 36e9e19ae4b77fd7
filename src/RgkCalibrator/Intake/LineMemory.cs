using RgkCalibrator.Engine;

namespace RgkCalibrator.Intake;

/// <summary>
/// The memory of blocks of lines, taken from the system in large pieces: a page at a time, 7 million lines cost a sixth of a second of interruptions.
/// What blocks give back is used again. Serves one thread at a time.
/// </summary>
internal sealed unsafe class LineMemory(int blockBytes) : IDisposable
{
    private const int FirstPiece = 4 * LargePages.Size;
    private const int LargestPiece = 32 * LargePages.Size;

    private readonly List<nint> _pieces = [];
    private readonly Stack<nint> _free = [];
    private int _piece = FirstPiece;
    private byte* _next;
    private byte* _end;

    /// <summary>Memory for a block.</summary>
    internal nint Take()
    {
        if (_free.TryPop(out var again))
            return again;
        if (_end - _next < blockBytes)
        {
            _next = LargePages.Allocate((nuint)_piece);
            _end = _next + _piece;
            _pieces.Add((nint)_next);
            _piece = Math.Min(_piece * 2, LargestPiece);
        }

        var block = (nint)_next;
        _next += blockBytes;
        return block;
    }

    internal void GiveBack(nint block) => _free.Push(block);

    public void Dispose()
    {
        foreach (var piece in _pieces)
            LargePages.Free((byte*)piece);
        _pieces.Clear();
        _free.Clear();
        _next = _end = null;
    }
}
