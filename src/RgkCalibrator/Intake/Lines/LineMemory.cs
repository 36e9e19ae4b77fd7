using System.Runtime.InteropServices;

namespace RgkCalibrator.Intake.Lines;

/// <summary>
/// The memory of blocks of lines, taken from the system in large pieces; what blocks give back is used again. Serves
/// one thread at a time.
/// </summary>
/// <remarks>
/// Pages of the usual size: to find large ones, the system moves other memory about, which took longer than it spared.
/// </remarks>
internal sealed unsafe class LineMemory(int blockBytes) : IDisposable
{
    private const int FirstPiece = 8 << 20;
    private const int LargestPiece = 64 << 20;

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
            _next = (byte*)NativeMemory.Alloc((nuint)_piece);
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
            NativeMemory.Free((void*)piece);
        _pieces.Clear();
        _free.Clear();
        _next = _end = null;
    }
}
