using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Packets;

/// <summary>
/// The draft as a workbook for the table of those who decide: the lines with what is proposed, and columns to fill in.
/// </summary>
internal static class DraftWorkbook
{
    // Kind of framework, code, product and subgroup.
    private const int NamingColumns = 4;
    private static readonly Wording Title = new("Concept-kader", "Draft framework");
    private static readonly Wording Reading = new("Leeswijzer", "How to read this");
    private static readonly Wording Left = new("Niet voorgelegd", "Not presented");

    /// <summary>The workbook, in which only the decisions can be changed.</summary>
    internal static Workbook Build(IReadOnlyList<SafeLine> all, DraftNotes notes)
    {
        var language = notes.Language;
        var presented = PresentedLines.Of(all);
        var lines = presented.Asked;
        var choices = new ChoiceSheet(new Wording("Keuzes", "Choices").In(language));
        var decisions = DecisionColumns.For([.. lines.Select(line => line.Product)], choices, language);
        Note[] above = [.. notes.Warnings(), .. notes.Choices(), notes.Note(notes.Earlier)];
        var draft = new Sheet(
            new Wording("Kader", "Framework").In(language),
            [notes.Note(Title, NoteStyle.Title), .. above, .. presented.Sentence().Select(note => notes.Note(note))],
            new SheetTable(DraftTable.ToDecide(lines, notes.Framework, notes.Language), decisions))
        {
            FrozenColumns = NamingColumns,
            IsProtected = true,
        };
        var table = EvidenceTable.OfAll(lines, notes.Framework, language);
        var evidence = new Sheet(
            table.Title, [new(table.Title, NoteStyle.Title), .. above], new SheetTable(table, []))
        {
            FrozenColumns = NamingColumns - 1,
            IsProtected = true,
        };
        Sheet[] sheets = [draft, evidence, Guide(notes, above, presented)];
        return new Workbook(Title.In(language), lines.Count == 0 ? sheets : [.. sheets, choices.ToSheet()]);
    }

    private static Sheet Guide(DraftNotes notes, IReadOnlyList<Note> above, PresentedLines presented)
    {
        var left = presented.Names().Select(name => notes.Note(name)).ToList();
        return new Sheet(
            Reading.In(notes.Language),
            [
                notes.Note(Reading, NoteStyle.Title), .. above,
                notes.Note(new("De getallen", "The numbers"), NoteStyle.Heading),
                .. notes.Reading.Select(note => notes.Note(note)),
                notes.Note(new("De besluiten", "The decisions"), NoteStyle.Heading),
                .. DecisionColumns.Guide.Select(note => notes.Note(note)),
                .. left.Count == 0 ? left : left.Prepend(notes.Note(Left, NoteStyle.Heading)),
            ],
            null)
        {
            IsProtected = true,
        };
    }
}
