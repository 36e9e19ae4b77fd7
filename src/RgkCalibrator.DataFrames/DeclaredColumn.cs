using System.Globalization;
using System.Text;
using Microsoft.Data.Analysis;
using RgkCalibrator.Engine;

namespace RgkCalibrator.DataFrames;

/// <summary>
/// Sets a row of a chunk's column, the first row being 0, to what stands in a row of the frame that is not null.
/// </summary>
internal delegate void SetCell(in ChunkWriter chunk, int column, int row, long from);

/// <summary>A column of a frame on its way into Parquet.</summary>
/// <param name="Source">The column.</param>
/// <param name="Type">In Parquet.</param>
/// <param name="Set">Sets a cell.</param>
internal sealed record DeclaredColumn(DataFrameColumn Source, LogicalType Type, SetCell Set)
{
    // A tick is 1/6000: more decimals move none.
    private const byte Decimals = 8;

    internal string Name => Source.Name;

    /// <summary>Takes a column of declarations.</summary>
    /// <exception cref="CalibrationException">Values of its type are never in declarations.</exception>
    internal static DeclaredColumn FromFrame(string frame, DataFrameColumn column) => column switch
    {
        StringDataFrameColumn texts => OfTexts(texts, row => texts[row]),
        ArrowStringDataFrameColumn texts => OfTexts(texts, row => texts[row]),
        PrimitiveDataFrameColumn<DateTime> days => OfDays(days),
        PrimitiveDataFrameColumn<double> numbers => Of(numbers, LogicalType.Double, number => number),
        PrimitiveDataFrameColumn<float> numbers => Of(numbers, LogicalType.Double, Shortest),
        PrimitiveDataFrameColumn<decimal> numbers => Of(numbers, LogicalType.Decimal(38, Decimals), Scaled),
        PrimitiveDataFrameColumn<bool> flags => Of(flags, LogicalType.Boolean, flag => flag),
        // Of at most 32 bits, or 64 with a sign.
        _ when System.Type.GetTypeCode(column.DataType) is >= TypeCode.SByte and <= TypeCode.Int64 => OfWhole(column),
        _ => throw WrongType(frame, column),
    };

    /// <summary>Fills the first rows of a chunk's column.</summary>
    internal void Fill(in ChunkWriter chunk, int column, long first, int count)
    {
        for (var row = 0; row < count; row++)
        {
            if (Source.IsValid(first + row))
                Set(in chunk, column, row, first + row);
            else
                chunk.SetNull(column, row);
        }
    }

    private static DeclaredColumn OfWhole(DataFrameColumn column) => new(
        column,
        LogicalType.BigInt,
        (in ChunkWriter chunk, int to, int row, long from) =>
            chunk.Values<long>(to)[row] = Convert.ToInt64(column[from], CultureInfo.InvariantCulture));

    private static DeclaredColumn OfTexts(DataFrameColumn column, Func<long, string> text) => new(
        column,
        LogicalType.Varchar,
        (in ChunkWriter chunk, int to, int row, long from) => chunk.SetText(
            to, row, Encoding.UTF8.GetBytes(text(from))));

    private static DeclaredColumn OfDays(PrimitiveDataFrameColumn<DateTime> days) =>
        days.All(day => day is null or { Kind: DateTimeKind.Utc })
        ? Of(days, LogicalType.Moment, moment => (moment - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond)
        : Of(days, LogicalType.Date, day => DayNumber.Of(DateOnly.FromDateTime(day)));

    private static DeclaredColumn Of<TFrom, TTo>(
        PrimitiveDataFrameColumn<TFrom> column, LogicalType type, Func<TFrom, TTo> convert)
        where TFrom : unmanaged
        where TTo : unmanaged => new(
        column,
        type,
        (in ChunkWriter chunk, int to, int row, long from) =>
            chunk.Values<TTo>(to)[row] = convert(column[from]!.Value));

    // 0.1 as a float is 0.100000001490116 as a double, which is not what anybody declared.
    private static double Shortest(float number) =>
        double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static Int128 Scaled(decimal number)
    {
        // Twice: the number times 10⁸ may be more than a decimal holds.
        var whole = decimal.Truncate(number);
        return ((Int128)whole * 100_000_000) + (Int128)decimal.Round(
            (number - whole) * 100_000_000, MidpointRounding.AwayFromZero);
    }

    private static CalibrationException WrongType(string frame, DataFrameColumn column) => new(
        ExitCode.WrongUse,
        new Wording(
            $"De kolom {column.Name} is van het type {column.DataType.Name}; declaraties hebben alleen tekst, datums "
                + "en getallen.",
            $"The column {column.Name} has the type {column.DataType.Name}; declarations hold texts, dates and "
                + "numbers only."),
        frame,
        new Wording(
            "Laat de kolom weg, of maak er een van een passend type van.",
            "Leave the column out, or make it one of a fitting type."));
}
