using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Review;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Review;

/// <summary>How many trajectories lie inside an adopted line, from the file that a draft wrote for it.</summary>
public sealed class AdoptedCoverageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Those_that_no_known_one_stands_for_are_read_back_and_lie_outside_the_adopted_line()
    {
        // Ten could not be followed after four months, and nobody is known beyond these.
        var coverage = Of(
        [
            .. Enumerable.Range(0, 20).Select(child => Care.Of(child, 0, 10 + child)),
            .. Enumerable.Range(20, 10).Select(child => Care.Running(child, 4, 10)),
        ]);

        Assert.Equal(30, coverage.All, 9);
        Assert.Equal(20 / 30.0, coverage.Duration, 9);
        Assert.Equal(11 / 30.0, coverage.Volume, 9);
        Assert.Equal(11 / 30.0, coverage.Both, 9);
    }

    [Fact]
    public void Where_nobody_was_followed_long_enough_none_lies_inside()
    {
        var coverage = Of(Enumerable.Range(0, 30).Select(child => Care.Running(child, 2, 10)));

        Assert.Equal((30, 0, 0, 0), (coverage.All, coverage.Duration, coverage.Volume, coverage.Both));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Twenty hours in twelve months, by way of the file.</summary>
    private AdoptedCoverage Of(IEnumerable<Care> care)
    {
        var line = Proposals.ForGroup(Care.Group(Care.Usual, care), new FrameworkSettings());
        var counts = VolumeCounts.Of(line).ToList();
        using (var file = File.Create(_folder["coverage.csv"]))
            VolumeCountTable.From(counts).WriteCsv(file);
        var read = VolumeCountReading.Read(_folder["coverage.csv"]);
        Assert.Contains(VolumeCounts.Unknown, read.Select(count => count.Volume));
        Assert.Equal(
            counts.Select(count => (count.Measure, count.Volume)), read.Select(count => (count.Measure, count.Volume)));
        var value = new LineValue(20, DurationStep.Months(12));
        var decision = new Decision(DecisionKind.Adapt, value, "Daarom.", string.Empty, string.Empty, null);
        var adopted = new AdoptedLine(
            Care.Usual.Code, Care.Usual.Name, FrameworkKind.Norm, CareUnit.Uur, string.Empty, string.Empty, null, null,
            decision);
        return Assert.Single(AdoptedCoverage.Of(new AdoptedFramework(true, "P80", string.Empty, [], [adopted]), read));
    }
}
