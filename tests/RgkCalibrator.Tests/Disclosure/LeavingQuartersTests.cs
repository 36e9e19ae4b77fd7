using RgkCalibrator.Disclosure;

namespace RgkCalibrator.Tests.Disclosure;

/// <summary>
/// All that leaves of a monitor, by name, as <see cref="LeavingFiguresTests"/> for a draft: nothing is told of a
/// quarter but how many of its trajectories lie on either side of a line, rounded, with enough children on both.
/// Quarters and lines have no trajectory in common, so no attacker is needed; what stands beside an earlier release is
/// held by HeldMonitor.
/// </summary>
public sealed class LeavingQuartersTests
{
    private const string Setting = "a choice or the catalogue: it tells nothing of the data";
    private const string Derived = "computed from figures that are shown";
    private const string Reason = "why nothing is shown, by counts that are shown";
    private const string Side = "one side of a line in a quarter of starts, of which nothing is told but its size";
    private const string Mixed = "columns of which each is on this list";

    private static readonly Dictionary<string, string> Known = new()
    {
        ["SafeMonitor.Since"] = Setting,
        ["SafeMonitor.Aim"] = Setting,
        ["SafeMonitor.Lines"] = Mixed,
        ["SafeMonitor.Verdicts"] = Reason,
        ["SafeMonitor.IsShown"] = Derived,
        ["SafeMonitorLine.Product"] = Setting,
        ["SafeMonitorLine.SubgroupId"] = Setting,
        ["SafeMonitorLine.SubgroupName"] = Setting,
        ["SafeMonitorLine.Volume"] = Setting,
        ["SafeMonitorLine.HasVolume"] = Setting,
        ["SafeMonitorLine.Duration"] = Setting,
        ["SafeMonitorLine.Quarters"] = Mixed,
        ["SafeMonitorLine.Centre"] = Derived,
        ["SafeMonitorLine.SigmaZ"] = Derived,
        ["SafeMonitorLine.Trajectories"] = Derived,
        ["SafeQuarterShare.Quarter"] = Setting,
        ["SafeQuarterShare.Trajectories"] = Side,
        ["SafeQuarterShare.Beyond"] = Side,
        ["SafeQuarterShare.Share"] = Derived,
        ["SafeQuarterShare.IsBase"] = Setting,
        ["SafeQuarterShare.Limits"] = Derived,
        // A fall also looks at the rounded count of those that may still go beyond: yes or no leaves of it.
        ["SafeQuarterShare.Signals"] = Derived,
    };

    private static readonly Type[] Types = [typeof(SafeMonitor), typeof(SafeMonitorLine), typeof(SafeQuarterShare)];

    [Fact]
    public void Everything_that_leaves_of_a_monitor_has_a_reason() => Assert.Equal(
        Known.Keys.Order(StringComparer.Ordinal),
        Types.SelectMany(type => type.GetProperties().Select(property => $"{type.Name}.{property.Name}"))
            .Order(StringComparer.Ordinal));
}
