using System.Text.Json;
using RgkCalibrator.Output.Packets;

namespace RgkCalibrator.Tests.Output.Packets;

/// <summary>The released distributions for programs.</summary>
public sealed class DistributionJsonTests
{
    [Theory]
    [InlineData("volumeCurve", "volumes")]
    [InlineData("durationCurve", "durations")]
    public void It_holds_the_curves_that_were_released_and_no_other(string figure, string property)
    {
        using var release = Open("vrijgave.json");
        using var distributions = Open(DistributionJson.FileName);
        var shown = release.RootElement.GetProperty("figures").EnumerateArray()
            .Where(one => one.GetProperty("figure").ValueEquals(figure)
                && one.GetProperty("reason").ValueKind == JsonValueKind.Null)
            .Select(one => $"{one.GetProperty("product")}/{one.GetProperty("subgroup")}").Order();

        var held = Lines(distributions).Where(line => line.GetProperty(property).GetArrayLength() > 0)
            .Select(line => $"{line.GetProperty("productCode")}/{line.GetProperty("subgroup")}").Order();

        Assert.NotEmpty(held);
        Assert.Equal(shown, held);
    }

    [Fact]
    public void Nothing_else_of_a_line_stands_in_it()
    {
        using var distributions = Open(DistributionJson.FileName);

        Assert.All(Lines(distributions), line => Assert.Equal(
            ["productCode", "subgroup", "unit", "withinDuration", "volumes", "durations"],
            line.EnumerateObject().Select(property => property.Name)));
        Assert.All(Lines(distributions).SelectMany(line => line.GetProperty("volumes").EnumerateArray()), point =>
            Assert.Equal(["volume", "atLeast"], point.EnumerateObject().Select(property => property.Name)));
        Assert.All(Lines(distributions).SelectMany(line => line.GetProperty("durations").EnumerateArray()), point =>
            Assert.Equal(["duration", "atLeast"], point.EnumerateObject().Select(property => property.Name)));
    }

    [Fact]
    public void Points_ascend_in_value_and_in_share()
    {
        var past = RequestChecking.ReadPast(SmallRegion.Packet);

        Assert.True(past.IsSynthetic);
        Assert.All(past.Lines, need =>
        {
            Assert.Equal(need.Volumes.OrderBy(point => point.Volume), need.Volumes);
            Assert.Equal(need.Volumes.OrderBy(point => point.AtLeast.Halves), need.Volumes);
            Assert.Equal(need.Durations.OrderBy(point => point.AtLeast.Halves), need.Durations);
        });
        Assert.Contains(past.Lines, need => need is { Proposed: not null, WithinBoth: not null });
    }

    private static IEnumerable<JsonElement> Lines(JsonDocument distributions) =>
        distributions.RootElement.GetProperty("lines").EnumerateArray();

    private static JsonDocument Open(string name) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(SmallRegion.Packet, "extern", name)));
}
