using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Intake.Rows;

/// <summary>
/// Turns rows into lines. One reader serves one thread at a time and any number of files, each with a tally.
/// </summary>
internal sealed unsafe class RowReader(
    LineStore store, LineDictionaries dictionaries, IntakeSettings settings, Action<long>? progress)
{
    // What is read of so many rows fits in the cache next to a core.
    private const int BatchSize = 256;

    private readonly int _lastDay = DayNumber.Of(settings.LastDay);

    // Where years and products are told apart no row is usual.
    private readonly int _usualLastDay = settings.ByYearAndProduct ? int.MinValue : DayNumber.Of(settings.LastDay);
    private readonly int _maxDays = settings.MaxLineDays == 0 ? int.MaxValue : settings.MaxLineDays;
    private readonly ReadRow[] _batch = new ReadRow[BatchSize];
    private readonly LineWriter _writer = new(store);
    private readonly KindReader _kinds = new(dictionaries, settings);
    private readonly ValueReader _providers = new(dictionaries.Providers);
    private readonly NoteReader _notes = new(dictionaries);
    private readonly List<Credit> _credits = [];
    private readonly UsedRows _used = new();
    private readonly Dictionary<int, ServiceNumbers> _numbers = [];
    private readonly Dictionary<int, ShortenedNumbers> _shortened = [];
    private readonly HashSet<int> _brokenCents = [];
    private int _file;

    /// <summary>The client ids that are longer than a key.</summary>
    internal LongTexts LongClients { get; } = new();

    /// <summary>The volume of all lines that were kept, in ticks of their products' units.</summary>
    internal Int128 Carried { get; private set; }

    /// <summary>What was counted; credits have no place yet.</summary>
    internal TallyBook Tallies { get; } = new(settings.ByYearAndProduct);

    /// <summary>The credits, to be netted when all lines are there.</summary>
    internal IReadOnlyList<Credit> Credits => _credits;

    /// <summary>
    /// By file: the client ids that look like citizen service numbers, and all of them, whatever became of their rows.
    /// </summary>
    internal IReadOnlyDictionary<int, ServiceNumbers> ServiceNumbers => _numbers;

    /// <summary>By file: the ids that a spreadsheet has shortened.</summary>
    internal IReadOnlyDictionary<int, ShortenedNumbers> ShortenedNumbers => _shortened;

    /// <summary>The files in which an amount of eurocents is no whole number.</summary>
    internal IReadOnlySet<int> BrokenCents => _brokenCents;

    /// <summary>Room for what a source does not hand over in the form that lines need.</summary>
    internal RowBuffer Buffer { get; } = new();

    /// <summary>Takes rows of a file, by its number.</summary>
    internal void Read(in RowColumns rows, int file)
    {
        var tally = Tallies.Of(file);
        tally.AllTicks += VolumeColumn.Sum(rows.Ticks);
        if (!_numbers.TryGetValue(file, out var numbers))
            _numbers.Add(file, numbers = new ServiceNumbers());
        if (!_shortened.TryGetValue(file, out var shortened))
            _shortened.Add(file, shortened = new ShortenedNumbers());
        SeeReferences(in rows, shortened);
        _file = file;
        _writer.BeginFile(file);
        for (var from = 0; from < rows.Count; from += BatchSize)
            ReadBatch(in rows, from, Math.Min(from + BatchSize, rows.Count), file, tally, numbers, shortened);
        Carried += _used.Flush(tally);
        progress?.Invoke(rows.Count);
    }

    /// <summary>Gives a row that cannot be read at all its place.</summary>
    internal void Reject(int file, long row, RejectionReason reason)
    {
        Tallies.Of(file).Reject(new RejectedRow(file, row, reason), UnitSlot.Of(null), 0);
        progress?.Invoke(1);
    }

    /// <summary>Hands what is still held to the store.</summary>
    internal void Close()
    {
        _writer.Close();
        Buffer.Dispose();
    }

    private static void SeeReferences(in RowColumns rows, ShortenedNumbers shortened)
    {
        shortened.See(CanonicalColumn.LineId, in rows.Id, 0, rows.Count);
        shortened.See(CanonicalColumn.CreditsLineId, in rows.Credits, 0, rows.Count);
        shortened.See(CanonicalColumn.AssignmentId, in rows.Assignment, 0, rows.Count);
    }

    /// <summary>Column by column: each loop is short, and what it looks up stays near.</summary>
    private void ReadBatch(
        in RowColumns rows, int from, int to, int file, RowTally tally, ServiceNumbers numbers,
        ShortenedNumbers shortened)
    {
        ReadClients(in rows, from, to, numbers, shortened);
        ReadKinds(in rows, from, to);
        ReadProviders(in rows, from, to, shortened);
        for (var row = from; row < to; row++)
        {
            ref var read = ref _batch[row - from];
            if (read.Kind != 0)
                Keep(in rows, row, in read);
            else
                ReadUnusual(in rows, row, ref read, file, tally);
        }
    }

    private void ReadClients(
        in RowColumns rows, int from, int to, ServiceNumbers numbers, ShortenedNumbers shortened)
    {
        var ranges = store.Clients;
        var (previous, range) = (default(TextHandle), 0);
        for (var row = from; row < to; row++)
        {
            ref var read = ref _batch[row - from];
            read.Client = rows.Client.TextOrNothing(row);
            numbers.See(in read.Client);
            // Rows of a child often stand together.
            if (row == from || !read.Client.IsSameAs(in previous))
            {
                shortened.See(CanonicalColumn.ClientId, in read.Client);
                (previous, range) = (read.Client, ranges.RangeOf(ranges.KeyOf(in read.Client)));
            }

            read.Range = range;
        }
    }

    /// <summary>Finds the kinds of usual rows, which need no second look; any other row keeps kind 0.</summary>
    private void ReadKinds(in RowColumns rows, int from, int to)
    {
        for (var row = from; row < to; row++)
        {
            ref var read = ref _batch[row - from];
            read.Kind = 0;
            var (start, end, ticks) = (rows.Start[row], rows.End[row], rows.Ticks[row]);
            (read.Start, read.End) = (start, end);
            if (read.Client.Length == 0 || ticks <= 0 || !rows.Product.IsVisible(row) || !IsUsualPeriod(start, end))
                continue;
            ref readonly var found = ref _kinds.Read(in rows, row, start);
            if (found.Kind is not { } kind)
                continue;
            var carried = kind.Conversion.Convert(ticks);
            if (carried == 0)
                continue;
            if (kind.IsCents)
                SeeCents(ticks);
            _used.Add(kind.Slot, ticks, carried);
            read.Kind = found.Number;
        }
    }

    private void ReadProviders(in RowColumns rows, int from, int to, ShortenedNumbers shortened)
    {
        var known = _providers.Count;
        for (var row = from; row < to; row++)
            _batch[row - from].Provider = _providers.Read(in rows.Provider, row);
        // Of providers that were met before it is known.
        if (_providers.Count > known)
            shortened.See(CanonicalColumn.ProviderId, in rows.Provider, from, to);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsUsualPeriod(int start, int end) =>
        start >= Line.FirstDay && start <= _usualLastDay && end >= start && end - start < _maxDays;

    private void ReadUnusual(in RowColumns rows, int row, ref ReadRow read, int file, RowTally tally)
    {
        KindOrRejection found = default;
        var (start, ticks) = (rows.Start[row], rows.Ticks[row]);
        var rejection = CheckClientProductAndPeriod(in rows, row, in read.Client)
            ?? CheckVolume(ticks)
            ?? (found = _kinds.Read(in rows, row, start)).Rejection
            ?? CheckVolume(found.Kind!.Conversion.Convert(ticks));
        if (Tallies.IsDetailed)
            tally = Tallies.Of(file, start, found.Number != 0 ? found.Number : KindOfRejected(in rows, row, rejection));
        if (rejection is { } reason)
        {
            var rejected = new RejectedRow(file, rows.Number[row], reason);
            tally.Reject(rejected, KindReader.UnitOf(in rows, row), VolumeColumn.Counted(ticks));
            return;
        }

        var kind = found.Kind!;
        read.Kind = found.Number;
        if (kind.IsCents)
            SeeCents(ticks);
        if (start > _lastDay)
        {
            tally.Add(RowOutcome.Excluded, kind.Slot, ticks);
        }
        else if (ticks < 0)
        {
            KeepCredit(in rows, row, in read, file, kind.Slot);
        }
        else
        {
            tally.Add(RowOutcome.Used, kind.Slot, ticks);
            Carried += kind.Conversion.Convert(ticks);
            Keep(in rows, row, in read);
        }
    }

    // A row that was rejected before its product was looked up counts among the rows of the product as well.
    private ushort KindOfRejected(in RowColumns rows, int row, RejectionReason? rejection) =>
        rejection is null || rows.Product.TextOrNothing(row).Length == 0 || rows.Start[row] == Line.NoDay
            ? (ushort)0
            : _kinds.Read(in rows, row, rows.Start[row]).Number;

    private void SeeCents(long ticks)
    {
        if (ticks % Ticks.PerUnit != 0)
            _brokenCents.Add(_file);
    }

    /// <summary>What is wrong with client, product or period, in the order of the reasons.</summary>
    private RejectionReason? CheckClientProductAndPeriod(in RowColumns rows, int row, in TextHandle client)
    {
        if (client.Length == 0)
            return RejectionReason.MissingClient;
        if (rows.Product.TextOrNothing(row).Length == 0)
            return RejectionReason.MissingProduct;
        if (rows.Start[row] == Line.NoDay || rows.End[row] == Line.NoDay)
            return RejectionReason.BadDate;
        var days = rows.End[row] - rows.Start[row] + 1;
        return days < 1 ? RejectionReason.EndBeforeStart
            : days > _maxDays ? RejectionReason.PeriodTooLong
            : null;
    }

    private static RejectionReason? CheckVolume(long ticks) =>
        ticks == VolumeColumn.Bad ? RejectionReason.BadVolume : ticks == 0 ? RejectionReason.ZeroVolume : null;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TextKey KeyOf(in TextHandle client) =>
        client.IsInline ? TextKey.Of(in client) : LongClients.Keep(in client);

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
        var notes = store.Extras.HasFlag(LineExtras.Notes) ? _notes.Read(in rows, row) : default;
        _writer.BlockOf(range).SetExtras(
            line, rows.Care(row), rows.Id.ReferenceOrEmpty(row), in notes, rows.AmountAt(row),
            rows.Declared[row]);
    }

    private void KeepCredit(in RowColumns rows, int row, in ReadRow read, int file, int unit)
    {
        Line line = default;
        Set(ref line, in rows, row, in read);
        var (id, credits) = (rows.Id.ReferenceOrEmpty(row), rows.Credits.ReferenceOrEmpty(row));
        _credits.Add(new Credit(line, rows.Care(row), read.Range, (byte)unit, file, rows.Number[row], id, credits));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Set(ref Line line, in RowColumns rows, int row, in ReadRow read)
    {
        line.Client = KeyOf(in read.Client);
        line.Volume = Math.Abs(rows.Ticks[row]);
        line.Start = read.Start;
        line.End = read.End;
        line.Birth = rows.Birth[row];
        line.Kind = read.Kind;
        line.Provider = read.Provider;
    }

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
