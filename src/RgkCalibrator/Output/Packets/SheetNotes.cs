using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Packets;

/// <summary>The notes above the tables of a workbook.</summary>
internal static class SheetNotes
{
    internal static Note Note(
        this DraftNotes notes, Wording text, NoteStyle style = NoteStyle.Plain) => new(text.In(notes.Language), style);

    /// <summary>What must stand above everything; nothing for real data.</summary>
    internal static IEnumerable<Note> Warnings(this DraftNotes notes) =>
        notes.Warning is { } warning ? [notes.Note(warning, NoteStyle.Warning)] : [];

    /// <summary>Which trajectories the numbers are of, and how the percentiles were taken.</summary>
    internal static IEnumerable<Note> Choices(this DraftNotes notes) =>
        [notes.Note(notes.Window), notes.Note(notes.Method)];
}
