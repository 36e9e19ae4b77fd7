using RgkCalibrator.Output.Tables;
using RgkCalibrator.Register;

namespace RgkCalibrator.Output.Register;

/// <summary>What a provider reads before it fills in the workbook.</summary>
internal static class RegisterGuide
{
    internal static readonly Wording Privacy = new(
        "Noem geen namen, geboortedata of nummers van jeugdigen.",
        "Name no names, birth dates or numbers of children.");

    internal static readonly Wording Provider = new(
        "De code waaronder u declareert, zoals 01234567.", "The code under which you declare, like 01234567.");

    internal static readonly Wording Product = new(
        "Kies het product in de lijst.", "Choose the product in the list.");

    internal static readonly Wording Situation = new(
        "Kies de situatie zoals het kader haar noemt. De lijst hoort bij het product dat u hebt gekozen.",
        "Choose the situation as the framework words it. The list belongs to the product that you have chosen.");

    internal static readonly Wording Intervention = new(
        "Alleen als u een interventie bij de declaratie opgeeft: dezelfde code of korte naam. Daaraan zijn de "
            + "trajecten te herkennen. Anders leeg.",
        "Only if you declare an intervention: the same code or short name. By it the trajectories can be recognised. "
            + "Else empty.");

    internal static readonly Wording Trajectories = new(
        "Om hoeveel trajecten het gaat: een heel getal van 1 tot en met 9999.",
        "How many trajectories it concerns: a whole number from 1 to 9999.");

    internal static readonly Wording Intensity = new(
        "Hoeveel zorg er per week nodig is in vier van de vijf van deze trajecten; niet voor het hele traject.",
        "How much care a week is needed in four of five of these trajectories; not for a whole trajectory.");

    internal static readonly Wording Unit = new(
        "Waarin de intensiteit is geteld. Kies wat bij de declaratie van het product past.",
        "What the intensity is counted in. Choose what fits the declaration of the product.");

    internal static readonly Wording Duration = new(
        "Hoe lang vier van de vijf van deze trajecten ten hoogste duren. Kies weken, maanden of een schooljaar.",
        "How long four of five of these trajectories last at most. Choose weeks, months or a school year.");

    internal static readonly Wording[] Sentences =
    [
        new("Het kader zegt per product hoeveel zorg gebruikelijk is: voor ongeveer vier van de vijf trajecten genoeg. "
                + "In sommige situaties is meer nodig. Het kader noemt die situaties; hier meldt u welke u hebt.",
            "The framework says how much care is usual of each product: enough for about four of five trajectories. In "
                + "some situations more is needed. The framework names these; here you report which ones you have."),
        new("Vul op het blad Meldingen een rij in voor elk product en elke situatie. Kies eerst het product: de lijst "
                + "met situaties volgt daaruit.",
            "Fill in a row on the sheet Reports for each product and situation. Choose the product first: the list of "
                + "situations follows from it."),
        new("Een melding is geen aanvraag en geen besluit. De regio legt de meldingen naast de declaraties en "
                + "bespreekt met u wat er te zien is.",
            "A report is no request and no decision. The region lays the reports beside the declarations and discusses "
                + "with you what is to be seen."),
        Privacy,
        new("Vul alleen de gele cellen in; de rest ligt vast, zonder wachtwoord. Laat de namen van de kolommen staan.",
            "Fill in the yellow cells only; the rest is locked, without a password. Leave the names of the columns."),
        new("Hieronder staat wat er in elke kolom hoort, met een voorbeeld.",
            "Below stands what belongs in each column, with an example."),
    ];

    /// <summary>What belongs in each column, with an example from the framework itself.</summary>
    internal static Table Columns(RegisterRequest request, Language language)
    {
        var product = request.Framework.Products.FirstOrDefault(one => one.Situations.Count > 0)
            ?? request.Framework.Products[0];
        var unit = RegisterForm.UnitOf(product.Product);
        (Wording Column, Wording Meaning, string Example)[] rows =
        [
            (RegisterForm.Provider, Provider, request.Provider ?? "01234567"),
            (RegisterForm.Product, Product, product.Choice),
            (RegisterForm.Situation, Situation, product.Choices(language)[0]),
            (RegisterForm.Intervention, Intervention, RegisterForm.Example.In(language)),
            (RegisterForm.Trajectories, Trajectories, "12"),
            (RegisterForm.Intensity, Intensity, unit == Catalogue.IntensityUnit.MinuutPerWeek ? "90" : "2"),
            (RegisterForm.Unit, Unit, unit?.Shown().In(language) ?? string.Empty),
            (RegisterForm.Duration, Duration, new Wording("18 maanden", "18 months").In(language)),
        ];
        return Table.From(
            new("Toelichting", "Explanation"),
            [
                Column<(Wording Column, Wording Meaning, string Example)>.Words(
                    "column", row => row.Column, new("Kolom", "Column")),
                Column<(Wording Column, Wording Meaning, string Example)>.Words(
                    "meaning", row => row.Meaning, new("Wat u invult", "What you fill in")),
                Column<(Wording Column, Wording Meaning, string Example)>.Text(
                    "example", row => row.Example, new("Voorbeeld", "Example")),
            ],
            rows, language);
    }
}
