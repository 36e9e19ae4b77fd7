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

    /// <summary>The workbook, in which only the decisions can be changed.</summary>
    internal static Workbook Build(IReadOnlyList<SafeLine> lines, DraftNotes notes)
    {
        var language = notes.Language;
        var choices = new ChoiceSheet(new Wording("Keuzes", "Choices").In(language));
        var decisions = DecisionColumns.For([.. lines.Select(line => line.Product)], choices, language);
        Note[] above = [.. notes.Warnings(), .. notes.Choices()];
        var draft = new Sheet(
            new Wording("Kader", "Framework").In(language),
            [notes.Note(Title, NoteStyle.Title), .. above],
            new SheetTable(DraftTable.ToDecide(lines, notes.Framework, notes.Language), decisions))
        {
            FrozenColumns = NamingColumns,
            IsProtected = true,
        };
        var guide = new Sheet(
            Reading.In(language),
            [
                notes.Note(Reading, NoteStyle.Title), .. above,
                notes.Note(new("De getallen", "The numbers"), NoteStyle.Heading),
                .. notes.Reading.Select(note => notes.Note(note)),
                notes.Note(new("De besluiten", "The decisions"), NoteStyle.Heading),
                .. DecisionColumns.Guide.Select(note => notes.Note(note)),
            ],
            null)
        {
            IsProtected = true,
        };
        return new Workbook(Title.In(language), lines.Count == 0 ? [draft, guide] : [draft, guide, choices.ToSheet()]);
    }
}
