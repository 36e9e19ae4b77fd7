using RgkCalibrator.Intake.Formats;

namespace RgkCalibrator.Intake.Columns;

/// <summary>
/// What code 83 of the unit means in a source. In iJw such a volume is a whole number of eurocents (IV042); a source
/// whose volumes with this code have decimals has made euros of them.
/// </summary>
internal static class MoneyUnit
{
    internal const string Code = "83";

    private const string Euro = "euro";

    /// <summary>Whether the unit of a source may be the code: the mapping does not say what that stands for.</summary>
    internal static bool IsOpen(ColumnPlan plan) =>
        plan.Find(CanonicalColumn.Unit) is { } unit && (unit.Constant ?? Code) == Code
        && !unit.Mapped.Values.Keys.Any(key => key.Trim() == Code);

    /// <summary>Whether a volume is no whole number.</summary>
    internal static bool IsBroken(ReadOnlySpan<byte> volume, ValueFormat format) =>
        NumberParser.ToTicks(volume, format) is var ticks && ticks % Ticks.PerUnit != 0
        && NumberParser.IsNumber(FieldText.Trim(volume), format);

    /// <summary>The columns and how they are read, where the code stands for euros.</summary>
    internal static (ColumnPlan Plan, IReadOnlyList<ColumnReading> Readings) InEuros(
        ColumnPlan plan, IReadOnlyList<ColumnReading> readings)
    {
        var columns = plan.Columns.Select(column => column.Column == CanonicalColumn.Unit ? InEuros(column) : column);
        Wording why = new(
            "de naam van de kolom; 83 is euro, want er zijn bedragen met decimalen",
            "the column's name; 83 is euro, since there are amounts with decimals");
        return (
            new ColumnPlan([.. columns]),
            [
                .. readings.Select(reading =>
                    reading.Column == CanonicalColumn.Unit ? reading with { Evidence = why } : reading),
            ]);
    }

    /// <summary>The question where code 83 was read as eurocents and some volume is no whole number of them.</summary>
    internal static CalibrationException Question(string file, string? column)
    {
        var answer = column is null
            ? "unit: { constant: euro }"
            : $"unit: {{ column: {column}, values: {{ \"{Code}\": {Euro} }} }}";
        return new CalibrationException(
            ExitCode.WrongUse,
            new Wording(
                "Zijn de bedragen met eenheid 83 euro's? In iJw zijn het eurocenten, maar hier staan er met decimalen.",
                "Are the amounts with unit 83 euros? In iJw they are eurocents, but some have decimals here."),
            $"{file}, {column ?? "unit"}",
            new Wording(
                $"Zijn het euro's, zeg dat in het mappingbestand, onder 'columns': {answer}. Zijn het eurocenten, "
                + "herstel dan de bedragen met decimalen.",
                $"If they are euros, say so in the mapping file, under 'columns': {answer}. If they are "
                + "eurocents, mend the amounts with decimals."));
    }

    private static PlannedColumn InEuros(PlannedColumn unit)
    {
        var mapped = unit.Mapped;
        return unit with
        {
            Mapped = unit.Constant is not null
                ? mapped with { Constant = Euro }
                : mapped with { Values = new Dictionary<string, string>(mapped.Values) { [Code] = Euro } },
        };
    }
}
