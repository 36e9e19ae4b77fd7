using RgkCalibrator.Catalogue;
using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Packets;

/// <summary>What the working group fills in beside each line of the draft.</summary>
internal static class DecisionColumns
{
    /// <summary>What can be decided on a line.</summary>
    private static readonly Wording[] Decisions =
    [
        new("overnemen", "adopt"), new("aanpassen", "adapt"), new("bestaand houden", "keep current"), new("vervallen", "drop"),
    ];

    /// <summary>How to fill them in.</summary>
    internal static IReadOnlyList<Wording> Guide { get; } =
    [
        new("Vul alleen de gele kolommen in; de rest ligt vast. De beveiliging heeft geen wachtwoord.", "Fill in the yellow columns only; the rest is locked. The protection has no password."),
        new("Besluit: overnemen (het voorstel), aanpassen (een ander volume of een andere duur), bestaand houden (de huidige lijn) of vervallen.", "Decision: adopt (the proposal), adapt (another volume or duration), keep current (the line now in force) or drop."),
        new("Vul vastgesteld volume en vastgestelde duur in bij aanpassen. Elk besluit anders dan overnemen heeft een motivering.", "Fill in adopted volume and adopted duration with adapt. Every decision but adopt has a reason."),
        new("Laat elke regel staan: ook een lijn die vervalt blijft in de tabel.", "Leave every row in: a line that is dropped stays in the table too."),
    ];

    /// <summary>The columns, for products in the order of the rows.</summary>
    internal static IReadOnlyList<InputColumn> Of(IReadOnlyList<Product> products, ChoiceSheet choices, Language language)
    {
        var decision = new Wording("Besluit", "Decision").In(language);
        var duration = new Wording("Vastgestelde duur", "Adopted duration").In(language);
        return
        [
            new(decision, InputKind.Choice, new Wording("Kies overnemen, aanpassen, bestaand houden of vervallen.", "Choose adopt, adapt, keep current or drop.").In(language))
            {
                Choices = [.. products.Select(_ => choices.Add(decision, [.. Decisions.Select(choice => choice.In(language))]))],
            },
            new(new Wording("Vastgesteld volume", "Adopted volume").In(language), InputKind.Number, new Wording("Een getal van 0 of meer, in de eenheid van de regel.", "A number of 0 or more, in the unit of the row.").In(language)),
            new(duration, InputKind.Choice, new Wording("Kies een duur die voor dit product is toegestaan.", "Choose a duration that this product allows.").In(language))
            {
                Choices = [.. products.Select(product => choices.Add(duration, [.. product.AllowedDurations.Select(step => step.Shown().In(language))]))],
            },
            Text(new("Motivering", "Reason"), new("Nodig als het besluit afwijkt van het voorstel. Ten hoogste 1000 tekens.", "Needed where the decision differs from the proposal. At most 1000 characters."), 32, language),
            Text(new("Buiten het kader", "Outside the framework"), new("Wat buiten deze lijn valt, als tekst. Ten hoogste 1000 tekens.", "What falls outside this line, as text. At most 1000 characters."), 24, language),
            Text(new("Besloten door", "Decided by"), new("Functie of overleg; liever geen naam. Ten hoogste 1000 tekens.", "Role or meeting; rather no name. At most 1000 characters."), 18, language),
            new(new Wording("Datum", "Date").In(language), InputKind.Date, new Wording("Een datum als 31-12-2025.", "A date such as 2025-12-31.").In(language)) { FormatCode = CellNumber.DateCode(language) },
        ];
    }

    private static InputColumn Text(Wording heading, Wording hint, int width, Language language) =>
        new(heading.In(language), InputKind.Text, hint.In(language)) { Width = width };
}
