using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Statistics.Testing;

namespace RgkCalibrator.Register;

/// <summary>By what the trajectories of a reported situation are told from others.</summary>
public enum SituationBasis
{
    /// <summary>The intervention that the provider declares.</summary>
    Intervention,

    /// <summary>
    /// Nothing: all trajectories of the provider and the product stand beside the report, also those that are in
    /// another situation.
    /// </summary>
    ProviderAndProduct,
}

/// <summary>How the reported number stands to the trajectories beyond the line.</summary>
public enum SeenFinding
{
    /// <summary>The declarations have no trajectory of the situation.</summary>
    None,

    /// <summary>
    /// Fewer lie beyond the line than were reported, also if all that cannot be followed yet would come to.
    /// </summary>
    Fewer,

    /// <summary>As many may lie beyond the line as were reported, or more.</summary>
    Enough,
}

/// <summary>Whether the situation goes beyond the line more often than other trajectories of the product.</summary>
public enum NeedFinding
{
    /// <summary>There are too few trajectories to tell.</summary>
    TooFew,

    /// <summary>Not more often, or no more than chance explains.</summary>
    AsOthers,

    /// <summary>More often than chance explains.</summary>
    More,
}

/// <summary>The trajectories of a situation against their lines, each against the one of its own subgroup.</summary>
/// <param name="Seen">Those in the cohort.</param>
/// <param name="Followed">Those that started so early that all could be followed for the duration of the line.</param>
/// <param name="BeyondVolume">Those that use more than the volume within it.</param>
/// <param name="Outlasting">Those that last longer.</param>
/// <param name="Beyond">Those that do either.</param>
public sealed record SituationCount(int Seen, int Followed, int BeyondVolume, int Outlasting, int Beyond)
{
    /// <summary>The share beyond, 0 to 1; null where none could be followed.</summary>
    public double? Share => Followed == 0 ? null : (double)Beyond / Followed;

    /// <summary>The number beyond, as tests take it.</summary>
    internal BeyondCount ToBeyond() => new(Beyond, Followed);

    internal static SituationCount Sum(IEnumerable<SituationCount> parts) => parts.Aggregate(
        new SituationCount(0, 0, 0, 0, 0),
        (sum, one) => new(
            sum.Seen + one.Seen, sum.Followed + one.Followed, sum.BeyondVolume + one.BeyondVolume,
            sum.Outlasting + one.Outlasting, sum.Beyond + one.Beyond));
}

/// <summary>Trajectories of a situation, and what of them stands beside what was suggested.</summary>
/// <param name="Product">The product.</param>
/// <param name="Own">Those of the situation.</param>
/// <param name="Others">
/// Those of the product that are in no registered situation and not in this one, of all providers.
/// </param>
/// <param name="P">The p-value of Fisher's test between the two shares beyond.</param>
/// <param name="Need">Whether more of it lies beyond.</param>
public sealed record SituationMeasure(
    Product Product, SituationCount Own, SituationCount Others, double P, NeedFinding Need)
{
    /// <summary>
    /// The percentile of what a trajectory uses a week within the duration of its line, in the unit of the product;
    /// null for too few, and where the volume of the line is not of trajectories.
    /// </summary>
    public double? PerWeek { get; init; }

    /// <summary>The same of the trajectories beyond their line.</summary>
    public double? PerWeekBeyond { get; init; }

    /// <summary>
    /// The percentile of lengths in weeks, those that still run as far as they could be followed; null for too few, and
    /// where it is not reached.
    /// </summary>
    public double? Weeks { get; init; }
}

/// <summary>A report beside the trajectories of its provider.</summary>
/// <param name="Reported">The report.</param>
/// <param name="Basis">By what its trajectories are told from others.</param>
/// <param name="Measure">The trajectories.</param>
public sealed record SituationResult(ReportedSituation Reported, SituationBasis Basis, SituationMeasure Measure)
{
    /// <summary>How the reported number stands to what was seen.</summary>
    public SeenFinding Seen => Measure.Own.Seen == 0 ? SeenFinding.None
        : Reported.Trajectories > Measure.Own.Beyond + (Measure.Own.Seen - Measure.Own.Followed) ? SeenFinding.Fewer
        : SeenFinding.Enough;

    /// <summary>Whether the suggested intensity holds the measured one; null where that is not known.</summary>
    public bool? HoldsIntensity => Measure.PerWeek is { } measured ? (double)Reported.PerWeek >= measured : null;

    /// <summary>Whether the suggested duration holds the measured one; null where that is not known.</summary>
    public bool? HoldsDuration =>
        Measure.Weeks is { } measured ? (double)Reported.Duration.InWeeks() >= measured : null;
}

/// <summary>One situation by all providers that reported it.</summary>
/// <param name="Product">The product.</param>
/// <param name="Situation">As the framework words it; empty where it names none.</param>
/// <param name="Intervention">As it is declared; empty where none was told.</param>
/// <param name="Providers">How many reported it.</param>
/// <param name="Reported">Their trajectories together, as reported.</param>
/// <param name="Measure">Their trajectories together, as declared.</param>
public sealed record SituationSum(
    Product Product, string Situation, string Intervention, int Providers, int Reported, SituationMeasure Measure);
