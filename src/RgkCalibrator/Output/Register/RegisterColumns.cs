using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Register;

namespace RgkCalibrator.Output.Register;

/// <summary>What a provider fills in, with the lists that it chooses from.</summary>
internal static class RegisterColumns
{
    private const string AsText = "@";

    /// <summary>The columns to fill in.</summary>
    /// <param name="request">What the workbook is made of.</param>
    /// <param name="choices">Takes the lists.</param>
    /// <param name="before">The columns before them.</param>
    /// <param name="firstRow">The first row of the table.</param>
    /// <param name="language">Of the words.</param>
    internal static IReadOnlyList<InputColumn> Of(
        RegisterRequest request, ChoiceSheet choices, int before, int firstRow, Language language)
    {
        List<InputColumn> columns = request.Provider is null
            ? [Input(RegisterForm.Provider, InputKind.Text, RegisterGuide.Provider, 14) with { FormatCode = AsText }]
            : [];
        var product = new OwnCell(before + columns.Count + 1, firstRow);
        columns.AddRange(
        [
            Choice(
                RegisterForm.Product, RegisterGuide.Product, 36,
                choices.Add(Text("Producten", "Products"), [.. request.Framework.Products.Select(one => one.Choice)])),
            Choice(
                RegisterForm.Situation, RegisterGuide.Situation, 46,
                Situations(request.Framework, choices, language) with { Of = product }),
            Input(RegisterForm.Intervention, InputKind.Text, RegisterGuide.Intervention, 16)
                with { FormatCode = AsText },
            Input(RegisterForm.Trajectories, InputKind.Whole, RegisterGuide.Trajectories, 12),
            Input(RegisterForm.Intensity, InputKind.Number, RegisterGuide.Intensity, 14),
            Choice(
                RegisterForm.Unit, RegisterGuide.Unit, 20,
                choices.Add(
                    Text("Eenheden", "Units"),
                    [
                        .. request.Framework.Products.Select(one => RegisterForm.UnitOf(one.Product)).Distinct()
                            .Where(unit => unit is not null).Order().Select(unit => unit!.Value.Shown().In(language)),
                    ])),
            Choice(
                RegisterForm.Duration, RegisterGuide.Duration, 16,
                choices.Add(
                    Text("Duren", "Durations"),
                    [.. request.Framework.Durations().Select(step => step.Shown().In(language))])),
        ]);
        return columns;

        string Text(string dutch, string english) => new Wording(dutch, english).In(language);

        InputColumn Input(Wording heading, InputKind kind, Wording hint, int width) =>
            new(heading.In(language), kind, hint.In(language)) { Width = width };

        InputColumn Choice(Wording heading, Wording hint, int width, ChoiceRange list) =>
            Input(heading, InputKind.Choice, hint, width) with
            {
                Choices = [.. Enumerable.Repeat(list, request.Rows)],
            };
    }

    // The column before that of the situations says which product each is of.
    private static ChoiceRange Situations(RegisterFramework framework, ChoiceSheet choices, Language language)
    {
        var all = framework.Products
            .SelectMany(one => one.Choices(language), (one, situation) => (one.Choice, Situation: situation)).ToList();
        choices.Add(new Wording("Bij product", "Of product").In(language), all.ConvertAll(one => one.Choice));
        return choices.Add(
            new Wording("Situaties", "Situations").In(language), all.ConvertAll(one => one.Situation));
    }
}
