namespace RgkCalibrator.Intake.Lines;

/// <summary>
/// Room for a number of lines outside the managed heap, with what is kept beside them. The lines of a file lie
/// together.
/// </summary>
internal sealed unsafe class LineBlock
{
    /// <summary>Lines a block holds: 40 KB, so that 256 open blocks of a thread stay small.</summary>
    internal const int Capacity = 1024;

    private readonly List<(int File, int From)> _files = [];
    private readonly Line* _lines;
    private readonly CareDates* _care;
    private readonly TextKey* _ids;
    private readonly LineNotes* _notes;
    private readonly long* _amounts;
    private readonly int* _arrivals;

    /// <summary>A block in memory of <see cref="Bytes"/>, which is the caller's.</summary>
    internal LineBlock(nint memory, LineExtras extras)
    {
        var next = (byte*)(Memory = memory);
        _lines = Part<Line>(ref next, true);
        _ids = Part<TextKey>(ref next, extras.HasFlag(LineExtras.Ids));
        _notes = Part<LineNotes>(ref next, extras.HasFlag(LineExtras.Notes));
        _care = Part<CareDates>(ref next, extras.HasFlag(LineExtras.CareDates));
        _amounts = Part<long>(ref next, extras.HasFlag(LineExtras.Amounts));
        _arrivals = Part<int>(ref next, extras.HasFlag(LineExtras.Arrivals));
    }

    /// <summary>What a block takes of the memory.</summary>
    internal static int Bytes(LineExtras extras) => Capacity * MemoryNeed.BytesOfLine(extras);

    internal nint Memory { get; }

    /// <summary>Lines, when the block was closed.</summary>
    internal int Count { get; private set; }

    /// <summary>The first line.</summary>
    internal Line* Start => _lines;

    /// <summary>The lines; whoever takes one away sets its volume to <see cref="Line.Removed"/>.</summary>
    internal Span<Line> Lines => new(_lines, Count);

    /// <summary>As many as there are lines, or none.</summary>
    internal ReadOnlySpan<CareDates> Care => new(_care, _care == null ? 0 : Count);

    /// <summary>The reference numbers: as many as there are lines, or none.</summary>
    internal ReadOnlySpan<TextKey> Ids => new(_ids, _ids == null ? 0 : Count);

    /// <summary>As many as there are lines, or none.</summary>
    internal ReadOnlySpan<LineNotes> Notes => new(_notes, _notes == null ? 0 : Count);

    /// <summary>
    /// The declared amounts in ticks of a euro, below zero and none included: as many as there are lines, or none.
    /// </summary>
    internal ReadOnlySpan<long> Amounts => new(_amounts, _amounts == null ? 0 : Count);

    /// <summary>
    /// The days of declaration, <see cref="Line.NoDay"/> where none is given: as many as there are lines, or none.
    /// </summary>
    internal ReadOnlySpan<int> Arrivals => new(_arrivals, _arrivals == null ? 0 : Count);

    /// <summary>Says that the lines from here on are of another file, by its number.</summary>
    internal void BeginFile(int file, Line* next) => _files.Add((file, PlaceOf(next)));

    /// <summary>Says which line would have been the next.</summary>
    internal void Close(Line* next) => Count = PlaceOf(next);

    /// <summary>
    /// Sets what is kept beside a line of this block: of care dates, reference number, notes, amount and day of
    /// declaration what the block has.
    /// </summary>
    internal void SetExtras(
        Line* line, CareDates care, TextKey id, in LineNotes notes, long amount, int declared)
    {
        var place = PlaceOf(line);
        if (_care != null)
            _care[place] = care;
        if (_ids != null)
            _ids[place] = id;
        if (_notes != null)
            _notes[place] = notes;
        if (_amounts != null)
            _amounts[place] = amount;
        if (_arrivals != null)
            _arrivals[place] = declared;
    }

    /// <summary>The file of a line, by its place in the block.</summary>
    internal int FileOf(int place) => _files.FindLast(file => file.From <= place).File;

    private int PlaceOf(Line* line) => (int)(line - _lines);

    private static T* Part<T>(ref byte* next, bool isKept)
        where T : unmanaged
    {
        if (!isKept)
            return null;
        var part = (T*)next;
        next += Capacity * sizeof(T);
        return part;
    }
}
