using System.Collections.Concurrent;
using RgkCalibrator.Intake.Columns;

namespace RgkCalibrator.Intake.Lines;

/// <summary>A product of declared lines.</summary>
/// <param name="Code">The present code of a product that the catalogue has; else the code in the data.</param>
/// <param name="Unit">
/// The unit in which its volumes are carried; never <see cref="CareUnit.Minuut"/>, since minutes are carried as hours.
/// </param>
/// <param name="IsKnown">Whether the catalogue has it.</param>
public sealed record DeclaredProduct(string Code, CareUnit Unit, bool IsKnown);

/// <summary>The kind of a line: its product, and the unit in which it was declared.</summary>
/// <param name="Product">The product.</param>
/// <param name="Declared">The unit of the file.</param>
/// <param name="Conversion">From that unit to the product's.</param>
internal sealed record LineKind(DeclaredProduct Product, CareUnit Declared, UnitConversion Conversion)
{
    /// <summary>The slot of the declared unit.</summary>
    internal int Slot { get; } = UnitSlot.Of(Declared);

    /// <summary>Whether it was declared in eurocents, which are whole numbers.</summary>
    internal bool IsCents { get; } = Declared == CareUnit.Eurocent;
}

/// <summary>
/// The dictionaries of a reading: what the numbers in lines stand for. All readers share them, and number what they
/// meet.
/// </summary>
internal sealed class LineDictionaries
{
    /// <summary>The kinds of lines; in lines they are numbered from 1.</summary>
    internal ValueDictionary<LineKind> Kinds { get; } = new(CanonicalColumn.ProductCode, ushort.MaxValue);

    internal ValueDictionary<string> Providers { get; } = new(CanonicalColumn.ProviderId);

    internal ValueDictionary<string> Locations { get; } = WithEmpty(CanonicalColumn.Location);

    internal ValueDictionary<string> Interventions { get; } = WithEmpty(CanonicalColumn.Intervention);

    internal ValueDictionary<string> Municipalities { get; } = WithEmpty(CanonicalColumn.Municipality);

    /// <summary>The codes of rows that were rejected because the catalogue does not have them.</summary>
    internal ConcurrentDictionary<string, bool> UnknownCodes { get; } = new(StringComparer.Ordinal);

    /// <summary>The kind of a line, by its number in the line.</summary>
    internal LineKind Kind(ushort number) => Kinds.Values[number - 1];

    // The empty text has number 0, which is that of lines without notes.
    private static ValueDictionary<string> WithEmpty(CanonicalColumn column)
    {
        var dictionary = new ValueDictionary<string>(column);
        _ = dictionary.NumberOf(string.Empty);
        return dictionary;
    }
}

/// <summary>The different values of a column, numbered from 0 as they are met; for any number of threads.</summary>
internal sealed class ValueDictionary<T>(CanonicalColumn column, int most = ushort.MaxValue + 1) where T : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<T, ushort> _numbers = [];
    private readonly List<T> _values = [];

    /// <summary>The values by number; a row without one has the empty text.</summary>
    internal IReadOnlyList<T> Values => _values;

    /// <summary>The number of a value; a new one gets the next.</summary>
    /// <exception cref="CalibrationException">There are more values than products or providers can be.</exception>
    internal ushort NumberOf(T value)
    {
        lock (_gate)
        {
            if (_numbers.TryGetValue(value, out var number))
                return number;
            if (_values.Count == most)
                throw TooManyValues();
            number = (ushort)_values.Count;
            _values.Add(value);
            _numbers.Add(value, number);
            return number;
        }
    }

    private CalibrationException TooManyValues() => new(
        ExitCode.WrongUse,
        new Wording(
            "De kolom heeft meer dan 65.535 verschillende waarden.",
            "The column has more than 65,535 different values."),
        column.Name(),
        new Wording("Kijk of hier de bedoelde kolom staat.", "See whether this is the column that was meant."));
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
