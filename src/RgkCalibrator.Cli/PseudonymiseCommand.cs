using CommandLine;
using RgkCalibrator.Intake.Columns;

namespace RgkCalibrator.Cli;

[Verb("pseudonymise")]
[Explained(
    "Kopieert bestanden met pseudoniemen in plaats van de nummers van cliënten.",
    "Copies files with pseudonyms in place of the numbers of clients.")]
internal sealed record PseudonymiseOptions : SourceOptions
{
    [Option("key", MetaValue = "FILE", Required = true)]
    [Explained(
        "Bestand met de sleutel: minstens 32 willekeurige tekens, die alleen u hebt. Dezelfde sleutel geeft " +
        "dezelfde pseudoniemen.",
        "File with the key: at least 32 random characters that only you have. The same key gives the same pseudonyms.")]
    public string Key { get; init; } = string.Empty;

    [Option("out", MetaValue = "DIR", Required = true)]
    [Explained("De map voor de kopieën.", "The folder for the copies.")]
    public string Out { get; init; } = string.Empty;

    [Option("mapping", MetaValue = "FILE")]
    [Explained(
        "YAML-bestand dat zegt hoe de kolom client_id heet.",
        "YAML file that says what the column client_id is called.")]
    public string? Mapping { get; init; }
}

/// <summary>Files in, copies with pseudonyms out.</summary>
internal static class PseudonymiseCommand
{
    public static ExitCode Run(PseudonymiseOptions options, Screen screen, CancellationToken stop)
    {
        var (inputs, folder) = (Choices.Inputs(options, screen), Choices.Output(options.Out));
        var mapping = options.Mapping is { } file ? MappingFile.Read(file) : ColumnMapping.None;
        var (rows, warnings) = ProgressDisplay.Work(
            screen,
            new Wording("Pseudoniemen maken…", "Making pseudonyms…"),
            folder,
            Choices.Machine(screen, stop),
            run => Preparation.Pseudonymise(inputs, options.Key, folder, mapping, run));
        foreach (var warning in warnings)
            screen.Warn(warning);
        screen.TellWritten(folder);
        var count = screen.Number(rows);
        screen.Tell(new(
            $"Rijen: {count}. Bewaar de sleutel apart van deze bestanden: wie beide heeft, kan de nummers terugvinden.",
            $"Rows: {count}. Keep the key apart from these files: whoever has both can find the numbers again."));
        return ExitCode.Ok;
    }
}
