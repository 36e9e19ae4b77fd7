using RgkCalibrator.Intake.Forms;

namespace RgkCalibrator.Intake.Columns;

/// <summary>The forms of the columns of one source: what the mapping says, or else what the values show.</summary>
/// <param name="Dates">By column, of those that hold dates as text.</param>
/// <param name="Decimals">By column, of those that hold numbers as text.</param>
/// <param name="Readings">How every column was understood.</param>
internal sealed record FormDecisions(
    IReadOnlyDictionary<CanonicalColumn, DateForm> Dates, IReadOnlyDictionary<CanonicalColumn, NumberForm> Decimals, IReadOnlyList<ColumnReading> Readings);

/// <summary>Decides on the forms of the columns of a source, or asks.</summary>
internal sealed class FormDecision(string file, FormEvidence evidence)
{
    private static readonly Wording Mapped = new("de mapping zegt het", "the mapping says so");
    private static readonly Wording Foldered = new("de naam van de map zegt het", "the folder's name says so");
    private static readonly Wording Named = new("de naam van de kolom", "the column's name");

    private readonly Dictionary<CanonicalColumn, DateForm> _dates = [];
    private readonly Dictionary<CanonicalColumn, NumberForm> _decimals = [];

    /// <summary>The forms of all columns.</summary>
    /// <param name="plan">The columns.</param>
    /// <param name="typed">What the type of a column says of its values; null where it is text.</param>
    /// <exception cref="CalibrationException">The values leave a question that only the mapping can answer.</exception>
    internal FormDecisions Of(ColumnPlan plan, Func<PlannedColumn, Wording?> typed) =>
        new(_dates, _decimals, [.. plan.Columns.Select(column => Read(column, typed(column)))]);

    private ColumnReading Read(PlannedColumn column, Wording? type) =>
        column.Constant is not null ? new(column.Column, null, new("vaste waarde", "constant"), column.Mapped.Constant is null ? Foldered : Mapped)
        : type is not null ? new(column.Column, column.Name, type, new("het type van de kolom", "the column's type"))
        : column.Column.Kind() switch
        {
            ColumnKind.Day => Dates(column),
            ColumnKind.Number => Decimals(column),
            ColumnKind.Year => new(column.Column, column.Name, new("jaar, grof: gelezen als 1 juli", "year, coarse: read as 1 July"), Named),
            _ => new(column.Column, column.Name, new("tekst", "text"), Named),
        };

    private ColumnReading Dates(PlannedColumn column)
    {
        var finding = column.Mapped.Dates is null ? evidence.Dates(column.Column) : null;
        if (finding?.Question is { } question)
            throw Question(column, question, finding.Evidence, "format: " + string.Join(" | ", finding.Choices.Select(DateForms.Word)));
        var form = column.Mapped.Dates ?? finding?.Form ?? DateForm.Iso;
        _dates[column.Column] = form;
        var example = DateForms.Example(form);
        return new(column.Column, column.Name, new($"datum als {example}", $"date like {example}"), finding?.Evidence ?? Mapped);
    }

    private ColumnReading Decimals(PlannedColumn column)
    {
        var finding = column.Mapped.Decimals is null ? evidence.Numbers(column.Column) : null;
        if (finding?.Question is { } question)
            throw Question(column, question, finding.Evidence, "decimal: " + string.Join(" | ", finding.Choices.Select(NumberForms.Word)));
        var form = column.Mapped.Decimals ?? finding?.Form ?? NumberForm.DecimalComma;
        _decimals[column.Column] = form;
        var example = NumberForms.Example(form);
        return new(column.Column, column.Name, new($"getal als {example}", $"number like {example}"), finding?.Evidence ?? Mapped);
    }

    private CalibrationException Question(PlannedColumn column, Wording question, Wording seen, string answer)
    {
        var line = $"{column.Column.Name()}: {{ column: {column.Name}, {answer} }}";
        return new CalibrationException(
            ExitCode.WrongUse,
            new Wording($"{question.Dutch} ({seen.Dutch})", $"{question.English} ({seen.English})"),
            $"{file}, {column.Name}",
            new Wording(
                $"Zeg het in het mappingbestand, onder 'columns', met één van de keuzes: {line}. Geef het bestand mee met --mapping.",
                $"Say it in the mapping file, under 'columns', with one of the choices: {line}. Pass the file with --mapping."));
    }
}
