using System.Runtime.CompilerServices;
using RgkCalibrator.Engine;

namespace RgkCalibrator.Intake;

/// <summary>Turns the rows of chunks into lines. One reader serves one thread at a time and any number of files, each with a tally.</summary>
internal sealed class RowReader(LineStore store, ReadingTables tables, IntakeSettings settings)
{
    private readonly int _lastDay = DayNumber.Of(settings.LastDay);
    private readonly int _maxDays = settings.MaxLineDays == 0 ? int.MaxValue : settings.MaxLineDays;
    private readonly LineWriter _writer = new(store);
    private readonly LineKinds _kinds = new(tables.Products, settings.Codes);
    private readonly ProviderCodes _providers = new(tables.Providers);
    private readonly long[] _ticks = new long[DataChunk.Capacity];
    private readonly Dictionary<int, FileTally> _tallies = [];

    /// <summary>The client ids that are longer than a key.</summary>
    internal LongTexts LongClients { get; } = new();

    /// <summary>The volume of all lines that were kept, in ticks of whatever unit.</summary>
    internal Int128 VolumeKept { get; private set; }

    /// <summary>What was counted, by the file's number.</summary>
    internal IReadOnlyDictionary<int, FileTally> Tallies => _tallies;

    /// <summary>Takes the rows of a chunk of a file.</summary>
    internal void Read(in DataChunk chunk, SourceFile file)
    {
        if (!_tallies.TryGetValue(file.Number, out var tally))
            _tallies.Add(file.Number, tally = new FileTally());
        var rows = new RowColumns(chunk, file.Columns);
        VolumeColumn.ToTicks(rows.Volume, file.Columns.VolumeType, _ticks);
        // All that a row needs on its usual way is inlined here: a method with a loop is compiled with all optimisations at its first call.
        for (var row = 0; row < chunk.Count; row++)
            ReadRow(in rows, row, file, tally);
    }

    /// <summary>Hands what is still held to the store.</summary>
    internal void Close() => _writer.Close();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ReadRow(in RowColumns rows, int row, SourceFile file, FileTally tally)
    {
        LineKind kind = default;
        var rejection = WhatOrWhen(in rows, row) ?? HowMuch(in rows, row) ?? (kind = _kinds.Of(in rows, row)).Rejection;
        if (rejection is { } reason)
        {
            tally.Reject(new RejectedRow(file.Number, rows.Number[row] + 1, reason));
        }
        else if (rows.Start[row] > _lastDay)
        {
            tally.AfterObserved++;
        }
        else
        {
            tally.Used++;
            Keep(in rows, row, kind);
        }
    }

    /// <summary>What is wrong with client, product or period, in the order of the reasons.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private RejectionReason? WhatOrWhen(in RowColumns rows, int row)
    {
        if (rows.Client.IsMissing(row))
            return RejectionReason.MissingClient;
        if (rows.Product.IsMissing(row))
            return RejectionReason.MissingProduct;
        if (rows.HasBadDate(row))
            return RejectionReason.BadDate;
        var days = rows.End[row] - rows.Start[row] + 1;
        return days < 1 ? RejectionReason.EndBeforeStart
            : days > _maxDays ? RejectionReason.PeriodTooLong
            : null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private RejectionReason? HowMuch(in RowColumns rows, int row) =>
        rows.Volume.IsNull(row) || _ticks[row] == VolumeColumn.Bad ? RejectionReason.BadVolume
        : _ticks[row] == 0 ? RejectionReason.ZeroVolume
        : _ticks[row] < 0 ? RejectionReason.Credit
        : null;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Keep(in RowColumns rows, int row, LineKind kind)
    {
        ref readonly var text = ref rows.Client.Texts[row];
        var client = text.IsInline ? TextKey.Of(in text) : LongClients.Keep(in text);
        var block = _writer.BlockOf(client);
        ref var line = ref block.Next();
        line.Client = client;
        line.Start = rows.Start[row];
        line.End = rows.End[row];
        line.Birth = rows.Birth(row);
        line.Volume = kind.IsMinutes ? InHours(_ticks[row]) : _ticks[row];
        line.Product = kind.Product;
        line.Provider = _providers.Of(in rows, row);
        VolumeKept += line.Volume;
        if (store.HasCareDates)
            block.SetCare(rows.Care(row));
    }

    /// <summary>From ticks of a minute to ticks of an hour, to the nearest, halves up.</summary>
    private static long InHours(long ticks)
    {
        const long perHour = Ticks.PerUnit / Ticks.PerMinute;
        return (ticks + (perHour / 2)) / perHour;
    }
}
