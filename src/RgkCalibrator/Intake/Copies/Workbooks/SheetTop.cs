using System.Text;
using RgkCalibrator.Intake.Csv;

namespace RgkCalibrator.Intake.Copies.Workbooks;

/// <summary>
/// The first rows of a sheet that hold something, as the head of a file in CSV: a header is found in it.
/// </summary>
internal sealed class SheetTop
{
    private const int Longest = 1 << 20;

    private readonly SheetCount _count;
    private readonly List<(int Number, long End)> _rows = [];

    /// <summary>Reads the top of a sheet.</summary>
    internal SheetTop(ExcelWorkbook workbook, Sheet sheet, SheetCount count)
    {
        _count = count;
        var rows = Rows(workbook, sheet.Part!);
        FillMerged(rows);
        Columns = [.. rows.SelectMany(row => row.Texts.Keys).Distinct().Order()];
        using var bytes = new MemoryStream();
        var text = new CsvRowWriter(bytes);
        text.BeginFile();
        foreach (var (number, texts) in rows)
        {
            foreach (var column in Columns)
                text.Field(Encoding.UTF8.GetBytes(texts.GetValueOrDefault(column, string.Empty)));
            text.EndRow();
            text.Flush();
            _rows.Add((number, bytes.Length));
        }

        Head = CsvHead.Of(workbook.Package.File, bytes.ToArray());
    }

    /// <summary>So many rows are read.</summary>
    internal static int Most => HeaderSearch.Depth;

    /// <summary>The columns of the sheet that the head has, from 0: those with something in them.</summary>
    internal IReadOnlyList<int> Columns { get; }

    internal CsvHead Head { get; }

    /// <summary>The number of the row that ends at a byte of the head.</summary>
    internal int RowBefore(long end) => _rows.Find(row => row.End == end).Number;

    /// <summary>The rows of the sheet that hold something below one of these.</summary>
    internal long RowsBelow(int number) => _count.RowsBelow(number);

    private static List<(int Number, Dictionary<int, string> Texts)> Rows(ExcelWorkbook workbook, string part)
    {
        var (rows, length) = (new List<(int, Dictionary<int, string>)>(), 0);
        using var reader = new SheetReader(workbook, part, DayColumns.None);
        while (rows.Count < Most && length < Longest && reader.MoveNext())
        {
            var texts = new Dictionary<int, string>();
            for (var column = 0; column < reader.Width; column++)
            {
                if (!reader[column].IsEmpty)
                    texts[column] = HeaderText(reader[column]);
                length += reader[column].Length;
            }

            rows.Add((reader.Number, texts));
        }

        return rows;
    }

    /// <summary>A name that is written on several lines is one name.</summary>
    internal static string HeaderText(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text).Replace('\n', ' ');

    // In a header of two rows a name that needs one only is often merged over both; names are looked for in the lower.
    private void FillMerged(List<(int Number, Dictionary<int, string> Texts)> rows)
    {
        foreach (var (from, to) in _count.Merged)
        {
            var (column, first, last) = (CellPlace.Column(from), CellPlace.Row(from), CellPlace.Row(to));
            if (rows.Find(row => row.Number == first).Texts?.GetValueOrDefault(column) is not { } text)
                continue;
            foreach (var (_, texts) in rows.Where(row => row.Number > first && row.Number <= last))
                texts.TryAdd(column, text);
        }
    }
}
