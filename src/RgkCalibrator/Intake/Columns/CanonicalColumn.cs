namespace RgkCalibrator.Intake.Columns;

/// <summary>The columns that declarations are read into, whatever the source calls them.</summary>
public enum CanonicalColumn
{
    /// <summary>The child's pseudonym.</summary>
    ClientId,

    /// <summary>The code of the product.</summary>
    ProductCode,

    /// <summary>The first day of the declared period.</summary>
    StartDate,

    /// <summary>The last day of the declared period.</summary>
    EndDate,

    /// <summary>The volume in the unit; below zero for a credit.</summary>
    Volume,

    /// <summary>The unit, as a code or a name of iJw.</summary>
    Unit,

    /// <summary>The provider's code.</summary>
    ProviderId,

    /// <summary>The child's birth date.</summary>
    BirthDate,

    /// <summary>The child's year of birth, where there is no date.</summary>
    BirthYear,

    /// <summary>D or C; of a credit the volume then stands above zero.</summary>
    DebitCredit,

    /// <summary>The line's reference number.</summary>
    LineId,

    /// <summary>The reference number of the line that is credited.</summary>
    CreditsLineId,

    /// <summary>The number of the assignment.</summary>
    AssignmentId,

    /// <summary>The amount in euro.</summary>
    Amount,

    /// <summary>The municipality's code.</summary>
    Municipality,

    /// <summary>Where the care was given.</summary>
    Location,

    /// <summary>The intervention.</summary>
    Intervention,

    /// <summary>The true first day of the care.</summary>
    CareStart,

    /// <summary>The true last day of the care.</summary>
    CareEnd,

    /// <summary>Why the care ended.</summary>
    EndReason,
}

/// <summary>What the values of a column are.</summary>
public enum ColumnKind
{
    /// <summary>Texts and codes.</summary>
    Text,

    /// <summary>Days.</summary>
    Day,

    /// <summary>Numbers with decimals.</summary>
    Number,

    /// <summary>Years of four digits.</summary>
    Year,
}

/// <summary>What is known of the canonical columns.</summary>
public static class CanonicalColumns
{
    private static readonly Dictionary<CanonicalColumn, string> Names = new()
    {
        [CanonicalColumn.ClientId] = "client_id",
        [CanonicalColumn.ProductCode] = "product_code",
        [CanonicalColumn.StartDate] = "start_date",
        [CanonicalColumn.EndDate] = "end_date",
        [CanonicalColumn.Volume] = "volume",
        [CanonicalColumn.Unit] = "unit",
        [CanonicalColumn.ProviderId] = "provider_id",
        [CanonicalColumn.BirthDate] = "birth_date",
        [CanonicalColumn.BirthYear] = "birth_year",
        [CanonicalColumn.DebitCredit] = "debit_credit",
        [CanonicalColumn.LineId] = "line_id",
        [CanonicalColumn.CreditsLineId] = "credits_line_id",
        [CanonicalColumn.AssignmentId] = "assignment_id",
        [CanonicalColumn.Amount] = "amount",
        [CanonicalColumn.Municipality] = "municipality",
        [CanonicalColumn.Location] = "location",
        [CanonicalColumn.Intervention] = "intervention",
        [CanonicalColumn.CareStart] = "care_start",
        [CanonicalColumn.CareEnd] = "care_end",
        [CanonicalColumn.EndReason] = "end_reason",
    };

    /// <summary>All of them, the needed ones first.</summary>
    public static IReadOnlyList<CanonicalColumn> All { get; } = Enum.GetValues<CanonicalColumn>();

    /// <summary>The columns that every source must have.</summary>
    public static IReadOnlyList<CanonicalColumn> Needed { get; } =
    [
        CanonicalColumn.ClientId, CanonicalColumn.ProductCode, CanonicalColumn.StartDate, CanonicalColumn.EndDate, CanonicalColumn.Volume, CanonicalColumn.Unit,
    ];

