using CommandLine;

namespace RgkCalibrator.Cli;

[Verb("init")]
[Explained(
    "Kijkt naar de kolommen van bestanden en maakt een mappingbestand om na te lopen.",
    "Looks at the columns of files and makes a mapping file to go through.")]
internal sealed record InitOptions : SourceOptions
{
    public const string UsualOut = "mapping.yaml";

    [Option("out", MetaValue = "FILE")]
    [Explained(
        "Het bestand dat wordt geschreven; zonder keuze " + UsualOut + ". Een bestaand bestand blijft staan.",
        "The file to write; " + UsualOut + " unless chosen. A file that exists stays as it is.")]
    public string? Out { get; init; }
}

/// <summary>Files in, a mapping to go through out.</summary>
internal static class InitCommand
{
    public static ExitCode Run(InitOptions options, Screen screen, CancellationToken stop)
    {
        var file = Choices.Output(options.Out ?? InitOptions.UsualOut);
        RefuseExisting(file);
        var inputs = Choices.Inputs(options, screen);
        var draft = ProgressDisplay.Work(
            screen,
            new Wording("Bestanden bekijken…", "Looking at files…"),
            file,
            Choices.Machine(screen, stop),
            run =>
            {
                var proposed = Preparation.ProposeMapping(inputs, screen.Language, run);
                Preparation.Save(file, proposed.Text, run);
                return proposed;
            });
        screen.TellWritten(file);
        var (missing, questions) = (screen.Number(draft.Missing.Count), screen.Number(draft.Questions.Count));
        screen.Tell(new(
            $"Loop elke regel na. Nodig en niet gevonden: {missing}; kolommen waarbij een keuze nodig is: {questions}.",
            $"Go through every line. Needed and not found: {missing}; columns that need a choice: {questions}."));
        return ExitCode.Ok;
    }

    private static void RefuseExisting(string file)
    {
        if (!File.Exists(file))
            return;
        throw new CalibrationException(
            ExitCode.Files,
            new Wording("Dit bestand is er al.", "This file exists already."),
            file,
            new Wording(
                "Noem met --out een andere naam, of haal het eerst weg.",
                "Name another one with --out, or take it away first."));
    }
}
