using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Register;

namespace RgkCalibrator.Output.Register;

/// <summary>What a workbook to send out is made of.</summary>
/// <param name="Framework">What can be reported.</param>
/// <param name="Provider">The provider that it is for; null: the provider fills it in.</param>
/// <param name="Period">The start days of the trajectories that are to be counted.</param>
internal sealed record RegisterRequest(RegisterFramework Framework, string? Provider, Period Period)
{
    /// <summary>Whether it says that nobody fills it in.</summary>
    internal bool IsSynthetic { get; init; }

    /// <summary>What is filled in already, a cell for each column of <see cref="RegisterColumns.Of"/>.</summary>
    internal IReadOnlyList<IReadOnlyList<TableCell>> Filled { get; init; } = [];

    /// <summary>The rows of the table: more situations than a provider has.</summary>
    internal int Rows => Math.Max(60, Filled.Count);
}

/// <summary>The workbook in which a provider reports the situations that need more than the framework.</summary>
internal static class RegisterWorkbook
{
    /// <summary>The name of the sheet to fill in.</summary>
    internal static readonly Wording Reports = new("Meldingen", "Reports");

    private static readonly Wording Title = new(
        "Register van situaties die meer vragen", "Register of situations that need more");

    private static readonly Wording Explanation = new("Toelichting", "Explanation");

    /// <summary>The workbook, in which only the reports can be changed.</summary>
    internal static Workbook Build(RegisterRequest request, Language language)
    {
        var choices = new ChoiceSheet(new Wording("Keuzes", "Choices").In(language));
        var (notes, title) = (Above(request, language), Title.In(language));
        var naming = Naming(request, language);
        // The title, the notes, an empty row and the headings stand above it.
        var firstRow = notes.Count + 4;
        var inputs = RegisterColumns.Of(request, choices, naming.Columns.Count, firstRow, language);
        var reports = new Sheet(
            Reports.In(language), [new(title, NoteStyle.Title), .. notes],
            new SheetTable(naming, inputs) { Filled = request.Filled })
        {
            FrozenColumns = 1,
            IsProtected = true,
        };
        if (reports.HeaderRow + 1 != firstRow)
            throw new InvalidOperationException("The rules of the cells are for another row.");
        return new Workbook(title, [Guide(request, language), reports, choices.ToSheet()]);
    }

    private static List<Note> Above(RegisterRequest request, Language language)
    {
        var period = new Wording(
            $"Tel per rij de trajecten die begonnen van {Day(request.Period.First, Language.Dutch)} tot en met "
                + $"{Day(request.Period.Last, Language.Dutch)}.",
            $"Count in each row the trajectories that began from {Day(request.Period.First, Language.English)} to "
                + $"{Day(request.Period.Last, Language.English)}.");
        var fill = new Wording(
            "Vul in de gele cellen één rij in voor elk product en elke situatie. Laat andere rijen leeg.",
            "Fill in the yellow cells one row for each product and situation. Leave other rows empty.");
        return
        [
            .. request.IsSynthetic
                ? [new Note(RegisterForm.Synthetic.In(language), NoteStyle.Warning)]
                : Array.Empty<Note>(),
            new Note(fill.In(language), NoteStyle.Plain), new Note(period.In(language), NoteStyle.Plain),
            new Note(RegisterGuide.Privacy.In(language), NoteStyle.Plain),
        ];

        static string Day(DateOnly day, Language shown) => Numbers.Date(day, shown);
    }

    private static Sheet Guide(RegisterRequest request, Language language)
    {
        var table = RegisterGuide.Columns(request, language);
        return new Sheet(
            Explanation.In(language),
            [
                new(Title.In(language), NoteStyle.Title),
                .. request.IsSynthetic
                    ? [new Note(RegisterForm.Synthetic.In(language), NoteStyle.Warning)]
                    : Array.Empty<Note>(),
                .. RegisterGuide.Sentences.Select(one => new Note(one.In(language), NoteStyle.Plain)),
            ],
            new SheetTable(table, []))
        {
            IsProtected = true,
        };
    }

    private static Table Naming(RegisterRequest request, Language language)
    {
        Column<int>[] columns =
        [
            Column<int>.Whole("row", row => row, RegisterForm.Row),
            .. request.Provider is { } provider
                ? [Column<int>.Text("provider_id", _ => provider, RegisterForm.Provider)]
                : Array.Empty<Column<int>>(),
        ];
        return Table.From(Title, columns, Enumerable.Range(1, request.Rows), language);
    }
}
