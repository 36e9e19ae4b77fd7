using System.Runtime.InteropServices;

namespace RgkCalibrator.Intake.Lines;

/// <summary>A product as it was met in the data: its present code and the unit its volumes are carried in.</summary>
/// <param name="Code">Of a known product the present code, of another the code in the data.</param>
/// <param name="Unit">Never <see cref="CareUnit.Minuut"/>: minutes are carried as hours.</param>
/// <param name="IsKnown">Whether the catalogue has it.</param>
public sealed record MetProduct(string Code, CareUnit Unit, bool IsKnown);

/// <summary>A kind of line: a product in the unit in which it was declared.</summary>
/// <param name="Product">The product.</param>
/// <param name="Declared">The unit of the file.</param>
/// <param name="Conversion">From that to the product's.</param>
internal sealed record DeclaredKind(MetProduct Product, CareUnit Declared, UnitConversion Conversion);

/// <summary>What the product code, the unit and the start of a row come to.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LineKind(ushort Number, byte Unit, UnitConversion Conversion, RejectionReason? Rejection)
{
    /// <summary>Not looked up yet: a looked-up kind has a number above 0 or a rejection.</summary>
    internal bool IsUnset => Number == 0 && Rejection is null;
}

/// <summary>
/// The kinds of lines of a reading, numbered from 1 as they are met. A product that is not known is read in the unit of its lines: lines in another
/// unit make it another product, so that the outcome does not depend on which line came first.
/// </summary>
internal sealed class KindTable(IntakeSettings settings)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<DeclaredKind, ushort> _numbers = [];
    private readonly List<DeclaredKind> _kinds = [];

    /// <summary>The kinds by number, less one.</summary>
    internal IReadOnlyList<DeclaredKind> Kinds => _kinds;

    /// <summary>What a row's product code, unit and start come to; callable by several threads.</summary>
    internal LineKind Resolve(string code, string unitText, DateOnly start)
    {
        if (CareUnits.Read(unitText) is not { } unit)
            return Rejected(null, RejectionReason.UnknownUnit);
        if (settings.Codes.Find(code.Trim(), start) is not { } known)
        {
            return settings.OnlyKnownProducts
                ? Rejected(unit, RejectionReason.UnknownProduct)
                : Kind(new MetProduct(code.Trim(), Carried(unit), IsKnown: false), unit, UnitConversion.Between(unit, Carried(unit), convertsDagdelen: false)!.Value);
        }

        return UnitConversion.Between(unit, Carried(known.Unit), known.ConvertsDagdelen) is { } conversion
            ? Kind(new MetProduct(known.Code, Carried(known.Unit), IsKnown: true), unit, conversion)
            : Rejected(unit, RejectionReason.UnitNotConvertible);
    }

    // Minutes are carried as hours.
    private static CareUnit Carried(CareUnit unit) => unit == CareUnit.Minuut ? CareUnit.Uur : unit;

    private static LineKind Rejected(CareUnit? unit, RejectionReason reason) => new(0, (byte)UnitSlot.Of(unit), UnitConversion.None, reason);

    private LineKind Kind(MetProduct product, CareUnit declared, UnitConversion conversion) =>
        new(NumberOf(new DeclaredKind(product, declared, conversion)), (byte)UnitSlot.Of(declared), conversion, null);

    private ushort NumberOf(DeclaredKind kind)
    {
        lock (_gate)
        {
            if (_numbers.TryGetValue(kind, out var number))
                return number;
            if (_kinds.Count == ushort.MaxValue)
                throw TooMany.Of("product_code");
            _kinds.Add(kind);
            return _numbers[kind] = (ushort)_kinds.Count;
        }
    }
}

/// <summary>A small number for each unit, and one for none.</summary>
internal static class UnitSlot
{
    private static readonly CareUnit[] Units = Enum.GetValues<CareUnit>();

    /// <summary>How many there are.</summary>
    internal static int Count => Units.Length + 1;

    internal static int Of(CareUnit? unit) => unit is { } known ? Array.IndexOf(Units, known) : Units.Length;

    /// <summary>Null for the slot of rows whose unit is missing or unknown.</summary>
    internal static CareUnit? Unit(int slot) => slot < Units.Length ? Units[slot] : null;
}

/// <summary>The different values of a column, such as providers, numbered from 0 as they are met.</summary>
internal sealed class ValueTable(string column)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ushort> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _values = [];

    /// <summary>The values by number; a row without one has the empty text.</summary>
    internal IReadOnlyList<string> Values => _values;

    internal ushort NumberOf(string value)
    {
        lock (_gate)
        {
            if (_numbers.TryGetValue(value, out var number))
                return number;
            if (_values.Count > ushort.MaxValue)
                throw TooMany.Of(column);
            number = (ushort)_values.Count;
            _numbers.Add(value, number);
            _values.Add(value);
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
