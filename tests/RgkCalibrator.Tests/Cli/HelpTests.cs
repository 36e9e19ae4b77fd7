using System.Globalization;
using System.Reflection;
using RgkCalibrator.Cli;

namespace RgkCalibrator.Tests.Cli;

public sealed class HelpTests
{
    public static TheoryData<string> Commands { get; } = new(Verbs.All.Select(verb => verb.Name));

    [Theory]
    [InlineData("")]
    [InlineData("nl-NL")]
    [InlineData("tr-TR")]
    public void Help_is_the_same_under_every_culture(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        foreach (var language in new[] { "nl", "en" })
        {
            Golden.Verify($"help-{language}.txt", Outcome.Of("--help", "--lang", language).Output);
            foreach (var verb in Verbs.All)
            {
                Golden.Verify(
                    $"help-{verb.Name}-{language}.txt", Outcome.Of(verb.Name, "--help", "--lang", language).Output);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_option_is_explained_and_none_runs_off_the_page(string command)
    {
        var options = Verbs.All.Single(verb => verb.Name == command).Options.GetProperties()
            .Select(property => property.GetCustomAttribute<CommandLine.OptionAttribute>())
            .OfType<CommandLine.OptionAttribute>();

        foreach (var language in new[] { "nl", "en" })
        {
            var help = Outcome.Of(command, "--help", "--lang", language).Output;
            Assert.All(options.Where(option => !option.Hidden), option =>
                Assert.Contains("  --" + option.LongName, help, StringComparison.Ordinal));
            Assert.All(help.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Both_ways_to_ask_give_the_same_help(string command) =>
        Assert.Equal(Outcome.Of(command, "--help"), Outcome.Of("help", command));

    [Fact]
    public void The_examples_can_be_given()
    {
        foreach (var verb in Verbs.All)
            Assert.All(verb.Examples, example => Assert.IsType(verb.Options, example.Options));
    }

    [Fact]
    public void The_version_is_that_of_the_version_file() =>
        Assert.Equal($"rgk {File.ReadAllText(Repository.PathOf("VERSION")).Trim()}\n", Outcome.Of("--version").Output);
}
