using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Intake.Rows;

/// <summary>What all readers of one reading share.</summary>
internal sealed record LookupTables(KindTable Kinds, ValueTable Providers, NoteTables Notes);

/// <summary>The values of the columns that rules may ask for; in each the empty text has number 0.</summary>
internal sealed class NoteTables
{
    internal ValueTable Locations { get; } = WithNothing(CanonicalColumn.Location);

    internal ValueTable Interventions { get; } = WithNothing(CanonicalColumn.Intervention);

    internal ValueTable Municipalities { get; } = WithNothing(CanonicalColumn.Municipality);

    private static ValueTable WithNothing(CanonicalColumn column)
    {
        var table = new ValueTable(column.Name());
        _ = table.NumberOf(string.Empty);
        return table;
    }
}
