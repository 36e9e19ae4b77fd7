using System.Globalization;

namespace RgkCalibrator.Tests.Intake.Foreign;

/// <summary>
/// A declaration that every program writes in its own way: whatever the types, the trajectories are the same.
/// </summary>
/// <param name="Client">A number, so that it can be written as a text and as a number.</param>
/// <param name="Product">As the client.</param>
/// <param name="Start">The first day: of all seasons.</param>
/// <param name="Birth">The child's birth date.</param>
/// <param name="Volume">In hours: whole, and below 128, so that any type of number holds it.</param>
internal sealed record ForeignRow(int Client, int Product, DateOnly Start, DateOnly Birth, int Volume)
{
    public const string Unit = "uur";

    public const string Provider = "94000001";

    private const int Count = 60;

    public DateOnly End => Start.AddDays(20);

    /// <summary>The same rows in every file.</summary>
    public static IReadOnlyList<ForeignRow> All { get; } =
    [
        .. Enumerable.Range(0, Count).Select(i =>
            new ForeignRow(
                1001 + (i % 7),
                54001 + (i % 3),
                new DateOnly(2018, 6, 1).AddDays(29 * i),
                new DateOnly(2008, 2, 29).AddDays(i % 7),
                1 + (i * 7 % 90))),
    ];

    /// <summary>A value of every row, in their order.</summary>
    public static T[] Each<T>(Func<ForeignRow, T> value) => [.. All.Select(value)];

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Days since 1 January 1970.</summary>
    public static int Days(DateOnly day) => day.DayNumber - new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>Seconds since 1970 at midnight, whatever clock it is on.</summary>
    public static long Midnight(DateOnly day) => Days(day) * 86_400L;

    /// <summary>Seconds since 1970, in UTC, at which the day begins in the Netherlands.</summary>
    public static long DutchMidnight(DateOnly day)
    {
        // Summer time begins and ends in the night of a Sunday, after its midnight.
        var isSummer = day > LastSunday(day.Year, 3) && day <= LastSunday(day.Year, 10);
        return Midnight(day) - (isSummer ? 7200 : 3600);
    }

    private static DateOnly LastSunday(int year, int month)
    {
        var last = new DateOnly(year, month, 31);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