    /// <summary>The columns that are always read where a source has them.</summary>
    public static IReadOnlyList<CanonicalColumn> Read { get; } =
    [
        .. Needed, CanonicalColumn.ProviderId, CanonicalColumn.BirthDate, CanonicalColumn.BirthYear, CanonicalColumn.DebitCredit,
        CanonicalColumn.LineId, CanonicalColumn.CreditsLineId, CanonicalColumn.CareStart, CanonicalColumn.CareEnd,
    ];

    /// <summary>The columns that are read where a rule of the catalogue asks for them: they take memory with every line.</summary>
    public static IReadOnlyList<CanonicalColumn> Noted { get; } =
    [
        CanonicalColumn.AssignmentId, CanonicalColumn.Municipality, CanonicalColumn.Location, CanonicalColumn.Intervention, CanonicalColumn.EndReason,
    ];

    /// <summary>The name in files, e.g. <c>client_id</c>.</summary>
    public static string Name(this CanonicalColumn column) => Names[column];

    /// <summary>What its values are.</summary>
    public static ColumnKind Kind(this CanonicalColumn column) => column switch
    {
        CanonicalColumn.StartDate or CanonicalColumn.EndDate or CanonicalColumn.BirthDate or CanonicalColumn.CareStart or CanonicalColumn.CareEnd => ColumnKind.Day,
        CanonicalColumn.Volume or CanonicalColumn.Amount => ColumnKind.Number,
        CanonicalColumn.BirthYear => ColumnKind.Year,
        _ => ColumnKind.Text,
    };

    /// <summary>What it holds, in a few words.</summary>
    public static Wording Meaning(this CanonicalColumn column) => column switch
    {
        CanonicalColumn.ClientId => new("pseudoniem van het kind", "the child's pseudonym"),
        CanonicalColumn.ProductCode => new("productcode, zoals 45C02", "product code, like 45C02"),
        CanonicalColumn.StartDate => new("eerste dag van de gedeclareerde periode", "first day of the declared period"),
        CanonicalColumn.EndDate => new("laatste dag van de gedeclareerde periode", "last day of the declared period"),
        CanonicalColumn.Volume => new("volume in de eenheid; negatief is een credit", "volume in the unit; below zero is a credit"),
        CanonicalColumn.Unit => new("eenheid: code of naam van iJw, zoals 04 of uur", "unit: code or name of iJw, like 04 or uur"),
        CanonicalColumn.ProviderId => new("AGB-code van de aanbieder", "the provider's AGB code"),
        CanonicalColumn.BirthDate => new("geboortedatum", "birth date"),
        CanonicalColumn.BirthYear => new("geboortejaar, als er geen datum is", "year of birth, where there is no date"),
        CanonicalColumn.DebitCredit => new("D of C; bij C is het volume positief", "D or C; with C the volume is above zero"),
        CanonicalColumn.LineId => new("referentienummer van de regel", "the line's reference number"),
        CanonicalColumn.CreditsLineId => new("referentienummer van de regel die wordt gecrediteerd", "reference number of the line that is credited"),
        CanonicalColumn.AssignmentId => new("toewijzingsnummer", "number of the assignment"),
        CanonicalColumn.Amount => new("bedrag in euro", "amount in euro"),
        CanonicalColumn.Municipality => new("gemeentecode", "municipality's code"),
        CanonicalColumn.Location => new("locatie, zoals KDC", "location, like KDC"),
        CanonicalColumn.Intervention => new("interventie, zoals MST", "intervention, like MST"),
        CanonicalColumn.CareStart => new("werkelijke eerste dag van de zorg (startbericht)", "true first day of the care (start message)"),
        CanonicalColumn.CareEnd => new("werkelijke laatste dag van de zorg (stopbericht)", "true last day of the care (stop message)"),
        CanonicalColumn.EndReason => new("reden van beëindiging (stopbericht)", "reason of the end (stop message)"),
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "Unknown column."),
    };

    /// <summary>The column of a name; null for another name.</summary>
    public static CanonicalColumn? Find(string name) =>
        Names.Where(pair => pair.Value == name).Select(pair => (CanonicalColumn?)pair.Key).FirstOrDefault();
}
