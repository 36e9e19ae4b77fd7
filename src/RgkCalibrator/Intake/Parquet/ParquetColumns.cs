using System.Globalization;
using System.Text.RegularExpressions;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Forms;

namespace RgkCalibrator.Intake.Parquet;

/// <summary>What the engine is asked for, and where each canonical column stands in what it hands over.</summary>
/// <param name="Sink">Expressions with their types; the last is the row's number.</param>
/// <param name="Plan">The canonical columns of the file.</param>
internal sealed partial record ParquetColumns(IReadOnlyList<SinkColumn> Sink, ColumnPlan Plan)
{
    /// <summary>What the engine calls the number of a row in its file.</summary>
    internal const string RowNumberName = "file_row_number";

    /// <summary>The forms of columns that come as text, where they are not the mapping's.</summary>
    internal IReadOnlyDictionary<CanonicalColumn, DateForm> Dates { get; init; } = new Dictionary<CanonicalColumn, DateForm>();

    /// <summary>The form of volumes that come as text.</summary>
    internal NumberForm? Decimals { get; init; }

    /// <summary>Plans the reading of a file.</summary>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="types">The type of each column, by its name, as the engine writes it.</param>
    /// <param name="mapping">What the user says of the columns.</param>
    /// <exception cref="CalibrationException">A needed column is missing, or one has a type that cannot be what it should be.</exception>
    internal static ParquetColumns Find(string file, IReadOnlyDictionary<string, string> types, ColumnMapping mapping)
    {
        var plan = ColumnPlan.Of(file, [.. types.Keys], mapping);
        return new ParquetColumns(
            [.. plan.Columns.Select(column => SinkOf(file, column, types)), new SinkColumn(RowNumberName, LogicalType.BigInt)], plan);
    }

    /// <summary>Where a column stands; null where the file does not have it.</summary>
    internal int? Position(CanonicalColumn column)
    {
        for (var i = 0; i < Plan.Columns.Count; i++)
        {
            if (Plan.Columns[i].Column == column)
                return i;
        }

        return null;
    }

    /// <summary>Columns of days and numbers that come as text, by their positions.</summary>
    internal IEnumerable<int> AsText() => Enumerable.Range(0, Plan.Columns.Count)
        .Where(i => Plan.Columns[i].Column.Kind() is ColumnKind.Day or ColumnKind.Number && Sink[i].Type == LogicalType.Varchar);

    /// <summary>What the engine is asked for a column.</summary>
    /// <exception cref="CalibrationException">Its type cannot be what it should be.</exception>
    internal static SinkColumn SinkOf(string file, PlannedColumn column, IReadOnlyDictionary<string, string> types)
    {
        if (column.Constant is { } constant)
            return new SinkColumn(Session.Literal(constant), LogicalType.Varchar);
        var (name, type) = (column.Name!, types[column.Name!]);
        return column.Column.Kind() switch
        {
            ColumnKind.Day => Day(file, name, type),
            ColumnKind.Number => Number(file, name, type),
            ColumnKind.Year => Text(file, name, type),
            _ => Mapped(Text(file, name, type), column.Mapped.Values),
        };
    }

    private static SinkColumn Text(string file, string name, string type)
    {
        var column = Session.Identifier(name);
        return type == "VARCHAR" ? new SinkColumn(column, LogicalType.Varchar)
            : IsWhole(type) || type == "UUID" || type.StartsWith("ENUM", StringComparison.Ordinal) ? new SinkColumn($"CAST({column} AS VARCHAR)", LogicalType.Varchar)
            : throw WrongType(file, name, type, new Wording("tekst", "text"));
    }

