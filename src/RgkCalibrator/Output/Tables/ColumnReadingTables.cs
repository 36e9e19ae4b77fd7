using RgkCalibrator.Intake;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Output.Tables;

/// <summary>How the columns of a file were understood, as a table and in sentences.</summary>
public static class ColumnReadingTables
{
    /// <summary>Each column that is read: what the file calls it, what its values are, and why.</summary>
    public static Table Columns(FileReading reading, Language language) => Table.From(
        new("Zo zijn de kolommen gelezen", "How the columns were read"),
        [
            Column<ColumnReading>.Text("column", column => column.Column.Name(), new("Kolom", "Column")),
            Column<ColumnReading>.Text("name", column => column.Name ?? "-", new("In het bestand", "In the file")),
            Column<ColumnReading>.Words("form", column => column.Form, new("Gelezen als", "Read as")),
            Column<ColumnReading>.Words("evidence", column => Sentence(column.Evidence), new("Omdat", "Because")),
        ],
        reading.Columns,
        language);

    /// <summary>
    /// Which columns the file does not have, and which of its own are not read; a sentence for each that there are.
    /// </summary>
    public static IEnumerable<Wording> Remarks(FileReading reading)
    {
        if (reading.Absent.Count > 0)
        {
            var absent = string.Join(", ", reading.Absent.Select(column => column.Name()));
            yield return new($"Niet in het bestand: {absent}.", $"Not in the file: {absent}.");
        }

        if (reading.Unused.Count > 0)
        {
            yield return new(
                $"Niet gelezen: {Names(reading.Unused, "een kolom zonder naam")}.",
                $"Not read: {Names(reading.Unused, "a column without a name")}.");
        }
    }

    private static string Names(IEnumerable<string> names, string nameless) =>
        string.Join(", ", names.Select(name => name.Length > 0 ? name : nameless));

    // Evidence is a sentence, or the end of one.
    private static Wording Sentence(Wording evidence)
    {
        return new(Whole(evidence.Dutch), Whole(evidence.English));

        static string Whole(string words) => char.ToUpperInvariant(words[0]) + words[1..].TrimEnd('.') + ".";
    }
}
