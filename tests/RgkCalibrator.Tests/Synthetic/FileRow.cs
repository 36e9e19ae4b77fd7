using System.Globalization;
using System.Text;
using RgkCalibrator.Engine;

namespace RgkCalibrator.Tests.Synthetic;

/// <summary>
/// A row of a file of a region as it stands there: dates year first, volumes with a decimal point, nothing as the empty
/// text.
/// </summary>
internal sealed record FileRow(string File, int Row, IReadOnlyDictionary<string, string> Cells)
{
    internal string this[string column] => Cells[column];

    internal DateOnly? Start => DateOf("start_date");

    internal DateOnly? End => DateOf("end_date");

    internal decimal? Volume =>
        decimal.TryParse(this["volume"], NumberStyles.Number, CultureInfo.InvariantCulture, out var volume)
            ? volume
            : null;

    internal bool IsCredit => Volume < 0 || this["debit_credit"] == "C";

    /// <summary>All rows of a folder, file by file in the order of their names.</summary>
    internal static List<FileRow> All(string folder) =>
        [.. Directory.EnumerateFiles(folder, "declaraties-*").Order(StringComparer.Ordinal)
            .SelectMany(path => path.EndsWith(".csv", StringComparison.Ordinal) ? OfCsv(path) : OfParquet(path))];

    private static IEnumerable<FileRow> OfParquet(string path)
    {
        using var session = Session.Open(SessionSettings.Default);
        var names = session.Rows($"SELECT column_name FROM (DESCRIBE SELECT * FROM {Session.Literal(path)})")
            .Select(row => row[0]!).ToList();
        var texts = names.Select(name => $"CAST({name} AS VARCHAR)");
        return session.Rows($"SELECT {string.Join(", ", texts)} FROM {Session.Literal(path)}")
            .Select((row, index) => Of(path, index, names.Zip(row, (name, cell) => (name, cell ?? ""))));
    }

    // Knows nothing of the program's dialects: what stands in the file tells them apart.
    private static IEnumerable<FileRow> OfCsv(string path)
    {
        var bytes = System.IO.File.ReadAllBytes(path);
        var lines = (IsUtf8(bytes) ? Encoding.UTF8 : Encoding.Latin1).GetString(bytes).TrimStart('\uFEFF')
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r')).ToList();
        var separator = lines[0].First(letter => letter is ';' or ',' or '\t');
        var names = Split(lines[0], separator);
        return lines.Skip(1).Select((line, index) => Of(
            path, index, names.Zip(Split(line, separator), (name, cell) => (name, Plain(name, cell)))));
    }

    internal static bool IsUtf8(byte[] bytes) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes)).AsSpan().SequenceEqual(bytes);

    private static List<string> Split(string line, char separator) =>
        [.. line.Split(separator).Select(cell => cell.Trim('"'))];

    private static string Plain(string name, string cell) => name switch
    {
        "volume" => cell.Replace(',', '.'),
        "birth_date" or "start_date" or "end_date" => YearFirst(cell),
        _ => cell,
    };

    private static string YearFirst(string date)
    {
        if (date.Length == 8)
            return $"{date[..4]}-{date[4..6]}-{date[6..]}";
        return date.Length == 10 && date[2] == '-' ? $"{date[6..]}-{date[3..5]}-{date[..2]}" : date;
    }

    private static FileRow Of(string path, int index, IEnumerable<(string Name, string Cell)> cells) =>
        new(Path.GetFileName(path), index + 1, cells.ToDictionary(cell => cell.Name, cell => cell.Cell));

    private DateOnly? DateOf(string column) =>
        DateOnly.TryParseExact(
            this[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
