using CommandLine;

namespace RgkCalibrator.Cli.Options;

[Verb("derive")]
[Explained(
    "Leidt uit declaraties een concept-kader af, met alles waar het op rust.",
    "Derives a draft framework from declarations, with all that it rests on.")]
internal sealed record DeriveOptions : InputOptions
{
    [Option("out", MetaValue = "DIR", Required = true)]
    [Explained(
        "De map die wordt geschreven; wat er staat en niet van een eerdere keer is, wordt nooit gewist.",
        "The folder to write; what stands there and is not of an earlier run is never wiped out.")]
    public string Out { get; init; } = string.Empty;

    [Option("estimator", MetaValue = "corrected|completed")]
    [Explained(
        "Wat de lijnen voedt: alle trajecten, ook die nog lopen (corrected, zonder keuze), of alleen afgeronde (completed).",
        "What feeds the lines: all trajectories, those still running too (corrected, unless chosen), or complete ones alone (completed).")]
    public string? Estimator { get; init; }

    [Option("disclosure", MetaValue = "FILE")]
    [Explained(
        "YAML-bestand met wat naar buiten mag: kleinste groep, afronding en uitzonderingen; zonder keuze het strenge profiel.",
        "YAML file with what may be shown outside: smallest group, rounding and exceptions; the strict profile unless chosen.")]
    public string? Disclosure { get; init; }

    [Option("bootstraps", MetaValue = "N")]
    [Explained(
        "Trekt N keer opnieuw hele cliënten en hele aanbieders, en zet de intervallen daarvan in intern/estimates.csv; zonder keuze 0: niet. Gebruikelijk is 1999.",
        "Draws whole clients and whole providers anew N times, and puts their intervals in intern/estimates.csv; 0 unless chosen: not. Usual is 1999.")]
    public int? Bootstraps { get; init; }

    [Option("seed", MetaValue = "S")]
    [Explained("Een ander geheel getal geeft andere trekkingen; hetzelfde getal dezelfde.", "Another whole number gives other draws; the same number the same.")]
    public long? Seed { get; init; }

    [Option("plots")]
    [Explained(
        "Vul intern/grafieken/ met vertrouwelijke grafieken van de ruwe verdelingen van elke lijn.",
        "Fill intern/grafieken/ with restricted pictures of the raw distributions of each line.")]
    public bool Plots { get; init; }
}
