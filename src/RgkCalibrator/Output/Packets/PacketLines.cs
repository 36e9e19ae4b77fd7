using System.Globalization;
using System.Text;
using System.Text.Json;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Intake.Csv;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Packets;

/// <summary>Reads the lines that an earlier run proposed, from the files that it wrote.</summary>
internal static class PacketLines
{
    private const string Lines = "intern/lines.csv";
    private const string Draft = "extern/kader-concept.json";

    private static readonly string[] Columns =
    [
        "product_code", "subgroup", "proposed", "n", "duration_value", "duration", "volume_value", "volume",
        "coverage_both",
    ];

    /// <summary>What is read of a packet.</summary>
    internal static IReadOnlyList<InputFile> FilesOf(string folder) =>
        [.. new[] { ManifestReading.FileName, Lines, Draft }.Select(name => new InputFile(Path.Combine(folder, name)))];

    /// <summary>Reads the lines of a packet, and sees that all its files are as they were written.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="name">What tables call it.</param>
    /// <param name="catalogue">Must have every line of the packet.</param>
    /// <exception cref="CalibrationException">
    /// A file is gone, changed or unreadable, or the catalogue does not have a line.
    /// </exception>
    internal static ComparedPacket Read(Packet packet, string name, ProductCatalogue catalogue)
    {
        RefuseChanged(packet.Folder);
        var units = UnitsOf(packet.Folder);
        var file = Path.Combine(packet.Folder, Lines);
        var csv = CsvFile.Open(
            file,
            new($"de kolommen {string.Join(", ", Columns)}", $"the columns {string.Join(", ", Columns)}"),
            header => Array.TrueForAll(Columns, header.Contains),
            remedy: new("Maak het pakket opnieuw met rgk derive.", "Make the packet again with rgk derive."));
        var lines = new List<PacketLine>();
        csv.ReadFirst(
            long.MaxValue,
            record =>
            {
                var row = new Row(csv.Dialect, record);
                if (row["proposed"] == "1")
                    lines.Add(LineOf(row, packet, units, catalogue));
            },
            CancellationToken.None);
        return new ComparedPacket(name, lines);
    }

    private static PacketLine LineOf(
        Row row, Packet packet, Dictionary<string, string> units, ProductCatalogue catalogue)
    {
        var (code, subgroup, duration) = (row["product_code"], row["subgroup"], row["duration"]);
        if (catalogue.Products.FirstOrDefault(product => product.Code == code) is not { } product)
            throw NoLine(packet, code, new("dat product heeft de catalogus niet", "the catalogue lacks the product"));
        if (!Has(product, subgroup))
            throw NoLine(packet, code, new("de subgroepen zijn anders", "the subgroups are others"));
        if (units.TryGetValue(code, out var unit) && unit != product.Unit.Name())
            throw NoLine(packet, code, new("de eenheid is een andere", "the unit is another"));
        var step = product.AllowedDurations.FirstOrDefault(one => one.Shown().English == duration);
        if (duration.Length > 0 && step is null)
            throw NoLine(packet, code, new("de toegestane duren zijn anders", "the allowed durations are others"));
        return new PacketLine(code, subgroup)
        {
            Trajectories = (long)(row.Number("n") ?? 0),
            Value = row.Number("volume") is { } volume && step is { } allowed
                ? new LineValue((decimal)volume, allowed)
                : null,
            DurationEstimate = row.Number("duration_value"),
            VolumeEstimate = row.Number("volume_value"),
            Inside = row.Number("coverage_both"),
        };
    }

    private static bool Has(Product product, string subgroup) => product.Subgroups.Count == 0
        ? subgroup.Length == 0
        : subgroup == Subgroup.RestId || product.Subgroups.Any(one => one.Id == subgroup);

    // The lines do not say what they are counted in; the draft does.
    private static Dictionary<string, string> UnitsOf(string folder)
    {
        var path = Path.Combine(folder, Draft);
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return json.RootElement.GetProperty("lines").EnumerateArray()
                .DistinctBy(line => line.GetProperty("productCode").GetString()).ToDictionary(
                    line => line.GetProperty("productCode").GetString()!,
                    line => line.GetProperty("unit").GetString()!);
        }
        catch (Exception other) when (other is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw Changed(path, other);
        }
    }

    // All files, as rgk verify does: who changes one of a packet may have changed another. What was put beside them
    // does no harm, but lines and draft must be those that were written.
    private static void RefuseChanged(string folder)
    {
        foreach (var (name, kind) in PacketDifference.In(folder))
        {
            if (kind != PacketDifferenceKind.Foreign || name is Lines or Draft)
                throw Changed(Path.Combine(folder, name), cause: null);
        }
    }

    private static CalibrationException Changed(string path, Exception? cause) => new(
        ExitCode.DoesNotAddUp,
        new("Dit bestand van het pakket ontbreekt, of is veranderd nadat het is geschreven.",
            "This file of the packet is gone, or was changed after it was written."),
        path,
        new("Zet het bestand terug zoals het was, of maak het pakket opnieuw met rgk derive.",
            "Put the file back as it was, or make the packet again with rgk derive."),
        cause);

    private static CalibrationException NoLine(Packet packet, string code, Wording why) => new(
        ExitCode.WrongUse,
        new($"Dit pakket heeft een lijn van {code} die met de catalogus van nu niet kan bestaan: {why.Dutch}.",
            $"This packet has a line of {code} that cannot exist with the present catalogue: {why.English}."),
        packet.Folder,
        new($"Geef met --catalogue de catalogus van het pakket ({packet.CatalogueName}), of leid het opnieuw af.",
            $"Give with --catalogue the catalogue of the packet ({packet.CatalogueName}), or derive the packet anew."));

    private readonly struct Row(CsvDialect dialect, CsvBlock record)
    {
        public string this[string column] => dialect.PositionOf(column) is { } position && position < record.FieldCount
            ? Encoding.UTF8.GetString(record.Field(position))
            : string.Empty;

        public double? Number(string column) =>
            double.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
    }
}
