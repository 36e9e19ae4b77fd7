using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;

namespace RgkCalibrator.Tests.Basics;

/// <summary>Who renames a member in the code would rename it in files that programs read: these stay.</summary>
public sealed class EnumNamesTests
{
    [Fact]
    public void Names_in_files_stay_when_the_code_changes()
    {
        Assert.Equal("used netted duplicate excluded rejected", All<RowOutcome>());
        Assert.Equal("corrected completed", All<Estimator>());
        Assert.Equal("none indicative provisional full", All<Tier>());
        Assert.Equal("within below above", All<FunnelSide>());
        Assert.Equal("rgk norm none", All<FrameworkKind>());
        Assert.Equal("history norm insufficient", All<Basis>());
        Assert.Equal("too-few no-column not-reached", All<Lack>());
        Assert.Equal("too-few-children nearly-all-equal equal-or-small-remainder", All<Withheld>());
        Assert.Equal("one-line judgement own-lines", All<PartitionAdvice>());
        Assert.Equal("none band significance size different-lines reason", All<PartitionLacks>());
        Assert.Equal("none small-early-risk-set much-censored", All<EstimateWarnings>());
        Assert.Equal(
            "type1 type2 type4 type5 type6 type7 type8 type9 km ipcw harrell-davis bootstrap-client bootstrap-provider",
            All<Method>());
    }

    [Fact]
    public void A_reason_of_a_rejected_row_is_called_by_the_same_rule() =>
        Assert.All(Enum.GetValues<RejectionReason>(), reason => Assert.Equal(reason.Name(), reason.NameInFiles()));

    [Fact]
    public void A_member_that_does_not_exist_has_no_name() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Tier)99).NameInFiles());

    private static string All<T>()
        where T : struct, Enum => string.Join(' ', Enum.GetValues<T>().Select(member => member.NameInFiles()));
}
