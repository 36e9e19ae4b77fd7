using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Presentation;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator;

/// <summary>
/// The choices of a calibration. Each moves a number or a word of the outcome, and stands in its manifest.
/// </summary>
/// <param name="Catalogue">The products, and what a trajectory is.</param>
public sealed record CalibrationSettings(ProductCatalogue Catalogue)
{
    /// <summary>What the sources call their columns.</summary>
    public ColumnMapping Mapping { get; init; } = ColumnMapping.None;

    /// <summary>The longest declared period that is believed, in days; 0 for no limit.</summary>
    public int MaxLineDays { get; init; } = IntakeSettings.DefaultMaxLineDays;

    /// <summary>How estimates become lines.</summary>
    public FrameworkSettings Framework { get; init; } = new();

    /// <summary>What may be shown outside.</summary>
    public DisclosureProfile Disclosure { get; init; } = new();

    /// <summary>Which charts stand in <c>extern/</c> as PNG too.</summary>
    public PngSettings Png { get; init; } = new();

    /// <summary>What <c>extern/presentatie.pptx</c> looks like, and what it is of.</summary>
    public PresentationSettings Presentation { get; init; } = new();

    /// <summary>
    /// Whether each provider has lines of its own, in <c>intern/</c>; <see cref="WithLinesByProvider"/> asks for them.
    /// </summary>
    public bool PerProvider { get; private init; }

    /// <summary>Whether <c>intern/grafieken/</c> is filled with pictures of the raw distributions.</summary>
    public bool Plots { get; init; }

    /// <summary>The language of documents.</summary>
    public Language Language { get; init; } = Language.Dutch;

    /// <summary>Whether one rejected row stops the run.</summary>
    public bool Strict { get; init; }

    /// <summary>
    /// The same choices with lines for each provider. A line of a provider is about its own care alone: trajectories
    /// are split by provider, those of the lines of all too.
    /// </summary>
    public CalibrationSettings WithLinesByProvider() => this with
    {
        PerProvider = true,
        Catalogue = Catalogue.With(Catalogue.Trajectories with { SplitByProvider = true }),
    };

    /// <summary>How rows are read.</summary>
    internal IntakeSettings Intake(bool onlyKnownProducts) =>
        new(Catalogue.Trajectories.ObservedThen().Last, Catalogue.Codes(), onlyKnownProducts, MaxLineDays);

    /// <summary>What readers of the documents must know.</summary>
    internal DraftNotes NotesOf(Ledger ledger) =>
        new(Catalogue.Trajectories, Framework, Disclosure, ledger.IsSynthetic, Language);

    /// <summary>Every choice by its name in <c>manifest.json</c>, in a fixed order.</summary>
    public JsonObject Describe() => new()
    {
        ["catalogue"] = Catalogue.Name,
        ["catalogueSha256"] = Catalogue.Fingerprint,
        ["mappingSha256"] = Mapping.Fingerprint,
        ["observed"] = Catalogue.Trajectories.Observed.ToString(),
        ["cohort"] = Catalogue.Trajectories.Cohort.ToString(),
        ["cohortRule"] = Catalogue.Trajectories.Rule.ToString(),
        ["gapDays"] = Catalogue.Trajectories.GapDays,
        ["splitByProvider"] = Catalogue.Trajectories.SplitByProvider,
        ["perProvider"] = PerProvider,
        ["endKnowledge"] = Catalogue.Trajectories.EndKnowledge.ToString(),
        ["followUpDays"] = Catalogue.Trajectories.FollowUpDays,
        ["atStartDays"] = Catalogue.Trajectories.AtStartDays,
        ["startedBefore"] = Catalogue.Trajectories.StartedBefore,
        ["asKnownOn"] = Catalogue.Trajectories.AsKnownOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["maxLineDays"] = MaxLineDays,
        ["percentile"] = Framework.Percentage.ToString(),
        ["compared"] = Framework.Compared.ToString(),
        ["percentileType"] = Framework.Type.ToString(),
        ["reportedTypes"] = new JsonArray([.. Framework.ReportedTypes.Select(type => (JsonNode)type.ToString())]),
        ["confidence"] = Framework.Confidence,
        ["estimator"] = Framework.Estimator == Estimator.Corrected ? "corrected" : "completed",
        ["population"] = Framework.Estimator == Estimator.Corrected ? Estimation.All : Estimation.Completed,
        ["correctedLimits"] = Estimation.Limits.ToString(),
        ["tiers"] = new JsonArray(
            Framework.Tiers.IndicativeFrom, Framework.Tiers.ProvisionalFrom, Framework.Tiers.FullFrom),
        ["breakYear"] = Framework.BreakYear,
        ["bootstraps"] = Framework.Bootstraps,
        ["seed"] = Framework.Seed,
        ["smallestGroup"] = Disclosure.SmallestGroup,
        ["countRounding"] = Disclosure.CountRounding,
        ["bothPercentilesFrom"] = Disclosure.BothPercentilesFrom,
        ["largestSameShare"] = Disclosure.LargestSameShare,
        ["bandFrom"] = Disclosure.BandFrom,
        ["disclosureAsOf"] = Disclosure.Describe()["asOf"]?.DeepClone(),
        ["disclosureExceptions"] = Disclosure.Describe()["exceptions"]!.DeepClone(),
        ["png"] = JsonNamingPolicy.CamelCase.ConvertName(Png.Charts.ToString()),
        ["pngWidth"] = Png.Width,
        ["plots"] = Plots,
        ["templateSha256"] = Presentation.Template?.Fingerprint,
        ["presented"] = new JsonArray([.. Presentation.Products.Select(code => (JsonNode)code)]),
        ["language"] = Language == Language.Dutch ? "nl" : "en",
    };
}
