using System.Globalization;

namespace RgkCalibrator.Synthetic;

/// <summary>A way of writing CSV that occurs in the Netherlands.</summary>
/// <param name="Separator">Between fields.</param>
/// <param name="Dates">The format of all dates.</param>
/// <param name="Numbers">The decimal mark of volumes.</param>
internal sealed record CsvStyle(char Separator, string Dates, NumberFormatInfo Numbers)
{
    /// <summary>
    /// UTF-8, semicolons, decimal comma, dates such as 31-12-2023, lines that end in CR LF: the CSV of a Dutch Excel.
    /// </summary>
    internal static CsvStyle Dutch { get; } = new(';', "dd-MM-yyyy", new() { NumberDecimalSeparator = "," });

    /// <summary>As <see cref="Dutch"/>, in the code page of older Windows programs.</summary>
    internal static CsvStyle OldWindows { get; } = Dutch with { IsWindows1252 = true };

    /// <summary>As <see cref="Dutch"/>, with a byte order mark and with quotes around all texts.</summary>
    internal static CsvStyle Quoted { get; } = Dutch with { HasByteOrderMark = true, QuotesTexts = true };

    /// <summary>Tabs, decimal point, dates such as 2023-12-31, lines that end in LF: an export of a database.</summary>
    internal static CsvStyle Tabs { get; } = new('\t', "yyyy-MM-dd", NumberFormatInfo.InvariantInfo) { LineEnd = "\n" };

    /// <summary>Commas, decimal point, dates such as 20231231: a message of the iJw standard put in columns.</summary>
    internal static CsvStyle CompactDates { get; } = new(',', "yyyyMMdd", NumberFormatInfo.InvariantInfo);

    internal string LineEnd { get; init; } = "\r\n";

    /// <summary>Whether the encoding is Windows-1252; otherwise it is UTF-8.</summary>
    internal bool IsWindows1252 { get; init; }

    internal bool HasByteOrderMark { get; init; }

    internal bool QuotesTexts { get; init; }
}
