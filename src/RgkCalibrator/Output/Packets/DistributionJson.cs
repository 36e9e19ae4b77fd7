using System.Text.Json;
using System.Text.Json.Nodes;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Requests;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Packets;

/// <summary>
/// The released distributions for programs: the points of the curves of the report. The form has a version, which goes
/// up when a property goes away or changes its meaning.
/// </summary>
internal static class DistributionJson
{
    internal const string FileName = "verdelingen.json";
    private const string Draft = "kader-concept.json";
    private const string Format = "rgk-distributions";
    private const int FormatVersion = 1;

    /// <summary>The document.</summary>
    internal static JsonObject Build(SafeDraft draft, bool isSynthetic) => new()
    {
        ["format"] = Format,
        ["formatVersion"] = FormatVersion,
        ["synthetic"] = isSynthetic,
        ["lines"] = new JsonArray([.. draft.Distributions.Select(Line)]),
    };

    /// <summary>Reads what a packet released, and sees that it is as it was written.</summary>
    /// <param name="packet">The folder of the packet; of its files only those of <c>extern/</c> are read.</param>
    /// <exception cref="CalibrationException">A file is gone, changed or unreadable.</exception>
    internal static PastNeeds Read(string packet)
    {
        var written = ManifestReading.Read(packet, manifest => manifest.GetProperty("outputs").EnumerateArray()
            .ToDictionary(
                file => file.GetProperty("file").GetString()!, file => file.GetProperty("sha256").GetString()))
            ?? throw NoPacket(packet);
        var (isSynthetic, needs) = Open(FileName, root => (
            root.GetProperty("synthetic").GetBoolean(),
            root.GetProperty("lines").EnumerateArray().Select(NeedOf).ToList()));
        var proposals = Open(Draft, root => root.GetProperty("lines").EnumerateArray()
            .ToDictionary(PlaceOf, line => (Proposed: ProposedOf(line), Within: WithinOf(line))));
        return new PastNeeds(isSynthetic,
        [
            .. needs.Select(need => proposals.GetValueOrDefault((need.Code, need.Subgroup)) is var (proposed, within)
                ? need with { Proposed = proposed, WithinBoth = within }
                : need),
        ]);

        T Open<T>(string name, Func<JsonElement, T> read)
        {
            var (path, listed) = (Path.Combine(packet, ExternFiles.Folder + name), ExternFiles.Folder + name);
            if (!written.TryGetValue(listed, out var hash))
                throw NoPacket(packet);
            if (!File.Exists(path) || ManifestReading.HashOf(path) != hash)
                throw Changed(path);
            return JsonReading.Read(path, (_, root) => read(root), Changed(path).What, Changed(path).Remedy);
        }
    }

    private static JsonObject Line(SafeDistributions shown) => new()
    {
        ["productCode"] = shown.Line.Product.Code,
        ["subgroup"] = shown.Line.SubgroupId.Length > 0 ? shown.Line.SubgroupId : null,
        ["unit"] = Intake.Lines.CareUnits.Name(shown.Line.Product.Unit),
        ["withinDuration"] = shown.VolumeCurve is null ? null : Duration(shown.Line.Chosen.Duration!),
        ["volumes"] = new JsonArray([.. (shown.VolumeCurve?.Points ?? []).Select(point => new JsonObject
        {
            ["volume"] = (decimal)point.Value,
            ["atLeast"] = point.Percentage.Halves / 2m,
        })]),
        ["durations"] = new JsonArray([.. (shown.DurationCurve?.Points ?? []).Select(point => new JsonObject
        {
            ["duration"] = Duration(StepAt(shown.Line.Product, point.Value)),
            ["atLeast"] = point.Percentage.Halves / 2m,
        })]),
    };

    // On the axis of HistogramClasses.OfDuration.
    private static DurationStep StepAt(Product product, double value) =>
        product.AllowedDurations.All(step => step.Unit == DurationUnit.Month)
            ? DurationStep.Months((int)value)
            : product.AllowedDurations[(int)value - 1];

    private static JsonObject Duration(DurationStep step) => new()
    {
        ["length"] = step.Length,
        ["unit"] = JsonNamingPolicy.CamelCase.ConvertName(step.Unit.ToString()),
    };

    private static PastNeed NeedOf(JsonElement line)
    {
        var (code, subgroup) = PlaceOf(line);
        return new PastNeed(code, subgroup)
        {
            Within = line.GetProperty("withinDuration") is { ValueKind: JsonValueKind.Object } within
                ? StepOf(within)
                : null,
            Volumes =
            [
                .. line.GetProperty("volumes").EnumerateArray().Select(point =>
                    new PastVolume(point.GetProperty("volume").GetDecimal(), AtLeast(point))),
            ],
            Durations =
            [
                .. line.GetProperty("durations").EnumerateArray().Select(point =>
                    new PastDuration(StepOf(point.GetProperty("duration")), AtLeast(point))),
            ],
        };
    }

    private static (string Code, string Subgroup) PlaceOf(JsonElement line) =>
        (line.GetProperty("productCode").GetString()!, line.GetProperty("subgroup").GetString() ?? string.Empty);

    private static Percentage AtLeast(JsonElement point) => Percentage.Of(point.GetProperty("atLeast").GetDecimal());

    private static DurationStep StepOf(JsonElement duration) => new(
        duration.GetProperty("length").GetInt32(),
        Enum.Parse<DurationUnit>(duration.GetProperty("unit").GetString()!, ignoreCase: true));

    private static LineValue? ProposedOf(JsonElement line)
    {
        var chosen = line.GetProperty("chosen");
        return (chosen.GetProperty("volume"), chosen.GetProperty("duration"))
            is ({ ValueKind: JsonValueKind.Number } volume, { ValueKind: JsonValueKind.Object } duration)
            ? new LineValue(volume.GetDecimal(), StepOf(duration))
            : null;
    }

    private static decimal? WithinOf(JsonElement line) =>
        line.GetProperty("withinBoth") is { ValueKind: JsonValueKind.Object } share
            ? share.GetProperty("share").GetDecimal()
            : null;

    private static CalibrationException NoPacket(string folder) => new(
        ExitCode.Files,
        new("Hier staat geen pakket van rgk derive met vrijgegeven verdelingen, of het is van een oudere versie.",
            "There is no packet of rgk derive with released distributions here, or it is of an older version."),
        folder,
        new("Noem de map die bij rgk derive achter --out stond, of maak het pakket opnieuw.",
            "Name the folder that stood behind --out of rgk derive, or make the packet again."));

    private static CalibrationException Changed(string path) => new(
        ExitCode.DoesNotAddUp,
        new("Dit bestand van het pakket ontbreekt, of is veranderd nadat het is geschreven.",
            "This file of the packet is gone, or was changed after it was written."),
        path,
        new("Zet het bestand terug zoals het was, of maak het pakket opnieuw met rgk derive.",
            "Put the file back as it was, or make the packet again with rgk derive."));
}
