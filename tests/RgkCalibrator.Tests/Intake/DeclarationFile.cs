using System.Text;
using RgkCalibrator.Engine;

namespace RgkCalibrator.Tests.Intake;

/// <summary>One row of a file of declarations; any cell can be left out.</summary>
internal sealed record TestRow(
    string? Client, string? Product, DateOnly? Start, DateOnly? End, decimal? Volume, string? Unit)
{
    /// <summary>A row without a fault.</summary>
    public static TestRow Good { get; } = new(
        "c1", "54002", new DateOnly(2019, 3, 1), new DateOnly(2019, 3, 31), 4, "uur");

    public string? Provider { get; init; }

    public DateOnly? Birth { get; init; }

    public DateOnly? CareStart { get; init; }

    public DateOnly? CareEnd { get; init; }

    public string? Id { get; init; }

    public string? Credits { get; init; }

    public string? Mark { get; init; }

    public string? Assignment { get; init; }

    public string? Location { get; init; }

    public string? Intervention { get; init; }

    public string? Municipality { get; init; }

    public string? EndReason { get; init; }
}

/// <summary>
/// Writes rows as the file that the canonical columns describe; care dates, references and notes stand in it only where
/// a row has one.
/// </summary>
internal static class DeclarationFile
{
    private static readonly ParquetColumn[] Columns =
    [
        new("client_id", LogicalType.Varchar),
        new("product_code", LogicalType.Varchar),
        new("start_date", LogicalType.Date),
        new("end_date", LogicalType.Date),
        new("volume", LogicalType.Decimal(18, 6)),
        new("unit", LogicalType.Varchar),
        new("provider_id", LogicalType.Varchar),
        new("birth_date", LogicalType.Date),
    ];

    private static readonly ParquetColumn[] CareColumns =
        [new("care_start", LogicalType.Date), new("care_end", LogicalType.Date)];

    private static readonly ParquetColumn[] ReferenceColumns =
        [
            new("line_id", LogicalType.Varchar),
            new("credits_line_id", LogicalType.Varchar),
            new("debit_credit", LogicalType.Varchar),
        ];

    private static readonly (ParquetColumn Column, Func<TestRow, string?> Text)[] NoteColumns =
    [
        (new("assignment_id", LogicalType.Varchar), row => row.Assignment),
        (new("location", LogicalType.Varchar), row => row.Location),
        (new("intervention", LogicalType.Varchar), row => row.Intervention),
        (new("municipality", LogicalType.Varchar), row => row.Municipality),
        (new("end_reason", LogicalType.Varchar), row => row.EndReason),
    ];

    public static void Write(Session session, string path, IReadOnlyList<TestRow> rows)
    {
        var hasCare = rows.Any(row => row.CareStart is not null || row.CareEnd is not null);
        var hasReferences = rows.Any(row => row.Id is not null || row.Credits is not null || row.Mark is not null);
        var notes = NoteColumns.Where(note => rows.Any(row => note.Text(row) is not null)).ToList();
        ParquetColumn[] columns =
            [
                .. Columns,
                .. hasCare ? CareColumns : [],
                .. hasReferences ? ReferenceColumns : [],
                .. notes.Select(note => note.Column),
            ];
        var next = 0;
        ParquetFile.Write(session, path, columns, chunk =>
        {
            var count = Math.Min(DataChunk.Capacity, rows.Count - next);
            for (var i = 0; i < count; i++)
            {
                Set(chunk, i, rows[next + i], hasCare);
                if (hasReferences)
                    SetReferences(chunk, i, rows[next + i], Columns.Length + (hasCare ? CareColumns.Length : 0));
                for (var note = 0; note < notes.Count; note++)
                    SetText(chunk, columns.Length - notes.Count + note, i, notes[note].Text(rows[next + i]));
            }

            next += count;
            return count;
        });
    }

    private static void Set(ChunkWriter chunk, int row, TestRow cells, bool hasCare)
    {
        SetText(chunk, 0, row, cells.Client);
        SetText(chunk, 1, row, cells.Product);
        SetDay(chunk, 2, row, cells.Start);
        SetDay(chunk, 3, row, cells.End);
        if (cells.Volume is { } volume)
            chunk.Values<long>(4)[row] = decimal.ToInt64(volume * 1_000_000);
        else
            chunk.SetNull(4, row);
        SetText(chunk, 5, row, cells.Unit);
        SetText(chunk, 6, row, cells.Provider);
        SetDay(chunk, 7, row, cells.Birth);
        if (!hasCare)
            return;
        SetDay(chunk, 8, row, cells.CareStart);
        SetDay(chunk, 9, row, cells.CareEnd);
    }

    private static void SetReferences(ChunkWriter chunk, int row, TestRow cells, int first)
    {
        SetText(chunk, first, row, cells.Id);
        SetText(chunk, first + 1, row, cells.Credits);
        SetText(chunk, first + 2, row, cells.Mark);
    }

    private static void SetText(ChunkWriter chunk, int column, int row, string? text)
    {
        if (text is null)
            chunk.SetNull(column, row);
        else
            chunk.SetText(column, row, Encoding.UTF8.GetBytes(text));
    }

    private static void SetDay(ChunkWriter chunk, int column, int row, DateOnly? day)
    {
        if (day is { } given)
            chunk.Values<int>(column)[row] = DayNumber.Of(given);
        else
            chunk.SetNull(column, row);
    }
}
