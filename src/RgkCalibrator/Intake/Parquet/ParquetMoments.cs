using System.Globalization;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Formats;

namespace RgkCalibrator.Intake.Parquet;

/// <summary>
/// Columns of moments where days are meant. With a zone they are moments in UTC, of which the day in the Netherlands
/// counts. Without one they are what a clock said, unless what they say is midnight in the Netherlands in UTC: many
/// programs write a day so, and leave the zone out.
/// </summary>
internal static class ParquetMoments
{
    private const string Zoned = "TIMESTAMP WITH TIME ZONE";
    private const long DayMicros = 86_400_000_000;

    internal static bool Are(string type) => type.StartsWith("TIMESTAMP", StringComparison.Ordinal);

    /// <summary>Whether the values have to tell what they are.</summary>
    internal static bool AreUnzoned(string type) => Are(type) && type != Zoned;

    /// <summary>The day of a moment, as SQL.</summary>
    /// <param name="sql">The moment.</param>
    /// <param name="type">Its type.</param>
    /// <param name="format">What the mapping says, or the values; null: what the type says.</param>
    internal static string Day(string sql, string type, ValueFormat? format)
    {
        var isUtc = format is null ? type == Zoned : format == ValueFormat.Utc;
        return isUtc ? $"CAST({InTheNetherlands($"CAST({sql} AS TIMESTAMP)")} AS DATE)"
            : type == Zoned ? $"CAST(CAST({sql} AS TIMESTAMP) AS DATE)"
            : $"CAST({sql} AS DATE)";
    }

    /// <summary>Counts what the moments of columns show.</summary>
    /// <param name="session">The engine.</param>
    /// <param name="columns">The names of the columns, in SQL.</param>
    /// <param name="from">What stands after FROM.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <exception cref="EngineException">The file cannot be read.</exception>
    internal static IReadOnlyList<MomentCounts> Count(
        Session session, IReadOnlyList<string> columns, string from, CancellationToken stop)
    {
        var moments = columns.Select((column, i) => $"{Believed(column)} AS m{Numbers.Whole(i)}");
        var counts = columns.Select((_, i) => Counts("m" + Numbers.Whole(i)));
        var sql = $"SELECT {string.Join(", ", counts)} FROM (SELECT {string.Join(", ", moments)} FROM {from})";
        var row = session.Rows(sql, stop)[0];
        return
        [
            .. row.Select(count => long.Parse(count!, CultureInfo.InvariantCulture)).Chunk(4)
                .Select(seen => new MomentCounts(seen[0], seen[1], seen[2], seen[3])),
        ];
    }

    // Days before are written for "unknown", and before 1996 summer time ended on another day.
    private static string Believed(string sql) =>
        $"CASE WHEN isfinite({sql}) AND year({sql}) BETWEEN 1996 AND 2199 THEN CAST({sql} AS TIMESTAMP) END";

    private static string Counts(string moment)
    {
        var time = string.Create(CultureInfo.InvariantCulture, $"epoch_us({moment}) % {DayMicros}");
        var (tenAtNight, eleven) = (Numbers.Whole(DayMicros / 24 * 22), Numbers.Whole(DayMicros / 24 * 23));
        var there = InTheNetherlands(moment);
        var isDutchMidnight =
            $"CASE WHEN {time} IN ({tenAtNight}, {eleven}) THEN {there} = date_trunc('day', {there}) ELSE false END";
        return $"count({moment}), count(*) FILTER ({time} = 0), "
            + $"count(*) FILTER ({isDutchMidnight}), count(*) FILTER ({time} = {tenAtNight})";
    }

    /// <summary>
    /// The time in the Netherlands at a moment in UTC: two hours later from the last Sunday of March to
    /// that of October, at 1:00 UTC, and else one (Directive 2000/84/EC; so since 1996). The engine's own time zones
    /// are an extension, which may not be there.
    /// </summary>
    private static string InTheNetherlands(string utc)
    {
        var isSummer = $"{utc} >= {LastSunday(3)} AND {utc} < {LastSunday(10)}";
        return $"{utc} + CASE WHEN {isSummer} THEN INTERVAL 2 HOUR ELSE INTERVAL 1 HOUR END";

        string LastSunday(int month)
        {
            var lastDay = string.Create(CultureInfo.InvariantCulture, $"make_date(year({utc}), {month}, 31)");
            return $"(CAST({lastDay} - CAST(dayofweek({lastDay}) AS INTEGER) AS TIMESTAMP) + INTERVAL 1 HOUR)";
        }
    }
}

/// <summary>What the moments of a column show.</summary>
/// <param name="Values">The moments of years that are believed.</param>
/// <param name="Midnights">Those at midnight, as they stand.</param>
/// <param name="DutchMidnights">Those that are midnight in the Netherlands if they stand in UTC.</param>
/// <param name="AtTen">Those at 22:00, which is midnight in summer only.</param>
internal sealed record MomentCounts(long Values, long Midnights, long DutchMidnights, long AtTen)
{
    /// <summary>Whether, but for slips, the column has days as they are on the calendar.</summary>
    internal bool AreMidnights => Values > 0 && !ColumnEvidence.IsSubstantial(Values - Midnights, Values);

    /// <summary>The values that speak for UTC; the others speak for a clock.</summary>
    /// <param name="isClock">Whether another column of the file has days as they are on the calendar: then its moments
    /// are what a clock said.</param>
    internal long VotesForUtc(bool isClock)
    {
        var isUtc = Values > 0 && !ColumnEvidence.IsSubstantial(Values - DutchMidnights, Values);
        // The last hour of days in winter looks like the first in UTC: where only such are seen, beside days as they
        // are, nothing decides.
        return !isClock ? DutchMidnights
            : !isUtc ? 0
            : AtTen == 0 ? DutchMidnights / 2
            : DutchMidnights;
    }
}
