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
    private const int MostFaults = 5;

    /// <summary>Refuses a review: each fault once, with the places that have it.</summary>
    internal static void RefuseAny(IReadOnlyList<ReviewMistake> mistakes)
    {
        if (mistakes.Count == 0)
            return;
        var faults = mistakes.GroupBy(mistake => (mistake.What, mistake.Remedy)).Select(same => same.ToList()).ToList();
        List<CalibrationException> others = [.. faults.Skip(1).Take(MostFaults - 1).Select(same => Refused(same, []))];
        if (faults.Count > MostFaults)
            others.Add(MoreFaults(faults.Count - MostFaults));
        throw Refused(faults[0], others);
    }

    private static CalibrationException Refused(
        List<ReviewMistake> same, IReadOnlyList<CalibrationException> others) =>
        new(ExitCode.WrongUse, same[0].What, same[0].Place.ToString(), same[0].Remedy)
        {
            AlsoAt =
            [
                .. same.Skip(1).Take(MostPlaces - 1).Select(mistake => Wording.Same(mistake.Place.ToString())),
                .. same.Count > MostPlaces ? [MorePlaces(same.Count - MostPlaces)] : Array.Empty<Wording>(),
            ],
            Others = others,
        };

    private static Wording MorePlaces(int count) => count == 1
        ? new("en nog 1 plek", "and 1 more place")
        : new($"en nog {Numbers.Whole(count)} plekken", $"and {Numbers.Whole(count)} more places");

    private static CalibrationException MoreFaults(int count) => new(
        ExitCode.WrongUse,
        count == 1
            ? new("Er is nog 1 andere fout.", "There is 1 other fault.")
            : new($"Er zijn nog {Numbers.Whole(count)} andere fouten.",
                $"There are {Numbers.Whole(count)} other faults."),
        string.Empty,
        new("Herstel eerst wat hierboven staat, en geef de opdracht opnieuw.",
            "Mend first what stands above, and give the command again."));
}
