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
    private const int NoEra = -1;

    private readonly int[] _lastDays = [.. settings.Codes.LastDays.Select(DayNumber.Of)];
    private readonly KeyIndex _products = new();
    private readonly KeyIndex _units = new();
    private readonly List<KindOrRejection[]> _kinds = [];
    private readonly KindOrRejection _withoutUnit = new(0, null, RejectionReason.UnknownUnit);
    private TextHandle _lastProduct;
    private TextHandle _lastUnit;
    private int _lastEra = NoEra;
    private KindOrRejection _last;

    /// <summary>
    /// What the unit and the product of a row that starts on a day come to; valid until the next call.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref readonly KindOrRejection Read(in RowColumns rows, int row, int start)
    {
        if (rows.Unit.IsMissing(row))
            return ref _withoutUnit;
        ref readonly var product = ref rows.Product.Texts[row];
        ref readonly var unit = ref rows.Unit.Texts[row];
        var era = Era(start);
        // Rows of one product often stand together.
        if (era != _lastEra || !product.IsSameAs(in _lastProduct) || !unit.IsSameAs(in _lastUnit))
        {
            _last = Find(in rows, row, start, era);
            // A long text lies where another may lie next.
            (_lastProduct, _lastUnit, _lastEra) = (product, unit, product.IsInline && unit.IsInline ? era : NoEra);
        }

        return ref _last;
    }

    /// <summary>The slot of a row's unit, whatever else is wrong with the row.</summary>
    internal static int UnitOf(in RowColumns rows, int row) =>
        UnitSlot.Of(rows.Unit.IsMissing(row) ? null : CareUnits.Read(rows.Unit.Text(row)));

    private KindOrRejection Find(in RowColumns rows, int row, int start, int era)
    {
        var unit = (UnitNumber(TextKey.Of(in rows.Unit.Texts[row])) * (_lastDays.Length + 1)) + era;
        var product = _products.NumberOf(TextKey.Of(in rows.Product.Texts[row]));
        if (product >= _kinds[unit].Length)
            Grow(unit, product);
        ref var kind = ref _kinds[unit][product];
        if (kind is { Kind: null, Rejection: null })
            kind = Resolve(rows.Product.Text(row).Trim(), rows.Unit.Text(row), DayNumber.ToDate(start));
        return kind;
    }

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
        var number = _units.NumberOf(unit);
        while (_kinds.Count < (number + 1) * (_lastDays.Length + 1))
            _kinds.Add(new KindOrRejection[128]);
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
    private TextHandle _last;
    private ushort _lastNumber;

    /// <summary>Different values so far.</summary>
    internal int Count => _numbers.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ushort Read(in Column column, int row)
    {
        if (column.IsAbsent || column.IsMissing(row))
            return NumberOf(TextKey.Empty, in column, row);
        ref readonly var text = ref column.Texts[row];
        // Equal values often stand together.
        if (text.IsSameAs(in _last))
            return _lastNumber;
        _lastNumber = NumberOf(TextKey.Of(in text), in column, row);
        // A long text lies where another may lie next; no value that is given has the handle of nothing.
        _last = text.IsInline ? text : default;
        return _lastNumber;
    }

    private ushort NumberOf(TextKey key, in Column column, int row)
    {
        var number = _index.NumberOf(key);
        if (number == _numbers.Count)
            _numbers.Add(dictionary.NumberOf(key == TextKey.Empty ? string.Empty : TextOf(in column, row)));
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
