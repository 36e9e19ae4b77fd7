using RgkCalibrator.Engine;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Trajectories;

/// <summary>Trajectories that come back from a file are those that went into it.</summary>
public sealed class TrajectoryReadingTests
{
    [Fact]
    public void What_a_file_holds_comes_back_from_400_sets()
    {
        using var reading = new Reading { Mapping = Reading.AllAsked };
        using var session = Session.Open(SessionSettings.Default with { Threads = 1 });
        var read = 0;
        for (var round = 0; round < 400; round++)
        {
            var random = new RandomDeclarations(1729 + round);
            var settings = random.Settings();
            using var declarations = reading.Read(
                [reading.Write(random.Rows(settings))],
                Reading.AllProducts with { LastDay = settings.ObservedThen().Last });
            var set = TrajectoryBuilder.Build(declarations, settings, random.Rules(), RunSettings.Default);
            var file = reading.Folder[$"{Numbers.Whole(round)}.parquet"];
            TrajectoryFile.WriteParquet(session, set, file, CancellationToken.None);

            // A code in two units is two products, which a catalogue never has.
            var single = set.Products.Where(product => set.Products.Count(other => other.Code == product.Code) == 1);
            foreach (var product in single)
            {
                var back = TrajectoryReading.Read(session, file, product, [], settings, CancellationToken.None);

                var expected = set.Rows().Where(row => row.ProductCode == product.Code).Select(Kept).ToList();
                Assert.Equal(expected, back.Rows().Select(Kept));
                Assert.Equal(expected.DistinctBy(row => row.ClientId).Count(), back.ClientCount);
                read += expected.Count;
            }
        }

        Assert.InRange(read, 1000, int.MaxValue);
    }

    [Fact]
    public void A_start_and_an_end_that_only_messages_make_known_come_back_as_known()
    {
        using var reading = new Reading { Mapping = Reading.AllAsked };
        using var session = Session.Open(SessionSettings.Default with { Threads = 1 });
        var settings = Reading.GapOf90 with { EndKnowledge = EndKnowledge.Stops };
        var row = TestRow.Good with { Start = new(2018, 2, 1), End = new(2018, 2, 28), CareStart = new(2018, 1, 20) };
        var last = row with
        {
            Client = "d",
            Start = new(2023, 12, 1),
            End = new(2023, 12, 15),
            CareStart = null,
            CareEnd = new(2023, 12, 20),
        };
        using var declarations = reading.Read([reading.Write([row, last])], Reading.AllProducts);
        var set = Reading.Build(declarations, settings);
        TrajectoryFile.WriteParquet(session, set, reading.Folder["t.parquet"], CancellationToken.None);

        var back = TrajectoryReading.Read(
            session, reading.Folder["t.parquet"], set.Products[0], [], settings, CancellationToken.None)
            .Rows()
            .ToList();

        Assert.Equal(set.Rows().Select(Kept), back.Select(Kept));
        Assert.True(back[0] is { IsStartKnown: true, IsInCohort: true } && back[1].IsEndKnown);
    }

    /// <summary>A row without what no file holds.</summary>
    private static TrajectoryRow Kept(TrajectoryRow row) => row with
    {
        EntryDays = null,
        AnyStay = null,
        AnyConcurrent = null,
        MainProvider = string.Empty,
        Location = string.Empty,
        Intervention = string.Empty,
        Municipality = string.Empty,
    };
}
