using System.Globalization;
using System.Text.RegularExpressions;
using RgkCalibrator.Engine;

namespace RgkCalibrator.Intake;

/// <summary>The canonical columns as a source gives them: what the engine is asked for, and where the optional ones stand.</summary>
/// <param name="Sink">What the engine hands over; the first seven are the columns below.</param>
/// <param name="VolumeType">The type in which volumes come.</param>
/// <param name="Provider">The position of the provider, where the source has it.</param>
/// <param name="Birth">The position of the birth date, where the source has it.</param>
/// <param name="CareStart">The position of the true start of the care, where the source has it.</param>
/// <param name="CareEnd">The position of the true end of the care, where the source has it.</param>
internal sealed partial record SourceColumns(
    IReadOnlyList<SinkColumn> Sink, LogicalType VolumeType, int? Provider, int? Birth, int? CareStart, int? CareEnd)
{
    internal const int Client = 0;
    internal const int Product = 1;
    internal const int Start = 2;
    internal const int End = 3;
    internal const int Volume = 4;
    internal const int Unit = 5;
    internal const int RowNumber = 6;

    /// <summary>What the engine calls the number of a row in its file.</summary>
    internal const string RowNumberName = "file_row_number";

    private static readonly string[] Needed = ["client_id", "product_code", "start_date", "end_date", "volume", "unit"];

    /// <summary>Finds the columns of a source.</summary>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="types">The type of each column, by its name, as the engine writes it.</param>
    /// <exception cref="CalibrationException">A needed column is missing, or one has a type that cannot be what it should be.</exception>
    internal static SourceColumns Find(string file, IReadOnlyDictionary<string, string> types)
    {
        var missing = Needed.Where(name => !types.ContainsKey(name)).ToList();
        if (missing.Count > 0)
            throw Missing(file, missing, types.Keys);
        var volume = VolumeOf(file, types["volume"]);
        var sink = new List<SinkColumn>
        {
            Text(file, "client_id", types),
            Text(file, "product_code", types),
            Day(file, "start_date", types),
            Day(file, "end_date", types),
            volume,
            Text(file, "unit", types),
            new(RowNumberName, LogicalType.BigInt),
        };
        return new SourceColumns(
            sink,
            volume.Type,
            Optional("provider_id", Text),
            Optional("birth_date", Day),
            Optional("care_start", Day),
            Optional("care_end", Day));

        int? Optional(string name, Func<string, string, IReadOnlyDictionary<string, string>, SinkColumn> column)
        {
            if (!types.ContainsKey(name))
                return null;
            sink.Add(column(file, name, types));
            return sink.Count - 1;
        }
    }

    private static SinkColumn Text(string file, string name, IReadOnlyDictionary<string, string> types)
    {
        var type = types[name];
        return type == "VARCHAR" ? new SinkColumn(Session.Identifier(name), LogicalType.Varchar)
            : IsWhole(type) || type.StartsWith("ENUM", StringComparison.Ordinal) ? new SinkColumn($"CAST({Session.Identifier(name)} AS VARCHAR)", LogicalType.Varchar)
            : throw WrongType(file, name, type, new Wording("tekst", "text"));
    }

    private static SinkColumn Day(string file, string name, IReadOnlyDictionary<string, string> types)
    {
        var type = types[name];
        return type == "DATE" ? new SinkColumn(Session.Identifier(name), LogicalType.Date)
            : type.StartsWith("TIMESTAMP", StringComparison.Ordinal) ? new SinkColumn($"CAST({Session.Identifier(name)} AS DATE)", LogicalType.Date)
            : throw WrongType(file, name, type, new Wording("een datum", "a date"));
    }

    private static SinkColumn VolumeOf(string file, string type)
    {
        var column = Session.Identifier("volume");
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
            : IsWhole(type) ? new SinkColumn($"TRY_CAST({column} AS BIGINT)", LogicalType.BigInt)
            : throw WrongType(file, "volume", type, new Wording("een getal", "a number"));
    }

    private static bool IsWhole(string type) =>
        type is "TINYINT" or "SMALLINT" or "INTEGER" or "BIGINT" or "HUGEINT" or "UTINYINT" or "USMALLINT" or "UINTEGER" or "UBIGINT" or "UHUGEINT";

    private static CalibrationException Missing(string file, IReadOnlyList<string> missing, IEnumerable<string> present)
    {
        var list = string.Join(", ", missing);
        var others = string.Join(", ", present);
        return new CalibrationException(
            ExitCode.WrongUse,
            new Wording($"De kolom {list} ontbreekt.", $"The column {list} is missing."),
            file,
            new Wording(
                $"Geef de kolom deze naam. Het bestand heeft: {others}.",
                $"Give the column this name. The file has: {others}."));
    }

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
