using RgkCalibrator.Synthetic;

namespace RgkCalibrator.Tests.Synthetic;

public sealed class TruthTests
{
    private static readonly Dictionary<string, TruthRow> Stored =
        RegionCalibration.Index(TruthTable.Read(RegionModel.Text(RegionFiles.TruthName)));

    // Drawn once for all: three regions of another seed than the stored truth.
    private static readonly Lazy<(RegionTables Tables, TruthSample Sample)> Fresh = new(() =>
    {
        var tables = new RegionTables(RegionModel.Load());
        return (tables, TruthSample.Draw(new SyntheticSettings(3 * SyntheticSettings.Default.Children, 42), tables));
    });

    public static TheoryData<string, string> Lines
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var line in PublishedLine.All)
                data.Add(line.Code, line.Subgroup);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_published_duration_holds_83_to_87_percent_and_the_next_shorter_one_at_most_72(
        string code, string subgroup)
    {
        var line = PublishedLine.Of(code, subgroup)!;

        Assert.InRange(Stored[line.Key("share_within_" + line.Step, 0)].Value, 0.83, 0.87);
        if (line.ShorterStep is { } shorter)
            Assert.InRange(Stored[line.Key("share_within_" + shorter, 0)].Value, 0, 0.72);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void The_80th_percentile_of_the_volume_rounds_up_to_the_published_one(string code, string subgroup)
    {
        var line = PublishedLine.Of(code, subgroup)!;
        var volume = Stored[line.VolumeKey(80)].Value;

        Assert.Equal(line.Volume, Math.Ceiling(volume / line.VolumeStep) * line.VolumeStep);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_region_of_another_seed_agrees_with_the_stored_truth(string code, string subgroup)
    {
        var line = PublishedLine.Of(code, subgroup)!;
        var (tables, sample) = Fresh.Value;
        var index = Array.FindIndex(tables.Lines, table => table.Model.Code == code && table.Model.Name == subgroup);
        var product = tables.Lines[index].Product;
        var model = tables.Products[product].Model;
        var step = TruthSteps.Names(model).ToList().IndexOf(line.Step);
        var care = sample.Of(product, line.Level).Where(fact => fact.Line == index).ToArray();
        var volumes = line.IsPerCareYear
            ? sample.Of(product, TruthLevel.CareYear).Where(fact => fact.Line == index).Select(fact => fact.Volume)
                .ToArray()
            : care.Select(fact => fact.VolumeWithin[step]).ToArray();

        var within = (double)care.Count(fact => fact.End <= TruthSteps.LastDay(model, fact.Start, step)) / care.Length;
        var at = volumes.Count(volume => Ticks.ToUnits(volume) <= line.Volume) / (double)volumes.Length;
        var below = volumes.Count(volume => Ticks.ToUnits(volume) <= line.Volume - line.VolumeStep) / (
            double)volumes.Length;

        // Four standard errors of a share; care years of one child go together, so a half more for those.
        var error = 4 * Math.Sqrt(0.16 / care.Length) * (line.IsPerCareYear ? 1.5 : 1);
        Assert.InRange(within, 0.85 - error, 0.85 + error);
        Assert.True(at >= 0.80 - error, "too few within the published volume");
        Assert.True(below < 0.80 + error, "the published volume could be a step lower");
    }

    [Fact]
    public void Completed_trajectories_are_shorter_than_all()
    {
        foreach (var line in PublishedLine.All)
        {
            var (all, completed) = (
                Stored[line.Key("duration_days", 80)], Stored[line.Key("duration_days", 80, TruthTable.Completed)]);
            Assert.True(completed.Value < all.Value && completed.Count < all.Count, line.Code);
        }
    }

    [Fact]
    public void The_truth_speaks_of_every_product()
    {
        var products = RegionModel.Load().Products.Select(product => product.Code);

        Assert.Equal(
            products, TruthTable.Read(RegionModel.Text(RegionFiles.TruthName)).Select(row => row.Product).Distinct());
    }

    [Fact]
    public void What_is_written_of_the_truth_is_read_back()
    {
        var text = RegionModel.Text(RegionFiles.TruthName);

        Assert.Equal(text, TruthTable.Csv(TruthTable.Read(text)));
    }
}
