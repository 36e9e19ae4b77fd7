using System.Reflection;
using CommandLine;

namespace RgkCalibrator.Cli;

/// <summary>
/// Help, read from the options. CommandLineParser's own page holds one language and takes the width of the window.
/// </summary>
internal static class HelpPage
{
    private static readonly (ExitCode Code, Wording Meaning)[] Endings =
    [
        (ExitCode.Ok, new("gelukt", "all went well")),
        (ExitCode.Flawed, new(
            "rijen afgekeurd onder --strict, of iets gevonden door lint of register check",
            "rows rejected under --strict, or something found by lint or register check")),
        (ExitCode.WrongUse, new("opdracht of instelling klopt niet", "wrong command or setting")),
        (ExitCode.DoesNotAddUp, new("rijen of volumes tellen niet op", "rows or volumes do not add up")),
        (ExitCode.NothingToShow, new("de uitkomst mag niet naar buiten", "the outcome may not be shown outside")),
        (ExitCode.Files, new("bestand niet te lezen of te schrijven", "file cannot be read or written")),
        (ExitCode.Beyond, new(
            "check: de aanvraag gaat buiten de lijn", "check: the request is beyond the line")),
        (ExitCode.NoAnswer, new(
            "check: geen lijn, of een gegeven dat de lijn bepaalt ontbreekt",
            "check: no line, or something that decides on the line is missing")),
        (ExitCode.Fault, new("fout in dit programma", "fault in this program")),
        (ExitCode.Stopped, new("afgebroken", "stopped")),
    ];

    /// <summary>The program's name and version.</summary>
    public static string Version { get; } =
        "rgk " + typeof(HelpPage)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion + "\n";

    /// <summary>Help with one command, or with all of them.</summary>
    public static string For(Verb? verb, Language language) =>
        verb is null ? Overview(language) : ForVerb(verb, language);

    private static string Overview(Language language)
    {
        var text = new HelpText();
        text.Line(new Wording(
            "rgk: van gedeclareerde jeugdhulp naar een concept-kader",
            "rgk: from declared youth care to a draft framework").In(language));
        text.Line();
        text.Line(new Wording("Gebruik: rgk OPDRACHT [opties]", "Use: rgk COMMAND [options]").In(language));
        text.Line();
        foreach (var verb in Verbs.All)
            text.Entry(verb.Name, verb.Summary.In(language));
        text.Line();
        text.Line(new Wording(
            "Opties van een opdracht: rgk OPDRACHT --help. Versie: rgk --version. In English: --lang en.",
            "Options of a command: rgk COMMAND --help. Version: rgk --version.").In(language));
        text.Line();
        text.Line(new Wording("Afloop (exit code):", "Exit codes:").In(language));
        foreach (var (code, meaning) in Endings)
            text.Entry(Numbers.Whole((int)code), meaning.In(language));
        return text.ToString();
    }

    private static string ForVerb(Verb verb, Language language)
    {
        var text = new HelpText();
        text.Line($"rgk {verb.Name}: {verb.Summary.In(language)}");
        text.Line();
        text.Line(new Wording($"Gebruik: {Use(verb)} [opties]", $"Use: {Use(verb)} [options]").In(language));
        text.Line();
        var values = verb.Options.GetProperties().OrderBy(property => !property.IsDefined(typeof(ValueAttribute)));
        foreach (var property in values)
            Describe(text, property, language);
        text.Line();
        text.Line(new Wording("Voorbeelden:", "Examples:").In(language));
        foreach (var example in verb.Examples)
        {
            text.Line("  " + example.Purpose.In(language) + ":");
            text.Line("    rgk " + CommandLineOf(example.Options));
        }

        return text.ToString();
    }

    private static string Use(Verb verb)
    {
        var properties = verb.Options.GetProperties();
        var values = properties.Select(property => property.GetCustomAttribute<ValueAttribute>()?.MetaName)
            .OfType<string>();
        var needed = properties.Select(property => property.GetCustomAttribute<OptionAttribute>())
            .OfType<OptionAttribute>()
            .Where(option => option.Required).Select(Form);
        return string.Join(' ', ["rgk", verb.Name, .. values, .. needed]);
    }

    private static void Describe(HelpText text, PropertyInfo property, Language language)
    {
        if (property.GetCustomAttribute<ExplainedAttribute>() is not { } explained)
            return;
        var term = property.GetCustomAttribute<ValueAttribute>()?.MetaName
            ?? Form(property.GetCustomAttribute<OptionAttribute>()!);
        text.Entry(term, explained.Wording.In(language));
    }

    private static string Form(OptionAttribute option) => $"--{option.LongName} {option.MetaValue}".TrimEnd();

    // The step comes first: an option that takes several values would swallow it.
    private static string CommandLineOf(CommonOptions options)
    {
        if (options is not RegisterOptions { Action: { } step } asked)
            return Formatted(options);
        var (verb, rest) = Formatted(asked with { Action = null, Inputs = [] }).Split(' ', 2) switch
        {
            [var first, var others] => (first, others),
            var alone => (alone[0], string.Empty),
        };
        return string.Join(' ', [verb, step, .. asked.Inputs, rest]);
    }

    private static string Formatted(CommonOptions options) =>
        Parser.Default.FormatCommandLine(options, settings => settings.SkipDefault = true);
}
