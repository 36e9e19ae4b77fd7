using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RgkCalibrator.Intake;

/// <summary>Room for a number of lines outside the managed heap, with what is kept beside them. The lines of a file lie together.</summary>
internal sealed unsafe class LineBlock : IDisposable
{
    /// <summary>Lines a block holds: 40 KB, so that 256 open blocks of a thread stay small.</summary>
    internal const int Capacity = 1024;

    private readonly List<(int File, int From)> _files = [];
    private int _file = -1;
    private Line* _lines;
    private CareDates* _care;
    private TextKey* _ids;
    private LineNotes* _notes;

    internal LineBlock(LineExtras extras)
    {
        _lines = Room<Line>();
        if (extras.HasFlag(LineExtras.CareDates))
            _care = Room<CareDates>();
        if (extras.HasFlag(LineExtras.Ids))
            _ids = Room<TextKey>();
        if (extras.HasFlag(LineExtras.Notes))
            _notes = Room<LineNotes>();
    }

    internal int Count { get; private set; }

    internal bool IsFull => Count == Capacity;

    /// <summary>The lines; whoever takes one away sets its volume to <see cref="Line.Removed"/>.</summary>
    internal Span<Line> Lines => new(_lines, Count);

    /// <summary>As many as there are lines, or none.</summary>
    internal ReadOnlySpan<CareDates> Care => new(_care, _care == null ? 0 : Count);

    /// <summary>The reference numbers: as many as there are lines, or none.</summary>
    internal ReadOnlySpan<TextKey> Ids => new(_ids, _ids == null ? 0 : Count);

    /// <summary>As many as there are lines, or none.</summary>
    internal ReadOnlySpan<LineNotes> Notes => new(_notes, _notes == null ? 0 : Count);

    /// <summary>The next free line, of a file by its number; the caller fills every field.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref Line Next(int file)
    {
        if (file != _file)
            Begin(file);
        return ref _lines[Count++];
    }

    /// <summary>Sets the care dates of the line that was added last, where this block keeps them.</summary>
    internal void SetCare(CareDates care)
    {
        if (_care != null)
            _care[Count - 1] = care;
    }

    /// <summary>Sets the reference number of the line that was added last, where this block keeps them.</summary>
    internal void SetId(TextKey id)
    {
        if (_ids != null)
            _ids[Count - 1] = id;
    }

    /// <summary>Sets the notes of the line that was added last; the block keeps them.</summary>
    internal void SetNotes(LineNotes notes) => _notes[Count - 1] = notes;

    /// <summary>The file of a line, by its place in the block.</summary>
    internal int FileOf(int place) => _files.FindLast(file => file.From <= place).File;

    public void Dispose()
    {
        NativeMemory.Free(_lines);
        NativeMemory.Free(_care);
        NativeMemory.Free(_ids);
        NativeMemory.Free(_notes);
        _lines = null;
        _care = null;
        _ids = null;
        _notes = null;
        Count = 0;
    }

    private static T* Room<T>() where T : unmanaged => (T*)NativeMemory.Alloc(Capacity, (nuint)sizeof(T));

    private void Begin(int file)
    {
        _file = file;
        _files.Add((file, Count));
    }
}
