using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Review;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Annexes;

/// <summary>The words of the annexes, which are Dutch in every language of the program: they are published.</summary>
internal static class AnnexWords
{
    private static readonly DurationStep CareYear = DurationStep.Months(12);

    /// <summary>The name of a kind of framework, at the start of a title.</summary>
    internal static string Title(FrameworkKind kind) => kind == FrameworkKind.Rgk
        ? "Bijlage 2: vernieuwd richtinggevend kader"
        : "Bijlage 3: normenkader";

    /// <summary>What stands above figures of made-up data.</summary>
    internal const string Synthetic = "Deze cijfers komen uit verzonnen gegevens: ze zeggen niets over echte zorg.";

    /// <summary>What stands below the lines of a kind of framework: its footnotes and the sources of norms.</summary>
    internal static IReadOnlyList<string> Below(FrameworkKind kind, IEnumerable<AdoptedLine> lines) =>
        [.. PublishedWords.Footnotes(kind).Select(note => note.Dutch), .. Sources(lines)];

    // Where the norms come from that were not computed, a sentence each.
    private static IEnumerable<string> Sources(IEnumerable<AdoptedLine> lines) =>
        lines.Where(line => line.Source is not null).Select(line =>
            $"{LineName.Of(line.Code, line.Label)}: deze norm is niet berekend, maar komt uit {line.Source}.");

    /// <summary>What was advised on a line, or why nothing was.</summary>
    internal static string Advice(AdoptedLine line) => line switch
    {
        { Basis: Basis.Insufficient } => "geen: de gegevens dragen geen lijn",
        { Basis: Basis.Norm } => $"{Value(line.Proposed, line.Unit)} (norm van buiten)",
        _ => Value(line.Proposed, line.Unit),
    };

    /// <summary>
    /// A volume with its alternative or its intensity: <c>61 uur (gemiddeld 70 minuten per week)</c>.
    /// </summary>
    internal static string Volume(AdoptedLine line)
    {
        var volume = PublishedWords.Volume(line.Decision.Adopted!.Volume, line.Unit).Dutch
            + (line.IsPerCareYear && line.Decision.Adopted.Duration != CareYear ? " per zorgjaar" : string.Empty);
        var more = line is { Intensity: { } intensity, IntensityUnit: { } unit }
            ? $" (gemiddeld {PublishedWords.PerWeek(intensity, unit).Dutch})"
            : string.Empty;
        return line.Alternative is { } alternative ? $"{volume}, of {alternative}{more}" : volume + more;
    }

    /// <summary>A line in one text: <c>61 uur in 12 maanden</c>; empty where there is none.</summary>
    internal static string Value(LineValue? value, CareUnit unit) => value is null
        ? string.Empty
        : PublishedWords.Value(value.Volume, unit, value.Duration).Dutch;
}
