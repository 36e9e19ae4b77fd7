using System.Globalization;

namespace RgkCalibrator.Basics;

/// <summary>A stretch of days; both the first and the last belong to it.</summary>
public sealed record Period
{
    private const string Iso = "yyyy-MM-dd";

    /// <summary>The stretch from the first to the last day.</summary>
    /// <exception cref="ArgumentException">The last day comes before the first.</exception>
    public Period(DateOnly first, DateOnly last)
    {
        if (last < first)
            throw new ArgumentException("A period ends on or after the day it begins.", nameof(last));
        First = first;
        Last = last;
    }

    /// <summary>The first day that belongs to it.</summary>
    public DateOnly First { get; }

    /// <summary>The last day that belongs to it.</summary>
    public DateOnly Last { get; }

    /// <summary>Reads <c>2018-01-01..2023-12-31</c>.</summary>
    /// <returns>False, and no period, for any other form and for a last day before the first.</returns>
    public static bool TryParse(string text, out Period? period)
    {
        var ends = text.Split("..");
        period = ends.Length == 2 && TryDay(ends[0], out var first) && TryDay(ends[1], out var last) && first <= last
            ? new Period(first, last)
            : null;
        return period is not null;
    }

    /// <summary>In the form that <see cref="TryParse"/> reads.</summary>
    public override string ToString() =>
        string.Concat(
            First.ToString(Iso, CultureInfo.InvariantCulture), "..", Last.ToString(Iso, CultureInfo.InvariantCulture));

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text.Trim(), Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
