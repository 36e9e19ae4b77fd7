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
    public static DraftFramework Read(string path, ProductCatalogue catalogue) => JsonReading.Read(
        path, (bytes, root) => Draft(bytes, root, catalogue),
        new("Dit concept is niet te lezen, of hoort bij een andere catalogus.",
            "This draft cannot be read, or is of another catalogue."),
        new("Noem met --run het pakket dat rgk derive heeft gemaakt, onveranderd.",
            "Name with --run the packet that rgk derive made, unchanged."));

    private static DraftFramework Draft(byte[] bytes, JsonElement root, ProductCatalogue catalogue)
    {
        var lines = root.GetProperty("lines").EnumerateArray().ToList();
        return root.GetProperty("format").ValueEquals("rgk-draft")
            ? new DraftFramework(
                Percentage.Of(lines[0].GetProperty("chosen").GetProperty("percentile").GetDecimal()),
                root.GetProperty("synthetic").GetBoolean(),
                Convert.ToHexStringLower(SHA256.HashData(bytes)),
                [.. lines.Select(line => Line(line, catalogue))])
            : throw new FormatException();
    }

    private static DraftedLine Line(JsonElement line, ProductCatalogue catalogue)
    {
        var code = line.GetProperty("productCode").GetString();
        var product = catalogue.Products.FirstOrDefault(one => one.Code == code) ?? throw new FormatException();
        var subgroup = line.GetProperty("subgroup").GetString() ?? string.Empty;
        var label = subgroup == Subgroup.RestId
            ? GroupScope.RestName
            : Wording.Same(line.GetProperty("subgroupName").GetString() ?? string.Empty);
        var basis = Enum.Parse<Basis>(line.GetProperty("basis").GetString()!, ignoreCase: true);
        var proposed = basis == Basis.Norm ? NormOf(product) : Value(line.GetProperty("chosen"));
        return new DraftedLine(product, subgroup, label, proposed)
        {
            Basis = basis,
            IsPerCareYear = line.GetProperty("perCareYear").GetBoolean(),
            // A share that is only said to be above a bound is no share.
            WithinBoth = line.GetProperty("withinBoth") is { ValueKind: JsonValueKind.Object } share
                && !share.GetProperty("above").GetBoolean()
                    ? share.GetProperty("share").GetDecimal()
                    : null,
            // Of drafts from before this was told, every line was presented.
            IsPresented = !line.TryGetProperty("presented", out var presented) || presented.GetBoolean(),
        };
    }

    private static LineValue NormOf(Product product) => product.Existing is { } norm
        ? new LineValue(norm.Volume, norm.Duration)
        : throw new FormatException();

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
