using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Annexes;
using RgkCalibrator.Review;
using RgkCalibrator.Tests.Cli;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Output.Annexes;

/// <summary>A <c>framework.json</c> that somebody changed is the user's mistake, and never a crash of ours.</summary>
public sealed class FrameworkJsonTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("adopted.duration.length", "0")]
    [InlineData("adopted.duration.length", "-12")]
    [InlineData("adopted.duration.length", "1001")]
    [InlineData("adopted.duration.length", "2147483648")]
    [InlineData("adopted.duration.length", "1.5")]
    [InlineData("adopted.duration.length", "\"12\"")]
    [InlineData("adopted.duration.unit", "\"schooljaar\"")]
    [InlineData("adopted.duration.unit", "\"eeuw\"")]
    [InlineData("adopted.volume", "0")]
    [InlineData("adopted.volume", "1e400")]
    [InlineData("/formatVersion", "99")]
    [InlineData("proposed.duration.length", "0")]
    [InlineData("current.duration.length", "0")]
    [InlineData("perWeek.value", "-1")]
    [InlineData("perWeek.value", "1000001")]
    [InlineData("perWeek.value", "79228162514264337593543950335")]
    [InlineData("perWeek.value", "1e400")]
    [InlineData("perWeek.unit", "\"volume\"")]
    public void A_value_that_no_framework_can_have_is_refused_as_a_file_that_this_program_did_not_write(
        string place, string value)
    {
        var file = Changed(place, value);

        var refused = Assert.Throws<CalibrationException>(() => FrameworkJson.Read(file));
        Assert.Equal((ExitCode.Files, file), (refused.ExitCode, refused.Where));
        Assert.Contains("framework.json", refused.Remedy.Dutch, StringComparison.Ordinal);
        foreach (var outcome in new[] { Outcome.Of("lint", file), Outcome.Of("diff", file, file) })
        {
            Assert.Equal((int)ExitCode.Files, outcome.Code);
            Assert.Contains("geen vastgesteld kader", outcome.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("adopted.duration.length", "1")]
    [InlineData("adopted.duration.length", "1000")]
    [InlineData("adopted.volume", "1000000")]
    [InlineData("perWeek.value", "0")]
    [InlineData("perWeek.value", "1000000")]
    public void A_value_at_its_bound_is_read_and_can_be_linted(string place, string value)
    {
        var file = Changed(place, value);

        Assert.Single(FrameworkJson.Read(file).Lines);
        Assert.InRange(Outcome.Of("lint", file).Code, 0, 1);
        Assert.Equal(0, Outcome.Of("diff", file, file).Code);
    }

    public void Dispose() => _folder.Dispose();

    private string Changed(string place, string value)
    {
        var twelve = new LineValue(61, DurationStep.Months(12));
        var line = new AdoptedLine(
            "45C02", "Begeleiding", FrameworkKind.Norm, CareUnit.Uur, string.Empty, string.Empty, twelve, twelve,
            new Decision(DecisionKind.Adopt, twelve, string.Empty, string.Empty, string.Empty, null))
        {
            Intensity = 70,
            IntensityUnit = IntensityUnit.MinuutPerWeek,
        };
        var json = FrameworkJson.Build(new AdoptedFramework(true, "P80", string.Empty, [], [line]));
        var names = place.Split('.');
        var holder = names[..^1].Aggregate(json["lines"]![0]!, (node, name) => node[name]!);
        // Of the document itself.
        if (place.StartsWith('/'))
            (holder, names) = (json, [place[1..]]);
        // As text, since no number in memory is as large.
        holder[names[^1]] = "hier";
        File.WriteAllText(
            _folder["framework.json"],
            json.ToJsonString().Replace("\"hier\"", value, StringComparison.Ordinal));
        return _folder["framework.json"];
    }
}
