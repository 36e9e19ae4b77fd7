using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Output.Tables;

/// <summary>The places and reasons of a ledger, in words.</summary>
public static class LedgerWords
{
    /// <summary>A place in one or two words, in lower case.</summary>
    public static Wording Name(RowOutcome place) => place switch
    {
        RowOutcome.Used => new("gebruikt", "used"),
        RowOutcome.Netted => new("verrekend", "netted"),
        RowOutcome.Duplicate => new("dubbel", "duplicate"),
        RowOutcome.Excluded => new("na de periode", "after the period"),
        RowOutcome.Rejected => new("afgekeurd", "rejected"),
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, "Unknown place."),
    };

    /// <summary>A place with a capital, as the heading of a column.</summary>
    internal static Wording Heading(RowOutcome place)
    {
        var (dutch, english) = Name(place);
        return new(char.ToUpperInvariant(dutch[0]) + dutch[1..], char.ToUpperInvariant(english[0]) + english[1..]);
    }

    /// <summary>What it means that a row ended in a place, as a sentence.</summary>
    /// <param name="place">The place.</param>
    /// <param name="lastDay">The last day of the observed period.</param>
    internal static Wording Explained(RowOutcome place, DateOnly lastDay) => place switch
    {
        RowOutcome.Used => new("De rij wordt een regel van een traject.", "The row becomes a line of a trajectory."),
        RowOutcome.Netted => new(
            "Een creditregel, of de regel die daarmee is gecrediteerd: samen tellen zij niet mee.",
            "A credit, or the line that it credits: together they do not count."),
        RowOutcome.Duplicate => new(
            "Hetzelfde referentienummer van dezelfde cliënt en aanbieder staat er vaker; één van die rijen telt mee.",
            "The same reference number of the same client and provider is there more often; one of those rows counts."),
        RowOutcome.Excluded => new(
            $"De rij begint na {Numbers.Date(lastDay, Language.Dutch)}, de laatste dag van de waargenomen periode "
                + "(--observed).",
            $"The row starts after {Numbers.Date(lastDay, Language.English)}, the last day of the observed period "
                + "(--observed)."),
        RowOutcome.Rejected => new(
            "De rij is niet te gebruiken, om één van de redenen hieronder.",
            "The row cannot be used, for one of the reasons below."),
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, "Unknown place."),
    };

    /// <summary>What to think of rows that were rejected for a reason, in a sentence or two.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="maxLineDays">The longest declared period that is believed, in days.</param>
    internal static Wording Explained(RejectionReason reason, int maxLineDays) => reason switch
    {
        RejectionReason.BadDate => new(
            "Het begin of het eind ontbreekt, is geen datum, of ligt buiten de jaren 1900-2200.",
            "The start or the end is missing, is no date, or lies outside the years 1900-2200."),
        RejectionReason.EndBeforeStart => new(
            "De periode eindigt voor zij begint; misschien zijn de kolommen verwisseld.",
            "The period ends before it begins; perhaps the columns were swapped."),
        RejectionReason.PeriodTooLong => new(
            $"De periode is langer dan {Numbers.Whole(maxLineDays)} dagen. Kloppen zulke regels, geef dan "
                + "--max-line-days.",
            $"The period is longer than {Numbers.Whole(maxLineDays)} days. If such lines are right, give "
                + "--max-line-days."),
        RejectionReason.UnknownProduct => new(
            "De catalogus heeft dit product niet. Hoort het erbij, zet het dan in een eigen catalogus (--catalogue).",
            "The catalogue does not have this product. If it belongs, put it in a catalogue of your own "
                + "(--catalogue)."),
        RejectionReason.CreditWithoutDebit => new(
            "Er is geen regel die deze creditregel kan wegnemen; misschien staat die in een bestand dat niet is "
                + "meegelezen.",
            "There is no line that this credit can take away; perhaps it is in a file that was not read."),
        RejectionReason.NetVolumeNotPositive => new(
            "De creditregel is groter dan de regel die zij wegneemt: die regel is weg, en de rest van de credit "
                + "hangt in de lucht.",
            "The credit is larger than the line that it takes away: that line is gone, and the rest of the credit "
                + "hangs in the air."),
        _ => OfOneCell(reason),
    };

    private static Wording OfOneCell(RejectionReason reason) => reason switch
    {
        RejectionReason.RaggedRow => new(
            "De rij mist velden, of heeft tekst na de laatste kolom. Vaak staat er een scheidingsteken of regeleinde "
                + "in een veld zonder aanhalingstekens.",
            "The row lacks fields, or has text beyond the last column. Often a field without quotes holds a "
                + "delimiter or a line end."),
        RejectionReason.MissingClient => new(
            "Zonder cliënt past de rij bij geen traject.", "Without a client the row fits no trajectory."),
        RejectionReason.MissingProduct => new(
            "Zonder productcode past de rij bij geen traject.", "Without a product code the row fits no trajectory."),
        RejectionReason.BadVolume => new(
            "Het volume ontbreekt, is geen getal of is groter dan een miljard; of debit_credit is geen D of C.",
            "The volume is missing, is no number or is larger than a thousand million; or debit_credit is neither D "
                + "nor C."),
        RejectionReason.ZeroVolume => new(
            "Het volume is nul, of zo klein dat er niets van overblijft.",
            "The volume is nothing, or so small that nothing is left of it."),
        RejectionReason.UnknownUnit => new(
            "De eenheid ontbreekt of staat niet in de iJw-lijst. Met 'values' in de mapping krijgt een eigen naam "
                + "een iJw-code.",
            "The unit is missing or not in the iJw list. With 'values' in the mapping a name of your own gets an "
                + "iJw code."),
        RejectionReason.UnitNotConvertible => new(
            "De eenheid kan niet die van het product worden; er wordt nooit stil omgerekend.",
            "The unit cannot become that of the product; nothing is ever converted silently."),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason."),
    };
}
