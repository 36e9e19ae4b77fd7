using System.Globalization;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Formats;

namespace RgkCalibrator.Intake.Parquet;

/// <summary>What the engine is asked for of the columns of a file.</summary>
internal static class ParquetSinks
{
    /// <summary>The planned columns in their order; the last is the row's number.</summary>
    /// <exception cref="CalibrationException">A column has a type that cannot be what it should be.</exception>
    internal static IReadOnlyList<SinkColumn> For(ColumnPlan plan, ParquetSchema schema) =>
        [.. plan.Columns.Select(column => For(column, schema)), new(ParquetSchema.RowNumber, LogicalType.BigInt)];

    /// <summary>What the engine is asked for of a column.</summary>
    /// <exception cref="CalibrationException">Its type cannot be what it should be.</exception>
    internal static SinkColumn For(PlannedColumn column, ParquetSchema schema)
    {
        if (column.Constant is { } constant)
            return new SinkColumn(Session.Literal(constant), LogicalType.Varchar);
        var field = schema[column.Name!];
        var (sql, type) = (field.Sql, field.Type);
        return column.Column.Kind() switch
        {
            ColumnKind.Day => Day(sql, type, column.Mapped.Format) ?? throw WrongType(new("een datum", "a date")),
            ColumnKind.Number => Number(sql, type) ?? throw WrongType(new("een getal", "a number")),
            _ => Text(sql, type, column.Mapped.Values) ?? throw WrongType(new("tekst", "text")),
        };

        CalibrationException WrongType(Wording wanted) => ParquetMistakes.WrongType(schema.File, field, wanted);
    }

    /// <summary>
    /// Text as it stands, or as the engine writes a value of a type that codes can have; null for other types.
    /// </summary>
    /// <param name="sql">The value.</param>
    /// <param name="type">Its type.</param>
    internal static SinkColumn? Text(string sql, string type) =>
        type == "VARCHAR" ? new(sql, LogicalType.Varchar)
        // Bytes of one length are filled up with zeros.
        // Whole numbers beside empty cells: what Python makes of a column of ids.
        : type == "DOUBLE" ? new(WholeOrNot(sql), LogicalType.Varchar)
        : type == "BLOB" ? new($"rtrim(decode({sql}), chr(0))", LogicalType.Varchar)
        : IsWhole(type) || type is "UUID" or "JSON" || IsEnum(type) ? AsText(sql)
        : null;

    // Beyond 2^53 not every whole number is there: those keep their exponent, and are refused for it.
    private static string WholeOrNot(string sql) =>
        $"CASE WHEN {sql} = trunc({sql}) AND abs({sql}) < 9007199254740992 "
        + $"THEN CAST(CAST({sql} AS BIGINT) AS VARCHAR) ELSE CAST({sql} AS VARCHAR) END";

    private static SinkColumn AsText(string sql) => new($"CAST({sql} AS VARCHAR)", LogicalType.Varchar);

    // What true and false stand for, only a mapping can say.
    private static SinkColumn? Text(string sql, string type, IReadOnlyDictionary<string, string> values) =>
        type == "BOOLEAN" && values.Count > 0 ? AsText(sql) : Text(sql, type);

    private static SinkColumn? Day(string sql, string type, ValueFormat? format) =>
        type == "DATE" ? new(sql, LogicalType.Date)
        : ParquetMoments.Are(type) ? new(ParquetMoments.Day(sql, type, format), LogicalType.Date)
        : Text(sql, type) is { } text && type is not ("UUID" or "DOUBLE") ? text
        : null;

    private static SinkColumn? Number(string sql, string type) =>
        IsDecimal(type) ? Decimal(sql, type)
        : type is "DOUBLE" ? new(sql, LogicalType.Double)
        : type is "FLOAT" ? new($"CAST({sql} AS DOUBLE)", LogicalType.Double)
        : IsWhole(type) ? TryCast(sql, LogicalType.BigInt)
        : type is "VARCHAR" or "BLOB" or "JSON" || IsEnum(type) ? Text(sql, type)
        : null;

    private static SinkColumn TryCast(string sql, LogicalType type) => new($"TRY_CAST({sql} AS {type.Sql})", type);

    private static SinkColumn Decimal(string sql, string type)
    {
        var sizes = type["DECIMAL(".Length..^1].Split(',');
        var width = byte.Parse(sizes[0], CultureInfo.InvariantCulture);
        var scale = byte.Parse(sizes[1], CultureInfo.InvariantCulture);
        // Ten digits before the decimals hold every volume that is believed; with more than eight behind them a double
        // is near enough.
        return width <= 18 ? new(sql, LogicalType.Decimal(width, scale))
            : scale <= 8 ? TryCast(sql, LogicalType.Decimal(18, scale))
            : new($"CAST({sql} AS DOUBLE)", LogicalType.Double);
    }

    private static bool IsEnum(string type) => type.StartsWith("ENUM", StringComparison.Ordinal);

    private static bool IsWhole(string type) =>
        type is "TINYINT" or "SMALLINT" or "INTEGER" or "BIGINT" or "HUGEINT"
            or "UTINYINT" or "USMALLINT" or "UINTEGER" or "UBIGINT" or "UHUGEINT"
        // Databases without a type for whole numbers write them so.
        || (IsDecimal(type) && type.EndsWith(",0)", StringComparison.Ordinal));

    private static bool IsDecimal(string type) =>
        type.StartsWith("DECIMAL(", StringComparison.Ordinal) && type.EndsWith(')');
}
