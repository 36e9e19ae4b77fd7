using RgkCalibrator.Engine;

namespace RgkCalibrator.Synthetic;

/// <summary>The text of a row in a column; empty: there is none.</summary>
internal delegate TextHandle RowTextOf(in RegionRow row);

/// <summary>
/// The number of a row in a column: a <see cref="DayNumber"/>, or hundredths; or one of the values of
/// <see cref="DeclarationColumn"/>.
/// </summary>
internal delegate int RowNumberOf(in RegionRow row);

/// <summary>A column, of texts or of numbers, and what each row says in it.</summary>
internal sealed record DeclarationColumn(string Name, LogicalType Type)
{
    /// <summary>There is no number.</summary>
    internal const int Missing = int.MinValue;

    /// <summary>There is something that is no number, or no date, where the format lets it be written.</summary>
    internal const int Unreadable = int.MinValue + 1;

    /// <summary>Of texts; else null.</summary>
    internal RowTextOf? Text { get; private init; }

    /// <summary>Of numbers; else null.</summary>
    internal RowNumberOf? Number { get; private init; }

    internal bool IsDate => Type == LogicalType.Date;

    internal static DeclarationColumn OfTexts(string name, RowTextOf text) =>
        new(name, LogicalType.Varchar) { Text = text };

    internal static DeclarationColumn OfDates(string name, RowNumberOf day) =>
        new(name, LogicalType.Date) { Number = day };

    internal static DeclarationColumn OfHundredths(string name, RowNumberOf hundredths) =>
        new(name, LogicalType.Decimal(9, 2)) { Number = hundredths };
}
