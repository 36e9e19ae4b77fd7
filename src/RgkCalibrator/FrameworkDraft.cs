using RgkCalibrator.Disclosure;
using RgkCalibrator.Disclosure.Releases;
using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator;

/// <summary>A draft framework.</summary>
/// <param name="Lines">What the data propose; restricted. In the order of the catalogue.</param>
/// <param name="Estimates">All estimates before rounding; restricted.</param>
/// <param name="Safe">What may be shown of it, in the same order.</param>
public sealed record FrameworkDraft(
    IReadOnlyList<DraftLine> Lines, IReadOnlyList<MeasuredEstimate> Estimates, SafeDraft Safe)
{
    /// <summary>What may be shown of the lines, in the same order.</summary>
    public IReadOnlyList<SafeLine> SafeLines => Safe.Lines;

    /// <summary>What is to be known of the lines beside their numbers; restricted.</summary>
    public required DraftStudies Studies { get; init; }

    /// <summary>The lines of each provider; restricted. Null where they are not asked.</summary>
    public IReadOnlyList<ProviderLine>? ByProvider { get; init; }

    /// <summary>What became of each product beside earlier releases; empty before it was held to them.</summary>
    public IReadOnlyList<(string Code, ReleaseOutcome Outcome)> Outcomes { get; init; } = [];

    /// <summary>The groups that the lines are of.</summary>
    internal IReadOnlyList<ProductGroups> Products { get; init; } = [];

    /// <summary>The lines of whole products with subgroups.</summary>
    internal IReadOnlyList<DraftLine> Pooled { get; init; } = [];

    /// <summary>
    /// What is shown of a line; null where an earlier release, which is shown in its place, has no such line.
    /// </summary>
    internal SafeLine? ShownOf(DraftLine line) => SafeLines.FirstOrDefault(safe =>
        safe.Product.Code == line.Group.Product.Code && safe.SubgroupId == line.Group.Subgroup);

    /// <summary>Lines whose proposal may be shown.</summary>
    public int ShownLines => SafeLines.Count(line => line.Withheld is null);

    /// <summary>Holds a run to its purpose.</summary>
    /// <exception cref="CalibrationException">Nothing of the draft may be shown.</exception>
    internal void RefuseIfNothingIsShown()
    {
        if (ShownLines > 0)
            return;
        throw new CalibrationException(
            ExitCode.NothingToShow,
            new("Geen enkele lijn rust op genoeg kinderen om te tonen; er is niets geschreven.",
                "No line rests on enough children to be shown; nothing was written."),
            string.Empty,
            new("Neem meer jaren of gemeenten samen, of kijk met rgk trajectories wat er gelezen is.",
                "Take more years or municipalities together, or see with rgk trajectories what was read."));
    }
}

/// <summary>What building trajectories came to.</summary>
/// <param name="Ledger">Where every row ended.</param>
/// <param name="Trajectories">The trajectories.</param>
public sealed record TrajectoryReport(Ledger Ledger, TrajectorySet Trajectories);

/// <summary>
/// What was understood of declarations, and where their rows would end in a draft. Restricted: counts can be of a
/// single child.
/// </summary>
/// <param name="Files">Every file that was named.</param>
/// <param name="Ledger">Where the rows of those that can be read end, by file, year and product.</param>
public sealed record ValidationReport(IReadOnlyList<ExaminedFile> Files, Ledger Ledger)
{
    /// <summary>
    /// What the folders that were named hold and was not read: files, and folders, which end in a slash.
    /// </summary>
    public IReadOnlyList<string> PassedOver { get; init; } = [];

    /// <summary>Groups of files with rows of which every byte is equal, by their names.</summary>
    public IReadOnlyList<IReadOnlyList<string>> EqualFiles { get; init; } = [];

    /// <summary>What stands in the way of the first file that cannot be read; null: nothing does.</summary>
    public CalibrationException? FirstTrouble =>
        Files.Select(file => file.Trouble).FirstOrDefault(trouble => trouble is not null);
}

/// <summary>What deriving a draft came to.</summary>
/// <param name="Ledger">Where every row ended.</param>
/// <param name="Trajectories">The trajectories.</param>
/// <param name="Draft">The draft.</param>
public sealed record DraftReport(Ledger Ledger, TrajectorySet Trajectories, FrameworkDraft Draft);
