namespace RgkCalibrator.Synthetic;

/// <summary>How a CSV file writes a date.</summary>
internal enum DateForm
{
    /// <summary>31-12-2023.</summary>
    DayMonthYear,

    /// <summary>2023-12-31.</summary>
    Iso,

    /// <summary>20231231.</summary>
    Compact,
}

/// <summary>A way of writing CSV, of those that occur in the Netherlands.</summary>
/// <param name="Separator">Between fields.</param>
/// <param name="DecimalMark">Between units and hundredths.</param>
/// <param name="Dates">The form of all dates.</param>
internal sealed record CsvDialect(char Separator, char DecimalMark, DateForm Dates)
{
    /// <summary>UTF-8, semicolons, decimal comma, 31-12-2023, lines end in CR LF: what Excel makes of it here.</summary>
    internal static CsvDialect Dutch { get; } = new(';', ',', DateForm.DayMonthYear);

    /// <summary>As <see cref="Dutch"/>, in the code page of older Windows programs.</summary>
    internal static CsvDialect OldWindows { get; } = Dutch with { IsWindows1252 = true };

    /// <summary>As <see cref="Dutch"/>, with a byte order mark and with quotes around all texts.</summary>
    internal static CsvDialect Quoted { get; } = Dutch with { HasByteOrderMark = true, QuotesTexts = true };

    /// <summary>Tabs, decimal point, 2023-12-31, lines end in LF: an export of a database.</summary>
    internal static CsvDialect Tabs { get; } = new('\t', '.', DateForm.Iso) { LineEnd = "\n" };

    /// <summary>Commas, decimal point, 20231231: a message of the iJw standard put in columns.</summary>
    internal static CsvDialect CompactDates { get; } = new(',', '.', DateForm.Compact);

    internal string LineEnd { get; init; } = "\r\n";

    /// <summary>Else UTF-8.</summary>
    internal bool IsWindows1252 { get; init; }

    internal bool HasByteOrderMark { get; init; }

    internal bool QuotesTexts { get; init; }
}
