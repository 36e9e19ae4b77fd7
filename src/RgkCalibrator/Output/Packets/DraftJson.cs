using System.Text.Json;
using System.Text.Json.Nodes;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Packets;

/// <summary>
/// The draft for programs: numbers as in the tables, rounded likewise, and null for what is not shown. The form has a
/// version, which goes up when a property goes away or changes its meaning. It is the same in every language.
/// </summary>
internal static class DraftJson
{
    private const string Format = "rgk-draft";
    private const int FormatVersion = 1;

    /// <summary>The document.</summary>
    /// <param name="lines">The lines, as they may be shown.</param>
    /// <param name="notes">The choices behind them.</param>
    internal static JsonObject Build(IReadOnlyList<SafeLine> lines, DraftNotes notes)
    {
        var left = PresentedLines.Of(lines).Left;
        return new()
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
            ["lines"] = new JsonArray([.. lines.Select(line => Line(line, !left.Contains(line)))]),
        };
    }

    private static JsonObject Line(SafeLine line, bool isPresented)
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
            ["presented"] = isPresented,
            ["trajectories"] = Number(line.Trajectories.Value),
            ["chosen"] = Proposal(line.Chosen),
            ["compared"] = Proposal(line.Compared),
            ["lower"] = Limits(line.Lower),
            ["upper"] = Limits(line.Upper),
            ["perWeek"] = Intensity(line),
            ["withinDuration"] = Share(line.WithinDuration),
            ["withinVolume"] = Share(line.WithinVolume),
            ["withinBoth"] = Share(line.WithinBoth),
            ["current"] = Current(line.Current),
            // Of few children with many trajectories, the tier would tell what the count does not.
            ["tier"] = line.Withheld is null ? JsonFile.NameOf<Tier>(line.Tier) : null,
            ["basis"] = JsonFile.NameOf<Basis>(line.Basis),
            ["norm"] = Norm(line.Norm),
            ["lack"] = JsonFile.NameOf(line.Lack),
            // What a line is made of also stands on one that is withheld.
            ["sharesVolume"] = line.SharesVolume,
            ["sharesDuration"] = line.SharesDuration,
            ["perCareYear"] = line.IsPerCareYear,
        };
        foreach (var property in LineMarks.All.Where(mark => mark.JsonName is not null).GroupBy(mark => mark.JsonName!))
            json[property.Key] = Told(property, line);
        json["currentIntensityFits"] = LineMarks.CurrentFits(line);
        json["withheld"] = JsonFile.NameOf(line.Withheld);
        return json;
    }

    private static JsonNode? Told(IGrouping<string, Mark> property, SafeLine line)
    {
        // The one property with other answers than yes and no.
        if (property.Key == LineMarks.AdviceName)
            return JsonFile.NameOf(line.Advice);
        return property.Any(mark => line.Marks.Contains(mark.Id)) != property.First().IsOppositeInJson;
    }

    private static JsonObject Proposal(SafeProposal proposal) => new()
    {
        ["percentile"] = proposal.Percentage.Halves / 2.0,
        ["duration"] = Duration(proposal.Duration),
        ["volume"] = Number(proposal.Volume),
    };

    /// <summary>The limits of intervals, of which each may be null.</summary>
    private static JsonObject? Limits(SafeProposal? limits) =>
        limits is null ? null : new() { ["duration"] = Duration(limits.Duration), ["volume"] = Number(limits.Volume) };

    private static JsonObject? Current(CurrentLine? line) =>
        line is null ? null : new() { ["duration"] = Duration(line.Duration), ["volume"] = Number(line.Volume) };

    private static JsonObject? Norm(ExistingLine? norm) => norm is null ? null : new()
    {
        ["duration"] = Duration(norm.Duration),
        ["volume"] = Number(norm.Volume),
        ["source"] = norm.Source,
    };

    private static JsonObject? Duration(DurationStep? duration) => duration is null ? null : new()
    {
        ["length"] = duration.Length,
        ["unit"] = JsonNamingPolicy.CamelCase.ConvertName(duration.Unit.ToString()),
    };

    private static JsonObject? Intensity(SafeLine line) =>
        line is not { Intensity: { } intensity, Product.IntensityUnit: { } unit } ? null : new()
        {
            ["value"] = Number(DraftCells.Intensity(intensity, unit, Language.English)),
            ["unit"] = DraftCells.UnitName(unit),
        };

    /// <summary>A share; <c>above</c> is true when it is only said to be above a bound.</summary>
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
