namespace RgkCalibrator.Review;

/// <summary>Where something stands in a review.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Sheet">The name of the sheet.</param>
/// <param name="Cell">The address of the cell, such as U12; empty: the whole sheet.</param>
internal sealed record ReviewPlace(string File, string Sheet, string Cell)
{
    public override string ToString() => Cell.Length == 0 ? $"{File}, {Sheet}" : $"{File}, {Sheet}!{Cell}";
}

/// <summary>Something in a review that its reviewer has to mend.</summary>
internal sealed record ReviewMistake(ReviewPlace Place, Wording What, Wording Remedy)
{
    // More would not be read.
    private const int MostPlaces = 20;

    /// <summary>Refuses a review: the first mistake in full, and where the others are.</summary>
    internal static void RefuseAny(IReadOnlyList<ReviewMistake> mistakes)
    {
        if (mistakes.Count == 0)
            return;
        var first = mistakes[0];
        var others = mistakes.Skip(1).Take(MostPlaces).ToList();
        var left = mistakes.Count - 1 - others.Count;
        throw new CalibrationException(
            ExitCode.WrongUse, first.What, first.Place.ToString(),
            others.Count == 0 ? first.Remedy : new(
                $"{first.Remedy.Dutch} Kijk ook hier:{List(Language.Dutch)}",
                $"{first.Remedy.English} See also:{List(Language.English)}"));

        string List(Language language) =>
            string.Concat(others.Select(other => $"\n  {other.Place}: {other.What.In(language)}"))
            + (left == 0 ? string.Empty : "\n  " + new Wording(
                $"en nog {Numbers.Whole(left)} plekken", $"and {Numbers.Whole(left)} more places").In(language));
    }
}
