using System.Text.RegularExpressions;

namespace RgkCalibrator.Tests;

/// <summary>What CONTRIBUTING says of the way of a row is so.</summary>
public sealed class ContributingTests
{
    private const int MostFiles = 60;

    [Fact]
    public void A_row_passes_at_most_sixty_files_and_none_twice()
    {
        var way = Regex.Match(
            File.ReadAllText(Repository.PathOf("CONTRIBUTING.md")), "(?<=<!-- way -->).*(?=<!-- /way -->)",
            RegexOptions.Singleline).Value;
        var named = Regex.Matches(way, "(?<=`)[A-Za-z/]+(?=`)").Select(match => match.Value.Split('/')[^1]).ToList();
        var sources = Directory.EnumerateFiles(
                Repository.PathOf("src/RgkCalibrator"), "*.cs", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension).ToHashSet();

        Assert.InRange(named.Count, 50, MostFiles);
        Assert.Equal(named.Distinct(), named);
        Assert.All(named, file => Assert.Contains(file, sources));
    }
}
