using System.Globalization;
using System.Text;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Csv;

namespace RgkCalibrator.Review;

/// <summary>Reads the volumes within durations that <c>rgk derive</c> wrote: <c>intern/coverage.csv</c>.</summary>
internal static class VolumeCountReading
{
    private static readonly string[] Names =
        ["product_code", "subgroup", "measure", "volume", "ended", "outlasting"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="CalibrationException">It is no such file, or cannot be read.</exception>
    internal static IReadOnlyList<VolumeCount> Read(string path)
    {
        var names = string.Join(", ", Names);
        var csv = CsvFile.Open(
            path,
            new($"de kolommen {names}", $"the columns {names}"),
            header => Array.TrueForAll(Names, name => header.Contains(name)),
            remedy: new("Maak het pakket opnieuw met rgk derive.", "Make the packet again with rgk derive."));
        var places = Array.ConvertAll(Names, name => csv.Dialect.PositionOf(name)!.Value);
        var counts = new List<VolumeCount>();
        csv.ReadFirst(long.MaxValue, record => counts.Add(Count(record)), CancellationToken.None);
        return counts;

        VolumeCount Count(CsvBlock record) => new(
            Text(record, 0), Text(record, 1), Text(record, 2), Number<decimal>(record, 3), Number<double>(record, 4),
            Number<double>(record, 5));

        string Text(CsvBlock record, int column) => places[column] < record.FieldCount
            ? Encoding.UTF8.GetString(record.Field(places[column]))
            : string.Empty;

        T Number<T>(CsvBlock record, int column)
            where T : struct, System.Numerics.INumberBase<T> =>
            T.TryParse(Text(record, column), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new CalibrationException(
                    ExitCode.Files,
                    new("De dekking in dit pakket is niet te lezen.", "The coverage in this packet cannot be read."),
                    path,
                    new("Maak het pakket opnieuw met rgk derive.", "Make the packet again with rgk derive."));
    }
}
