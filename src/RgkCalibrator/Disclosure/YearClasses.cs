using RgkCalibrator.Framework;

namespace RgkCalibrator.Disclosure;

/// <summary>A start year of which a percentile is told, with its volumes in ascending order. Restricted.</summary>
/// <param name="Cell">Its trajectories.</param>
/// <param name="Volumes">In units.</param>
internal sealed record YearVolumes(PartCell Cell, double[] Volumes)
{
    /// <summary>How many lie at or below a volume.</summary>
    internal int UpTo(double volume) => Array.FindLastIndex(Volumes, one => one <= volume) + 1;
}

/// <summary>
/// Classes of volume in which every start year that is told has enough children, and so have the other years together.
/// All that is told of a year is in which of them a value lies.
/// </summary>
/// <remarks>
/// Why it is safe beside all else that a line shows: of years and classes it tells at most a table of counts, none of
/// which is small. The histogram and the curve part each class once more, and providers part each side of the line;
/// nothing is told of how these cross with the years. In such a decomposable set of tables any group that they name
/// together can be as large as the smallest count that it lies in (Dobra and Fienberg 2000,
/// doi:10.1073/pnas.97.22.11885), which is enough.
/// </remarks>
internal sealed class YearClasses
{
    private readonly List<KnownValues> _rows;
    private readonly SafePoints _points;
    private readonly DisclosureProfile _profile;
    private readonly List<double> _edges;

    private YearClasses(
        IReadOnlyList<YearVolumes> told, List<KnownValues> rows, SafePoints points, double limit,
        DisclosureProfile profile)
    {
        (Told, _rows, _points, _profile, _edges) = (told, rows, points, profile, [limit]);
    }

    /// <summary>The years of which a percentile may be told, in their order; at least two.</summary>
    internal IReadOnlyList<YearVolumes> Told { get; }

    /// <summary>
    /// The ends of the classes, ascending, with the volume of the line among them; the last class has none.
    /// </summary>
    internal IReadOnlyList<double> Edges => _edges;

    /// <summary>
    /// The classes of a line, as narrow as the policy's steps allow, and wider where too few children lie in one. Null
    /// where fewer than two years may be told, or where no more is told than on which side of the line a value lies.
    /// </summary>
    /// <param name="draft">The line, with parts by start year that may be shown.</param>
    /// <param name="points">What else is told of its volumes.</param>
    /// <param name="profile">What may be shown.</param>
    internal static YearClasses? Of(DraftLine draft, SafePoints points, DisclosureProfile profile)
    {
        var (followed, needed) = (draft.Followed!, profile.ChildrenNeeded(draft.Chosen.Percentage));
        var cells = PartCells.Of(draft, PartFactor.StartYear, profile);
        var told = cells.Where(cell => cell.Key != PartCells.Rest && IsEnough(cell)).ToList();
        if (told.Count < 2)
            return null;
        List<List<PartCell>> rows = [.. told.Select(cell => (List<PartCell>)[cell])];
        if (cells.Except(told).ToList() is { Count: > 0 } others)
            rows.Add(others);
        var (limit, step) = (draft.Chosen.Volume!.Value, draft.Group.Product.VolumeStep);
        var classes = new YearClasses(
            [.. told.Select(cell => new YearVolumes(cell, [.. cell.Places.Select(followed.UnitsAt).Order()]))],
            rows.ConvertAll(ValuesOf), points, (double)limit, profile);
        classes.AddUpwards(limit, step);
        classes.AddDownwards(limit, step);
        classes._edges.Sort();
        return classes._edges[0] < (double)limit && classes._edges[^1] > (double)limit ? classes : null;

        bool IsEnough(PartCell cell) => cell.Places.Select(ChildAt).Distinct().Count() >= needed
            && cell.Places.CountBy(place => followed.Ticks[place]).Max(same => same.Value)
                < profile.LargestSameShare * cell.Places.Count;

        int ChildAt(int place) => followed.Group.Child[place];

        KnownValues ValuesOf(List<PartCell> row)
        {
            var places = row.SelectMany(cell => cell.Places).ToHashSet();
            var known = followed.Where(places.Contains);
            return new KnownValues(known, known.Units());
        }
    }

    private void AddUpwards(decimal limit, decimal? step)
    {
        for (var edge = limit + VolumeRounding.StepAt(limit, step); HaveEnoughAbove(edge);
            edge += VolumeRounding.StepAt(edge, step))
        {
            Try(edge);
        }
    }

    private void AddDownwards(decimal limit, decimal? step)
    {
        for (var edge = VolumeRounding.Before(limit, step); HaveEnoughUpTo(edge);
            edge = VolumeRounding.Before(edge, step))
        {
            Try(edge);
        }
    }

    private void Try(decimal edge)
    {
        var value = (double)edge;
        if (_rows.TrueForAll(row => row.IsApart(value, _edges, _profile)) && _points.Add(value))
            _edges.Add(value);
    }

    private bool HaveEnoughAbove(decimal edge) =>
        _rows.TrueForAll(row => row.AreEnough((double)edge, double.PositiveInfinity, _profile));

    private bool HaveEnoughUpTo(decimal edge) =>
        _rows.TrueForAll(row => row.AreEnough(double.NegativeInfinity, (double)edge, _profile));
}
