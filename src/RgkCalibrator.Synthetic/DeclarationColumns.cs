using System.Globalization;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Synthetic;

/// <summary>The canonical columns of the file of a year, with the dirt in its rows. Safe for several threads.</summary>
internal sealed class DeclarationColumns(RegionRows rows, int year, RegionTables tables)
{
    // Until 2020 a credit is a negative volume, from 2021 a positive one with C: sources do both.
    private const int FirstYearWithSides = 2021 - RegionRows.FirstYear;

    // 900 years ahead, and 2000 back: a slip of one key in 2021 gives 2921, and 0021.
    private static readonly int[] WrongCenturies = [900 * 365, -2000 * 365];

    private static readonly TextHandle None = RowText.FromText("");
    private static readonly TextHandle Kdc = RowText.FromText(RowText.Kdc);
    private static readonly TextHandle Origin = RowText.FromText(SourceFile.SyntheticOrigin);
    private static readonly TextHandle Debit = RowText.FromText("D");
    private static readonly TextHandle Credit = RowText.FromText("C");
    private static readonly TextHandle UnknownUnit = RowText.FromText("99");
    private static readonly TextHandle UnknownProduct = RowText.FromText("99X99");
    private static readonly TextHandle[] Providers = Texts(RegionPlaces.ProviderCount, RegionPlaces.ProviderId);
    private static readonly TextHandle[] Municipalities =
        Texts(RegionPlaces.MunicipalityCount, RegionPlaces.MunicipalityCode);
    private static readonly TextHandle[] Units =
        Texts((int)Enum.GetValues<CareUnit>().Max() + 1, code => code.ToString("00", CultureInfo.InvariantCulture));

    private readonly TextHandle[] _products =
        Texts(tables.Products.Length, product => tables.Products[product].Model.Code);
    private readonly bool _hasSides = year >= FirstYearWithSides;

    /// <summary>
    /// The columns of a file; those for line numbers and credits are present only in a region with dirt, those for
    /// interventions and the day of declaration only in one with the years after the framework.
    /// </summary>
    internal IReadOnlyList<DeclarationColumn> InFile(bool isDirty) =>
        [.. Always, .. isDirty ? OfDirt : [], .. tables.After is { } after ? OfAfter(after) : []];

    /// <summary>The column that marks each row as synthetic, for formats without metadata.</summary>
    internal static DeclarationColumn OriginColumn { get; } =
        DeclarationColumn.OfTexts(ParquetFile.OriginKey, static (in _) => Origin);

    private DeclarationColumn[] Always =>
    [
        DeclarationColumn.OfTexts("client_id", ClientOf),
        DeclarationColumn.OfTexts("product_code", ProductOf),
        DeclarationColumn.OfTexts("provider_id", static (in row) => Providers[row.Line.Provider]),
        DeclarationColumn.OfDates("birth_date", (in row) => rows.Births[row.Child]),
        DeclarationColumn.OfDates("start_date", StartOf),
        DeclarationColumn.OfDates("end_date", static (in row) => row.Line.End),
        DeclarationColumn.OfHundredths("volume", VolumeOf),
        DeclarationColumn.OfTexts("unit", UnitOf),
        DeclarationColumn.OfTexts(
            "assignment_id", static (in row) => RowText.Assignment(row.Child, row.Line.Assignment)),
        DeclarationColumn.OfTexts("municipality", (in row) => Municipalities[rows.Municipalities[row.Child]]),
        DeclarationColumn.OfTexts("location", static (in row) => row.Line.IsOnKdc ? Kdc : None),
    ];

    private DeclarationColumn[] OfDirt =>
    [
        DeclarationColumn.OfTexts("line_id", static (in row) => RowText.LineId(row.Mark.Number)),
        DeclarationColumn.OfTexts(
            "credits_line_id", static (in row) => row.Mark.Credited == 0 ? None : RowText.LineId(row.Mark.Credited)),
        DeclarationColumn.OfTexts("debit_credit", SideOf),
    ];

    private static DeclarationColumn[] OfAfter(AfterFramework after)
    {
        var interventions = Texts(after.Interventions.Count, number => after.Interventions[number]);
        return
        [
            DeclarationColumn.OfTexts("intervention", (in row) => interventions[row.Line.Intervention]),
            DeclarationColumn.OfDates("declared_on", (in row) => after.ArrivalOf(row.Child, row.Line)),
        ];
    }

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
            0 => DeclarationColumn.Missing,
            1 => DeclarationColumn.Unreadable,
            var turn => row.Line.Start + WrongCenturies[turn - 2],
        };
    }

    private int VolumeOf(in RegionRow row)
    {
        if (row.Mark.Kind == DirtKind.BadVolume)
            return row.Child % 2 == 0 ? DeclarationColumn.Missing : DeclarationColumn.Unreadable;
        return row.Mark.IsCredit && !_hasSides ? -row.Line.Hundredths : row.Line.Hundredths;
    }

    private TextHandle SideOf(in RegionRow row)
    {
        if (!_hasSides)
            return None;
        return row.Mark.IsCredit ? Credit : Debit;
    }

    private static TextHandle[] Texts(int count, Func<int, string> text) =>
        [.. Enumerable.Range(0, count).Select(index => RowText.FromText(text(index)))];
}
