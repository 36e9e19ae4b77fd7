using System.Globalization;
using System.Text;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Intake.Csv;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Review;

/// <summary>
/// Reads a framework from CSV tables: its lines (annexes 2 and 3) and, in another file, its products (annex 1).
/// </summary>
public static class FrameworkTables
{
    private static readonly string[] LineColumns =
        ["kind", "code", "product", "subgroup", "label", "volume", "volume_unit", "duration", "duration_unit"];

    private static readonly string[] ProductColumns = ["code", "name", "framework"];

    private static readonly Dictionary<string, IntensityUnit> Intensities = new(StringComparer.Ordinal)
    {
        ["minuut/week"] = IntensityUnit.MinuutPerWeek,
        ["uur/week"] = IntensityUnit.UurPerWeek,
        ["dagdeel/week"] = IntensityUnit.DagdeelPerWeek,
        ["etmaal/week"] = IntensityUnit.EtmaalPerWeek,
    };

    /// <summary>Reads both tables.</summary>
    /// <param name="lines">The file with the lines.</param>
    /// <param name="products">The file with the products; null: there is none.</param>
    /// <exception cref="CalibrationException">
    /// A file cannot be read or lacks a column, or a row has a value that is none of its column.
    /// </exception>
    public static PublishedFramework Read(string lines, string? products) => new(
        products is null ? [] : ReadProducts(products), Rows(lines, LineColumns, "framework_2025.csv", Line));

    /// <summary>Reads the list of products.</summary>
    /// <exception cref="CalibrationException">As above.</exception>
    public static IReadOnlyList<PublishedProduct> ReadProducts(string products) =>
        Rows(products, ProductColumns, "products_2025.csv", Product);

    private static PublishedProduct Product(Row row) =>
        new(row["code"], row["name"], row.OneOf<FrameworkKind>("framework"));

    private static PublishedLine Line(Row row) => new(
        row["code"], row["product"], row.OneOf<FrameworkKind>("kind"), row["subgroup"], row["label"],
        row.Number("volume") ?? throw row.Unfit("volume"),
        row.Unit("volume_unit") ?? throw row.Unfit("volume_unit"),
        Duration(row))
    {
        Provider = row["provider"],
        Annex = Annex(row),
        AlternativeVolume = row.Number("alternative_volume"),
        AlternativeUnit = row.Unit("alternative_unit"),
        Intensity = row.Number("intensity"),
        IntensityUnit = row["intensity_unit"] is { Length: > 0 } unit
            ? Intensities.TryGetValue(unit, out var known) ? known : throw row.Unfit("intensity_unit")
            : null,
    };

    private static int? Annex(Row row) => row.Number("annex") switch
    {
        null => null,
        >= 1 and < 1000 and var annex when decimal.IsInteger(annex) => (int)annex,
        _ => throw row.Unfit("annex"),
    };

    private static DurationStep Duration(Row row)
    {
        if (row["duration_unit"] is "schooljaar")
            return DurationStep.SchoolYear;
        if (row.Number("duration") is not { } length || !decimal.IsInteger(length) || length is < 1 or > 1000)
            throw row.Unfit("duration");
        return row["duration_unit"] switch
        {
            "maand" => DurationStep.Months((int)length),
            "week" => DurationStep.Weeks((int)length),
            _ => throw row.Unfit("duration_unit"),
        };
    }

    private static List<T> Rows<T>(string path, string[] needed, string example, Func<Row, T> make)
    {
        var names = string.Join(", ", needed);
        var csv = CsvFile.Open(
            path,
            new($"de kolommen {names}", $"the columns {names}"),
            header => Array.TrueForAll(needed, name => header.Contains(name)),
            remedy: new(
                $"Zet deze namen in één regel boven de gegevens; data/reference/{example} is een voorbeeld.",
                $"Put these names in one line above the data; data/reference/{example} is an example."));
        var rows = new List<T>();
        csv.ReadFirst(long.MaxValue, record => rows.Add(make(new Row(csv.Dialect, record))), CancellationToken.None);
        return rows;
    }

    private readonly struct Row(CsvDialect dialect, CsvBlock record)
    {
        public string this[string column] =>
            dialect.PositionOf(column) is { } position && position < record.FieldCount
                ? Encoding.UTF8.GetString(FormulaText.Bare(record.Field(position))).Trim()
                : string.Empty;

        public decimal? Number(string column)
        {
            var text = this[column].Replace(',', '.');
            if (text.Length == 0)
                return null;
            const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
            if (!decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number))
                throw Unfit(column);
            return Math.Abs(number) <= CatalogueFormats.LargestVolume ? number : throw TooLarge(column);
        }

        public CareUnit? Unit(string column) =>
            this[column] is { Length: > 0 } text ? CareUnits.Read(text) ?? throw Unfit(column) : null;

        public T OneOf<T>(string column)
            where T : struct, Enum
        {
            var text = this[column];
            foreach (var member in Enum.GetValues<T>())
            {
                if (member.NameInFiles() == text)
                    return member;
            }

            throw Unfit(column);
        }

        public CalibrationException Unfit(string column) => Refused(
            column, new("een waarde die daar niet hoort", "a value that does not belong there"));

        private CalibrationException TooLarge(string column) => Refused(
            column, new("een getal van meer dan een miljoen", "a number of more than a million"));

        private CalibrationException Refused(string column, Wording what)
        {
            var row = Numbers.Whole(record.Row);
            return new(
                ExitCode.Files,
                new($"In rij {row} na de kopregel staat in de kolom {column} {what.Dutch}.",
                    $"In row {row} after the header the column {column} has {what.English}."),
                dialect.File,
                new("Verbeter de rij; data/reference/framework_2025.csv is een voorbeeld.",
                    "Mend the row; data/reference/framework_2025.csv is an example."));
        }
    }
}
