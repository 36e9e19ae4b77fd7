using RgkCalibrator.Engine;

namespace RgkCalibrator.Synthetic;

/// <summary>Hands the rows of one year to a Parquet file.</summary>
internal sealed class YearRows(IEnumerable<RegionRow[]> blocks, IReadOnlyList<DeclarationColumn> columns)
{
    private readonly IEnumerator<RegionRow[]> _blocks = blocks.GetEnumerator();
    private RegionRow[] _block = [];
    private int _next;

    internal int Fill(ChunkWriter chunk)
    {
        while (_next == _block.Length)
        {
            if (!_blocks.MoveNext())
                return 0;
            (_block, _next) = (_blocks.Current, 0);
        }

        var part = _block.AsSpan(_next, Math.Min(_block.Length - _next, DataChunk.Capacity));
        for (var column = 0; column < columns.Count; column++)
        {
            if (columns[column].Text is { } text)
                FillTexts(chunk, column, part, text);
            else
                FillNumbers(chunk, column, part, columns[column].Number!);
        }

        _next += part.Length;
        return part.Length;
    }

    private static void FillTexts(ChunkWriter chunk, int column, ReadOnlySpan<RegionRow> part, RowTextOf text)
    {
        var values = chunk.Values<TextHandle>(column);
        for (var row = 0; row < part.Length; row++)
        {
            values[row] = text(in part[row]);
            if (values[row].Length == 0)
                chunk.SetNull(column, row);
        }
    }

    private static void FillNumbers(ChunkWriter chunk, int column, ReadOnlySpan<RegionRow> part, RowNumberOf number)
    {
        var values = chunk.Values<int>(column);
        for (var row = 0; row < part.Length; row++)
        {
            values[row] = number(in part[row]);
            if (values[row] is DeclarationColumn.Missing or DeclarationColumn.Unreadable)
                chunk.SetNull(column, row);
        }
    }
}
