namespace RgkCalibrator.Tests.Cli;

/// <summary>Two frameworks beside each other on the screen.</summary>
public sealed class DiffTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_line_for_trajectories_that_have_one_already_is_told_since_it_is_not_compared()
    {
        var published = Repository.PathOf("data/reference/framework_2025.csv");
        var (lines, twice) = (File.ReadAllLines(published), _folder["dubbel.csv"]);
        File.WriteAllLines(twice, [.. lines, lines[1].Replace("312", "999", StringComparison.Ordinal)]);

        var outcome = Outcome.Of("diff", published, twice);

        Assert.Contains("regels voor trajecten die al een regel hebben 1.", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(twice, outcome.Error, StringComparison.Ordinal);
        Assert.Contains("Anders: 0 van", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("al een regel", Outcome.Of("diff", published, published).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_differs_is_counted_among_the_lines_of_both()
    {
        var lines = File.ReadAllLines(Repository.PathOf("data/reference/framework_2025.csv"));
        var (one, other) = (_folder["een.csv"], _folder["ander.csv"]);
        File.WriteAllLines(one, lines[..2]);
        File.WriteAllLines(other, [lines[0], lines[2]]);

        Assert.Contains("Anders: 2 van 2", Outcome.Of("diff", one, other).Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
