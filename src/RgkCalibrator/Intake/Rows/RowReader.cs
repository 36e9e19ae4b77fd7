using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Intake.Rows;

/// <summary>Turns rows into lines. One reader serves one thread at a time and any number of files, each with a tally.</summary>
internal sealed unsafe class RowReader(LineStore store, LookupTables tables, IntakeSettings settings)
{
    // What is read of so many rows fits in the cache next to a core.
    private const int BatchSize = 256;

    private readonly int _lastDay = DayNumber.Of(settings.LastDay);

    // Where years and products are told apart no row is usual.
    private readonly int _usualLastDay = settings.ByYearAndProduct ? int.MinValue : DayNumber.Of(settings.LastDay);
    private readonly int _maxDays = settings.MaxLineDays == 0 ? int.MaxValue : settings.MaxLineDays;
    private readonly ReadRow[] _batch = new ReadRow[BatchSize];
    private readonly LineWriter _writer = new(store);
    private readonly LineKinds _kinds = new(tables.Kinds, settings.Codes);
    private readonly ValueCodes _providers = new(tables.Providers);
    private readonly NoteReader _notes = new(tables.Notes);
    private readonly List<Credit> _credits = [];
    private readonly UsedRows _used = new();
    private readonly Dictionary<int, ServiceNumbers> _numbers = [];

    /// <summary>The client ids that are longer than a key.</summary>
    internal LongTexts LongClients { get; } = new();

    /// <summary>The volume of all lines that were kept, in ticks of their products' units.</summary>
    internal Int128 Carried { get; private set; }

    /// <summary>What was counted; credits have no place yet.</summary>
    internal TallyBook Tallies { get; } = new(settings.ByYearAndProduct);

    /// <summary>The credits, to be netted when all lines are there.</summary>
    internal IReadOnlyList<Credit> Credits => _credits;

    /// <summary>By file: the client ids that look like citizen service numbers, and all of them, whatever became of their rows.</summary>
    internal IReadOnlyDictionary<int, ServiceNumbers> ServiceNumbers => _numbers;

    /// <summary>Room for what a source does not hand over in the form that lines need.</summary>
    internal RowBuffer Buffer { get; } = new();

    /// <summary>Takes rows of a file, by its number.</summary>
    internal void Read(in RowColumns rows, int file)
    {
        var tally = Tallies.Of(file);
        tally.AllTicks += VolumeColumn.Sum(rows.Ticks);
        if (!_numbers.TryGetValue(file, out var numbers))
            _numbers.Add(file, numbers = new ServiceNumbers());
        _writer.BeginFile(file);
        for (var from = 0; from < rows.Count; from += BatchSize)
            ReadBatch(in rows, new Batch(from, Math.Min(from + BatchSize, rows.Count)), file, tally, numbers);
        Carried += _used.Flush(tally);
    }

    /// <summary>Gives a row that cannot be read at all its place.</summary>
    internal void Reject(int file, long row, RejectionReason reason)
    {
        Tallies.Of(file).Reject(new RejectedRow(file, row, reason), UnitSlot.Of(null), 0);
    }

    /// <summary>Hands what is still held to the store.</summary>
    internal void Close()
    {
        _writer.Close();
        Buffer.Dispose();
    }

    /// <summary>Column by column: each loop is short, and what it looks up stays near.</summary>
    private void ReadBatch(in RowColumns rows, Batch batch, int file, RowTally tally, ServiceNumbers numbers)
    {
        ReadClients(in rows, batch, numbers);
        ReadKinds(in rows, batch);
        ReadProviders(in rows, batch);
        for (var row = batch.From; row < batch.To; row++)
        {
            ref var read = ref _batch[row - batch.From];
            if (read.Kind != 0)
                Keep(in rows, row, in read);
            else
                ReadUnusual(in rows, row, ref read, file, tally);
        }
    }

    private void ReadClients(in RowColumns rows, Batch batch, ServiceNumbers numbers)
    {
        var column = rows.Texts.Client;
        var ranges = store.Clients;
        for (var row = batch.From; row < batch.To; row++)
        {
            ref var read = ref _batch[row - batch.From];
            read.Client = column.TextOrNothing(row);
            numbers.See(in read.Client);
            read.Range = ranges.RangeOf(ranges.KeyOf(in read.Client));
        }
    }

    /// <summary>What usual rows are lines of, of which nothing needs a second look; any other keeps kind 0, and goes the long way.</summary>
    private void ReadKinds(in RowColumns rows, Batch batch)
    {
        for (var row = batch.From; row < batch.To; row++)
        {
            ref var read = ref _batch[row - batch.From];
            read.Kind = 0;
            var (start, end, ticks) = (rows.Start(row), rows.End(row), rows.Ticks[row]);
            (read.Start, read.End) = (start, end);
            if (read.Client.Length == 0 || ticks <= 0 || !rows.Texts.Product.IsVisible(row) || !IsUsualPeriod(start, end))
                continue;
            ref readonly var kind = ref _kinds.Of(in rows, row, start);
            var carried = kind.Rejection is null ? kind.Conversion.Of(ticks) : 0;
            if (carried == 0)
                continue;
            _used.Add(kind.Unit, ticks, carried);
            read.Kind = kind.Number;
        }
    }

