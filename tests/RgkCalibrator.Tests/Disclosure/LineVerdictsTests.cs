using RgkCalibrator.Disclosure;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Disclosure;

public sealed class LineVerdictsTests
{
    [Fact]
    public void Each_limit_of_an_interval_has_the_verdict_of_what_is_shown_of_it()
    {
        var percentage = Percentage.Of(80);
        var chosen = new SafeProposal(percentage) { Volume = 61, Duration = DurationStep.Months(12) };
        var line = new SafeLine(
            Care.Usual, chosen, new SafeProposal(Percentage.Of(75)), new SafeCount(500, 10))
        {
            Lower = new SafeProposal(percentage) { Volume = 54 },
            Upper = new SafeProposal(percentage) { Duration = DurationStep.Months(18) },
        };

        var verdicts = new LineVerdicts(line, new DisclosureProfile()).All(distributions: null)
            .ToDictionary(verdict => verdict.Figure, verdict => verdict.Verdict);

        Assert.Equal(
            (Verdict.Rounded, Verdict.Suppressed), (verdicts[Figure.LowerVolume], verdicts[Figure.UpperVolume]));
        Assert.Equal(
            (Verdict.Suppressed, Verdict.Rounded), (verdicts[Figure.LowerDuration], verdicts[Figure.UpperDuration]));
    }
}
