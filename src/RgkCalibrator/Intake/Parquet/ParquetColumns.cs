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
    /// <param name="schema">Its columns.</param>
    /// <param name="mapping">What the user says of the columns.</param>
    /// <exception cref="CalibrationException">A needed column is missing, or one has a type that cannot be what it should be.</exception>
    internal static ParquetColumns Find(string file, ParquetSchema schema, ColumnMapping mapping)
    {
        var plan = ColumnPlan.Of(file, schema.Names, mapping);
        return new ParquetColumns(
            [.. plan.Columns.Select(column => SinkOf(file, column, schema)), new SinkColumn(RowNumberName, LogicalType.BigInt)], plan);
    }

    /// <summary>The same, with the moments of a column read as moments in UTC.</summary>
    internal ParquetColumns InUtc(string file, CanonicalColumn column, ParquetSchema schema)
    {
        var position = Position(column)!.Value;
        var planned = Plan.Columns[position];
        var inUtc = SinkOf(file, planned with { Mapped = planned.Mapped with { Dates = DateForm.Utc } }, schema);
        return this with { Sink = [.. Sink.Select((sink, i) => i == position ? inUtc : sink)] };
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
    internal static SinkColumn SinkOf(string file, PlannedColumn column, ParquetSchema schema)
    {
        if (column.Constant is { } constant)
            return new SinkColumn(Session.Literal(constant), LogicalType.Varchar);
        var field = schema[column.Name!];
        var sql = Session.Identifier(field.EngineName);
        var (wanted, sink) = column.Column.Kind() switch
        {
            ColumnKind.Day => (new Wording("een datum", "a date"), Day(sql, field.Type, column.Mapped.Dates)),
            ColumnKind.Number => (new("een getal", "a number"), Number(sql, field.Type)),
            ColumnKind.Year => (new("tekst", "text"), Text(sql, field.Type)),
            _ => (new("tekst", "text"), Text(sql, field.Type, column.Mapped.Values)),
        };
        return sink ?? throw WrongType(file, field, wanted);
    }

    /// <summary>Text as it stands, or as the engine writes a value of a type that codes can have; null for other types.</summary>
    /// <param name="sql">The value.</param>
    /// <param name="type">Its type.</param>
    internal static SinkColumn? Text(string sql, string type) =>
        type == "VARCHAR" ? new(sql, LogicalType.Varchar)
        // Bytes of one length are filled up with zeros.
        : type == "BLOB" ? new($"rtrim(decode({sql}), chr(0))", LogicalType.Varchar)
        : IsWhole(type) || type is "UUID" or "JSON" || type.StartsWith("ENUM", StringComparison.Ordinal) ? new($"CAST({sql} AS VARCHAR)", LogicalType.Varchar)
        : null;

    // What true and false stand for, only a mapping can say.
    private static SinkColumn? Text(string sql, string type, IReadOnlyDictionary<string, string> values) =>
        (type == "BOOLEAN" && values.Count > 0 ? new SinkColumn($"CAST({sql} AS VARCHAR)", LogicalType.Varchar) : Text(sql, type)) is { } text ? Mapped(text, values) : null;

    private static SinkColumn Mapped(SinkColumn column, IReadOnlyDictionary<string, string> values)
    {
        if (values.Count == 0)
            return column;
        var cases = values.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $" WHEN {Session.Literal(pair.Key)} THEN {Session.Literal(pair.Value)}");
        return column with { Sql = $"CASE trim({column.Sql}){string.Concat(cases)} ELSE {column.Sql} END" };
    }

    private static SinkColumn? Day(string sql, string type, DateForm? form) =>
        type == "DATE" ? new(sql, LogicalType.Date)
        : ParquetMoments.Are(type) ? new(ParquetMoments.Day(sql, type, form), LogicalType.Date)
        : Text(sql, type) is { } text && type != "UUID" ? text
        : null;

    private static SinkColumn? Number(string sql, string type)
    {
        if (DecimalType().Match(type) is { Success: true } match)
        {
            var width = byte.Parse(match.Groups["width"].ValueSpan, CultureInfo.InvariantCulture);
            var scale = byte.Parse(match.Groups["scale"].ValueSpan, CultureInfo.InvariantCulture);
            // Ten digits before the decimals hold every volume that is believed; with more than eight behind them a double is near enough.
            return width <= 18 ? new(sql, LogicalType.Decimal(width, scale))
                : scale <= 8 ? new($"TRY_CAST({sql} AS {LogicalType.Decimal(18, scale).Sql})", LogicalType.Decimal(18, scale))
                : new($"CAST({sql} AS DOUBLE)", LogicalType.Double);
        }

        return type is "DOUBLE" ? new(sql, LogicalType.Double)
            : type is "FLOAT" ? new($"CAST({sql} AS DOUBLE)", LogicalType.Double)
            : IsWhole(type) ? new($"TRY_CAST({sql} AS BIGINT)", LogicalType.BigInt)
            : type is "VARCHAR" or "BLOB" or "JSON" || type.StartsWith("ENUM", StringComparison.Ordinal) ? Text(sql, type)
            : null;
    }

    private static bool IsWhole(string type) =>
        type is "TINYINT" or "SMALLINT" or "INTEGER" or "BIGINT" or "HUGEINT" or "UTINYINT" or "USMALLINT" or "UINTEGER" or "UBIGINT" or "UHUGEINT"
        || WholeDecimalType().IsMatch(type);

    private static CalibrationException WrongType(string file, ParquetField field, Wording wanted) => new(
        ExitCode.WrongUse,
        new Wording(
            $"De kolom {field.Name} is van het type {field.Outer}; nodig is {wanted.Dutch}.",
            $"The column {field.Name} has the type {field.Outer}; it should be {wanted.English}."),
        file,
        field.Type == "BOOLEAN" && wanted.English == "text"
            ? new Wording(
                "Zeg in het mappingbestand wat waar en onwaar betekenen, zoals values: { 'true': C, 'false': D }, of schrijf het bestand opnieuw met tekst.",
                "Say in the mapping file what true and false stand for, like values: { 'true': C, 'false': D }, or write the file again with text.")
            : new Wording("Schrijf het bestand opnieuw met een passend type.", "Write the file again with a fitting type."));

    [GeneratedRegex(@"^DECIMAL\((?<width>\d+),(?<scale>\d+)\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DecimalType();

    // Databases without a type for whole numbers write them so.
    [GeneratedRegex(@"^DECIMAL\(\d+,0\)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WholeDecimalType();
}
