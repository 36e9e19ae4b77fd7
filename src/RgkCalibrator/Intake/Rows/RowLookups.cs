using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Formats;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Intake.Rows;

/// <summary>The kind of a row's line and its number in lines, or why the row is rejected.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct KindOrRejection(ushort Number, LineKind? Kind, RejectionReason? Rejection);

/// <summary>
/// Finds the kinds of lines; for one thread, which looks up a product code and a unit once in each era between two days
/// on which codes change hands. A product that is not known is read in the unit of its lines: lines in another unit
/// make it another product, so that the outcome does not depend on which line came first.
/// </summary>
internal sealed class KindReader(LineDictionaries dictionaries, IntakeSettings settings)
{
    private readonly int[] _lastDays = [.. settings.Codes.LastDays.Select(DayNumber.Of)];
    private readonly KeyIndex _products = new();
    private readonly KeyIndex _units = new();
    private readonly List<KindOrRejection[]> _kinds = [];
    private readonly KindOrRejection _withoutUnit = new(0, null, RejectionReason.UnknownUnit);
    private TextKey _lastUnit;
    private int _lastUnitNumber = -1;

    /// <summary>
    /// What the unit and the product of a row that starts on a day come to; valid until the next call.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref readonly KindOrRejection Read(in RowColumns rows, int row, int start)
    {
        if (rows.Unit.IsMissing(row))
            return ref _withoutUnit;
        var unit = (UnitNumber(TextKey.Of(in rows.Unit.Texts[row])) * (_lastDays.Length + 1)) + Era(start);
        var product = _products.NumberOf(TextKey.Of(in rows.Product.Texts[row]));
        if (product >= _kinds[unit].Length)
            Grow(unit, product);
        ref var kind = ref _kinds[unit][product];
        if (kind is { Kind: null, Rejection: null })
            kind = Resolve(rows.Product.Text(row).Trim(), rows.Unit.Text(row), DayNumber.ToDate(start));
        return ref kind;
    }

    /// <summary>The slot of a row's unit, whatever else is wrong with the row.</summary>
    internal static int UnitOf(in RowColumns rows, int row) =>
        UnitSlot.Of(rows.Unit.IsMissing(row) ? null : CareUnits.Read(rows.Unit.Text(row)));

    private KindOrRejection Resolve(string code, string unitText, DateOnly start)
    {
        if (Nothing.Is(Encoding.UTF8.GetBytes(code)))
            return new KindOrRejection(0, null, RejectionReason.MissingProduct);
        if (CareUnits.Read(unitText) is not { } unit)
            return _withoutUnit;
        var known = settings.Codes.Find(code, start);
        if (known is null && settings.OnlyKnownProducts)
        {
            _ = dictionaries.UnknownCodes.TryAdd(code, true);
            return new KindOrRejection(0, null, RejectionReason.UnknownProduct);
        }

        var carried = (known?.Unit ?? unit) switch
        {
            CareUnit.Minuut => CareUnit.Uur,
            CareUnit.Eurocent => CareUnit.Euro,
            var other => other,
        };
        if (UnitConversion.Between(unit, carried, known is { ConvertsDagdelen: true }) is not { } conversion)
            return new KindOrRejection(0, null, RejectionReason.UnitNotConvertible);
        var product = new DeclaredProduct(known?.Product ?? code, carried, known is not null);
        var kind = new LineKind(product, unit, conversion);
        return new KindOrRejection((ushort)(dictionaries.Kinds.NumberOf(kind) + 1), kind, null);
    }

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
            _kinds.Add(new KindOrRejection[128]);
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

/// <summary>Finds the numbers of a column's values; for one thread, which looks up a value once.</summary>
internal sealed class ValueReader(ValueDictionary<string> dictionary)
{
    private readonly KeyIndex _index = new();
    private readonly List<ushort> _numbers = [];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ushort Read(in Column column, int row)
    {
        var isGiven = !column.IsAbsent && !column.IsMissing(row);
        var number = _index.NumberOf(isGiven ? TextKey.Of(in column.Texts[row]) : TextKey.Empty);
        if (number == _numbers.Count)
            _numbers.Add(dictionary.NumberOf(isGiven ? TextOf(in column, row) : string.Empty));
        return _numbers[number];
    }

    private static string TextOf(in Column column, int row) =>
        Encoding.UTF8.GetString(column.TextOrNothing(row).Bytes);
}

/// <summary>Takes the notes of rows; for one thread.</summary>
internal sealed class NoteReader(LineDictionaries dictionaries)
{
    private readonly ValueReader _locations = new(dictionaries.Locations);
    private readonly ValueReader _interventions = new(dictionaries.Interventions);
    private readonly ValueReader _municipalities = new(dictionaries.Municipalities);

    internal LineNotes Read(in RowColumns rows, int row)
    {
        _ = ushort.TryParse(
            rows.EndReason.TextOrNothing(row).Bytes, NumberStyles.None, CultureInfo.InvariantCulture, out var reason);
        return new LineNotes
        {
            Assignment = rows.Assignment.ReferenceOrEmpty(row),
            Location = _locations.Read(in rows.Location, row),
            Intervention = _interventions.Read(in rows.Intervention, row),
            Municipality = _municipalities.Read(in rows.Municipality, row),
            EndReason = reason,
        };
    }
}
