using System.Runtime.InteropServices;

namespace RgkCalibrator.Intake;

/// <summary>A product as it was met in the data: its present code and the unit its volumes are carried in.</summary>
/// <param name="Code">Of a known product the present code, of another the code in the data.</param>
/// <param name="Unit">Never <see cref="CareUnit.Minuut"/>: minutes are carried as hours.</param>
/// <param name="IsKnown">Whether the catalogue has it.</param>
public sealed record MetProduct(string Code, CareUnit Unit, bool IsKnown);

/// <summary>What the product code, the unit and the start of a row come to.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LineKind(ushort Product, bool IsMinutes, RejectionReason? Rejection)
{
    /// <summary>Not looked up yet: a looked-up kind has a product above 0 or a rejection.</summary>
    internal bool IsUnset => Product == 0 && Rejection is null;
}

/// <summary>
/// The products of a reading, numbered from 1 as they are met. A product that is not known is read in the unit of its lines: lines in another
/// unit make it another product, so that the outcome does not depend on which line came first.
/// </summary>
internal sealed class ProductTable(IntakeSettings settings)
{
    private readonly Lock _gate = new();
    private readonly List<MetProduct> _products = [];

    /// <summary>The products by number, less one.</summary>
    internal IReadOnlyList<MetProduct> Products => _products;

    /// <summary>What a row's product code, unit and start come to; callable by several threads.</summary>
    internal LineKind Resolve(string code, string unitText, DateOnly start)
    {
        if (CareUnits.Read(unitText) is not { } unit)
            return new LineKind(0, false, RejectionReason.UnknownUnit);
        var isMinutes = unit == CareUnit.Minuut;
        var carried = InHours(unit);
        if (settings.Codes.Find(code, start) is not { } known)
        {
            return settings.OnlyKnownProducts
                ? new LineKind(0, false, RejectionReason.UnknownProduct)
                : new LineKind(NumberOf(new MetProduct(code, carried, IsKnown: false)), isMinutes, null);
        }

        return InHours(known.Unit) == carried
            ? new LineKind(NumberOf(new MetProduct(known.Code, carried, IsKnown: true)), isMinutes, null)
            : new LineKind(0, false, RejectionReason.UnitNotConvertible);
    }

    private static CareUnit InHours(CareUnit unit) => unit == CareUnit.Minuut ? CareUnit.Uur : unit;

    private ushort NumberOf(MetProduct product)
    {
        lock (_gate)
        {
            var index = _products.IndexOf(product);
            if (index < 0)
            {
                index = _products.Count;
                _products.Add(product);
            }

            return index < ushort.MaxValue ? (ushort)(index + 1) : throw TooMany.Of("product_code");
        }
    }
}

/// <summary>The providers of a reading, numbered from 0 as they are met.</summary>
internal sealed class ProviderTable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ushort> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _providers = [];

    /// <summary>The providers by number; a row without one has the empty text.</summary>
    internal IReadOnlyList<string> Providers => _providers;

    internal ushort NumberOf(string provider)
    {
        lock (_gate)
        {
            if (_numbers.TryGetValue(provider, out var number))
                return number;
            if (_providers.Count > ushort.MaxValue)
                throw TooMany.Of("provider_id");
            number = (ushort)_providers.Count;
            _numbers.Add(provider, number);
            _providers.Add(provider);
            return number;
        }
    }
}

/// <summary>A column that holds far more different values than products or providers there are.</summary>
internal static class TooMany
{
    internal static CalibrationException Of(string column) => new(
        ExitCode.WrongUse,
        new Wording(
            "De kolom heeft meer dan 65.535 verschillende waarden.",
            "The column has more than 65,535 different values."),
        column,
        new Wording("Kijk of hier de bedoelde kolom staat.", "See whether this is the column that was meant."));
}
