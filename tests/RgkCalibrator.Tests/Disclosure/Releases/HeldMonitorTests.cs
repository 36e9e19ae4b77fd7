using RgkCalibrator.Disclosure;
using RgkCalibrator.Disclosure.Releases;
using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Monitoring;
using RgkCalibrator.Tests.Control;
using RgkCalibrator.Tests.Groups;

namespace RgkCalibrator.Tests.Disclosure.Releases;

/// <summary>Monitors of one region beside each other.</summary>
public sealed class HeldMonitorTests
{
    private static readonly DisclosureProfile Profile = new();
    private static readonly ChartSettings Chart = new();

    private static readonly ReleaseKeys Keys =
        new([.. Enumerable.Range(0, 4_000_000).Select(child => (ulong)child)], []);

    [Theory]
    [InlineData("the same", 0, 0, false)]
    [InlineData("three more within", 3, 0, true)]
    [InlineData("nine more beyond", 0, 9, true)]
    [InlineData("ten more within", 10, 0, false)]
    [InlineData("ten more within and one beyond", 10, 1, true)]
    public void A_quarter_changes_only_where_none_or_enough_children_differ(
        string why, int within, int beyond, bool isKept)
    {
        var first = Held(Care(), MonitorLedger.Empty);

        var second = Held([.. Care(), .. More(within, beyond)], first.Ledger);

        var fresh = Held([.. Care(), .. More(within, beyond)], MonitorLedger.Empty);
        Expect.Equal(isKept ? Told(first) : Told(fresh), Told(second), why);
    }

    [Fact]
    public void A_run_that_sees_one_quarter_more_adds_it_and_leaves_the_others()
    {
        var first = Held(Care(), MonitorLedger.Empty, to: new(2027, 2, 1));

        var second = Held(Care(), first.Ledger);

        var (before, after) = (Told(first).Split("; "), Told(second).Split("; "));
        Assert.True(before.Length < after.Length);
        Assert.Equal(before, after.Take(before.Length));
    }

    [Fact]
    public void Few_children_on_either_side_are_never_shown()
    {
        Assert.Empty(Told(Held(MadeControl.Of(0, 200, 30), MonitorLedger.Empty)));
        Assert.NotEmpty(Told(Held(MadeControl.Of(0, 400, 200), MonitorLedger.Empty)));
        Assert.Empty(Told(Held(MadeControl.Of(0, 400, 380), MonitorLedger.Empty)));
    }

    [Fact]
    public void Another_line_is_not_shown_beside_the_first_where_few_children_change_sides()
    {
        var care = Care().Append(MadeControl.Of(3, 1, 0).Single()).ToList();
        var first = Held(care, MonitorLedger.Empty);

        Assert.Empty(Told(Held(care, first.Ledger, volume: 39)));
        Assert.Equal(Told(first), Told(Held(care, first.Ledger, volume: 55)));
    }

    [Fact]
    public void Of_many_reruns_no_two_tell_apart_fewer_than_ten_children()
    {
        var random = new Random(5);
        for (var round = 0; round < 40; round++)
        {
            var (care, ledger) = (Care(), MonitorLedger.Empty);
            for (var run = 0; run < 4; run++)
            {
                ledger = Held(care, ledger).Ledger;
                care = [.. care.Where(_ => random.Next(60) > 0), .. More(random.Next(30), random.Next(30), run + 1)];
            }

            Assert.All(
                ledger.Quarters.GroupBy(one => one.Shown.Quarter).SelectMany(same => Pairs([.. same])),
                pair => Assert.True(pair.One.MayStandBeside(pair.Other, Profile)));
        }
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var ledger = Held(Care(), MonitorLedger.Empty).Ledger;
        using var file = new MemoryStream();
        ledger.Write(file);
        file.Position = 0;

        var read = MonitorLedger.Read(file)!;

        Assert.Equal(ledger.Quarters.Select(one => one.Shown), read.Quarters.Select(one => one.Shown));
        Assert.Equal(
            Told(Held([.. Care(), .. More(3, 0)], ledger)), Told(Held([.. Care(), .. More(3, 0)], read)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"format\":\"rgk-released-control\",\"formatVersion\":1,\"lines\":[]}")]
    [InlineData("{\"format\":\"rgk-released-monitor\",\"formatVersion\":1,\"quarters\":[{\"code\":\"45C02\"}]}")]
    public void A_file_that_is_no_ledger_of_monitors_is_none(string text)
    {
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));

        Assert.Null(MonitorLedger.Read(file));
    }

    private static List<Care> Care() => [.. MadeControl.Of(0, 360, 130), .. MadeControl.Of(1, 340, 120, 2024)];

    // All in one quarter, of children that were not there.
    private static IEnumerable<Care> More(int within, int beyond, int run = 1) =>
        MadeControl.Of(2, within + beyond, beyond).Select((care, i) => care with
        {
            Child = care.Child + (run * 1000),
            Start = new DateOnly(2026, 2, 1),
        });

    private static HeldMonitor Held(
        IEnumerable<Care> care, MonitorLedger earlier, decimal volume = 50, DateOnly? to = null)
    {
        var known = to ?? new DateOnly(2028, 1, 1);
        var when = new MonitorPeriod(
            MadeControl.Since, new(2018, 4, 1), known, new(new(2018, 1, 1), known.AddDays(91)));
        var settings = new MonitorSettings { LateMonths = 0 };
        var line = MonitoredLine.Of(
            RgkCalibrator.Tests.Groups.Care.Group(RgkCalibrator.Tests.Groups.Care.Usual, care),
            MadeControl.Fifty with { Volume = volume }, when,
            Arrivals.Learn(new DeclaredByMonth([], null), when.Observed.Last, settings), settings,
            new FrameworkSettings());
        (FollowedLine, QuarterChart)[] lines = [(line.Followed, line.Chart)];
        return HeldMonitor.From(
            SafeMonitor.From(MadeControl.Since, 0.2, lines, Chart, Profile), lines, Keys, earlier, Chart, Profile);
    }

    private static string Told(HeldMonitor held) => string.Join(
        "; ",
        held.Safe.Lines.SelectMany(line => line.Quarters)
            .Select(quarter => $"{quarter.Quarter} {quarter.Beyond}/{quarter.Trajectories}"));

    private static IEnumerable<(ReleasedQuarter One, ReleasedQuarter Other)> Pairs(
        IReadOnlyList<ReleasedQuarter> all) =>
        all.SelectMany((one, i) => all.Skip(i + 1).Select(other => (one, other)));
}
