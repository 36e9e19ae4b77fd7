using System.Globalization;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Synthetic;

/// <summary>The canonical columns of the file of a year, with the dirt that is in its rows. The same for every thread.</summary>
internal sealed class RowColumns(RegionRows rows, int year, RegionTables tables)
{
    // Until 2020 a credit is a negative volume, from 2021 a positive one with C: sources do both.
    private const int FirstYearWithSides = 2021 - RegionRows.FirstYear;

    // 900 years ahead, and 2000 back: a slip of one key in 2021 gives 2921, and 0021.
    private static readonly int[] WrongCenturies = [900 * 365, -2000 * 365];

    private static readonly TextHandle None = RowText.Of("");
    private static readonly TextHandle Kdc = RowText.Of(RowText.Kdc);
    private static readonly TextHandle Origin = RowText.Of(SourceFile.SyntheticOrigin);
    private static readonly TextHandle Debit = RowText.Of("D");
    private static readonly TextHandle Credit = RowText.Of("C");
    private static readonly TextHandle UnknownUnit = RowText.Of("99");
    private static readonly TextHandle UnknownProduct = RowText.Of("99X99");
    private static readonly TextHandle[] Providers = Texts(Places.ProviderCount, Places.ProviderId);
    private static readonly TextHandle[] Municipalities = Texts(Places.MunicipalityCount, Places.MunicipalityCode);
    private static readonly TextHandle[] Units =
        Texts((int)Enum.GetValues<CareUnit>().Max() + 1, code => code.ToString("00", CultureInfo.InvariantCulture));

    private readonly TextHandle[] _products = Texts(tables.Products.Length, product => tables.Products[product].Model.Code);
    private readonly bool _hasSides = year >= FirstYearWithSides;

    /// <summary>The columns of a region, those of numbers and credits only where there is dirt.</summary>
    internal IReadOnlyList<RowColumn> Of(bool isDirty) => isDirty ? [.. Always, .. OfDirt] : Always;

    /// <summary>Says in each row that nobody in it exists, where a file cannot say it.</summary>
    internal static RowColumn OriginColumn { get; } = RowColumn.OfTexts(ParquetFile.OriginKey, static (in _) => Origin);

    private RowColumn[] Always =>
    [
        RowColumn.OfTexts("client_id", ClientOf),
        RowColumn.OfTexts("product_code", ProductOf),
        RowColumn.OfTexts("provider_id", static (in row) => Providers[row.Line.Provider]),
        RowColumn.OfDates("birth_date", (in row) => rows.Births[row.Child]),
        RowColumn.OfDates("start_date", StartOf),
        RowColumn.OfDates("end_date", static (in row) => row.Line.End),
        RowColumn.OfHundredths("volume", VolumeOf),
        RowColumn.OfTexts("unit", UnitOf),
        RowColumn.OfTexts("assignment_id", static (in row) => RowText.Assignment(row.Child, row.Line.Assignment)),
        RowColumn.OfTexts("municipality", (in row) => Municipalities[rows.Municipalities[row.Child]]),
        RowColumn.OfTexts("location", static (in row) => row.Line.IsOnKdc ? Kdc : None),
    ];

    private RowColumn[] OfDirt =>
    [
        RowColumn.OfTexts("line_id", static (in row) => RowText.LineId(row.Mark.Number)),
        RowColumn.OfTexts("credits_line_id", static (in row) => row.Mark.Credited == 0 ? None : RowText.LineId(row.Mark.Credited)),
        RowColumn.OfTexts("debit_credit", SideOf),
    ];

    private static TextHandle ClientOf(in RegionRow row) =>
        row.Mark.Kind == DirtKind.MissingClient ? None : RowText.Client(row.Child);

    private TextHandle ProductOf(in RegionRow row) => row.Mark.Kind switch
    {
        DirtKind.MissingProduct => None,
        DirtKind.UnknownProduct => UnknownProduct,
        _ => _products[row.Line.Product],
    };

    private static TextHandle UnitOf(in RegionRow row) => row.Mark.Kind switch
    {
        DirtKind.MissingUnit => None,
        DirtKind.UnknownUnit => UnknownUnit,
        _ => Units[(int)row.Line.Unit],
    };

    // A child's turns go by its number: the kinds of one fault come equally often.
    private static int StartOf(in RegionRow row)
    {
        if (row.Mark.Kind != DirtKind.BadDate)
            return row.Line.Start;
        return (row.Child % 4) switch
        {
            0 => RowColumn.Missing,
            1 => RowColumn.Unreadable,
            var turn => row.Line.Start + WrongCenturies[turn - 2],
        };
    }

    private int VolumeOf(in RegionRow row)
    {
        if (row.Mark.Kind == DirtKind.BadVolume)
            return row.Child % 2 == 0 ? RowColumn.Missing : RowColumn.Unreadable;
        return row.Mark.IsCredit && !_hasSides ? -row.Line.Hundredths : row.Line.Hundredths;
    }

    private TextHandle SideOf(in RegionRow row)
    {
        if (!_hasSides)
            return None;
        return row.Mark.IsCredit ? Credit : Debit;
    }

    private static TextHandle[] Texts(int count, Func<int, string> text) =>
        [.. Enumerable.Range(0, count).Select(index => RowText.Of(text(index)))];
}
