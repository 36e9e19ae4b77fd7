using CommandLine;
using RgkCalibrator.Synthetic;

namespace RgkCalibrator.Cli;

[Verb("generate")]
[Explained(
    "Maakt declaraties van een regio die niet bestaat, om mee te oefenen.",
    "Makes declarations of a region that does not exist, to practise with.")]
internal sealed record GenerateOptions : RegionOptions
{
    private const int MostRequests = 100_000;

    [Option("out", MetaValue = "DIR", Required = true)]
    [Explained("De map waarin de bestanden komen.", "The folder for the files.")]
    public string Out { get; init; } = string.Empty;

    [Option("dirt")]
    [Explained(
        "Met vuil in de rijen: credits, dubbele rijen, onmogelijke datums en meer. truth/truth-rows.csv zegt waar " +
        "elke vuile rij hoort te eindigen.",
        "With dirt in the rows: credits, rows twice, impossible dates and more. truth/truth-rows.csv tells where " +
        "each such row should end.")]
    public bool Dirt { get; init; }

    [Option("requests", MetaValue = "N")]
    [Explained(
        "Ook N aanvragen voor zorg in aanvragen/, om 'rgk check --list' mee te proberen; truth/requests.csv zegt wat " +
        "van elke aanvraag de uitkomst hoort te zijn.",
        "Also N requests for care in aanvragen/, to try 'rgk check --list' with; truth/requests.csv tells what the " +
        "outcome of each should be.")]
    public int? Requests { get; init; }

    [Option("format", MetaValue = "parquet|csv|mixed")]
    [Explained(
        "Parquet, CSV, of per jaar anders; zonder keuze parquet, met --dirt mixed.",
        "Parquet, CSV, or another form each year; parquet unless chosen, with --dirt mixed.")]
    public string? Format { get; init; }

    [Option("until", MetaValue = "YEAR")]
    [Explained(
        "Laatste jaar, tot en met 2030; zonder keuze 2023. Met een later jaar komen er jaren na het kader bij, "
            + "waarin " +
        "trajecten vaker binnen hun lijn blijven, twee aanbieders afwijken en declaraties later binnenkomen; " +
        "truth/truth-after.csv zegt hoeveel. In meldingen/ staan ook werkboeken van rgk register die terugkwamen.",
        "Last year, up to 2030; 2023 unless chosen. With a later year come years after the framework, in which " +
        "trajectories stay within their line more often, two providers deviate and declarations arrive late; " +
        "truth/truth-after.csv tells how much. meldingen/ holds workbooks of rgk register that came back too.")]
    public int? Until { get; init; }

    public override SyntheticSettings Settings() => base.Settings() with
    {
        LastYear = Until ?? SyntheticSettings.UsualLastYear,
        Dirt = Dirt ? DirtRates.Default : null,
        Requests = Choices.Within("--requests", Requests, 1, MostRequests) ?? 0,
        Format = Format switch
        {
            null => Dirt ? RegionFormat.Mixed : RegionFormat.Parquet,
            "parquet" => RegionFormat.Parquet,
            "csv" => RegionFormat.Csv,
            "mixed" => RegionFormat.Mixed,
            _ => throw Refusals.NoSuch(new("Deze vorm", "format"), "--format", "parquet", "csv", "mixed"),
        },
    };
}

/// <summary>A synthetic region into a folder.</summary>
internal static class GenerateCommand
{
    public static ExitCode Run(GenerateOptions options, Screen screen, CancellationToken stop)
    {
        var folder = Choices.Output(options.Out);
        Tell(folder, screen, Write(folder, options, screen, stop));
        return ExitCode.Ok;
    }

    /// <summary>Writes a region and says what is going on.</summary>
    public static SyntheticFiles Write(string folder, RegionOptions options, Screen screen, CancellationToken stop) =>
        ProgressDisplay.Work(
            screen,
            new Wording("Declaraties verzinnen…", "Making up declarations…"),
            folder,
            RunSettings.Default with { Stop = stop },
            run => SyntheticRegion.Write(folder, options.Settings(), run.Warn, run.Stop));

    /// <summary>Tells where the region stands and how large it is.</summary>
    public static void Tell(string folder, Screen screen, SyntheticFiles files)
    {
        screen.TellWritten(folder);
        var (lines, children) = (screen.Number(files.Lines), screen.Number(files.Settings.Children));
        screen.Tell(new(
            $"Verzonnen: {lines} regels, van {children} kinderen die niet bestaan.",
            $"Made up: {lines} lines, of {children} children who do not exist."));
    }
}
