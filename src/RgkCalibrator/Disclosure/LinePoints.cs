using RgkCalibrator.Framework;

namespace RgkCalibrator.Disclosure;

/// <summary>The safe points of the two distributions that a line which is shown was taken of.</summary>
internal sealed class LinePoints
{
    private readonly SafePoints _durations;
    private readonly int _chosen;
    private readonly int _steps;

    internal LinePoints(DraftLine draft, DisclosureProfile profile)
    {
        var (group, behind) = (draft.Group, KnownChildren.BehindProposal(draft));
        Volumes = new SafePoints(new KnownValues(behind, behind.Units()), profile);
        Volumes.Show((double)draft.Chosen.Volume!.Value);
        (_chosen, _steps) = (draft.Chosen.Duration!.Index, group.Product.AllowedDurations.Count);
        var places = HistogramClasses.PlacesOf(group, _chosen);
        _durations = new SafePoints(new KnownValues(Observed.Volumes(group, draft.Estimator), places), profile);
        _durations.Show(ValueOf(_chosen));
    }

    /// <summary>Volumes, in units.</summary>
    internal SafePoints Volumes { get; }

    /// <summary>Adds a limit of the proposed duration, by its place among the allowed ones.</summary>
    internal bool AddLimit(int place) => _durations.AddBeside(ValueOf(place));

    /// <summary>
    /// Whether enough children lie between the proposed duration and the one before it. Where they do not, a lower
    /// limit that is shorter would tell by its rank that some do.
    /// </summary>
    internal bool IsApartFromShorter => _chosen == 0 || _durations.CanAdd(ValueOf(_chosen - 1));

    /// <summary>
    /// Adds a duration that is to stand beside the proposed one. Where the two are equal, it stands there only when one
    /// that differs by a step could have: else a blank would tell that they differ, and so that few children lie
    /// between.
    /// </summary>
    /// <param name="place">Its place among the allowed ones.</param>
    /// <param name="isBelow">Whether it is the proposed one or a shorter one; else a longer one.</param>
    internal bool AddBeside(int place, bool isBelow)
    {
        if (place != _chosen)
            return _durations.AddBeside(ValueOf(place));
        var neighbour = isBelow ? _chosen - 1 : _chosen + 1;
        return neighbour < 0 || neighbour >= _steps || _durations.AddBeside(ValueOf(neighbour));
    }

    private static double ValueOf(int place) => place + 1;
}
