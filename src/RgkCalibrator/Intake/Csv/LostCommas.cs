using System.Text;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Formats;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Intake.Csv;

/// <summary>
/// Looks for volumes with a decimal comma and no quotes in a file that commas delimit: <c>1,4</c> is two fields there.
/// A row that lacks its last column then has as many fields as the header, and would be read with a 1 for 1,4.
/// </summary>
internal sealed class LostCommas
{
    private readonly int _volume;
    private readonly int _names;
    private readonly bool _isUnitBehind;
    private readonly FieldShapes _shapes;
    private long _firstFull;
    private long _firstBeforeUnit;
    private long _split;
    private long _whole;
    private long _wide;
    private long _short;

    private LostCommas(CsvDialect dialect, string volume, string? unit)
    {
        (_volume, _names) = (dialect.PositionOf(volume)!.Value, dialect.Names.Count);
        _isUnitBehind = unit is not null && dialect.PositionOf(unit) == _volume + 1;
        _shapes = new FieldShapes(_volume + 1, _names);
    }

    // A column in which most rows have digits anyway says nothing. Rows with a field too many are sure to be such
    // volumes; rows without their last column only where a unit should follow.
    private bool AreMany => _firstFull > 0 && _split < _whole && (_wide > 0 || (_short > 0 && _isUnitBehind));

    /// <summary>Refuses a file in which rows seem to have lost a decimal comma.</summary>
    /// <param name="csv">The file.</param>
    /// <param name="plan">Its columns, with what the mapping says: decimal points leave no doubt.</param>
    /// <param name="fewest">The fields that a row has at least: a row of a file of as many lacks no column.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <exception cref="CalibrationException">They seem to, or the file cannot be read.</exception>
    internal static void Refuse(CsvFile csv, ColumnPlan plan, int fewest, CancellationToken stop)
    {
        var dialect = csv.Dialect;
        if (dialect.Grammar.Delimiter != (byte)',' || dialect.Names.Count == fewest
            || plan.Find(CanonicalColumn.Volume) is not { Name: { } volume } planned
            || planned.Mapped.Format == ValueFormat.DecimalPoint)
        {
            return;
        }

        var commas = new LostCommas(dialect, volume, plan.Find(CanonicalColumn.Unit)?.Name);
        csv.ReadFirst(long.MaxValue, commas.See, stop);
        if (commas.FirstRow() is { } row)
            throw Question(dialect.File, volume, row);
    }

    private long? FirstRow() =>
        AreMany ? _firstFull
        : _firstBeforeUnit > 0 ? _firstBeforeUnit
        : _shapes.FirstShifted(lackLast: _short > 0 || _wide > 0);

    private void See(CsvBlock record)
    {
        var isSplit = _volume + 1 < record.FieldCount
            && AreDigits(record.Field(_volume)) && AreDigits(record.Field(_volume + 1));
        if (record.FieldCount > _names)
            _wide += isSplit && record.FieldCount == _names + 1 ? 1 : 0;
        else if (!isSplit)
            (_whole, _short) = (_whole + 1, _short + (record.FieldCount < _names ? 1 : 0));
        else
            _split++;
        if (record.FieldCount == _names)
            SeeFull(record, isSplit);
    }

    private void SeeFull(CsvBlock record, bool isSplit)
    {
        var isSuspect = isSplit && CanBeDecimals(record.Field(_volume + 1));
        _shapes.Learn(record, isSuspect);
        if (!isSplit)
            return;
        if (_firstFull == 0)
            _firstFull = record.Row;
        if (_firstBeforeUnit == 0 && isSuspect && IsBeforeUnit(record))
            _firstBeforeUnit = record.Row;
    }

    // Whether the name of a unit stands in the column behind the one in which it should, and no code in that one.
    private bool IsBeforeUnit(CsvBlock record) =>
        _isUnitBehind && _volume + 2 < _names
            && IsUnit(record.Field(_volume + 2)) && !IsUnit(record.Field(_volume + 1));

    private static bool IsUnit(ReadOnlySpan<byte> field)
    {
        const int longestName = 20;
        var text = FieldText.Trim(field);
        return text.Length is > 0 and <= longestName && CareUnits.Read(Encoding.UTF8.GetString(text)) is not null;
    }

    private static bool CanBeDecimals(ReadOnlySpan<byte> field)
    {
        const int mostDecimals = 6;
        var text = FieldText.Trim(field);
        return text.Length <= mostDecimals && text[0] != '-';
    }

    private static bool AreDigits(ReadOnlySpan<byte> field)
    {
        var text = FieldText.Trim(field);
        if (text is [(byte)'-', ..])
            text = text[1..];
        return !text.IsEmpty && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }

    private static CalibrationException Question(string file, string volume, long row) => new(
        ExitCode.WrongUse,
        new(
            "Staan er in dit bestand volumes met een decimale komma zonder aanhalingstekens? De komma scheidt ook de "
                + $"velden, en rij {Numbers.Whole(row)} na de kopregel kan dan verkeerd worden gelezen.",
            "Does this file have volumes with a decimal comma and no quotes? Commas delimit the fields too, and row "
                + $"{Numbers.Whole(row)} after the header may then be read wrongly."),
        file,
        new(
            "Zo ja, maak het bestand dan opnieuw, met puntkomma's tussen de velden. Zo nee, zeg dat in het "
                + $"mappingbestand, onder 'columns': volume: {{ column: {volume}, decimal: decimal-point }}.",
            "If so, make the file anew, with semicolons between the fields. If not, say so in the mapping file, under "
                + $"'columns': volume: {{ column: {volume}, decimal: decimal-point }}."));
}
