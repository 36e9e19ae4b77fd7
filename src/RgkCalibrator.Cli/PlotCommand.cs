using CommandLine;
using RgkCalibrator.Catalogue;

namespace RgkCalibrator.Cli;

[Verb("plot")]
[Explained(
    "Tekent de ruwe verdeling van één lijn uit een pakket: vertrouwelijk, voor intern gebruik.",
    "Draws the raw distribution of one line of a packet: restricted, for internal use.")]
internal sealed record PlotOptions : CommonOptions
{
    [Value(0, MetaName = "PACKET")]
    [Explained("De map die rgk derive heeft gemaakt.", "The folder that rgk derive made.")]
    public string? Packet { get; init; }

    [Value(1, MetaName = "PRODUCT[/SUBGROUP]")]
    [Explained(
        "De code van het product; met een streep en de subgroep erachter voor een deel, als 45C10/eerste.",
        "The code of the product; with a slash and the subgroup behind it for a part, as 45C10/eerste.")]
    public string? Line { get; init; }

    [Option("kind", MetaValue = "KIND")]
    [Explained(
        "histogram, overleving, cumulatief, heatmap, boxplot of correctie; zonder keuze histogram, met --by boxplot.",
        "histogram, survival, cumulative, heatmap, box or correction; histogram unless chosen, box with --by.")]
    public string? Kind { get; init; }

    [Option("of", MetaValue = "MEASURE")]
    [Explained(
        "volume of duur; zonder keuze volume. Overleving is altijd van de duur, een heatmap van beide.",
        "volume or duration; volume unless chosen. Survival is always of the duration, a heatmap of both.")]
    public string? Of { get; init; }

    [Option("by", MetaValue = "FACTOR")]
    [Explained(
        "Waarnaar een boxplot splitst: aanbieder, jaar, leeftijd, verblijf, volgorde of gelijktijdig; zonder keuze " +
        "jaar.",
        "What a box plot parts by: provider, year, age, with_stay, order or concurrent; year unless chosen.")]
    public string? By { get; init; }

    [Option("format", MetaValue = "png|svg")]
    [Explained(
        "Vorm van het bestand; zonder keuze wat de naam bij --out zegt, anders png.",
        "Form of the file; what the name at --out says unless chosen, else png.")]
    public string? Format { get; init; }

    [Option("size", MetaValue = "WxH")]
    [Explained(
        "Breedte en hoogte in beeldpunten; zonder keuze 1920x1080.",
        "Width and height in pixels; 1920x1080 unless chosen.")]
    public string? Size { get; init; }

    [Option("out", MetaValue = "FILE")]
    [Explained(
        "Het bestand dat wordt geschreven; zonder keuze een naam als volume-45C02.png. Een bestaand bestand blijft " +
        "staan.",
        "The file to write; a name like volume-45C02.png unless chosen. A file that exists stays as it is.")]
    public string? Out { get; init; }

    [Option("catalogue", MetaValue = "FILE")]
    [Explained(
        "De catalogus waarmee het pakket is gemaakt, als dat niet die van Haaglanden 2025 is.",
        "The catalogue that the packet was made with, where that is not the one of Haaglanden 2025.")]
    public string? Catalogue { get; init; }
}

/// <summary>A packet in, a restricted picture of one of its lines out.</summary>
internal static class PlotCommand
{
    public static ExitCode Run(PlotOptions options, Screen screen, CancellationToken stop)
    {
        var (packet, line) = PlotChoices.LineOf(options);
        var choice = PlotChoices.ChoiceOf(options, screen.Language);
        var target = PlotChoices.TargetOf(options, choice, line);
        var catalogue = options.Catalogue is { } file ? CatalogueFile.Read(file) : CatalogueFile.Haaglanden2025();
        _ = ProgressDisplay.Work(
            screen,
            new Wording("Trajecten lezen en tekenen…", "Reading and drawing trajectories…"),
            target.File,
            RunSettings.Default with { Stop = stop },
            run =>
            {
                Plotting.Plot(packet, line, choice, target, catalogue, screen.Language, run);
                return target;
            });
        screen.Warn(new(
            "deze grafiek is vertrouwelijk: zij gaat over kinderen en blijft binnen.",
            "this picture is restricted: it is about children and stays inside."));
        screen.TellWritten(target.File);
        return ExitCode.Ok;
    }
}
