using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Register;

namespace RgkCalibrator.Output.Register;

/// <summary>Restricted workbooks about a register.</summary>
internal static class RegisterSheets
{
    internal static readonly Wording Restriction = new(
        "VERTROUWELIJK: meldingen van aanbieders. Blijft binnen; niet delen of mailen.",
        "RESTRICTED: reports of providers. Stays inside; do not share or mail.");

    /// <summary>Writes tables as sheets, each with the notes that belong to it, and as CSV by their names.</summary>
    internal static void Write(
        StagedOutput output, string name, Wording title, IReadOnlyList<RegisterTable> tables, bool isSynthetic,
        Language language)
    {
        foreach (var table in tables)
        {
            using var csv = File.Create(output.PathOf($"{StagedOutput.Restricted}/{table.File}.csv"));
            table.Table.WriteCsv(csv);
        }

        using var file = File.Create(output.PathOf($"{StagedOutput.Restricted}/{name}.xlsx"));
        WorkbookFile.Write(new Workbook(title.In(language), [.. tables.Select(Sheet)]), file);

        Sheet Sheet(RegisterTable table) => new(
            table.Shown.Title,
            [
                new(table.Shown.Title, NoteStyle.Title),
                .. isSynthetic ? [Warned(RegisterForm.Synthetic)] : Array.Empty<Note>(),
                Warned(Restriction),
                .. table.Notes.Select(note => new Note(note.In(language), NoteStyle.Plain)),
            ],
            new SheetTable(table.Shown, []))
        {
            FrozenColumns = table.Frozen,
            Restriction = Restriction.In(language),
        };

        Note Warned(Wording text) => new(text.In(language), NoteStyle.Warning);
    }
}

/// <summary>A table of a register: as a file, and as a sheet.</summary>
/// <param name="File">The file's name, without an ending.</param>
/// <param name="Table">All columns.</param>
/// <param name="Shown">Those that readers see.</param>
internal sealed record RegisterTable(string File, Table Table, Table Shown)
{
    /// <summary>Above the table.</summary>
    internal IReadOnlyList<Wording> Notes { get; init; } = [];

    /// <summary>Columns at the left that stay in sight.</summary>
    internal int Frozen { get; init; }
}
