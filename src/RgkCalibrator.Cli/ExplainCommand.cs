using CommandLine;

namespace RgkCalibrator.Cli;

[Verb("explain")]
[Explained(
    "Vertelt stap voor stap hoe één lijn van een concept tot stand komt: vertrouwelijk.",
    "Tells step by step how one line of a draft comes about: restricted.")]
internal sealed record ExplainOptions : InputOptions
{
    [Option("line", MetaValue = "PRODUCT[/SUBGROUP]", Required = true)]
    [Explained(
        "De code van het product; met een streep en de subgroep erachter voor een deel, als 45C10/eerste.",
        "The code of the product; with a slash and the subgroup behind it for a part, as 45C10/eerste.")]
    public string Line { get; init; } = string.Empty;

    [Option("percentile", MetaValue = "P")]
    [Explained(
        "Percentiel van het voorstel: een heel of half getal; zonder keuze 80.",
        "Percentile of the proposal: a whole or half number; 80 unless chosen.")]
    public string? Percentile { get; init; }
}

/// <summary>Declarations in, the story of one line out.</summary>
internal static class ExplainCommand
{
    public static ExitCode Run(ExplainOptions options, Screen screen, CancellationToken stop)
    {
        var usual = Choices.Settings(options, screen.Language);
        var settings = usual with { Framework = Percentiles.With(usual.Framework, options.Percentile, null) };
        var machine = Choices.Machine(options, screen, stop);
        var inputs = Choices.Inputs(options, screen);
        var parts = ProgressDisplay.Rows(
            screen, null, machine, run => Explaining.Explain(inputs, options.Line, settings, run));
        screen.Tell(new(
            "VERTROUWELIJK: deze cijfers gaan over kinderen en blijven binnen.",
            "RESTRICTED: these figures are about children and stay inside."));
        foreach (var part in parts)
        {
            screen.Output.WriteLine();
            screen.Tell(part.Heading);
            foreach (var sentence in part.Sentences)
                TextTable.Write(sentence.In(screen.Language), screen.Output);
            if (part.Table is { } table)
                TextTable.Write(table, screen.Output);
        }

        return ExitCode.Ok;
    }
}
