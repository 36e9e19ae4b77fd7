using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RgkCalibrator.Intake.Csv;

/// <summary>
/// Bytes outside the managed heap, where they do not move, with room for a sentinel and a whole vector behind them.
/// </summary>
internal sealed unsafe class BlockMemory : IDisposable
{
    private readonly int _slack = Vector256<byte>.Count * 2;

    internal byte* Start { get; private set; }

    /// <summary>Without the room behind.</summary>
    internal int Capacity { get; private set; }

    /// <summary>Makes room for a number of bytes; what was there stays, but not where it was.</summary>
    internal void Ensure(int capacity)
    {
        if (capacity <= Capacity && Start != null)
            return;
        Start = (byte*)NativeMemory.Realloc(Start, (nuint)(capacity + _slack));
        Capacity = capacity;
    }

    internal Span<byte> Bytes(int start, int length) => new(Start + start, length);

    public void Dispose()
    {
        NativeMemory.Free(Start);
        Start = null;
        Capacity = 0;
    }
}
