using System.Runtime.CompilerServices;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Formats;

namespace RgkCalibrator.Intake.Rows;

/// <summary>
/// Looks for ids that a spreadsheet has shortened: <c>1,23457E+11</c>, as Excel writes numbers of twelve digits and
/// more. Ids that differ may look the same then, so that children merge and lines are taken for duplicates.
/// </summary>
internal sealed class ShortenedNumbers
{
    // 1E+11, the shortest of them.
    private const int Shortest = 5;

    /// <summary>The column in which one was seen, of several the first; null where none was.</summary>
    internal CanonicalColumn? Column { get; private set; }

    /// <summary>Looks at some rows of a column of ids.</summary>
    internal void See(CanonicalColumn column, in Column ids, int from, int to)
    {
        if (ids.IsAbsent)
            return;
        for (var row = from; row < to; row++)
        {
            if (!ids.IsNull(row))
                See(column, in ids.Texts[row]);
        }
    }

    /// <summary>Looks at an id.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void See(CanonicalColumn column, in TextHandle id)
    {
        // The second character tells of nearly all ids that they are none.
        if (id.Length >= Shortest && id.Second is (byte)',' or (byte)'.' or (byte)'E' or (byte)'e')
            Look(column, in id);
    }

    /// <summary>Whether an id is one.</summary>
    internal static bool IsShortened(ReadOnlySpan<byte> id)
    {
        var text = FieldText.Trim(id);
        var exponent = Math.Max(text.IndexOf("E+"u8), text.IndexOf("e+"u8));
        return exponent > 0 && text.Length >= Shortest
            && text[0] is >= (byte)'1' and <= (byte)'9'
            && AreDigits(text[(exponent + 2)..])
            && (exponent == 1 || (text[1] is (byte)',' or (byte)'.' && AreDigits(text[2..exponent])));
    }

    /// <summary>The refusal of a file with such ids.</summary>
    internal static CalibrationException Refusal(string file, CanonicalColumn column) => new(
        ExitCode.WrongUse,
        new Wording(
            $"De kolom {column.Name()} bevat nummers die Excel heeft ingekort, zoals 1E+11; daarin zijn verschillende "
            + "nummers gelijk.",
            $"The column {column.Name()} holds numbers that Excel has shortened, like 1E+11; different numbers are "
            + "the same in it."),
        $"{file}, {column.Name()}",
        new Wording(
            "Gebruik het bestand zoals het bronsysteem het gaf, of geef de kolom in Excel de opmaak Tekst voordat de "
            + "nummers erin komen, en sla het opnieuw op.",
            "Use the file as the source system gave it, or format the column as Text in Excel before the numbers are "
            + "put in, and save it anew."));

    private void Look(CanonicalColumn column, in TextHandle id)
    {
        if (IsShortened(id.Bytes))
            Column = Column < column ? Column : column;
    }

    private static bool AreDigits(ReadOnlySpan<byte> text) =>
        !text.IsEmpty && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
