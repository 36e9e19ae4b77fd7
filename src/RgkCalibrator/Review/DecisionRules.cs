using RgkCalibrator.Framework;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Review;

/// <summary>What a decision needs.</summary>
internal static class DecisionRules
{
    /// <summary>The decision on a line; null where its cells do not make one, which the cells then keep.</summary>
    internal static Decision? Read(DecisionCells cells, DraftedLine line)
    {
        var (volume, duration) = (cells.Volume(), cells.Duration(line.Product));
        var (reason, outside) = (cells.Text(DecisionForm.Reason), cells.Text(DecisionForm.Outside));
        var (by, date) = (cells.Text(DecisionForm.DecidedBy), cells.Date());
        if (cells.Kind() is not { } kind)
            return null;
        var (isValid, adopted) = kind switch
        {
            DecisionKind.Adopt => Adopted(cells, line, volume, duration),
            DecisionKind.Adapt => Adapted(cells, line, volume, duration),
            DecisionKind.Keep => Kept(cells, line, volume, duration),
            _ => (IsBlank(cells, volume, duration), null),
        };
        if (kind != DecisionKind.Adopt && reason.Length == 0 && (adopted is null || adopted != UsualOf(line)))
        {
            cells.Wrong(DecisionForm.Reason, WithoutReason(line), new("Vul de motivering in.", "Fill in the reason."));
            return null;
        }

        return isValid ? new Decision(kind, adopted, reason, outside, by, date) : null;
    }

    // Where the data propose nothing, the current line stays.
    private static LineValue? UsualOf(DraftedLine line) => line.Proposed ?? CurrentOf(line);

    private static LineValue? CurrentOf(DraftedLine line) =>
        line.Current is { } current ? new LineValue(current.Volume, current.Duration) : null;

    private static Wording WithoutReason(DraftedLine line) => line switch
    {
        { Proposed: not null } => new("Het besluit wijkt af van het voorstel, en er staat niet waarom.",
            "The decision differs from the proposal, and it is not said why."),
        { Current: not null } => new(
            "Er is geen voorstel, het besluit wijkt af van de huidige lijn, en er staat niet waarom.",
            "There is no proposal, the decision differs from the current line, and it is not said why."),
        _ => new("Er is geen voorstel en geen huidige lijn, en er staat niet waar het besluit op rust.",
            "There is no proposal and no current line, and it is not said what the decision rests on."),
    };

    private static (bool IsValid, LineValue? Value) Adopted(
        DecisionCells cells, DraftedLine line, decimal? volume, DurationStep? duration)
    {
        if (line.Proposed is not { } proposed)
        {
            cells.Wrong(DecisionForm.Decision,
                new("Er is geen voorstel om over te nemen.", "There is no proposal to adopt."),
                line.Current is null
                    ? new("Er is ook geen huidige lijn: kies aanpassen, met een volume en een duur, of vervallen.",
                        "There is no current line either: choose adapt, with a volume and a duration, or drop.")
                    : new("Kies bestaand houden, of aanpassen met een volume en een duur.",
                        "Choose keep current, or adapt with a volume and a duration."));
            return (false, null);
        }

        if ((volume ?? proposed.Volume) == proposed.Volume && (duration ?? proposed.Duration) == proposed.Duration)
            return (true, proposed);
        cells.Wrong(DecisionForm.Decision,
            new("Het besluit is overnemen, maar er is iets anders vastgesteld dan het voorstel.",
                "The decision is to adopt, but something else than the proposal was filled in."),
            new("Kies aanpassen, of laat volume en duur leeg.", "Choose adapt, or leave volume and duration empty."));
        return (false, null);
    }

    private static (bool IsValid, LineValue? Value) Adapted(
        DecisionCells cells, DraftedLine line, decimal? volume, DurationStep? duration)
    {
        if ((volume ?? line.Proposed?.Volume) is { } v && (duration ?? line.Proposed?.Duration) is { } d
            && (volume is not null || duration is not null))
        {
            return (true, new LineValue(v, d));
        }

        cells.Wrong(volume is null ? DecisionForm.AdoptedVolume : DecisionForm.AdoptedDuration,
            new("Het besluit is aanpassen, maar het vastgestelde volume of de vastgestelde duur ontbreekt.",
                "The decision is to adapt, but the adopted volume or duration is missing."),
            new("Vul in wat is vastgesteld; wat leeg blijft, is dat van het voorstel.",
                "Fill in what was adopted; what stays empty is that of the proposal."));
        return (false, null);
    }

    private static (bool IsValid, LineValue? Value) Kept(
        DecisionCells cells, DraftedLine line, decimal? volume, DurationStep? duration)
    {
        if (CurrentOf(line) is not { } current)
        {
            cells.Wrong(DecisionForm.Decision,
                new("Er is nu geen lijn om te houden.", "There is no line now to keep."),
                line.Proposed is null
                    ? new("Kies aanpassen, met een volume en een duur, of vervallen.",
                        "Choose adapt, with a volume and a duration, or drop.")
                    : new("Kies overnemen, aanpassen of vervallen.", "Choose adopt, adapt or drop."));
            return (false, null);
        }

        return (IsBlank(cells, volume, duration), current);
    }

    private static bool IsBlank(DecisionCells cells, decimal? volume, DurationStep? duration)
    {
        if (volume is null && duration is null)
            return true;
        cells.Wrong(volume is null ? DecisionForm.AdoptedDuration : DecisionForm.AdoptedVolume,
            new("Bij dit besluit wordt geen volume of duur ingevuld.",
                "With this decision no volume or duration is filled in."),
            new("Maak de cel leeg, of kies aanpassen.", "Empty the cell, or choose adapt."));
        return false;
    }
}
