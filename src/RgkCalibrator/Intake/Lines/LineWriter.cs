using System.Runtime.CompilerServices;

namespace RgkCalibrator.Intake.Lines;

/// <summary>
/// The lines that one thread is filling: for each range a block, with its free lines by their addresses.
/// </summary>
internal sealed unsafe class LineWriter(LineStore store)
{
    private readonly LineBlock?[] _open = new LineBlock?[ClientRanges.Count];
    private readonly Line*[] _next = new Line*[ClientRanges.Count];
    private readonly Line*[] _ends = new Line*[ClientRanges.Count];
    private int _file = -1;

    /// <summary>Says of which file the next lines are, by its number.</summary>
    internal void BeginFile(int file)
    {
        if (file == _file)
            return;
        _file = file;
        for (var range = 0; range < _open.Length; range++)
            _open[range]?.BeginFile(file, _next[range]);
    }

    /// <summary>
    /// The next free line of a range, of which the caller fills every field; null where the range is in another pass.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Line* Next(int range)
    {
        var line = _next[range];
        if (line == _ends[range])
            return NextOfNewBlock(range);
        _next[range] = line + 1;
        return line;
    }

    /// <summary>The block of the line of a range that was asked for last.</summary>
    internal LineBlock BlockOf(int range) => _open[range]!;

    /// <summary>Hands the open blocks to the store.</summary>
    internal void Close()
    {
        for (var range = 0; range < _open.Length; range++)
            HandOver(range);
    }

    private Line* NextOfNewBlock(int range)
    {
        HandOver(range);
        if (!store.Keeps(range) || store.NewBlock(range) is not { } block)
            return null;
        _open[range] = block;
        _next[range] = block.Start + 1;
        _ends[range] = block.Start + LineBlock.Capacity;
        block.BeginFile(_file, block.Start);
        return block.Start;
    }

    private void HandOver(int range)
    {
        if (_open[range] is not { } block)
            return;
        block.Close(_next[range]);
        _open[range] = null;
        _next[range] = null;
        _ends[range] = null;
        store.Add(range, block);
    }
}
