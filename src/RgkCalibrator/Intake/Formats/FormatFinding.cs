namespace RgkCalibrator.Intake.Formats;

/// <summary>
/// What the values of a column say about their format: a format, a question, or nothing because all are empty.
/// </summary>
/// <param name="Format">The format, where there is no doubt.</param>
/// <param name="Evidence">What was seen, in counts; never the text of a value.</param>
/// <param name="Question">What the mapping has to say, where there is doubt.</param>
/// <param name="Choices">What it can say; empty where nothing is asked.</param>
/// <param name="Values">The number of values that were not empty.</param>
/// <param name="Read">How many of them the format reads; where there is a question, how many some format reads.</param>
internal sealed record FormatFinding(
    ValueFormat? Format,
    Wording Evidence,
    Wording? Question,
    IReadOnlyList<ValueFormat> Choices,
    long Values,
    long Read)
{
    /// <summary>The choices as a mapping can say them.</summary>
    internal string Answers
    {
        get
        {
            var key = Choices[0] > ValueFormat.DaysSince1960 ? "decimal" : "format";
            return $"{key}: {string.Join(" | ", Choices.Select(ValueFormats.Word))}";
        }
    }

    internal static FormatFinding Empty { get; } =
        new(null, new("Alle waarden zijn leeg.", "All values are empty."), null, [], 0, 0);
}
