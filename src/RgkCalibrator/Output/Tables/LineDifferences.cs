using RgkCalibrator.Catalogue;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Tables;

/// <summary>The columns that say how a proposal differs from the line now in force.</summary>
internal static class LineDifferences
{
    /// <summary>The columns, for rows with a proposal and a current line.</summary>
    internal static IReadOnlyList<Column<T>> Columns<T>(
        Func<T, (DurationStep? Duration, decimal? Volume)> proposal, Func<T, CurrentLine?> current) =>
    [
        new Column<T>(
            "duration_difference", ColumnKind.Number,
            (row, language) => OfDurations(proposal(row).Duration, current(row)?.Duration, language),
            new("Verschil duur", "Difference duration")).Noted(
            "De voorgestelde duur min de huidige. 'Andere eenheid': weken, maanden en schooljaren zijn niet in elkaar "
                + "om te rekenen.",
            "The proposed duration minus the current one. 'Other unit': weeks, months and school years cannot be "
                + "converted."),
        new Column<T>(
            "volume_difference", ColumnKind.Number,
            (row, language) => OfVolumes(proposal(row), current(row), language),
            new("Verschil volume", "Difference volume")).Noted(
            "Het voorgestelde volume min het huidige. Alleen bij gelijke duur: bij een langere duur hoort altijd meer "
                + "volume.",
            "The proposed volume minus the current one. Only at equal durations: a longer one always comes with more."),
    ];

    /// <summary>In the unit that both have; words where they have none in common.</summary>
    internal static TableCell OfDurations(DurationStep? proposed, DurationStep? current, Language language)
    {
        if (proposed is null || current is null)
            return TableCell.Empty;
        var difference = proposed.Length - current.Length;
        if (proposed.Unit != current.Unit)
            return TableCell.Text(new Wording("andere eenheid", "other unit").In(language));
        if (difference == 0)
            return TableCell.Text(new Wording("gelijk", "equal").In(language));
        var unit = (proposed with { Length = Math.Abs(difference) }).Shown().In(language).Split(' ')[^1];
        return TableCell.Difference(difference, 0, language, unit);
    }

    // A volume within a longer duration is higher: it would seem to differ for another reason.
    private static TableCell OfVolumes(
        (DurationStep? Duration, decimal? Volume) proposal, CurrentLine? current, Language language) =>
        proposal.Duration == current?.Duration
            ? TableCell.Difference(proposal.Volume - current?.Volume, 2, language)
            : TableCell.Empty;
}
