using System.Globalization;

namespace RgkCalibrator.Output.Tables;

/// <summary>A cell of a table.</summary>
/// <param name="Shown">What readers see.</param>
/// <param name="Plain">What programs read.</param>
public sealed record TableCell(string Shown, string Plain)
{
    /// <summary>Nothing to either.</summary>
    public static TableCell Empty { get; } = new(string.Empty, string.Empty);

    /// <summary>What a spreadsheet calculates with; null: the cell is a text or empty.</summary>
    internal CellNumber? Number { get; init; }

    /// <summary>The same to both.</summary>
    public static TableCell Text(string text) => new(text, text);

    /// <summary>A whole number, grouped; null is an empty cell.</summary>
    internal static TableCell Whole(long? value, Language language) => value is not { } number
        ? Empty
        : new(Numbers.Shown(number, 0, language), Numbers.Whole(number))
        {
            Number = new CellNumber(Numbers.Whole(number), CodeOf(0)),
        };

    /// <summary>
    /// A number with at most so many decimals (0 to 6), half away from zero, with a unit behind it for readers; null is
    /// an empty cell.
    /// </summary>
    internal static TableCell Decimal(decimal? value, int decimals, Language language, string unit = "")
    {
        if (value is not { } number)
            return Empty;
        var plain = Rounded(number, decimals);
        // As many decimals as readers see elsewhere: a fixed number would show 61,00, a loose one '61,'.
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        var code = CodeOf(point < 0 ? 0 : plain.Length - point - 1);
        var (more, moreCode) = unit.Length == 0 ? ("", "") : (" " + unit, $"\" {unit}\"");
        return new TableCell(Numbers.Shown((double)number, decimals, language) + more, plain)
        {
            Number = new CellNumber(plain, code + moreCode),
        };
    }

    /// <summary>A number with its sign and perhaps a unit; null is an empty cell.</summary>
    internal static TableCell Difference(decimal? value, int decimals, Language language, string unit = "")
    {
        var cell = Decimal(value, decimals, language, unit);
        if (cell.Number is not { } number)
            return cell;
        var code = number.FormatCode;
        return cell with
        {
            Shown = number.Value is "0" || value < 0 ? cell.Shown : "+" + cell.Shown,
            Number = number with { FormatCode = $"+{code};-{code};{code}" },
        };
    }

    /// <summary>A share between 0 and 1, to whole percents.</summary>
    internal static TableCell Share(double share, Language language)
    {
        var plain = Rounded((decimal)share, 2);
        return new TableCell(Numbers.Share(share, 0, language), plain) { Number = new CellNumber(plain, "0%") };
    }

    /// <summary>Yes or no to readers, 1 or 0 to programs; null is an empty cell.</summary>
    internal static TableCell Flag(bool? value, Language language) => value switch
    {
        null => Empty,
        true => new(new Wording("ja", "yes").In(language), "1"),
        false => new(new Wording("nee", "no").In(language), "0"),
    };

    /// <summary>A number in all its digits; null is an empty cell.</summary>
    /// <param name="value">The number.</param>
    /// <param name="isSelected">
    /// Whether it was picked from the data: a computed one stands with the 12 digits that every system agrees on.
    /// </param>
    internal static TableCell Exact(double? value, bool isSelected = true)
    {
        if (value is not { } number)
            return Empty;
        var plain = isSelected ? Numbers.Exact(number) : Numbers.Computed(number);
        return new TableCell(plain, plain) { Number = new CellNumber(plain, CodeOf(number)) };
    }

    /// <summary>
    /// A computed number, to readers as a whole one: a spreadsheet rounds what it shows only, so that sums and
    /// differences of cells hold. Null is an empty cell.
    /// </summary>
    internal static TableCell ShownWhole(double? value, Language language) => value is not { } number
        ? Empty
        : Exact(number, isSelected: false).In(CodeOf(0)) with { Shown = Numbers.Shown(number, 0, language) };

    /// <summary>A computed share between 0 and 1, to readers in whole percents.</summary>
    internal static TableCell ShownPercent(double? value, Language language) => value is not { } share
        ? Empty
        : Exact(share, isSelected: false).In("0%") with { Shown = Numbers.Share(share, 0, language) };

    /// <summary>The cell with another form of its number.</summary>
    internal TableCell In(string formatCode) =>
        Number is { } number ? this with { Number = number with { FormatCode = formatCode } } : this;

    private static string Rounded(decimal value, int decimals) =>
        decimal.Round(value, decimals, MidpointRounding.AwayFromZero)
        .ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture);

    // A spreadsheet keeps all digits; two decimals are enough to read a column by, of small numbers three.
    private static string CodeOf(double number) =>
        CodeOf(Math.Abs(number) < 1 && number != 0 ? 3 : double.IsInteger(number) ? 0 : 2);

    private static string CodeOf(int decimals) => decimals == 0 ? "#,##0" : "#,##0." + new string('0', decimals);
}

/// <summary>A number as a spreadsheet holds it.</summary>
/// <param name="Value">With a decimal point.</param>
/// <param name="FormatCode">How it is shown, in the codes of Office Open XML: <c>#,##0.00</c>.</param>
internal sealed record CellNumber(string Value, string FormatCode)
{
    /// <summary>A date as a number of days, as spreadsheets count them.</summary>
    internal static int SerialOf(DateOnly date) => date.DayNumber - new DateOnly(1899, 12, 30).DayNumber;

    /// <summary>The form of dates: <c>31-12-2023</c> in Dutch, <c>2023-12-31</c> in English.</summary>
    internal static string DateCode(Language language) => language == Language.Dutch ? "dd-mm-yyyy" : "yyyy-mm-dd";
}
