using RgkCalibrator.Cli.Options;
using RgkCalibrator.Intake.Columns;

namespace RgkCalibrator.Cli.Commands;

/// <summary>Files in, copies with pseudonyms out.</summary>
internal static class PseudonymiseCommand
{
    public static void Run(PseudonymiseOptions options, Screen screen, CancellationToken stop)
    {
        var (inputs, folder) = (Choices.Inputs(options), Choices.Output(options.Out));
        var mapping = options.Mapping is { } file ? MappingFile.Read(file) : ColumnMapping.None;
        var rows = Watch.Work(
            screen,
            new Wording("Pseudoniemen maken…", "Making pseudonyms…"),
            () => Preparation.Pseudonymise(inputs, options.Key, folder, mapping, RunSettings.Default with { Stop = stop }));
        screen.Tell(new($"Geschreven: {folder}", $"Written: {folder}"));
        var count = screen.Number(rows);
        screen.Tell(new(
            $"Rijen: {count}. Bewaar de sleutel apart van deze bestanden: wie beide heeft, kan de nummers terugvinden.",
            $"Rows: {count}. Keep the key apart from these files: whoever has both can find the numbers again."));
    }
}
