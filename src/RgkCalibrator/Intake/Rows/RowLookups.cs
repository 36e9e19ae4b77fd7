using System.Globalization;
using System.Runtime.CompilerServices;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Intake.Rows;

/// <summary>One thread's memory of what product codes and units come to, in each era between two days on which codes change hands.</summary>
internal sealed class LineKinds(KindTable table, CodeBook codes)
{
    private readonly int[] _lastDays = [.. codes.LastDays.Select(DayNumber.Of)];
    private readonly KeyIndex _products = new();
    private readonly KeyIndex _units = new();
    private readonly List<LineKind[]> _kinds = [];
    private readonly LineKind _withoutUnit = new(0, (byte)UnitSlot.Of(null), UnitConversion.None, RejectionReason.UnknownUnit);
    private TextKey _lastUnit;
    private int _lastUnitNumber = -1;

    /// <summary>What the unit and the product of a row come to that starts on a day; valid until the next call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref readonly LineKind Of(in RowColumns rows, int row, int start)
    {
        if (rows.Texts.Unit.IsMissing(row))
            return ref _withoutUnit;
        var unit = (UnitNumber(TextKey.Of(in rows.Texts.Unit.Texts[row])) * (_lastDays.Length + 1)) + Era(start);
        var product = _products.NumberOf(TextKey.Of(in rows.Texts.Product.Texts[row]));
        if (product >= _kinds[unit].Length)
            Grow(unit, product);
        ref var kind = ref _kinds[unit][product];
        if (kind.IsUnset)
            kind = table.Resolve(rows.Texts.Product.Text(row), rows.Texts.Unit.Text(row), DayNumber.ToDate(start));
        return ref kind;
    }

    /// <summary>The slot of a row's unit, whatever else is wrong with the row.</summary>
    internal static int UnitOf(in RowColumns rows, int row) =>
        UnitSlot.Of(rows.Texts.Unit.IsMissing(row) ? null : CareUnits.Read(rows.Texts.Unit.Text(row)));

    private int Era(int start)
    {
        var era = 0;
        while (era < _lastDays.Length && start > _lastDays[era])
            era++;
        return era;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int UnitNumber(TextKey unit)
    {
        if (_lastUnitNumber >= 0 && unit == _lastUnit)
            return _lastUnitNumber;
        var number = _units.NumberOf(unit);
        while (_kinds.Count < (number + 1) * (_lastDays.Length + 1))
            _kinds.Add(new LineKind[128]);
        (_lastUnit, _lastUnitNumber) = (unit, number);
        return number;
    }

    private void Grow(int row, int product)
    {
        var kinds = _kinds[row];
        Array.Resize(ref kinds, Math.Max(product + 1, kinds.Length * 2));
        _kinds[row] = kinds;
    }
}

/// <summary>One thread's memory of the numbers of a column's values.</summary>
internal sealed class ValueCodes(ValueTable values)
{
    private readonly KeyIndex _index = new();
    private readonly List<ushort> _codes = [];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ushort Of(in Column column, int row)
    {
        var isGiven = !column.IsAbsent && !column.IsMissing(row);
        var number = _index.NumberOf(isGiven ? TextKey.Of(in column.Texts[row]) : TextKey.Empty);
        if (number == _codes.Count)
            _codes.Add(values.NumberOf(isGiven ? column.Text(row).Trim() : string.Empty));
        return _codes[number];
    }
}

/// <summary>Takes the notes of rows; one thread's.</summary>
internal sealed class NoteReader(NoteTables tables)
{
    private readonly ValueCodes _locations = new(tables.Locations);
    private readonly ValueCodes _interventions = new(tables.Interventions);
    private readonly ValueCodes _municipalities = new(tables.Municipalities);

    internal LineNotes Of(in NoteColumns columns, int row) => new()
    {
        Assignment = columns.Assignment.KeyOrEmpty(row),
        Location = _locations.Of(columns.Location, row),
        Intervention = _interventions.Of(columns.Intervention, row),
        Municipality = _municipalities.Of(columns.Municipality, row),
        EndReason = Reason(columns.EndReason.TextOrNothing(row).Bytes),
    };

    private static ushort Reason(ReadOnlySpan<byte> utf8) =>
        ushort.TryParse(utf8, NumberStyles.None, CultureInfo.InvariantCulture, out var reason) ? reason : (ushort)0;
}
