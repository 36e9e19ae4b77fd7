using System.Globalization;
using System.Text;
using RgkCalibrator.Synthetic;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Intake.Messages;

/// <summary>A region as messages comes to what it comes to as CSV, byte for byte.</summary>
public sealed class RegionMessagesTests : IDisposable
{
    private static readonly string[] Columns =
    [
        "client_id", "product_code", "provider_id", "birth_date", "start_date", "end_date", "volume", "unit",
        "assignment_id", "municipality", "care_start", "care_end", "end_reason", "line_id",
    ];

    private static readonly TrajectorySettings Stops = Reading.GapOf90 with { EndKnowledge = EndKnowledge.Stops };

    private readonly TemporaryFolder _folder = new();
    private readonly List<Dictionary<string, string>> _rows;

    public RegionMessagesTests()
    {
        SyntheticRegion.Write(_folder["regio"], new SyntheticSettings(60, 1729) { Format = RegionFormat.Csv });
        _rows = WithCare(Directory.GetFiles(_folder["regio"], "*.csv").Order(StringComparer.Ordinal)
            .Where(file => Path.GetFileName(file).StartsWith("decl", StringComparison.Ordinal))
            .SelectMany(RowsOf));
        WriteCsv(Directory.CreateDirectory(_folder["csv"]).FullName);
        WriteMessages(Directory.CreateDirectory(_folder["xml"]).FullName);
    }

    [Fact]
    public void Trajectories_of_messages_are_those_of_the_same_rows_in_CSV()
    {
        var expected = TrajectoriesOf("csv");
        var actual = TrajectoriesOf("xml");

        Assert.True(expected.Length > 5_000);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Reasons_of_ends_come_with_messages_as_well()
    {
        using var reading = new Reading { Mapping = Reading.AllAsked };

        Assert.Equal(Of("csv"), Of("xml"));

        List<TrajectoryRow> Of(string folder)
        {
            var files = Directory.GetFiles(_folder[folder]).Order(StringComparer.Ordinal);
            using var declarations = reading.Read([.. files]);
            return [.. Reading.Build(declarations, Stops).Rows()];
        }
    }

    public void Dispose() => _folder.Dispose();

    private string TrajectoriesOf(string folder)
    {
        var file = _folder[folder + "-trajecten.csv"];
        var report = Calibration.WriteTrajectories(
            [_folder[folder]], file, SmallRegion.Settings, SmallRegion.OneThread, isCut: true);
        Assert.Equal((_rows.Count, _rows.Count), (report.Ledger.Rows, report.Ledger.Used));
        return File.ReadAllText(file);
    }

    private static IEnumerable<Dictionary<string, string>> RowsOf(string file)
    {
        var lines = File.ReadLines(file).Select(line => line.Split(';')).ToList();
        return lines.Skip(1).Select(fields =>
            lines[0].Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
    }

    private static List<Dictionary<string, string>> WithCare(IEnumerable<Dictionary<string, string>> rows)
    {
        var all = rows.ToList();
        foreach (var (number, row) in all.Index())
            row["line_id"] = Numbers.Whole(number + 1);
        foreach (var (number, assignment) in all.GroupBy(row => row["assignment_id"]).Index())
        {
            var first = assignment.Min(row => Day(row["start_date"])).AddDays(number % 5);
            var last = assignment.Max(row => Day(row["end_date"])).AddDays(-(number % 4));
            foreach (var row in assignment)
                SetCare(row, number, first, last < first ? first : last);
        }

        return all;
    }

    // Of two in three assignments the start is told, and of one in two the stop, which tells the start as well.
    private static void SetCare(Dictionary<string, string> row, int number, DateOnly first, DateOnly last)
    {
        var isStopped = number % 2 > 0;
        row["care_start"] = number % 3 > 0 || isStopped ? Text(first) : string.Empty;
        row["care_end"] = isStopped ? Text(last) : string.Empty;
        row["end_reason"] = !isStopped ? string.Empty : number % 7 == 0 ? "20" : "31";
    }

    private void WriteCsv(string folder) => File.WriteAllLines(
        Path.Combine(folder, "alles.csv"),
        [string.Join(';', Columns), .. _rows.Select(row => string.Join(';', Columns.Select(column => row[column])))]);

    private void WriteMessages(string folder)
    {
        foreach (var (number, own) in _rows.GroupBy(row => (row["provider_id"], row["municipality"])).Index())
        {
            File.WriteAllText(
                Path.Combine(folder, $"jw323-{Numbers.Whole(number)}.xml"),
                MessageText.Declaration([.. own.Select(Declared)], own.Key.Item1, own.Key.Item2),
                Encoding.UTF8);
        }

        foreach (var (number, own) in _rows.GroupBy(row => row["assignment_id"]).Index())
        {
            foreach (var (place, text) in MessagesOf(own.First()).Index())
                File.WriteAllText(Path.Combine(folder, $"a{Numbers.Whole(number)}-{Numbers.Whole(place)}.xml"), text);
        }
    }

    private static TestRow Declared(Dictionary<string, string> row) => new(
        row["client_id"], row["product_code"], Day(row["start_date"]), Day(row["end_date"]),
        decimal.Parse(row["volume"].Replace(',', '.'), CultureInfo.InvariantCulture), row["unit"])
    {
        Id = row["line_id"],
        Assignment = row["assignment_id"],
        Mark = "D",
    };

    private static IEnumerable<string> MessagesOf(Dictionary<string, string> row)
    {
        var birth = Day(row["birth_date"]);
        var (client, number, municipality) = (row["client_id"], row["assignment_id"], row["municipality"]);
        if (row["care_start"].Length > 0)
        {
            var care = new TestCare(client, number, Day(row["care_start"]));
            yield return MessageText.Care(care, birth, municipality);
            if (row["care_end"].Length == 0)
                yield break;
            care = care with { End = Day(row["care_end"]), Reason = row["end_reason"] };
            yield return MessageText.Care(care, birth, municipality);
            // One that was told by mistake, and withdrawn.
            yield return MessageText.Care(care with { Reason = "38" }, birth, municipality);
            yield return MessageText.Care(
                care with { Reason = "38", Status = "3", Sent = new(2022, 1, 1) }, birth, municipality);
        }
        else
        {
            yield return MessageText.Assignment(client, number, row["product_code"], Day(row["start_date"]), birth);
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(
        text, ["yyyy-MM-dd", "dd-MM-yyyy"], CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);
}
