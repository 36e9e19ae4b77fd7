namespace RgkCalibrator.Intake.Forms;

/// <summary>What the values of a column say about the form in which they are written: a form, a question, or nothing because all are empty.</summary>
/// <param name="Form">The form, where there is no doubt.</param>
/// <param name="Evidence">What was seen, in counts; never the text of a value.</param>
/// <param name="Question">What the mapping has to say, where there is doubt.</param>
/// <param name="Choices">What it can say; empty where nothing is asked.</param>
/// <param name="Values">The values that were not empty.</param>
/// <param name="Read">Those of them that the form reads; of a question, those that some form reads.</param>
internal sealed record FormFinding<TForm>(
    TForm? Form, Wording Evidence, Wording? Question, IReadOnlyList<TForm> Choices, long Values, long Read)
    where TForm : struct, Enum
{
    /// <summary>There was no value to go by: any form does.</summary>
    internal bool IsEmpty => Values == 0;

    internal static FormFinding<TForm> Empty { get; } =
        new(null, new Wording("Alle waarden zijn leeg.", "All values are empty."), null, [], 0, 0);
}

/// <summary>How much evidence is enough.</summary>
internal static class Shares
{
    /// <summary>Whether more than one in a hundred: too many for slips of the pen.</summary>
    internal static bool IsSubstantial(long count, long values) => (Int128)count * 100 > values;

    /// <summary>Whether at least half.</summary>
    internal static bool IsMost(long count, long values) => (Int128)count * 2 >= values;

    /// <summary>A sentence that begins with a count and a total: <c>998 of 1,000 values …</c>.</summary>
    internal static Wording Sentence(long count, long values, Wording rest) => new(
        $"{Numbers.Shown(count, 0, Language.Dutch)} van {Numbers.Shown(values, 0, Language.Dutch)} waarden {rest.Dutch}",
        $"{Numbers.Shown(count, 0, Language.English)} of {Numbers.Shown(values, 0, Language.English)} values {rest.English}");
}
