using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Packets;

/// <summary>The draft as a workbook for the table of those who decide: the lines with what is proposed, and columns to fill in.</summary>
internal static class DraftWorkbook
{
    // Kind of framework, code, product and subgroup.
    private const int NamingColumns = 4;
    private static readonly Wording Title = new("Concept-kader", "Draft framework");
    private static readonly Wording Reading = new("Leeswijzer", "How to read this");

    /// <summary>The workbook, in which only the decisions can be changed.</summary>
    internal static Workbook Of(IReadOnlyList<SafeLine> lines, DraftNotes notes, Language language)
    {
        var choices = new ChoiceSheet(new Wording("Keuzes", "Choices").In(language));
        var table = DraftTable.ToDecide(lines, notes.Framework, language);
        var decisions = DecisionColumns.Of([.. lines.Select(line => line.Product)], choices, language);
        var draft = new Sheet(new Wording("Kader", "Framework").In(language), Above(notes, language), new SheetTable(table, decisions))
        {
            FrozenColumns = NamingColumns,
            IsProtected = true,
        };
        return new Workbook(Title.In(language), lines.Count == 0 ? [draft, Guide(notes, language)] : [draft, Guide(notes, language), choices.ToSheet()]);
    }

    private static List<Note> Above(DraftNotes notes, Language language)
    {
        List<Note> above = [new(Title.In(language), NoteStyle.Title)];
        if (notes.Warning is { } warning)
            above.Add(new Note(warning.In(language), NoteStyle.Warning));
        return [.. above, new(notes.Window.In(language), NoteStyle.Plain), new(notes.Method.In(language), NoteStyle.Plain)];
    }

    private static Sheet Guide(DraftNotes notes, Language language)
    {
        var decisions = DecisionColumns.Guide.Select(line => new Note(line.In(language), NoteStyle.Plain));
        return new Sheet(
            Reading.In(language),
            [
                new(Reading.In(language), NoteStyle.Title), .. Above(notes, language).Skip(1),
                new(new Wording("De getallen", "The numbers").In(language), NoteStyle.Heading),
                .. notes.Reading.Select(note => new Note(note.In(language), NoteStyle.Plain)),
                new(new Wording("De besluiten", "The decisions").In(language), NoteStyle.Heading), .. decisions,
            ],
            null)
        {
            IsProtected = true,
        };
    }
}
