using CommandLine;

namespace RgkCalibrator.Cli;

/// <summary>
/// What commands take that put declarations beside a framework in force. Each command repeats the names of the options,
/// in the order in which its help shows them.
/// </summary>
internal abstract record InForceOptions : InputOptions
{
    [Value(0, MetaName = "FRAMEWORK")]
    [Explained(
        "framework.json van rgk finalize, of een CSV-bestand met de regels (bijlagen 2 en 3).",
        "framework.json of rgk finalize, or a CSV file with the lines (annexes 2 and 3).")]
    public string? Framework { get; init; }

    [Value(1, MetaName = "INPUT…")]
    [Explained(
        "De declaraties, als bij derive: van voor en van na het kader.",
        "The declarations, as with derive: from before and since the framework.")]
    public override IEnumerable<string> Inputs { get; init; } = [];

    [Option("since", MetaValue = "DATE")]
    [Explained(
        "De dag waarop het kader van kracht werd, zoals 2025-09-01; zonder keuze die van de catalogus, als het kader " +
        "daarvan de huidige lijnen heeft.",
        "The day on which the framework came into force, like 2025-09-01; that of the catalogue unless chosen, where " +
        "the framework has its current lines.")]
    public abstract string? Since { get; init; }

    [Option("euros", MetaValue = "amount|tariff")]
    [Explained(CompareOptions.EurosInDutch, CompareOptions.EurosInEnglish)]
    public abstract string? Euros { get; init; }

    [Option("disclosure", MetaValue = "FILE")]
    [Explained(DeriveOptions.DisclosureInDutch, DeriveOptions.DisclosureInEnglish)]
    public abstract string? Disclosure { get; init; }

    /// <summary>Each command says which folders these are.</summary>
    public abstract IEnumerable<string> Released { get; init; }

    [Option("png", MetaValue = "none|main")]
    [Explained(CompareOptions.PngInDutch, CompareOptions.PngInEnglish)]
    public abstract string? Png { get; init; }

    /// <summary>The choices that move numbers.</summary>
    /// <exception cref="CalibrationException">One cannot be.</exception>
    public CalibrationSettings Settings(Language language) => Choices.Settings(this, language) with
    {
        Disclosure = Choices.DisclosureOf(Disclosure),
        Png = Choices.PngOf(Png),
    };

    /// <summary>How the machine may be used, and what was released before.</summary>
    /// <exception cref="CalibrationException">One cannot be.</exception>
    public RunSettings Machine(Screen screen, CancellationToken stop) =>
        Choices.Machine(this, screen, stop) with { Released = [.. Released] };

    /// <summary>The file of the framework.</summary>
    /// <param name="remedy">How to name one.</param>
    /// <exception cref="CalibrationException">None is named.</exception>
    public string FrameworkOr(Wording remedy) => Framework
        ?? throw Refusals.Wrong(new("Er is geen kader genoemd.", "No framework is named."), string.Empty, remedy);
}
