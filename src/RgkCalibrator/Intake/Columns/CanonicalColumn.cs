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

    /// <summary>The day on which the line was declared.</summary>
    DeclaredOn,
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
    private enum Use
    {
        /// <summary>Every source must have it.</summary>
        Needed,

        /// <summary>It is read where a source has it.</summary>
        Usual,

        /// <summary>It is read where a rule of the catalogue asks for it.</summary>
        OnRequest,

        /// <summary>It is read where somebody asks what care costs.</summary>
        ForEuros,

        /// <summary>It is read where somebody asks how late declarations arrive.</summary>
        ForArrivals,
    }

    // In the order of the columns.
    private static readonly Facts[] Table =
    [
        new("client_id", ColumnKind.Text, Use.Needed, new("pseudoniem van het kind", "the child's pseudonym")),
        new("product_code", ColumnKind.Text, Use.Needed, new("productcode, zoals 45C02", "product code, like 45C02")),
        new("start_date", ColumnKind.Day, Use.Needed,
            new("eerste dag van de gedeclareerde periode", "first day of the declared period")),
        new("end_date", ColumnKind.Day, Use.Needed,
            new("laatste dag van de gedeclareerde periode", "last day of the declared period")),
        new("volume", ColumnKind.Number, Use.Needed,
            new("volume in de eenheid; negatief is een credit", "volume in the unit; below zero is a credit")),
        new("unit", ColumnKind.Text, Use.Needed,
            new("eenheid: code of naam van iJw, zoals 04 of uur", "unit: code or name of iJw, like 04 or uur")),
        new("provider_id", ColumnKind.Text, Use.Usual, new("AGB-code van de aanbieder", "the provider's AGB code")),
        new("birth_date", ColumnKind.Day, Use.Usual, new("geboortedatum", "birth date")),
        new("birth_year", ColumnKind.Year, Use.Usual,
            new("geboortejaar, als er geen datum is", "year of birth, where there is no date")),
        new("debit_credit", ColumnKind.Text, Use.Usual,
            new("D of C; bij C is het volume positief", "D or C; with C the volume is above zero")),
        new("line_id", ColumnKind.Text, Use.Usual, new("referentienummer van de regel", "the line's reference number")),
        new("credits_line_id", ColumnKind.Text, Use.Usual, new(
            "referentienummer van de regel die wordt gecrediteerd",
            "reference number of the line that is credited")),
        new("assignment_id", ColumnKind.Text, Use.OnRequest, new("toewijzingsnummer", "number of the assignment")),
        new("amount", ColumnKind.Number, Use.ForEuros, new("bedrag in euro", "amount in euro")),
        new("municipality", ColumnKind.Text, Use.OnRequest, new("gemeentecode", "municipality's code")),
        new("location", ColumnKind.Text, Use.OnRequest, new("locatie, zoals KDC", "location, like KDC")),
        new("intervention", ColumnKind.Text, Use.OnRequest, new("interventie, zoals MST", "intervention, like MST")),
        new("care_start", ColumnKind.Day, Use.Usual,
            new("werkelijke eerste dag van de zorg (startbericht)", "true first day of the care (start message)")),
        new("care_end", ColumnKind.Day, Use.Usual,
            new("werkelijke laatste dag van de zorg (stopbericht)", "true last day of the care (stop message)")),
        new("end_reason", ColumnKind.Text, Use.OnRequest,
            new("reden van beëindiging (stopbericht)", "reason of the end (stop message)")),
        new("declared_on", ColumnKind.Day, Use.ForArrivals,
            new("dag waarop de regel is gedeclareerd", "day on which the line was declared")),
    ];

    /// <summary>All of them, the needed ones first.</summary>
    public static IReadOnlyList<CanonicalColumn> All { get; } = Enum.GetValues<CanonicalColumn>();

    /// <summary>The columns that every source must have.</summary>
    public static IReadOnlyList<CanonicalColumn> Needed { get; } = WithUse(Use.Needed, Use.Needed);

    /// <summary>The columns that are always read where a source has them.</summary>
    public static IReadOnlyList<CanonicalColumn> Read { get; } = WithUse(Use.Needed, Use.Usual);

    /// <summary>
    /// The columns that are read where a rule of the catalogue asks for them: they take memory with every line.
    /// </summary>
    public static IReadOnlyList<CanonicalColumn> Noted { get; } = WithUse(Use.OnRequest, Use.OnRequest);

    /// <summary>The name in files, e.g. <c>client_id</c>.</summary>
    public static string Name(this CanonicalColumn column) => Table[(int)column].Name;

    /// <summary>What its values are.</summary>
    public static ColumnKind Kind(this CanonicalColumn column) => Table[(int)column].Kind;

    /// <summary>What it holds, in a few words.</summary>
    public static Wording Meaning(this CanonicalColumn column) => Table[(int)column].Meaning;

    /// <summary>The column of a name; null for another name.</summary>
    public static CanonicalColumn? Find(string name)
    {
        var place = Array.FindIndex(Table, facts => facts.Name == name);
        return place < 0 ? null : (CanonicalColumn)place;
    }

    private static CanonicalColumn[] WithUse(Use first, Use last) =>
        [.. All.Where(column => Table[(int)column].Use >= first && Table[(int)column].Use <= last)];

    private sealed record Facts(string Name, ColumnKind Kind, Use Use, Wording Meaning);
}
