using System.Security.Cryptography;
using System.Text.Json;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Review;

/// <summary>Reads a draft that <c>rgk derive</c> wrote: <c>extern/kader-concept.json</c>.</summary>
public static class DraftReading
{
    /// <summary>Reads a draft.</summary>
    /// <param name="path">The file.</param>
    /// <param name="catalogue">The catalogue that the draft was made with.</param>
    /// <exception cref="CalibrationException">It is no draft, or one of another catalogue.</exception>
    public static DraftFramework Read(string path, ProductCatalogue catalogue)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            using var json = JsonDocument.Parse(bytes);
            var lines = json.RootElement.GetProperty("lines").EnumerateArray().ToList();
            return json.RootElement.GetProperty("format").ValueEquals("rgk-draft")
                ? new DraftFramework(
                    Percentage.Of(lines[0].GetProperty("chosen").GetProperty("percentile").GetDecimal()),
                    json.RootElement.GetProperty("synthetic").GetBoolean(),
                    Convert.ToHexStringLower(SHA256.HashData(bytes)),
                    [.. lines.Select(line => Line(line, catalogue))])
                : throw new FormatException();
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or FormatException
            or InvalidOperationException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new CalibrationException(
                ExitCode.Files,
                new("Dit concept is niet te lezen, of hoort bij een andere catalogus.",
                    "This draft cannot be read, or is of another catalogue."),
                path,
                new("Noem met --run het pakket dat rgk derive heeft gemaakt, onveranderd.",
                    "Name with --run the packet that rgk derive made, unchanged."),
                unreadable);
        }
    }

    private static DraftedLine Line(JsonElement line, ProductCatalogue catalogue)
    {
        var code = line.GetProperty("productCode").GetString();
        var product = catalogue.Products.FirstOrDefault(one => one.Code == code) ?? throw new FormatException();
        var subgroup = line.GetProperty("subgroup").GetString() ?? string.Empty;
        var label = subgroup == Subgroup.RestId
            ? GroupScope.RestName
            : Wording.Same(line.GetProperty("subgroupName").GetString() ?? string.Empty);
        return new DraftedLine(product, subgroup, label, Value(line.GetProperty("chosen")))
        {
            // A share that is only said to be above a bound is no share.
            WithinBoth = line.GetProperty("withinBoth") is { ValueKind: JsonValueKind.Object } share
                && !share.GetProperty("above").GetBoolean()
                    ? share.GetProperty("share").GetDecimal()
                    : null,
            // Of drafts from before this was told, every line was presented.
            IsPresented = !line.TryGetProperty("presented", out var presented) || presented.GetBoolean(),
        };
    }

    private static LineValue? Value(JsonElement proposal) =>
        proposal.GetProperty("volume") is { ValueKind: JsonValueKind.Number } volume
        && proposal.GetProperty("duration") is { ValueKind: JsonValueKind.Object } duration
            ? new LineValue(
                volume.GetDecimal(),
                new DurationStep(
                    duration.GetProperty("length").GetInt32(),
                    Enum.Parse<DurationUnit>(duration.GetProperty("unit").GetString()!, ignoreCase: true)))
            : null;
}
