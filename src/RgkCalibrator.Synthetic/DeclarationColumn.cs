using RgkCalibrator.Engine;

namespace RgkCalibrator.Synthetic;

/// <summary>Gives the text of a row in a column; empty when there is none.</summary>
internal delegate TextHandle RowTextOf(in RegionRow row);

/// <summary>
/// Gives the number of a row in a column: a day number, hundredths, or one of the special values of
/// <see cref="DeclarationColumn"/>.
/// </summary>
internal delegate int RowNumberOf(in RegionRow row);

/// <summary>A column of texts or of numbers, with the value of each row.</summary>
internal sealed record DeclarationColumn(string Name, LogicalType Type)
{
    /// <summary>The value of a row that has no number.</summary>
    internal const int Missing = int.MinValue;

    /// <summary>
    /// The value of a row with something that is no number or no date, in formats that can hold that.
    /// </summary>
    internal const int Unreadable = int.MinValue + 1;

    /// <summary>The texts; null in a column of numbers.</summary>
    internal RowTextOf? Text { get; private init; }

    /// <summary>The numbers; null in a column of texts.</summary>
    internal RowNumberOf? Number { get; private init; }

    internal bool IsDate => Type == LogicalType.Date;

    internal static DeclarationColumn OfTexts(string name, RowTextOf text) =>
        new(name, LogicalType.Varchar) { Text = text };

    internal static DeclarationColumn OfDates(string name, RowNumberOf day) =>
        new(name, LogicalType.Date) { Number = day };

    internal static DeclarationColumn OfHundredths(string name, RowNumberOf hundredths) =>
        new(name, LogicalType.Decimal(9, 2)) { Number = hundredths };
}
