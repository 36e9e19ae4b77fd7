using System.Globalization;
using CommandLine;

namespace RgkCalibrator.Cli;

/// <summary>From what the user typed to options.</summary>
internal static class Arguments
{
    private const string LanguageOption = "--lang";

    /// <summary>
    /// The language asked for, whatever else is wrong with the arguments; null when it is one that there is not.
    /// </summary>
    public static Language? LanguageOf(string[] arguments)
    {
        for (var i = 0; i < arguments.Length && arguments[i] != "--"; i++)
        {
            if (arguments[i] == LanguageOption && i + 1 < arguments.Length)
                return Read(arguments[i + 1]);
            if (arguments[i].StartsWith(LanguageOption + "=", StringComparison.Ordinal))
                return Read(arguments[i][(LanguageOption.Length + 1)..]);
        }

        return Language.Dutch;
    }

    /// <summary>Options, or what is wrong with the arguments.</summary>
    public static ParserResult<object> Parse(string[] arguments)
    {
        using var parser = new Parser(settings =>
        {
            settings.HelpWriter = null;
            settings.EnableDashDash = true;
            settings.ParsingCulture = CultureInfo.InvariantCulture;
        });
        return parser.ParseArguments(CommandFirst(arguments), [.. Verbs.All.Select(verb => verb.Options)]);
    }

    // The parser wants the command before all options, and knows no -h.
    private static IEnumerable<string> CommandFirst(string[] arguments) => arguments switch
    {
        [LanguageOption, var language, .. var rest] => [.. rest.Select(LongHelp), LanguageOption, language],
        _ => arguments.Select(LongHelp),
    };

    private static string LongHelp(string argument) => argument == "-h" ? "--help" : argument;

    private static Language? Read(string text) => text switch
    {
        "nl" => Language.Dutch,
        "en" => Language.English,
        _ => null,
    };
}
