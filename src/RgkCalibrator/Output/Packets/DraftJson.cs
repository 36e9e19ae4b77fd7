using System.Text.Json;
using System.Text.Json.Nodes;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Packets;

/// <summary>
/// The draft for programs: numbers as in the tables, rounded likewise, and null for what is not shown. The form has a version, which goes up when
/// a property goes away or changes its meaning. It is the same in every language.
/// </summary>
internal static class DraftJson
{
    private const string Format = "rgk-draft";
    private const int FormatVersion = 1;

    /// <summary>The document.</summary>
    /// <param name="lines">The lines, as they may be shown.</param>
    /// <param name="notes">The choices behind them.</param>
    internal static JsonObject Of(IReadOnlyList<SafeLine> lines, DraftNotes notes) => new()
    {
        ["format"] = Format,
        ["formatVersion"] = FormatVersion,
        ["synthetic"] = notes.IsSynthetic,
        ["cohort"] = notes.Trajectories.Cohort.ToString(),
        ["cohortRule"] = notes.Trajectories.Rule.ToString(),
        ["gapDays"] = notes.Trajectories.GapDays,
        ["percentileType"] = notes.Framework.Type.ToString(),
        ["smallestGroup"] = notes.Disclosure.SmallestGroup,
        ["countRounding"] = notes.Disclosure.CountRounding,
        ["lines"] = new JsonArray([.. lines.Select(Line)]),
    };

    private static JsonObject Line(SafeLine line)
    {
        var isPart = line.SubgroupId.Length > 0;
        var json = new JsonObject
        {
            ["productCode"] = line.Product.Code,
            ["product"] = line.Product.Name,
            ["subgroup"] = isPart ? line.SubgroupId : null,
            // In one language, as the names of products.
            ["subgroupName"] = isPart ? line.SubgroupName.Dutch : null,
            ["framework"] = line.Product.Framework == FrameworkKind.Rgk ? "rgk" : "norm",
            ["unit"] = line.Product.Unit.Name(),
            ["trajectories"] = Number(line.Trajectories.Value),
            ["chosen"] = Proposal(line.Chosen),
            ["compared"] = Proposal(line.Compared),
            ["lower"] = Limits(line.Lower?.Duration, line.Lower?.Volume, line.Lower is not null),
            ["upper"] = Limits(line.Upper?.Duration, line.Upper?.Volume, line.Upper is not null),
            ["perWeek"] = Intensity(line),
            ["withinDuration"] = Share(line.WithinDuration),
            ["withinVolume"] = Share(line.WithinVolume),
            ["withinBoth"] = Share(line.WithinBoth),
            ["current"] = Limits(line.Current?.Duration, line.Current?.Volume, line.Current is not null),
            // Of few children with many trajectories, the tier would tell what the count does not.
            ["tier"] = line.Withheld is null ? JsonFile.NameOf(line.Tier) : null,
            ["basis"] = JsonFile.NameOf(line.Basis),
            ["lack"] = line.Lack is { } lack ? JsonFile.NameOf(lack) : null,
            // What a line is made of also stands on one that is withheld.
            ["sharesVolume"] = line.SharesVolume,
            ["sharesDuration"] = line.SharesDuration,
            ["perCareYear"] = line.IsPerCareYear,
        };
        foreach (var property in LineMarks.All.Where(mark => mark.JsonName is not null).GroupBy(mark => mark.JsonName!))
            json[property.Key] = Told(property, line);
        json["currentIntensityFits"] = LineMarks.CurrentFits(line);
        json["withheld"] = line.Withheld is { } withheld ? JsonFile.NameOf(withheld) : null;
        return json;
    }

    private static JsonNode? Told(IGrouping<string, Mark> property, SafeLine line)
    {
        // The one property with other answers than yes and no.
        if (property.Key == LineMarks.AdviceName)
            return line.Advice is { } advice ? JsonFile.NameOf(advice) : null;
        return property.Any(mark => line.Marks.Contains(mark.Id)) != property.First().IsOppositeInJson;
    }

    private static JsonObject Proposal(SafeProposal proposal) => new()
    {
        ["percentile"] = proposal.Percentage.Halves / 2.0,
        ["duration"] = Duration(proposal.Duration),
        ["volume"] = Number(proposal.Volume),
    };

    /// <summary>A duration and a volume, of which each may be null; null where there is neither.</summary>
    private static JsonObject? Limits(DurationStep? duration, decimal? volume, bool isThere) =>
        isThere ? new() { ["duration"] = Duration(duration), ["volume"] = Number(volume) } : null;

    private static JsonObject? Duration(DurationStep? duration) => duration is null ? null : new()
    {
        ["length"] = duration.Length,
        ["unit"] = JsonNamingPolicy.CamelCase.ConvertName(duration.Unit.ToString()),
    };

    private static JsonObject? Intensity(SafeLine line) =>
        line is not { Intensity: { } intensity, Product.IntensityUnit: { } unit } ? null : new()
        {
            ["value"] = Number(DraftTable.Intensity(intensity, unit, Language.English)),
            ["unit"] = DraftTable.UnitName(unit),
        };

    /// <summary>Of a share that is only said to be above a bound, <c>above</c> is true.</summary>
    private static JsonObject? Share(SafeShare? share) => share is null ? null : new()
    {
        ["share"] = Number(TableCell.Share(share.Value, Language.English)),
        ["above"] = share.IsBand,
    };

    private static JsonNode? Number(decimal? value) =>
        value is { } number ? Number(TableCell.Decimal(number, 2, Language.English)) : null;

    // As the tables round it.
    private static JsonNode? Number(TableCell cell) => JsonNode.Parse(cell.Plain);
}
