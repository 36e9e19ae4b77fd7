using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;

namespace RgkCalibrator.Review;

/// <summary>Puts what one or more reviewers decided together.</summary>
public static class ReviewMerge
{
    /// <summary>Reads workbooks that were made from one draft.</summary>
    /// <param name="workbooks">At least one.</param>
    /// <param name="draft">The draft.</param>
    /// <returns>Every line of the draft with its decision, in the order of the draft.</returns>
    /// <exception cref="CalibrationException">
    /// A workbook cannot be read or is of another draft, a decision lacks what it needs, a line is not decided, or two
    /// reviewers decided otherwise. All such places are named.
    /// </exception>
    public static IReadOnlyList<DecidedLine> Read(IReadOnlyList<string> workbooks, DraftFramework draft)
    {
        var mistakes = new List<ReviewMistake>();
        var reviews = workbooks.Select(path => DecisionReading.Read(path, draft, mistakes)).ToList();
        ReviewMistake.RefuseAny(mistakes);
        var decided = draft.Lines.Select(line => Decide(line, reviews, workbooks, mistakes)).ToList();
        ReviewMistake.RefuseAny(mistakes);
        return [.. decided.Select(line => line!)];
    }

    private static DecidedLine? Decide(
        DraftedLine line, IReadOnlyList<IReadOnlyDictionary<DraftedLine, PlacedDecision>> reviews,
        IReadOnlyList<string> workbooks, List<ReviewMistake> mistakes)
    {
        var placed = reviews.Select(review => review.GetValueOrDefault(line)).OfType<PlacedDecision>().ToList();
        if (placed.Count == 0 && line is { IsPresented: false, Current: { } current })
            return new DecidedLine(line, Unasked(current));
        if (placed.Count == 0)
        {
            var name = LineName.Of(line.Product.Code, line.Subgroup);
            mistakes.Add(new ReviewMistake(
                new ReviewPlace(Path.GetFileName(workbooks[0]), name, string.Empty),
                new($"Over {name} is nog niet besloten.", $"{name} is not decided yet."),
                new("Kies een besluit bij elke regel.", "Choose a decision at each line.")));
            return null;
        }

        foreach (var other in placed.Skip(1).Where(other => other.Decision != placed[0].Decision))
        {
            mistakes.Add(new ReviewMistake(
                other.Place,
                new($"Dit besluit is een ander dan dat in {placed[0].Place}.",
                    $"This decision is another than that in {placed[0].Place}."),
                new("Laat de werkgroep kiezen en zet in beide werkboeken hetzelfde, of maak er een leeg.",
                    "Let the working group choose and put the same in both workbooks, or empty one of them.")));
        }

        return new DecidedLine(line, placed[0].Decision);
    }

    // The reason is published in annexes, which are Dutch.
    private static Decision Unasked(CurrentLine current) => new(
        DecisionKind.NotPresented, new LineValue(current.Volume, current.Duration),
        "Er zijn te weinig trajecten om over te besluiten.", string.Empty, string.Empty, null);
}
