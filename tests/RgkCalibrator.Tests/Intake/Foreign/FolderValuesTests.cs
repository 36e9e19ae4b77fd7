using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Intake.Foreign;

/// <summary>
/// Tables that were cut into files by the values of columns, which then stand in the names of folders only.
/// </summary>
public sealed class FolderValuesTests : IDisposable
{
    private const string Rows = """
        SELECT 'K' || i AS client_id, '5400' || (i % 3) AS product_code,
               DATE '2019-01-01' + 40 * i::INTEGER AS start_date, DATE '2019-01-20' + 40 * i::INTEGER AS end_date,
               1 + i AS volume, CASE WHEN i % 2 = 0 THEN 'uur' ELSE 'dagdeel' END AS unit,
               'A/' || (i % 2) AS provider_id
        FROM range(30) AS t(i)
        """;

    private readonly Reading _reading = new();

    public void Dispose() => _reading.Dispose();

    [Theory]
    [InlineData("product_code")]
    [InlineData("unit, product_code")]
    [InlineData("provider_id, unit, product_code")]
    public void The_values_in_the_names_of_folders_are_columns(string columns) =>
        Assert.Equal(
            Plain(),
            _reading.TrajectoriesIn(
                _reading.WriteQuery(Rows, $", PARTITION_BY ({columns})", _reading.Folder["tabel"])));

    [Fact]
    public void Folders_of_csv_files_are_read_in_the_same_way()
    {
        Write(
            "unit=uur/product_code=54001/a.csv",
            "client_id;start_date;end_date;volume\nK1;2019-01-01;2019-01-20;5\n");
        Write(
            "unit=dagdeel/product_code=54002/a.csv",
            "client_id;start_date;end_date;volume\nK2;2019-01-01;2019-01-20;7\n");

        Assert.Equal(
            [("K1", "54001", CareUnit.Uur, 5), ("K2", "54002", CareUnit.Dagdeel, 7)],
            _reading.TrajectoriesIn(_reading.Folder["tabel"])
                .Select(row => (row.ClientId, row.ProductCode, row.Unit, (int)row.Volume)));
    }

    [Fact]
    public void Folders_above_the_one_that_was_named_say_nothing()
    {
        var above = Directory.CreateDirectory(_reading.Folder["product_code=99999"]).FullName;
        var table = _reading.WriteQuery(
            $"SELECT * EXCLUDE (unit), unit FROM ({Rows})",
            ", PARTITION_BY (unit)",
            Path.Combine(above, "tabel"));
        var missing = _reading.WriteQuery(
            $"SELECT * EXCLUDE (product_code) FROM ({Rows})",
            path: Path.Combine(above, "zonder.parquet"));

        Assert.Equal(Plain(), _reading.TrajectoriesIn(table));
        Assert.Contains(
            "product_code ontbreekt",
            Assert.Throws<CalibrationException>(() => _reading.TrajectoriesIn(missing)).What.Dutch,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_of_the_file_itself_goes_before_the_name_of_its_folder()
    {
        Write(
            "unit=dagdeel/a.csv",
            "client_id;product_code;start_date;end_date;volume;unit\nK1;54001;2019-01-01;2019-01-20;5;uur\n");

        Assert.Equal(CareUnit.Uur, Assert.Single(_reading.TrajectoriesIn(_reading.Folder["tabel"])).Unit);
    }

    [Fact]
    public void What_stands_for_nothing_is_missing()
    {
        var table = _reading.WriteQuery(
            $"SELECT * REPLACE (CASE WHEN client_id <> 'K7' THEN product_code END AS product_code) FROM ({Rows})",
            ", PARTITION_BY (product_code)",
            _reading.Folder["tabel"]);

        Assert.Equal(Plain().Where(row => row.ClientId != "K7"), _reading.TrajectoriesIn(table));
    }

    [Fact]
    public void A_mapping_translates_folders_as_it_does_columns()
    {
        using var reading = new Reading
        {
            Mapping = MappingFile.Parse(
                "columns:\n  product_code: Productcode\n  unit: { column: eenheid, values: { U: uur } }\n",
                "mapping.yaml"),
        };
        var folder = Directory.CreateDirectory(
            Path.Combine(reading.Folder["tabel"], "Eenheid=U", "productcode=45%2F1")).FullName;
        File.WriteAllText(
            Path.Combine(folder, "a.csv"),
            "client_id;start_date;end_date;volume\nK1;2019-01-01;2019-01-20;5\n");

        var row = Assert.Single(reading.TrajectoriesIn(reading.Folder["tabel"]));

        Assert.Equal(("45/1", CareUnit.Uur), (row.ProductCode, row.Unit));
    }

    [Fact]
    public void Pseudonymising_keeps_the_folders()
    {
        var table = _reading.WriteQuery(Rows, ", PARTITION_BY (unit, product_code)", _reading.Folder["tabel"]);
        File.WriteAllText(_reading.Folder["sleutel"], new string('x', 64));

        Preparation.Pseudonymise(
            [table],
            _reading.Folder["sleutel"],
            _reading.Folder["veilig"],
            ColumnMapping.None,
            RunSettings.Default);

        var (before, after) = (Plain(), _reading.TrajectoriesIn(_reading.Folder["veilig"]));
        Assert.Equal(Shape(before), Shape(after));
        Assert.Empty(before.Select(row => row.ClientId).Intersect(after.Select(row => row.ClientId)));

        static IEnumerable<(string, CareUnit, DateOnly, long)> Shape(IEnumerable<TrajectoryRow> rows) =>
            rows.Select(row => (row.ProductCode, row.Unit, row.Start, row.VolumeTicks)).Order();
    }

    private IReadOnlyList<TrajectoryRow> Plain() => _reading.Trajectories(_reading.WriteQuery(Rows));

    private void Write(string name, string text)
    {
        var path = Path.Combine(_reading.Folder["tabel"], name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
