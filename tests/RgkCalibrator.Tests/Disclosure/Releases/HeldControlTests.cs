using RgkCalibrator.Disclosure;
using RgkCalibrator.Disclosure.Releases;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Tests.Control;
using RgkCalibrator.Tests.Groups;

namespace RgkCalibrator.Tests.Disclosure.Releases;

/// <summary>Controls of one region beside each other.</summary>
public sealed class HeldControlTests
{
    private static readonly DisclosureProfile Profile = new();

    // Keys by which a child and a provider are known in every run.
    private static readonly ReleaseKeys Keys = new(
        [.. Enumerable.Range(0, 9_000_000).Select(child => (ulong)child)],
        [.. Enumerable.Range(0, 60).Select(provider => (ulong)provider)]);

    [Theory]
    [InlineData("the same", 0, 0, false)]
    [InlineData("three more within at one provider", 3, 0, true)]
    [InlineData("nine more beyond at one provider", 0, 9, true)]
    [InlineData("ten more within at one provider", 10, 0, false)]
    [InlineData("ten more within and one beyond", 10, 1, true)]
    public void A_line_changes_only_where_none_or_enough_children_differ(
        string why, int within, int beyond, bool isKept)
    {
        var first = Held(Care(), ControlLedger.Empty);

        var second = Held([.. Care(), .. More(within, beyond)], first.Ledger);

        var fresh = Held([.. Care(), .. More(within, beyond)], ControlLedger.Empty);
        Expect.Equal(isKept ? Told(first) : Told(fresh), Told(second), why);
    }

    [Fact]
    public void Another_volume_of_the_same_trajectories_is_not_shown_beside_the_first()
    {
        var first = Held(Care(), ControlLedger.Empty);

        Assert.Null(Assert.Single(Held(Care(), first.Ledger, volume: 45).Safe.Lines).Providers);
        Assert.NotNull(Assert.Single(Held(Care(), ControlLedger.Empty, volume: 45).Safe.Lines).Providers);
    }

    [Fact]
    public void A_control_of_other_trajectories_stands_beside_the_first()
    {
        var first = Held(Care(), ControlLedger.Empty);

        var later = Held(Care(year: 2027), first.Ledger);

        Assert.Equal(2, later.Ledger.Lines.Count);
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var ledger = Held(Care(), ControlLedger.Empty).Ledger;
        using var file = new MemoryStream();
        ledger.Write(file);
        file.Position = 0;

        var read = ControlLedger.Read(file)!;

        Assert.Equal(Told(Held(Care(), ledger)), Told(Held(Care(), read)));
        Assert.Equal(
            ledger.Lines[0].Shown.Parts.Select(part => part.Trajectories),
            read.Lines[0].Shown.Parts.Select(part => part.Trajectories));
        Assert.True(ledger.Lines[0].MayStandBeside(read.Lines[0], Profile));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"format\":\"rgk-released\",\"formatVersion\":2,\"products\":[]}")]
    [InlineData("{\"format\":\"rgk-released-control\",\"formatVersion\":1,\"lines\":[{\"code\":\"45C02\"}]}")]
    public void A_file_that_is_no_ledger_of_controls_is_none(string text)
    {
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));

        Assert.Null(ControlLedger.Read(file));
    }

    private static List<Care> Care(int year = 2026) =>
    [
        .. MadeControl.Of(0, 120, 24, year), .. MadeControl.Of(1, 90, 40, year), .. MadeControl.Of(2, 70, 13, year),
        .. MadeControl.Of(3, 60, 15, year), .. MadeControl.Of(4, 50, 11, year),
    ];

    private static IEnumerable<Care> More(int within, int beyond) =>
        MadeControl.Of(0, within + beyond, beyond, 2028);

    private static HeldControl Held(IEnumerable<Care> care, ControlLedger earlier, decimal volume = 50)
    {
        var line = MadeControl.Line(care);
        (FollowedLine, IReadOnlySet<int>)[] lines = [(new FollowedLine(line.Since.Followed, volume), line.Unnamed)];
        return HeldControl.From(
            SafeControl.From(MadeControl.Since, 0.2, lines, 0.95, Profile), lines, Keys, earlier, Profile);
    }

    private static string Told(HeldControl held) => string.Join(
        "; ",
        held.Safe.Lines.Select(line => string.Join(
            ", ", line.Providers!.Parts.Select(part => $"{part.Name} {part.Above}/{part.Trajectories}"))));
}
