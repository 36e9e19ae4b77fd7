using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Review;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Annexes;

/// <summary>
/// An adopted framework for programs: what was computed, what was adopted, and why. The form has a version, which goes
/// up when a property goes away or changes its meaning.
/// </summary>
internal static class FrameworkJson
{
    internal const string FileName = "framework.json";
    private const string Format = "rgk-framework";
    private const int FormatVersion = 1;
    private const int IntensityDecimals = 4;
    private const string DateForm = "yyyy-MM-dd";

    /// <summary>The document.</summary>
    internal static JsonObject Build(AdoptedFramework framework) => new()
    {
        ["format"] = Format,
        ["formatVersion"] = FormatVersion,
        ["synthetic"] = framework.IsSynthetic,
        ["percentile"] = framework.Percentile,
        ["draftSha256"] = framework.DraftSha256,
        ["products"] = new JsonArray([.. framework.Products.Select(Product)]),
        ["lines"] = new JsonArray([.. framework.Lines.Select(Line)]),
    };

    /// <summary>Reads a document that <see cref="Build"/> made.</summary>
    /// <exception cref="CalibrationException">It is no such document, or cannot be read.</exception>
    internal static AdoptedFramework Read(string path) => JsonReading.Read(
        path, (_, root) => FrameworkOf(root),
        new("Dit is geen vastgesteld kader dat dit programma heeft geschreven.",
            "This is no adopted framework that this program wrote."),
        new("Noem framework.json uit de map die rgk finalize heeft gemaakt.",
            "Name framework.json of the folder that rgk finalize made."));

    private static AdoptedFramework FrameworkOf(JsonElement root) =>
        root.GetProperty("format").ValueEquals(Format) && root.GetProperty("formatVersion").GetInt32() == FormatVersion
        ? new AdoptedFramework(
            root.GetProperty("synthetic").GetBoolean(), Text(root, "percentile"), Text(root, "draftSha256"),
            [.. root.GetProperty("products").EnumerateArray().Select(ProductOf)],
            [.. root.GetProperty("lines").EnumerateArray().Select(LineOf)])
        : throw new FormatException();

    private static JsonObject Product(PublishedProduct product) => new()
    {
        ["code"] = product.Code,
        ["name"] = product.Name,
        ["framework"] = product.Framework.NameInFiles(),
    };

    private static JsonObject Line(AdoptedLine line)
    {
        var json = Described(line);
        // Only a framework that was made by hand is by provider.
        if (line.Provider.Length > 0)
            json["provider"] = line.Provider;
        return json;
    }

    private static JsonObject Described(AdoptedLine line) => new()
    {
        ["productCode"] = line.Code,
        ["product"] = line.Product,
        ["framework"] = line.Kind.NameInFiles(),
        ["unit"] = line.Unit.Name(),
        ["subgroup"] = line.Subgroup,
        ["label"] = line.Label,
        ["basis"] = line.Basis is { } basis ? basis.NameInFiles() : null,
        ["proposed"] = Value(line.Proposed),
        ["current"] = Value(line.Current),
        ["decision"] = line.Decision.Kind.NameInFiles(),
        ["adopted"] = Value(line.Decision.Adopted),
        ["source"] = line.Source,
        ["perCareYear"] = line.IsPerCareYear,
        ["reason"] = line.Decision.Reason,
        ["outsideTyped"] = line.Decision.Outside,
        ["decidedBy"] = line.Decision.DecidedBy,
        ["date"] = line.Decision.Date?.ToString(DateForm, CultureInfo.InvariantCulture),
        ["withinBoth"] = line.WithinBoth is { } share
            ? JsonNode.Parse(share.ToString(CultureInfo.InvariantCulture))
            : null,
        ["alternative"] = line.Alternative,
        ["perWeek"] = line is { Intensity: { } intensity, IntensityUnit: { } unit }
            ? new JsonObject { ["value"] = Rounded(intensity), ["unit"] = unit.NameInFiles() }
            : null,
        ["outside"] = JsonFile.Texts(line.Outside),
    };

