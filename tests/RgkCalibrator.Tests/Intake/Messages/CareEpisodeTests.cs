using FsCheck;
using FsCheck.Fluent;
using RgkCalibrator.Intake.Messages;

namespace RgkCalibrator.Tests.Intake.Messages;

/// <summary>What the starts and stops of one assignment come to.</summary>
public sealed class CareEpisodeTests
{
    private static readonly DateOnly January = new(2021, 1, 10);
    private static readonly DateOnly March = new(2021, 3, 5);
    private static readonly DateOnly June = new(2021, 6, 20);
    private static readonly DateOnly August = new(2021, 8, 1);

    private static readonly CareEvent Started = new(January, null, string.Empty, "1", January);
    private static readonly CareEvent Stopped = new(January, June, "31", "1", June);

    [Fact]
    public void A_start_and_its_stop_are_one_episode() =>
        Assert.Equal([new CareEpisode(January, June, "31")], CareEpisode.From([Stopped, Started]));

    [Fact]
    public void A_stop_tells_by_itself_when_the_care_began() =>
        Assert.Equal([new CareEpisode(January, June, "31")], CareEpisode.From([Stopped]));

    [Fact]
    public void A_withdrawn_start_is_none() =>
        Assert.Empty(CareEpisode.From([Started, Started with { Status = "3", Sent = March }]));

    [Fact]
    public void A_start_that_is_told_again_after_it_was_withdrawn_counts() => Assert.Equal(
        [new CareEpisode(January, null, string.Empty)],
        CareEpisode.From([Started with { Sent = June }, Started, Started with { Status = "3", Sent = March }]));

    [Fact]
    public void A_stop_is_corrected_by_withdrawing_it_and_telling_another() => Assert.Equal(
        [new CareEpisode(January, March, "34")],
        CareEpisode.From(
        [
            Started, Stopped, Stopped with { Status = "3", Sent = August },
            Stopped with { End = March, Reason = "34", Sent = August },
        ]));

    [Fact]
    public void A_changed_stop_takes_the_place_of_an_earlier_one() => Assert.Equal(
        [new CareEpisode(January, March, "31")],
        CareEpisode.From([Started, Stopped, Stopped with { End = March, Status = "2", Sent = August }]));

    [Fact]
    public void After_a_stop_for_a_while_comes_the_one_for_good() => Assert.Equal(
        [new CareEpisode(January, June, "31")],
        CareEpisode.From([Started, Stopped, Stopped with { End = March, Reason = "20" }]));

    [Fact]
    public void A_line_takes_the_episodes_that_it_lies_in()
    {
        var episodes = CareEpisode.From(
            [Started, Stopped with { End = March, Reason = "20" }, Started with { Begin = June }]);

        Assert.Equal(default, Of(new(2020, 12, 1), new(2020, 12, 31)));
        Assert.Equal(new EpisodeDates(January, March, "20"), Of(new(2021, 1, 1), new(2021, 1, 31)));
        Assert.Equal(new EpisodeDates(January, March, "20"), Of(new(2021, 5, 1), new(2021, 5, 31)));
        Assert.Equal(new EpisodeDates(January, null, string.Empty), Of(new(2021, 3, 1), new(2021, 6, 30)));
        Assert.Equal(new EpisodeDates(June, null, string.Empty), Of(new(2021, 7, 1), new(2021, 7, 31)));

        EpisodeDates Of(DateOnly first, DateOnly last) => CareEpisode.DatesOf(episodes, first, last);
    }

    [Fact]
    public void The_order_in_which_events_are_read_does_not_matter()
    {
        var days = Gen.Elements(January, March, June, August);
        var events =
            from begin in days
            from days2 in days
            from isStop in Gen.Elements(true, false)
            from reason in Gen.Elements("20", "31", "38")
            from status in Gen.Elements("1", "2", "3", "9")
            from sent in days
            select new CareEvent(begin, isStop ? days2 : null, isStop ? reason : string.Empty, status, sent);

        Prop.ForAll(
            Arb.From(
                from told in events.ListOf() from shuffled in Gen.Shuffle(told.AsEnumerable()) select (told, shuffled)),
            pair => Assert.Equal(CareEpisode.From(pair.told), CareEpisode.From(pair.shuffled)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(1729, 1729));
    }
}