    private void ReadProviders(in RowColumns rows, Batch batch)
    {
        var column = rows.Texts.Provider;
        for (var row = batch.From; row < batch.To; row++)
            _batch[row - batch.From].Provider = _providers.Of(in column, row);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsUsualPeriod(int start, int end) => start >= Line.FirstDay && start <= _usualLastDay && end >= start && end - start < _maxDays;

    private void ReadUnusual(in RowColumns rows, int row, ref ReadRow read, int file, RowTally tally)
    {
        LineKind kind = default;
        var (start, ticks) = (rows.Start(row), rows.Ticks[row]);
        var rejection = WhatOrWhen(in rows, row, in read.Client)
            ?? HowMuch(ticks)
            ?? (kind = _kinds.Of(in rows, row, start)).Rejection
            ?? HowMuch(kind.Conversion.Of(ticks));
        if (Tallies.IsDetailed)
            tally = Tallies.Of(file, start, kind.Number);
        if (rejection is { } reason)
        {
            tally.Reject(new RejectedRow(file, rows.Number[row], reason), LineKinds.UnitOf(in rows, row), VolumeColumn.Counted(ticks));
        }
        else if (start > _lastDay)
        {
            tally.Add(Place.Excluded, kind.Unit, ticks);
        }
        else if (ticks < 0)
        {
            KeepCredit(in rows, row, ref read, file, in kind);
        }
        else
        {
            tally.Add(Place.Used, kind.Unit, ticks);
            Carried += kind.Conversion.Of(ticks);
            read.Kind = kind.Number;
            Keep(in rows, row, in read);
        }
    }

    /// <summary>What is wrong with client, product or period, in the order of the reasons.</summary>
    private RejectionReason? WhatOrWhen(in RowColumns rows, int row, in TextHandle client)
    {
        if (client.Length == 0)
            return RejectionReason.MissingClient;
        if (rows.Texts.Product.TextOrNothing(row).Length == 0)
            return RejectionReason.MissingProduct;
        if (rows.Start(row) == Line.NoDay || rows.End(row) == Line.NoDay)
            return RejectionReason.BadDate;
        var days = rows.End(row) - rows.Start(row) + 1;
        return days < 1 ? RejectionReason.EndBeforeStart
            : days > _maxDays ? RejectionReason.PeriodTooLong
            : null;
    }

    private static RejectionReason? HowMuch(long ticks) =>
        ticks == VolumeColumn.Bad ? RejectionReason.BadVolume : ticks == 0 ? RejectionReason.ZeroVolume : null;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TextKey KeyOf(in TextHandle client) => client.IsInline ? TextKey.Of(in client) : LongClients.Keep(in client);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Keep(in RowColumns rows, int row, in ReadRow read)
    {
        var line = _writer.Next(read.Range);
        if (line == null)
            return;
        Set(ref *line, in rows, row, in read);
        if (store.Extras != LineExtras.None)
            KeepExtras(in rows, row, read.Range, line);
    }

    private void KeepExtras(in RowColumns rows, int row, int range, Line* line)
    {
        var (block, place) = _writer.PlaceOf(range, line);
        block.SetCare(place, rows.Care(row));
        block.SetId(place, rows.Texts.Id.KeyOrEmpty(row));
        if (store.HasNotes)
            block.SetNotes(place, _notes.Of(rows.Notes, row));
    }

    private void KeepCredit(in RowColumns rows, int row, ref ReadRow read, int file, in LineKind kind)
    {
        Line line = default;
        read.Kind = kind.Number;
        Set(ref line, in rows, row, in read);
        var (id, credits) = (rows.Texts.Id.KeyOrEmpty(row), rows.Texts.Credits.KeyOrEmpty(row));
        _credits.Add(new Credit(line, read.Range, kind.Unit, file, rows.Number[row], id, credits, rows.Care(row)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Set(ref Line line, in RowColumns rows, int row, in ReadRow read)
    {
        line.Client = KeyOf(in read.Client);
        line.Volume = Math.Abs(rows.Ticks[row]);
        line.Start = read.Start;
        line.End = read.End;
        line.Birth = rows.Birth(row);
        line.Kind = read.Kind;
        line.Provider = read.Provider;
    }

    /// <summary>Rows of a chunk that are read together.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Batch(int From, int To);

    /// <summary>What was read of a row so far.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct ReadRow
    {
        internal TextHandle Client;
        internal int Range;
        internal int Start;
        internal int End;
        internal ushort Kind;
        internal ushort Provider;
    }
}

/// <summary>Texts of columns that may be absent, without the white space around them.</summary>
internal static class CellTexts
{
    /// <summary>The text of a cell; an empty one where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TextHandle TextOrNothing(this in Column column, int row) =>
        column.IsAbsent || column.IsNull(row) ? default : column.Texts[row].Trimmed();

    /// <summary>The key of a cell's text; the empty one where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TextKey KeyOrEmpty(this in Column column, int row)
    {
        var text = column.TextOrNothing(row);
        return TextKey.Of(in text);
    }

    /// <summary>Whether a cell's text begins with something that can be seen; else it may be missing or blank.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsVisible(this in Column column, int row) => !column.IsNull(row) && column.Texts[row] is { Length: > 0, First: > (byte)' ' };
}
