using System.Reflection;
using CommandLine;
using RgkCalibrator.Cli.Options;

namespace RgkCalibrator.Cli;

/// <summary>An example of use, made of options: help cannot show one that does not exist.</summary>
internal sealed record UsageExample(Wording Purpose, CommonOptions Options);

/// <summary>A command: its options, and how it is used.</summary>
internal sealed record Verb(Type Options, IReadOnlyList<UsageExample> Examples)
{
    public string Name => Options.GetCustomAttribute<VerbAttribute>()!.Name;

    public Wording Summary => Options.GetCustomAttribute<ExplainedAttribute>()!.Wording;
}

/// <summary>The commands, in the order in which help shows them.</summary>
internal static class Verbs
{
    public static IReadOnlyList<Verb> All { get; } =
    [
        new(typeof(DemoOptions),
        [
            new(new("Kijken wat het wordt", "See what comes of it"), new DemoOptions()),
        ]),
        new(typeof(InitOptions),
        [
            new(new("Van de export van één aanbieder", "Of one provider's export"), new InitOptions { Inputs = ["export.csv"] }),
        ]),
        new(typeof(PseudonymiseOptions),
        [
            new(
                new("Alle bestanden in een map", "All files in a folder"),
                new PseudonymiseOptions { Inputs = ["export"], Key = "sleutel.txt", Out = "declaraties" }),
        ]),
        new(typeof(DeriveOptions),
        [
            new(
                new("Een concept-kader van alle bestanden in een map", "A draft framework of all files in a folder"),
                new DeriveOptions { Inputs = ["declaraties"], Out = "kader" }),
            new(
                new("Over andere jaren, met een eigen catalogus", "Over other years, with a catalogue of one's own"),
                new DeriveOptions { Inputs = ["declaraties"], Out = "kader", Observed = "2019-01-01..2024-12-31", Catalogue = "catalogus.yaml" }),
            new(
                new("Bij een ander percentiel", "At another percentile"),
                new DeriveOptions { Inputs = ["declaraties"], Out = "kader", Percentile = "85", Compared = "80" }),
        ]),
        new(typeof(PlotOptions),
        [
            new(
                new("De volumes van een product, en wat er nog loopt", "The volumes of a product, and what still runs"),
                new PlotOptions { Packet = "kader", Line = "45C02" }),
            new(
                new("De duur van een subgroep per startjaar, als SVG", "The duration of a subgroup by start year, as SVG"),
                new PlotOptions { Packet = "kader", Line = "45C10/eerste", Kind = "boxplot", Of = "duur", By = "jaar", Out = "duur.svg" }),
        ]),
        new(typeof(ValidateOptions),
        [
            new(
                new("Kijken wat er in een map staat, met een verslag voor de browser", "See what a folder holds, with a report for the browser"),
                new ValidateOptions { Inputs = ["declaraties"], Out = "verslag" }),
        ]),
        new(typeof(TrajectoriesOptions),
        [
            new(
                new("Alle bestanden in een map, als CSV", "All files in a folder, as CSV"),
                new TrajectoriesOptions { Inputs = ["declaraties"], Out = "trajecten.csv" }),
            new(
                new("Als Parquet, met een nieuw traject na 60 dagen zonder zorg", "As Parquet, with a new trajectory after 60 days without care"),
                new TrajectoriesOptions { Inputs = ["declaraties"], Out = "trajecten.parquet", GapDays = 60 }),
        ]),
        new(typeof(GenerateOptions),
        [
            new(new("Een kleine regio", "A small region"), new GenerateOptions { Out = "oefenregio", Clients = 5000 }),
            new(new("Met vuil, zoals in het echt", "With dirt, as in real life"), new GenerateOptions { Out = "oefenregio", Clients = 5000, Dirt = true }),
        ]),
    ];
}
