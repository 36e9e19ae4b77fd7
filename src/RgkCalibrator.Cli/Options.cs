using CommandLine;
using RgkCalibrator.Synthetic;

namespace RgkCalibrator.Cli;

/// <summary>What help says of a command, a value or an option, in both languages.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
internal sealed class ExplainedAttribute(string dutch, string english) : Attribute
{
    public string Dutch { get; } = dutch;

    public string English { get; } = english;

    public Wording Wording => new(Dutch, English);
}

/// <summary>What every command takes.</summary>
internal abstract record CommonOptions
{
    /// <summary>
    /// Read ahead of all else by <see cref="Arguments"/>, since it decides the words of every refusal.
    /// </summary>
    [Option("lang", MetaValue = "nl|en")]
    [Explained(
        "Taal van meldingen en documenten; zonder keuze nl.",
        "Language of messages and documents; nl unless chosen.")]
    public string? Lang { get; init; }
}

/// <summary>What commands that read files take.</summary>
internal abstract record SourceOptions : CommonOptions
{
    [Value(0, MetaName = "INPUT…")]
    [Explained(
        "CSV- (ook in gzip), Excel- en Parquet-bestanden met declaraties, iJw-berichten, mappen daarmee, patronen " +
        "als 2023-*.csv, of - voor de standaardinvoer.",
        "CSV (also in gzip), Excel and Parquet files with declarations, iJw messages, folders of them, patterns " +
        "like 2023-*.csv, or - for standard input.")]
    public virtual IEnumerable<string> Inputs { get; init; } = [];

    [Option("subfolders")]
    [Explained(
        "Lees ook de bestanden in de mappen in een genoemde map; niet die in een map die dit programma zelf schreef.",
        "Read the files in the folders in a named folder too; not those in a folder that this program wrote.")]
    public bool Subfolders { get; init; }
}

/// <summary>What commands that read declarations take.</summary>
internal abstract record InputOptions : SourceOptions
{
    [Option("catalogue", MetaValue = "FILE")]
    [Explained(
        "Catalogus (YAML) in plaats van die van Haaglanden 2025.",
        "Catalogue (YAML) in place of the one of Haaglanden 2025.")]
    public string? Catalogue { get; init; }

    [Option("observed", MetaValue = "A..B")]
    [Explained(
        "Periode waarvan de declaraties volledig zijn, bijvoorbeeld 2018-01-01..2023-12-31.",
        "Period for which declarations are complete, for example 2018-01-01..2023-12-31.")]
    public string? Observed { get; init; }

    [Option("cohort", MetaValue = "A..B")]
    [Explained(
        "Startdagen van trajecten die meetellen; zonder keuze de hele periode.",
        "Start days of trajectories that count; the whole period unless chosen.")]
    public string? Cohort { get; init; }

    [Option("gap-days", MetaValue = "N")]
    [Explained(
        "Na meer dan N dagen zonder zorg begint een nieuw traject; zonder keuze wat de catalogus zegt.",
        "After more than N days without care a new trajectory begins; what the catalogue says unless chosen.")]
    public int? GapDays { get; init; }

    [Option("split-by-provider")]
    [Explained("Begin bij een andere aanbieder een nieuw traject.", "Begin a new trajectory with another provider.")]
    public bool SplitByProvider { get; init; }

    [Option("max-line-days", MetaValue = "N")]
    [Explained(
        "Keur regels van meer dan N dagen af; 0 is geen grens, zonder keuze 366.",
        "Reject lines of more than N days; 0 is no limit, 366 unless chosen.")]
    public int? MaxLineDays { get; init; }

    [Option("threads", MetaValue = "N")]
    [Explained(
        "Aantal draden; zonder keuze alle kernen. Verandert geen uitkomst.",
        "Threads; all cores unless chosen. Changes no outcome.")]
    public int? Threads { get; init; }

    [Option("max-memory", MetaValue = "MB")]
    [Explained(
        "Geheugen voor regels en trajecten; zonder keuze driekwart van wat er is. Wat niet past, wordt in delen " +
        "gelezen, en dat duurt langer.",
        "Memory for lines and trajectories; three quarters of what there is unless chosen. What does not fit is " +
        "read in parts, which takes longer.")]
    public int? MaxMemory { get; init; }

    [Option("strict")]
    [Explained(
        "Eindig met code 1 zodra één rij wordt afgekeurd; er wordt dan niets geschreven, behalve het verslag van " +
        "validate.",
        "End with code 1 when a single row is rejected; nothing is written then but the report of validate.")]
    public bool Strict { get; init; }

    [Option("mapping", MetaValue = "FILE")]
    [Explained(
        "YAML-bestand dat zegt hoe de bron de kolommen noemt en schrijft; 'rgk init' maakt er een.",
        "YAML file that says what the source calls its columns and how it writes them; 'rgk init' makes one.")]
    public string? Mapping { get; init; }
}

/// <summary>What commands that make a synthetic region take.</summary>
internal abstract record RegionOptions : CommonOptions
{
    [Option("clients", MetaValue = "N")]
    [Explained(
        "Aantal kinderen; zonder keuze ongeveer zoveel als in de regio.",
        "Children; about as many as in the region unless chosen.")]
    public int? Clients { get; init; }

    [Option("seed", MetaValue = "S")]
    [Explained(
        "Een ander geheel getal geeft andere kinderen; hetzelfde getal dezelfde.",
        "Another whole number gives other children; the same number the same.")]
    public long? Seed { get; init; }

    /// <summary>What region is made.</summary>
    /// <exception cref="CalibrationException">A choice cannot be.</exception>
    public virtual SyntheticSettings Settings() => new(
        Clients ?? SyntheticSettings.Default.Children,
        Seed ?? SyntheticSettings.Default.Seed);
}
