using System.Globalization;
using RgkCalibrator.Engine;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Benchmarks;

/// <summary>Holds two answers against each other: a time of a wrong answer says nothing.</summary>
internal static class Answers
{
    private const double VolumeTolerance = 1e-6;

    // Rules about other trajectories and products, which the SQL leaves out.
    private static readonly string[] OursAlone = ["order", "with_stay", "concurrent"];

    private const double EstimateTolerance = 1e-9;

    /// <summary>
    /// Two Parquet files must have the same columns and types, and row by row, in the order of writing, the same values
    /// but for <see cref="OursAlone"/>; volumes to 10⁻⁶.
    /// </summary>
    /// <returns>The number of rows.</returns>
    /// <exception cref="InvalidOperationException">They differ.</exception>
    internal static long SameTrajectories(string ours, string theirs)
    {
        using var session = Session.Open(SessionSettings.Default);
        if (!ColumnsOf(session, ours).SequenceEqual(ColumnsOf(session, theirs)))
            throw new InvalidOperationException("The files have different columns.");
        var names = TrajectoryColumns.All.Select(column => column.Name).Except(OursAlone).Select(Session.Identifier);
        var differs = string.Join(" OR ", names.Select(name => name == "\"volume\""
            ? $"abs(ours.{name} - theirs.{name}) > {Numbers.Exact(VolumeTolerance)}"
            : $"ours.{name} IS DISTINCT FROM theirs.{name}"));
        var counts = session.Rows($"""
            SELECT count(*),
                count(*) FILTER (WHERE theirs.file_row_number IS NULL),
                count(*) FILTER (WHERE ours.file_row_number IS NULL),
                count(*) FILTER (WHERE {differs})
            FROM {Numbered(ours)} AS ours FULL JOIN {Numbered(theirs)} AS theirs USING (file_row_number)
            """)[0];
        return counts is [{ } rows, "0", "0", "0"]
            ? long.Parse(rows, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException(
                $"Of {counts[0]} rows {counts[1]} are only in ours, {counts[2]} only in theirs; {counts[3]} differ.");
    }

    /// <summary>
    /// Two tables of percentiles must have the same products and counts, and percentiles to 10⁻⁹ of their size.
    /// </summary>
    /// <returns>The number of products.</returns>
    /// <exception cref="InvalidOperationException">They differ.</exception>
    internal static long SamePercentiles(string ours, string theirs)
    {
        var (our, their) = (File.ReadAllLines(ours), File.ReadAllLines(theirs));
        var different = our.Zip(their).Count(pair => !AreEqual(pair.First.Split(','), pair.Second.Split(',')));
        return our.Length == their.Length && different == 0
            ? our.Length - 1
            : throw new InvalidOperationException(
                $"Of {Numbers.Whole(our.Length)} and {Numbers.Whole(their.Length)} rows "
                    + $"{Numbers.Whole(different)} differ.");
    }

    private static bool AreEqual(string[] ours, string[] theirs) =>
        ours.Length == theirs.Length
            && ours.Zip(theirs).All(pair => pair.First == pair.Second || AreClose(pair.First, pair.Second));

    private static bool AreClose(string ours, string theirs) =>
        double.TryParse(ours, CultureInfo.InvariantCulture, out var our)
        && double.TryParse(theirs, CultureInfo.InvariantCulture, out var their)
        && Math.Abs(our - their) <= EstimateTolerance * Math.Max(1, Math.Abs(our));

    private static IEnumerable<string> ColumnsOf(Session session, string file) =>
        session.Rows(
            "SELECT column_name || ' ' || column_type "
                + $"FROM (DESCRIBE SELECT * FROM read_parquet({Session.Literal(file)}))")
            .Select(row => row[0]!);

    private static string Numbered(string file) => $"read_parquet({Session.Literal(file)}, file_row_number = true)";
}