    private static SinkColumn Mapped(SinkColumn column, IReadOnlyDictionary<string, string> values)
    {
        if (values.Count == 0)
            return column;
        var cases = values.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $" WHEN {Session.Literal(pair.Key)} THEN {Session.Literal(pair.Value)}");
        return column with { Sql = $"CASE trim({column.Sql}){string.Concat(cases)} ELSE {column.Sql} END" };
    }

    private static SinkColumn Day(string file, string name, string type)
    {
        var column = Session.Identifier(name);
        return type == "DATE" ? new SinkColumn(column, LogicalType.Date)
            : type == "TIMESTAMP WITH TIME ZONE" ? new SinkColumn(DutchDay(column), LogicalType.Date)
            : type.StartsWith("TIMESTAMP", StringComparison.Ordinal) ? new SinkColumn($"CAST({column} AS DATE)", LogicalType.Date)
            : type == "VARCHAR" ? new SinkColumn(column, LogicalType.Varchar)
            : IsWhole(type) ? new SinkColumn($"CAST({column} AS VARCHAR)", LogicalType.Varchar)
            : throw WrongType(file, name, type, new Wording("een datum", "a date"));
    }

    /// <summary>
    /// The day in the Netherlands of a moment in UTC: two hours later from the last Sunday of March to that of October, at 1:00 UTC, and else one
    /// (Directive 2000/84/EC; so since 1996). The engine's own time zones are an extension, which may not be there.
    /// </summary>
    private static string DutchDay(string column)
    {
        var utc = $"CAST({column} AS TIMESTAMP)";
        var isSummer = $"{utc} >= {LastSunday(3)} AND {utc} < {LastSunday(10)}";
        return $"CAST({utc} + CASE WHEN {isSummer} THEN INTERVAL 2 HOUR ELSE INTERVAL 1 HOUR END AS DATE)";

        string LastSunday(int month)
        {
            var lastDay = string.Create(CultureInfo.InvariantCulture, $"make_date(year({utc}), {month}, 31)");
            return $"(CAST({lastDay} - CAST(dayofweek({lastDay}) AS INTEGER) AS TIMESTAMP) + INTERVAL 1 HOUR)";
        }
    }

    private static SinkColumn Number(string file, string name, string type)
    {
        var column = Session.Identifier(name);
        if (DecimalType().Match(type) is { Success: true } match)
        {
            var width = byte.Parse(match.Groups["width"].ValueSpan, CultureInfo.InvariantCulture);
            var scale = byte.Parse(match.Groups["scale"].ValueSpan, CultureInfo.InvariantCulture);
            // Ten digits before the decimals hold every volume that is believed; with more than eight behind them a double is near enough.
            return width <= 18 ? new SinkColumn(column, LogicalType.Decimal(width, scale))
                : scale <= 8 ? new SinkColumn($"TRY_CAST({column} AS {LogicalType.Decimal(18, scale).Sql})", LogicalType.Decimal(18, scale))
                : new SinkColumn($"CAST({column} AS DOUBLE)", LogicalType.Double);
        }

        return type is "DOUBLE" ? new SinkColumn(column, LogicalType.Double)
            : type is "FLOAT" ? new SinkColumn($"CAST({column} AS DOUBLE)", LogicalType.Double)
            : type is "VARCHAR" ? new SinkColumn(column, LogicalType.Varchar)
            : IsWhole(type) ? new SinkColumn($"TRY_CAST({column} AS BIGINT)", LogicalType.BigInt)
            : throw WrongType(file, name, type, new Wording("een getal", "a number"));
    }

    private static bool IsWhole(string type) =>
        type is "TINYINT" or "SMALLINT" or "INTEGER" or "BIGINT" or "HUGEINT" or "UTINYINT" or "USMALLINT" or "UINTEGER" or "UBIGINT" or "UHUGEINT";

    private static CalibrationException WrongType(string file, string column, string type, Wording wanted) => new(
        ExitCode.WrongUse,
        new Wording(
            $"De kolom {column} is van het type {Outer(type)}; nodig is {wanted.Dutch}.",
            $"The column {column} has the type {Outer(type)}; it should be {wanted.English}."),
        file,
        new Wording("Schrijf het bestand opnieuw met een passend type.", "Write the file again with a fitting type."));

    // What stands in brackets of a nested type can be anything, names of people included.
    private static string Outer(string type) => type.Split('(', '[')[0];

    [GeneratedRegex(@"^DECIMAL\((?<width>\d+),(?<scale>\d+)\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DecimalType();
}
