using System.Runtime.CompilerServices;

namespace RgkCalibrator.Intake;

/// <summary>What all readers of one reading share.</summary>
internal sealed record ReadingTables(ProductTable Products, ProviderTable Providers);

/// <summary>One thread's memory of what product codes and units come to, in each era between two days on which codes change hands.</summary>
internal sealed class LineKinds(ProductTable products, CodeBook codes)
{
    private readonly int[] _lastDays = [.. codes.LastDays.Select(DayNumber.Of)];
    private readonly KeyIndex _products = new();
    private readonly KeyIndex _units = new();
    private readonly List<LineKind[]> _kinds = [];
    private TextKey _lastUnit;
    private int _lastUnitNumber = -1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal LineKind Of(in RowColumns rows, int row)
    {
        if (rows.Unit.IsMissing(row))
            return new LineKind(0, false, RejectionReason.UnknownUnit);
        var unit = (UnitNumber(TextKey.Of(in rows.Unit.Texts[row])) * (_lastDays.Length + 1)) + Era(rows.Start[row]);
        var product = _products.NumberOf(TextKey.Of(in rows.Product.Texts[row]));
        if (product >= _kinds[unit].Length)
            Grow(unit, product);
        ref var kind = ref _kinds[unit][product];
        if (kind.IsUnset)
            kind = products.Resolve(rows.Product.Text(row), rows.Unit.Text(row), DayNumber.ToDate(rows.Start[row]));
        return kind;
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

/// <summary>One thread's memory of the numbers of providers.</summary>
internal sealed class ProviderCodes(ProviderTable providers)
{
    private readonly KeyIndex _index = new();
    private readonly List<ushort> _codes = [];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ushort Of(in RowColumns rows, int row)
    {
        var isGiven = rows.HasProvider && !rows.Provider.IsMissing(row);
        var number = _index.NumberOf(isGiven ? TextKey.Of(in rows.Provider.Texts[row]) : TextKey.Empty);
        if (number == _codes.Count)
            _codes.Add(providers.NumberOf(isGiven ? rows.Provider.Text(row) : string.Empty));
        return _codes[number];
    }
}

/// <summary>Where one thread's rows of one file went.</summary>
internal sealed class FileTally
{
    internal long Used { get; set; }

    internal long AfterObserved { get; set; }

    internal List<RejectedRow> Rejected { get; } = [];

    internal void Reject(RejectedRow row) => Rejected.Add(row);
}
