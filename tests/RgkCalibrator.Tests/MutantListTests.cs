using System.Reflection;

namespace RgkCalibrator.Tests;

/// <summary>Keeps <c>tests/mutants.txt</c>, which <c>tools/mutants.cs</c> tries, in step with the program.</summary>
public sealed class MutantListTests
{
    private static readonly string[] Keys = ["what", "file", "old", "new", "test"];

    private static readonly List<ILookup<string, string>> Mutants =
    [
        .. File.ReadAllText(Repository.PathOf("tests/mutants.txt")).Split("\n\n")
            .Select(block => block.Split('\n').Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line.Split(": ", 2)).ToLookup(pair => pair[0], pair => pair[1]))
            .Where(mutant => mutant.Count > 0),
    ];

    [Fact]
    public void Every_mutant_says_what_it_breaks_where_and_which_test_must_notice_it() =>
        Assert.All(Mutants, mutant =>
        {
            Assert.Equal(Keys, mutant.Select(field => field.Key));
            Assert.Equal(mutant["old"].Count(), mutant["new"].Count());
            Assert.Equal((1, 1, 1), (mutant["what"].Count(), mutant["file"].Count(), mutant["test"].Count()));
        });

    [Fact]
    public void Every_text_that_is_replaced_stands_once_in_its_file_and_by_another() =>
        Assert.All(Mutants, mutant =>
        {
            var text = File.ReadAllText(Repository.PathOf(mutant["file"].Single()));
            Assert.All(mutant["old"], old => Assert.Equal((old, 2), (old, text.Split(old).Length)));
            Assert.All(mutant["old"].Zip(mutant["new"]), change => Assert.NotEqual(change.First, change.Second));
        });

    [Fact]
    public void Every_test_that_must_notice_a_mutant_exists()
    {
        var tests = typeof(MutantListTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(), (type, method) => (type, method))
            .Where(test => test.method.GetCustomAttribute<FactAttribute>() is not null)
            .Select(test => $"{test.type.Name}.{test.method.Name}").ToList();

        Assert.All(
            Mutants.SelectMany(mutant => mutant["test"]),
            named => Assert.Contains(tests, test => test.StartsWith(named, StringComparison.Ordinal)));
    }

    [Fact]
    public void No_two_mutants_are_the_same()
    {
        var texts = Mutants
            .Select(mutant => string.Join('\n', mutant["file"].Concat(mutant["old"]).Concat(mutant["new"]))).ToList();

        Assert.Equal(texts.Distinct(), texts);
        Assert.Equal(Mutants.Count, Mutants.SelectMany(mutant => mutant["what"]).Distinct().Count());
    }
}
