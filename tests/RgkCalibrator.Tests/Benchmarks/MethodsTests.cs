using RgkCalibrator.Benchmarks;
using RgkCalibrator.Benchmarks.Coverage;
using RgkCalibrator.Benchmarks.Figures;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Tests.Benchmarks;

/// <summary>What docs/methods.md shows is what the programs make of the code as it is.</summary>
public sealed class MethodsTests
{
    private const int Drawn = 20_000;

    private static readonly CoverageOptions Few = new() { Replications = 200 };

    [Fact]
    public void Each_figure_in_the_document_is_the_one_that_the_program_paints()
    {
        var figures =
            from figure in Figure.All
            from language in Enum.GetValues<Language>()
            select (figure.FileIn(language), figure.Paint(language));

        Assert.All(figures, pair =>
            Assert.Equal(File.ReadAllText(Repository.PathOf("docs/methods/" + pair.Item1)), pair.Item2));
    }

    [Fact]
    public void Each_document_shows_each_figure_in_its_own_language()
    {
        var (methods, manual) = (
            File.ReadAllText(Repository.PathOf("docs/methods.md")),
            File.ReadAllText(Repository.PathOf("HANDLEIDING.md")));

        Assert.All(Figure.All, figure =>
            Assert.Contains($"(methods/{figure.FileIn(Language.English)})", methods, StringComparison.Ordinal));
        Assert.All(Figure.All, figure =>
            Assert.Contains($"(docs/methods/{figure.FileIn(Language.Dutch)})", manual, StringComparison.Ordinal));
    }

    [Fact]
    public void The_tables_in_the_document_begin_as_the_study_does()
    {
        var methods = File.ReadAllLines(Repository.PathOf("docs/methods.md"));

        Assert.Contains(CoverageReport.Row(CoverageStudy.Run(new CoverageOptions()).First()), methods);
        Assert.All(
            BiasStudy.Run(new CoverageOptions()).Take(2), bias => Assert.Contains(CoverageReport.Row(bias), methods));
    }

    [Fact]
    public void The_study_gives_the_same_table_on_any_number_of_threads()
    {
        var (one, four) = (Few with { Threads = 1 }, Few with { Threads = 4 });

        Assert.Equal(
            CoverageStudy.Run(one).Take(14).Select(CoverageReport.Row),
            CoverageStudy.Run(four).Take(14).Select(CoverageReport.Row));
    }

    [Fact]
    public void The_truth_of_the_study_is_that_of_its_draws()
    {
        foreach (var (place, law) in DurationLaw.All.Index())
        {
            var draws = new Draws(1729, place);
            var window = law.WindowFor(0.2);
            var (whole, seen) =
                (Observation.Of(law, Drawn, double.PositiveInfinity, draws), Observation.Of(law, Drawn, window, draws));
            var (p80, volume80) =
                (law.Percentile(Percentage.Of(80)), Observation.VolumePercentile(law, Percentage.Of(80)));

            AssertShare(law.ShareAt(p80), whole.Times.Count(time => time <= p80));
            AssertShare(law.RunningAfter(window), seen.Ended.Count(ended => !ended));
            AssertShare(0.8, whole.Volumes.Count(volume => volume <= volume80));
        }
    }

    [Fact]
    public void Only_what_stands_between_the_marks_is_replaced()
    {
        var document = MarkedText.In("a\n<!-- x -->\nold $1\n<!-- /x -->\nb\n", "x", "new $0\n");

        Assert.Equal("a\n<!-- x -->\n\nnew $0\n\n<!-- /x -->\nb\n", document);
        Assert.Equal(document, MarkedText.In(document, "x", "new $0"));
        Assert.Throws<InvalidOperationException>(() => MarkedText.In(document, "y", string.Empty));
    }

    // Four standard errors: a right answer fails once in sixteen thousand, and the seed is fixed.
    private static void AssertShare(double expected, int count) =>
        Assert.InRange((double)count / Drawn, expected - Room(expected), expected + Room(expected));

    private static double Room(double share) => 4 * Math.Sqrt(share * (1 - share) / Drawn);
}
