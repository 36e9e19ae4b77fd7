using System.Globalization;

namespace RgkCalibrator.Basics;

/// <summary>Numbers as text. The formats are ours: the machine's culture has no say in them.</summary>
public static class Numbers
{
    private static readonly NumberFormatInfo Dutch = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
        NegativeSign = "-",
    };

    /// <summary>For programs: decimal point, no grouping, in as few digits as give the same double back.</summary>
    public static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>For programs, of a computed value: 12 significant digits, which every system agrees on.</summary>
    public static string Computed(double value) => value.ToString("G12", CultureInfo.InvariantCulture);

    /// <summary>For programs: a whole number.</summary>
    public static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// For readers: grouped, with at most <paramref name="decimals"/> decimals (0 to 6), half away from zero.
    /// </summary>
    public static string Shown(double value, int decimals, Language language) =>
        Math.Round((decimal)value, decimals, MidpointRounding.AwayFromZero)
            .ToString(Pattern(decimals), Format(language));

    /// <summary>For readers, one below another: grouped, with always as many decimals, half away from zero.</summary>
    public static string Fixed(double value, int decimals, Language language) =>
        Math.Round((decimal)value, decimals, MidpointRounding.AwayFromZero)
            .ToString(decimals == 0 ? "#,##0" : "#,##0." + new string('0', decimals), Format(language));

    /// <summary>For readers: a share between 0 and 1 as a percentage, e.g. <c>83,4%</c>.</summary>
    public static string Share(double share, int decimals, Language language) =>
        Shown(share * 100, decimals, language) + "%";

    /// <summary>For readers: <c>31-12-2023</c> in Dutch, <c>2023-12-31</c> in English.</summary>
    public static string Date(DateOnly date, Language language) =>
        date.ToString(language == Language.Dutch ? "dd-MM-yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The same number without zeros behind its decimals, so that a number has one form.</summary>
    public static decimal WithoutZeros(decimal number) => number / 1.0000000000000000000000000000m;

    private static string Pattern(int decimals) => decimals == 0 ? "#,##0" : "#,##0." + new string('#', decimals);

    private static NumberFormatInfo Format(Language language) =>
        language == Language.Dutch ? Dutch : NumberFormatInfo.InvariantInfo;
}