    private static JsonObject? Value(LineValue? value) => value is null ? null : new()
    {
        ["volume"] = JsonNode.Parse(value.Volume.ToString(CultureInfo.InvariantCulture)),
        ["duration"] = new JsonObject
        {
            ["length"] = value.Duration.Length,
            ["unit"] = value.Duration.Unit.NameInFiles(),
        },
    };

    private static JsonNode Rounded(decimal intensity) => JsonNode.Parse(
        Numbers.WithoutZeros(decimal.Round(intensity, IntensityDecimals)).ToString(CultureInfo.InvariantCulture))!;

    private static PublishedProduct ProductOf(JsonElement product) =>
        new(Text(product, "code"), Text(product, "name"), OneOf<FrameworkKind>(product, "framework"));

    private static AdoptedLine LineOf(JsonElement line)
    {
        var perWeek = line.GetProperty("perWeek") is { ValueKind: JsonValueKind.Object } shown
            ? shown
            : (JsonElement?)null;
        return new AdoptedLine(
            Text(line, "productCode"), Text(line, "product"), OneOf<FrameworkKind>(line, "framework"),
            CareUnits.Read(Text(line, "unit")) ?? throw new FormatException(), Text(line, "subgroup"),
            Text(line, "label"), ValueOf(line, "proposed"), ValueOf(line, "current"), DecisionOf(line))
        {
            Provider = Told(line, "provider")?.GetString() ?? string.Empty,
            Basis = BasisOf(line),
            Source = Told(line, "source")?.GetString(),
            IsPerCareYear = Told(line, "perCareYear")?.GetBoolean() ?? false,
            WithinBoth = ShareOf(line),
            Alternative = line.GetProperty("alternative").GetString(),
            Intensity = IntensityOf(perWeek),
            IntensityUnit = perWeek is { } one ? OneOf<IntensityUnit>(one, "unit") : null,
            Outside = [.. line.GetProperty("outside").EnumerateArray().Select(text => text.GetString()!)],
        };
    }

    private static Decision DecisionOf(JsonElement line) => new(
        OneOf<DecisionKind>(line, "decision"), ValueOf(line, "adopted"), Text(line, "reason"),
        Text(line, "outsideTyped"), Text(line, "decidedBy"),
        line.GetProperty("date").GetString() is { } day
            ? DateOnly.ParseExact(day, DateForm, CultureInfo.InvariantCulture)
            : null);

    // Frameworks from before something was told do not have it.
    private static JsonElement? Told(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) ? value : null;

    private static Basis? BasisOf(JsonElement line) =>
        Told(line, "basis") is { ValueKind: JsonValueKind.String } ? OneOf<Basis>(line, "basis") : null;

    private static decimal? ShareOf(JsonElement line) =>
        line.GetProperty("withinBoth") is { ValueKind: JsonValueKind.Number } share ? share.GetDecimal() : null;

    private static LineValue? ValueOf(JsonElement line, string name) =>
        line.GetProperty(name) is { ValueKind: JsonValueKind.Object } value
            ? new LineValue(
                value.GetProperty("volume").GetDecimal() is var volume and > 0 and <= CatalogueFormats.LargestVolume
                    ? volume
                    : throw new FormatException(),
                DurationOf(value.GetProperty("duration")))
            : null;

    private static DurationStep DurationOf(JsonElement duration)
    {
        const int longest = 1_000;
        var (length, unit) = (duration.GetProperty("length").GetInt32(), OneOf<DurationUnit>(duration, "unit"));
        return length is >= 1 and <= longest && (length == 1 || unit != DurationUnit.SchoolYear)
            ? new DurationStep(length, unit)
            : throw new FormatException();
    }

    private static decimal? IntensityOf(JsonElement? perWeek) => perWeek?.GetProperty("value").GetDecimal() switch
    {
        null => null,
        var value and >= 0 and <= CatalogueFormats.LargestVolume => value,
        _ => throw new FormatException(),
    };

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new FormatException();

    private static T OneOf<T>(JsonElement element, string name)
        where T : struct, Enum
    {
        var text = Text(element, name);
        return Enum.GetValues<T>().Cast<T?>().FirstOrDefault(member => member!.Value.NameInFiles() == text)
            ?? throw new FormatException();
    }
}
