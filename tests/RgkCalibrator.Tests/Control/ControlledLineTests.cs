using RgkCalibrator.Control;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Statistics.Testing;
using RgkCalibrator.Tests.Framework;
using RgkCalibrator.Tests.Groups;

namespace RgkCalibrator.Tests.Control;

/// <summary>Providers against an adopted line, of constructed trajectories.</summary>
public sealed class ControlledLineTests
{
    [Fact]
    public void Starts_since_the_framework_are_compared_and_earlier_ones_are_the_past()
    {
        var line = MadeControl.Line([.. MadeControl.Of(0, 40, 10), .. MadeControl.Of(0, 30, 6, 2020), .. Others()]);

        var own = line.Providers[0];
        Assert.Equal(new BeyondCount(10, 40), own.Volume!.Beyond);
        Assert.Equal((new BeyondCount(6, 30), new BeyondCount(10, 40)), (own.Volume.Before, own.Volume.From));
        Assert.Equal(0.2, own.Volume.Target!.Value, 1e-12);
        Assert.Equal(40 + 60, line.Since.Followed.Count);
    }

    [Fact]
    public void The_day_of_the_framework_is_since_and_the_day_before_is_the_past()
    {
        Care At(DateOnly start, int child) =>
            Followed.Of(child, 60) with { Start = start, Covariates = Followed.By(0) };

        var line = MadeControl.Line([At(MadeControl.Since, 1), At(MadeControl.Since.AddDays(-1), 2)]);

        var own = Assert.Single(line.Providers);
        Assert.Equal((1, 1), (own.Volume!.From.N, own.Volume.Before.N));
    }

    [Fact]
    public void Beyond_either_is_beyond_the_volume_or_the_duration_and_counts_once()
    {
        // The first three last longer, the first five use more.
        var line = MadeControl.Line(
            [.. MadeControl.Of(0, 20, 5, outlasts: 3), .. MadeControl.Of(1, 20, 2, outlasts: 4)]);

        Assert.Equal((5, 3, 5), Beyond(line.Providers[0]));
        Assert.Equal((2, 4, 4), Beyond(line.Providers[1]));

        static (long, long, long) Beyond(ControlledProvider own) =>
            (own.Volume!.Beyond.Beyond, own.Duration.Beyond.Beyond, own.Either.Beyond.Beyond);
    }

    [Fact]
    public void What_is_used_beyond_the_volume_is_summed_in_the_unit() =>
        Assert.Equal(50, MadeControl.Line(MadeControl.Of(0, 20, 5)).Providers[0].UnitsBeyond, 1e-9);

    [Fact]
    public void A_trajectory_that_cannot_be_followed_yet_is_counted_as_such_alone()
    {
        var late = Followed.Of(7, 60) with { Start = new(2029, 8, 1), Covariates = Followed.By(0) };

        var line = MadeControl.Line([.. MadeControl.Of(0, 20, 5), late]);

        var own = line.Providers[0];
        Assert.Equal((20, 1, 1), (own.Volume!.Beyond.N, own.NotYetFollowed, line.NotYetFollowed));
    }

    [Fact]
    public void A_registered_situation_counts_apart()
    {
        var line = MadeControl.Line(MadeControl.Of(0, 20, 5), isRegistered: place => place < 4);

        var own = Assert.Single(line.Providers);
        Assert.Equal((16, 4), (own.Volume!.Beyond.N, own.Registered));
        Assert.Equal(1, own.Volume.Beyond.Beyond);
    }

    [Fact]
    public void One_trajectory_alone_has_no_target_and_no_signal()
    {
        var own = Assert.Single(MadeControl.Line(MadeControl.Of(3, 1, 1)).Providers);

        Assert.Equal((null, null, Signal.None), (own.Volume!.Target, own.Volume.History, own.Signal));
    }

    [Fact]
    public void A_line_without_trajectories_has_no_providers()
    {
        var line = MadeControl.Line([]);

        Assert.Empty(line.Providers);
        Assert.All(line.Funnels, funnel => Assert.Empty(funnel.Providers));
    }

    [Fact]
    public void A_provider_with_a_past_alone_is_not_compared() =>
        Assert.Empty(MadeControl.Line(MadeControl.Of(0, 30, 6, 2020)).Providers);

    [Fact]
    public void Declarations_that_name_no_provider_are_of_nobody_that_is_compared()
    {
        var line = MadeControl.Line([.. MadeControl.Of(0, 40, 10), .. MadeControl.Of(1, 60, 12)], ["", "B"]);

        Assert.Equal("B", Assert.Single(line.Providers).Provider);
        Assert.Null(line.Providers[0].Volume!.Target);
    }

    [Fact]
    public void The_past_of_a_provider_is_compared_as_in_R()
    {
        foreach (var row in Reference.Rows("own_history_fisher.csv"))
        {
            var line = MadeControl.Line(
                MadeControl.Of(0, (int)row.Whole("n_old"), (int)row.Whole("k_old"), 2020)
                    .Concat(MadeControl.Of(0, (int)row.Whole("n_new"), (int)row.Whole("k_new"))));

            Assert.Equal(row.Number("fisher_p"), line.Providers[0].Volume!.History!.P, 1e-9);
        }
    }

    [Fact]
    public void The_chances_of_a_provider_are_those_of_R_at_the_same_target()
    {
        // The only other provider has the target of the reference, 20%.
        foreach (var row in Reference.Rows("funnel_providers.csv"))
        {
            var line = MadeControl.Line(
                MadeControl.Of(0, (int)row.Whole("n"), (int)row.Whole("exceed")).Concat(MadeControl.Of(1, 1000, 200)));

            var point = line.Providers[0].Volume!.Point!;
            Assert.Equal(row.Number("p_upper_exact"), point.UpperTail, 1e-9);
            Assert.Equal(row.Number("p_lower_exact"), point.LowerTail, 1e-9);
            Assert.Equal(row.Number("z"), point.Z, 1e-9);
        }
    }

    [Fact]
    public void A_signal_takes_the_exact_tail_and_the_widened_limit()
    {
        var line = MadeControl.Usual();

        var flagged = Assert.Single(line.Providers, own => Signals.Of(own.Volume!) != Signal.None);
        Assert.Equal("A1", flagged.Provider);
        Assert.True(flagged.Volume!.Point!.UpperTail <= 0.001);
        Assert.Equal(
            flagged.Volume.Point.Share > flagged.Volume.Widened!.Upper998 ? Signal.AboveSpread : Signal.AboveChance,
            flagged.Signal);
    }

    [Fact]
    public void Lines_together_expect_of_a_provider_what_the_others_have_on_each()
    {
        ControlledLine[] lines =
        [
            MadeControl.Line([.. MadeControl.Of(0, 40, 13), .. MadeControl.Of(1, 100, 20)]),
            MadeControl.Line([.. MadeControl.Of(0, 10, 2), .. MadeControl.Of(2, 100, 40)]),
            // Alone on this line, so nothing is expected of it here.
            MadeControl.Line(MadeControl.Of(0, 30, 9)),
        ];

        var total = ProviderTotal.Of(lines, BeyondMeasure.VolumeWithin)[0];

        Assert.Equal(("A0", 15, 50), (total.Provider, total.Point!.Beyond, total.Point.N));
        Assert.Equal((40 * 0.2) + (10 * 0.4), total.Expected, 1e-9);
        Assert.Equal(FunnelSide.Within, total.Point.Flag(0.95));
    }

    private static IEnumerable<Care> Others() => MadeControl.Of(1, 60, 12);
}
