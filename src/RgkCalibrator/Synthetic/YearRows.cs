using System.Globalization;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake;

namespace RgkCalibrator.Synthetic;

/// <summary>Hands the lines of one year to a Parquet file, in the canonical columns.</summary>
internal sealed class YearRows(RegionRows rows, int year, RegionTables tables)
{
    internal static readonly ParquetColumn[] Columns =
    [
        new("client_id", LogicalType.Varchar),
        new("product_code", LogicalType.Varchar),
        new("provider_id", LogicalType.Varchar),
        new("birth_date", LogicalType.Date),
        new("start_date", LogicalType.Date),
        new("end_date", LogicalType.Date),
        new("volume", LogicalType.Decimal(9, 2)),
        new("unit", LogicalType.Varchar),
        new("assignment_id", LogicalType.Varchar),
        new("municipality", LogicalType.Varchar),
        new("location", LogicalType.Varchar),
    ];

    private static readonly TextHandle[] Providers = Texts(Places.ProviderCount, Places.ProviderId);
    private static readonly TextHandle[] Municipalities = Texts(Places.MunicipalityCount, Places.MunicipalityCode);
    private static readonly TextHandle[] Units =
        Texts((int)Enum.GetValues<CareUnit>().Max() + 1, code => code.ToString("00", CultureInfo.InvariantCulture));

    private static readonly TextHandle Kdc = RowText.Of(RowText.Kdc);

    private readonly TextHandle[] _products = Texts(tables.Products.Length, product => tables.Products[product].Model.Code);
    private readonly IEnumerator<RegionRow[]> _blocks = rows.OfYear(year).GetEnumerator();
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
        FillTexts(chunk, part);
        FillNumbers(chunk, part);
        FillLocations(chunk, part);
        _next += part.Length;
        return part.Length;
    }

    private void FillTexts(ChunkWriter chunk, ReadOnlySpan<RegionRow> part)
    {
        var clients = chunk.Values<TextHandle>(0);
        var products = chunk.Values<TextHandle>(1);
        var providers = chunk.Values<TextHandle>(2);
        var units = chunk.Values<TextHandle>(7);
        var assignments = chunk.Values<TextHandle>(8);
        var municipalities = chunk.Values<TextHandle>(9);
        for (var row = 0; row < part.Length; row++)
        {
            var (child, line) = part[row];
            clients[row] = RowText.Client(child);
            products[row] = _products[line.Product];
            providers[row] = Providers[line.Provider];
            units[row] = Units[(int)line.Unit];
            assignments[row] = RowText.Assignment(child, line.Assignment);
            municipalities[row] = Municipalities[rows.Municipalities[child]];
        }
    }

    private void FillNumbers(ChunkWriter chunk, ReadOnlySpan<RegionRow> part)
    {
        var births = chunk.Values<int>(3);
        var starts = chunk.Values<int>(4);
        var ends = chunk.Values<int>(5);
        var volumes = chunk.Values<int>(6);
        for (var row = 0; row < part.Length; row++)
        {
            births[row] = rows.Births[part[row].Child];
            starts[row] = part[row].Line.Start;
            ends[row] = part[row].Line.End;
            volumes[row] = part[row].Line.Hundredths;
        }
    }

    private static void FillLocations(ChunkWriter chunk, ReadOnlySpan<RegionRow> part)
    {
        var locations = chunk.Values<TextHandle>(10);
        for (var row = 0; row < part.Length; row++)
        {
            if (part[row].Line.IsOnKdc)
                locations[row] = Kdc;
            else
                chunk.SetNull(10, row);
        }
    }

    private static TextHandle[] Texts(int count, Func<int, string> text) =>
        [.. Enumerable.Range(0, count).Select(index => RowText.Of(text(index)))];
}
