using System.Runtime.InteropServices;
using System.Text.Json;

namespace RgkCalibrator.Intake.Lines;

/// <summary>Why a row was rejected. A row has one reason: the first of this list that fits.</summary>
public enum RejectionReason
{
    /// <summary>
    /// A record of a CSV file with too few fields for a needed column, or with text beyond the last column.
    /// </summary>
    RaggedRow,

    /// <summary>No client.</summary>
    MissingClient,

    /// <summary>No product code.</summary>
    MissingProduct,

    /// <summary>No start or end, or one outside the years 1900 to 2200.</summary>
    BadDate,

    /// <summary>The end comes before the start.</summary>
    EndBeforeStart,

    /// <summary>A declared period of more days than <see cref="IntakeSettings.MaxLineDays"/>.</summary>
    PeriodTooLong,

    /// <summary>
    /// No volume, or none that is a number of at most a thousand million units, or a mark of debit or credit that is
    /// neither.
    /// </summary>
    BadVolume,

    /// <summary>A volume of nothing.</summary>
    ZeroVolume,

    /// <summary>No unit, or one that is not in the iJw list.</summary>
    UnknownUnit,

    /// <summary>A unit that cannot become the product's.</summary>
    UnitNotConvertible,

    /// <summary>A product that the catalogue does not have, where the catalogue decides what is read.</summary>
    UnknownProduct,

    /// <summary>A credit that finds no line to take away.</summary>
    CreditWithoutDebit,

    /// <summary>
    /// A credit by reference of more than the line that it takes away: the line is gone, and the rest of the credit
    /// hangs in the air.
    /// </summary>
    NetVolumeNotPositive,
}

/// <summary>
/// A rejected row: its file (by number, from 0), its row (from 1, a header not counted; of a workbook as Excel numbers
/// it) and the reason.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RejectedRow(int File, long Row, RejectionReason Reason);

/// <summary>The names of reasons in files.</summary>
public static class RejectionReasons
{
    private static readonly Dictionary<RejectionReason, string> Names = Enum.GetValues<RejectionReason>().ToDictionary(
        reason => reason, reason => JsonNamingPolicy.KebabCaseLower.ConvertName(reason.ToString()));

    /// <summary>As in <c>rejected.csv</c>: lower case with hyphens, e.g. <c>end-before-start</c>.</summary>
    public static string Name(this RejectionReason reason) => Names[reason];

    /// <summary>The canonical column that the reason is about; empty for the row as a whole.</summary>
    public static string Column(this RejectionReason reason) => reason switch
    {
        RejectionReason.RaggedRow => string.Empty,
        RejectionReason.MissingClient => "client_id",
        RejectionReason.MissingProduct or RejectionReason.UnknownProduct => "product_code",
        RejectionReason.BadDate => "start_date",
        RejectionReason.EndBeforeStart or RejectionReason.PeriodTooLong => "end_date",
        RejectionReason.BadVolume or RejectionReason.ZeroVolume or RejectionReason.NetVolumeNotPositive => "volume",
        RejectionReason.UnknownUnit or RejectionReason.UnitNotConvertible => "unit",
        RejectionReason.CreditWithoutDebit => "credits_line_id",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason."),
    };

    /// <summary>What it means, in a few words.</summary>
    public static Wording Meaning(this RejectionReason reason) => reason switch
    {
        RejectionReason.RaggedRow => new("te weinig of te veel velden", "too few or too many fields"),
        RejectionReason.MissingClient => new("geen cliënt", "no client"),
        RejectionReason.MissingProduct => new("geen productcode", "no product code"),
        RejectionReason.BadDate => new("geen bruikbare begin- of einddatum", "no usable start or end date"),
        RejectionReason.EndBeforeStart => new("het einde ligt voor het begin", "the end comes before the start"),
        RejectionReason.PeriodTooLong =>
            new("langer dan --max-line-days toelaat", "longer than --max-line-days allows"),
        RejectionReason.BadVolume => new("geen bruikbaar volume", "no usable volume"),
        RejectionReason.ZeroVolume => new("volume nul", "a volume of nothing"),
        RejectionReason.UnknownUnit => new("eenheid ontbreekt of is onbekend", "unit missing or unknown"),
        RejectionReason.UnitNotConvertible => new("eenheid past niet bij het product", "unit does not fit the product"),
        RejectionReason.UnknownProduct => new("product staat niet in de catalogus", "product not in the catalogue"),
        RejectionReason.CreditWithoutDebit =>
            new("creditregel zonder regel om te crediteren", "credit without a line to credit"),
        RejectionReason.NetVolumeNotPositive =>
            new("creditregel van meer dan er gedeclareerd was", "credit of more than was declared"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason."),
    };
}
