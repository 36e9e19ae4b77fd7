using RgkCalibrator.Catalogue;
using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Review;

namespace RgkCalibrator.Output.Packets;

/// <summary>What the working group fills in beside each line of the draft.</summary>
internal static class DecisionColumns
{
    private static readonly Wording[] Decisions = [.. DecisionForm.Choices.Select(decision => decision.Shown())];

    /// <summary>How to fill them in.</summary>
    internal static IReadOnlyList<Wording> Guide { get; } =
    [
        new("Vul alleen de gele kolommen in; de rest ligt vast. De beveiliging heeft geen wachtwoord.",
            "Fill in the yellow columns only; the rest is locked. The protection has no password."),
        new(
            "Verschil duur en verschil volume: het voorstel min de huidige lijn. Een verschil in volume staat er "
                + "alleen bij gelijke duur: bij een langere duur hoort altijd meer volume.",
            "Difference duration and difference volume: the proposal minus the current line. A difference in volume "
                + "stands at equal durations only: a longer one always comes with more."),
        new(
            "Besluit: overnemen (het voorstel), aanpassen (een ander volume of een andere duur), bestaand houden (de "
                + "huidige lijn) of vervallen. Noemen de opmerkingen een norm van buiten als voorstel, dan neemt "
                + "overnemen die norm over.",
            "Decision: adopt (the proposal), adapt (another volume or duration), keep current (the line now in "
                + "force) or drop. Where the remarks name a norm from outside as the proposal, adopt takes that norm."),
        new(
            "Vul vastgesteld volume en vastgestelde duur in bij aanpassen. Een besluit dat afwijkt van het voorstel "
                + "heeft een motivering nodig; waar geen voorstel is, een besluit dat afwijkt van de huidige lijn.",
            "Fill in adopted volume and adopted duration with adapt. A decision that differs from the proposal needs "
                + "a reason; where there is no proposal, a decision that differs from the current line does."),
        new("Laat elke regel staan: ook een lijn die vervalt blijft in de tabel.",
            "Leave every row in: a line that is dropped stays in the table too."),
    ];

    /// <summary>The columns, for products in the order of the rows.</summary>
    internal static IReadOnlyList<InputColumn> For(
        IReadOnlyList<Product> products, ChoiceSheet choices, Language language)
    {
        return
        [
            Choice(
                DecisionForm.Decision,
                new("Kies overnemen, aanpassen, bestaand houden of vervallen.",
                    "Choose adopt, adapt, keep current or drop."),
                _ => Decisions),
            Input(
                DecisionForm.AdoptedVolume,
                InputKind.Number,
                new("Een getal van 0 of meer, in de eenheid van de regel.",
                    "A number of 0 or more, in the unit of the row.")) with { Width = 14 },
            Choice(
                DecisionForm.AdoptedDuration,
                new("Kies een duur die voor dit product is toegestaan.", "Choose a duration that this product allows."),
                product => product.AllowedDurations.Select(step => step.Shown())),
            Input(
                DecisionForm.Reason,
                InputKind.Text,
                new("Nodig als het besluit afwijkt van het voorstel. Ten hoogste 1000 tekens.",
                    "Needed where the decision differs from the proposal. At most 1000 characters."))
                with { Width = 26 },
            Input(
                DecisionForm.Outside,
                InputKind.Text,
                new("Wat buiten deze lijn valt, als tekst. Ten hoogste 1000 tekens.",
                    "What falls outside this line, as text. At most 1000 characters.")) with { Width = 20 },
            Input(
                DecisionForm.DecidedBy,
                InputKind.Text,
                new("Functie of overleg; liever geen naam. Ten hoogste 1000 tekens.",
                    "Role or meeting; rather no name. At most 1000 characters.")) with { Width = 14 },
            Input(DecisionForm.Date, InputKind.Date, new("Een datum als 31-12-2025.", "A date such as 2025-12-31."))
                with { FormatCode = CellNumber.DateCode(language), Width = 13 },
        ];

        InputColumn Input(Wording heading, InputKind kind, Wording hint) =>
            new(heading.In(language), kind, hint.In(language));

        InputColumn Choice(Wording heading, Wording hint, Func<Product, IEnumerable<Wording>> options)
        {
            var lists = products.Select(product => options(product).Select(option => option.In(language)).ToList());
            return Input(heading, InputKind.Choice, hint) with
            {
                Choices = [.. lists.Select(list => choices.Add(heading.In(language), list))],
            };
        }
    }
}
