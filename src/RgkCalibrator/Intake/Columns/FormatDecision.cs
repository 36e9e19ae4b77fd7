using RgkCalibrator.Intake.Formats;

namespace RgkCalibrator.Intake.Columns;

/// <summary>Decides on the formats of the columns of a source, or asks.</summary>
/// <param name="file">The file's name, for messages.</param>
/// <param name="evidence">What the values look like of columns whose format the mapping does not say.</param>
/// <param name="typeOf">What the type of a column says of its values; null where it is text, or a year.</param>
internal sealed class FormatDecision(string file, FormatEvidence evidence, Func<PlannedColumn, Wording?> typeOf)
{
    private static readonly Wording Mapped = new("de mapping zegt het", "the mapping says so");
    private static readonly Wording Constant = new("vaste waarde", "constant");
    private static readonly Wording Typed = new("het type van de kolom", "the column's type");
    private static readonly Wording Foldered = new("de naam van de map zegt het", "the folder's name says so");
    private static readonly Wording Named = new("de naam van de kolom", "the column's name");

    /// <summary>
    /// Gives the columns of dates and numbers that come as text their formats, and says how each column was understood.
    /// </summary>
    /// <exception cref="CalibrationException">The values leave a question that only the mapping can answer.</exception>
    internal (ColumnPlan Plan, IReadOnlyList<ColumnReading> Readings) Decide(ColumnPlan plan)
    {
        var columns = new List<PlannedColumn>();
        var readings = new List<ColumnReading>();
        var questions = plan.Columns.Where(column => evidence.Find(column.Column)?.Question is not null).ToList();
        if (questions.Count > 0)
            throw Question(questions);
        foreach (var column in plan.Columns)
        {
            var understood = Understand(column);
            columns.Add(column with { Mapped = column.Mapped with { Format = understood.Format } });
            readings.Add(new ColumnReading(column.Column, column.Name, understood.Form, understood.Why));
        }

        return (new ColumnPlan(columns), readings);
    }

    private Understanding Understand(PlannedColumn column) =>
        column.Constant is not null ? new(Constant, column.Mapped.Constant is null ? Foldered : Mapped)
        : typeOf(column) is { } type && evidence.Find(column.Column) is null ? new(type, Typed, column.Mapped.Format)
        : column.Column.Kind() switch
        {
            ColumnKind.Day => Understand(column, ValueFormat.Iso, new("datum als", "date like")),
            ColumnKind.Number => Understand(column, ValueFormat.DecimalComma, new("getal als", "number like")),
            ColumnKind.Year => new(new("jaar, grof: gelezen als 1 juli", "year, coarse: read as 1 July"), Named),
            _ => new(new("tekst", "text"), Named),
        };

    private Understanding Understand(PlannedColumn column, ValueFormat whenEmpty, Wording like)
    {
        var finding = evidence.Find(column.Column);
        var format = column.Mapped.Format ?? finding?.Format ?? whenEmpty;
        // Moments that are not in UTC are described by their type.
        var form = format == ValueFormat.Utc ? null : typeOf(column);
        form ??= new($"{like.Dutch} {format.Example()}", $"{like.English} {format.Example()}");
        return new(form, finding?.Evidence ?? Mapped, format);
    }

    // All at once: whoever answers one by one may answer the next differently.
    private CalibrationException Question(IReadOnlyList<PlannedColumn> columns)
    {
        var questions = columns.Select(column => (column.Name, Finding: evidence.Find(column.Column)!)).ToList();
        var lines = columns.Zip(
            questions,
            (column, asked) => $"{column.Column.Name()}: {{ column: {column.Name}, {asked.Finding.Answers} }}");
        return new CalibrationException(
            ExitCode.WrongUse,
            new Wording(Asked(Language.Dutch), Asked(Language.English)),
            $"{file}, {string.Join(", ", columns.Select(column => column.Name))}",
            new Wording(
                $"Zeg het in het mappingbestand, onder 'columns', met één van de keuzes: {string.Join("; ", lines)}. "
                + "Geef het bestand mee met --mapping.",
                $"Say it in the mapping file, under 'columns', with one of the choices: {string.Join("; ", lines)}. "
                + "Pass the file with --mapping."));

        string Asked(Language language) => questions is [var only]
            ? $"{only.Finding.Question!.In(language)} ({only.Finding.Evidence.In(language)})"
            : string.Join(' ', questions.Select(
                one => $"{one.Name}: {one.Finding.Question!.In(language)} ({one.Finding.Evidence.In(language)})"));
    }

    private sealed record Understanding(Wording Form, Wording Why, ValueFormat? Format = null);
}
