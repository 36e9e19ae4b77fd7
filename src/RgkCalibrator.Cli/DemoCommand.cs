using CommandLine;
using RgkCalibrator.Synthetic;

namespace RgkCalibrator.Cli;

[Verb("demo")]
[Explained(
    "Verzint een regio en leidt er een concept-kader uit af.",
    "Makes up a region and derives a draft framework from it.")]
internal sealed record DemoOptions : RegionOptions
{
    public const string UsualOut = "output/demo";

    [Option("out", MetaValue = "DIR")]
    [Explained(
        "De map voor het kader; zonder keuze " + UsualOut + ". De declaraties komen in de map ernaast, met -invoer " +
        "achter de naam.",
        "The folder for the framework; " + UsualOut + " unless chosen. The declarations go to the folder beside it, " +
        "with -invoer after its name.")]
    public string? Out { get; init; }

    [Option("percentile", MetaValue = "P")]
    [Explained(DeriveOptions.PercentileInDutch, DeriveOptions.PercentileInEnglish)]
    public string? Percentile { get; init; }

    [Option("compared", MetaValue = "P")]
    [Explained(DeriveOptions.ComparedInDutch, DeriveOptions.ComparedInEnglish)]
    public string? Compared { get; init; }

    [Option("released", MetaValue = "DIR…")]
    [Explained(DeriveOptions.ReleasedInDutch, DeriveOptions.ReleasedInEnglish)]
    public IEnumerable<string> Released { get; init; } = [];

    [Option("png", MetaValue = "none|main|all")]
    [Explained(
        "Welke grafieken ook als PNG, als bij derive; zonder keuze main.",
        "Which charts as PNG too, as with derive; main unless chosen.")]
    public string? Png { get; init; }

    [Option("plots")]
    [Explained(
        "Ook vertrouwelijke grafieken van de ruwe verdelingen, als bij derive.",
        "Restricted pictures of the raw distributions too, as with derive.")]
    public bool Plots { get; init; }

    [Option("template", MetaValue = "FILE")]
    [Explained(DeriveOptions.TemplateInDutch, DeriveOptions.TemplateInEnglish)]
    public string? Template { get; init; }

    [Option("products", MetaValue = "CODES")]
    [Explained(DeriveOptions.ProductsInDutch, DeriveOptions.ProductsInEnglish)]
    public string? Products { get; init; }

    /// <summary>With dirt, as declarations have: what becomes of it is part of the show.</summary>
    public override SyntheticSettings Settings() =>
        base.Settings() with { Dirt = DirtRates.Default, Format = RegionFormat.Mixed };
}

/// <summary>A synthetic region, and the draft framework that follows from it.</summary>
internal static class DemoCommand
{
    private const string InputSuffix = "-invoer";

    public static ExitCode Run(DemoOptions options, Screen screen, CancellationToken stop)
    {
        var folder = Choices.Output(options.Out ?? DemoOptions.UsualOut);
        var usual = new DeriveOptions { Png = options.Png };
        var usualSettings = Choices.Settings(usual, screen.Language);
        var settings = usualSettings with
        {
            Framework = Percentiles.With(usualSettings.Framework, options.Percentile, options.Compared),
            Png = Choices.PngOf(usual.Png, usual.PngWidth),
            Plots = options.Plots,
            Presentation = Choices.PresentationOf(options.Template, options.Products, usualSettings.Catalogue),
        };
        var machine = Choices.Machine(usual, screen, stop) with { Released = [.. options.Released] };
        var made = GenerateCommand.Write(folder + InputSuffix, options, screen, stop);
        var inputs = made.Declarations.Select(name => Path.Combine(folder + InputSuffix, name)).ToList();
        var report = ProgressDisplay.Rows(
            screen, folder, machine, run => Calibration.Derive(inputs, folder, settings, run));
        GenerateCommand.Tell(folder + InputSuffix, screen, made);
        DeriveCommand.Tell(folder, screen, report, LedgerLines.TellPlaces);
        return ExitCode.Ok;
    }
}
