namespace RgkCalibrator.Trajectories;

/// <summary>
/// Tells of a client's ambulatory trajectories whether a stay, or an ambulatory trajectory of another product, lies
/// beside them. What touches the first days decides: known at the start, so that a trajectory is not in a group because
/// it is long.
/// </summary>
internal sealed class StayAndOtherCare(ClientLines lines, ProductRules[] rules, int atStartDays)
{
    private readonly CareRole[] _roles = [.. rules.Select(rule => rule.Role)];
    private readonly Periods _stays = new();

    // A run for each product of the client, in the order of its trajectories.
    private readonly Periods _ambulatory = new();

    /// <summary>Marks the trajectories of a client, which stand in the order of products.</summary>
    internal void Mark(int client, Span<Trajectory> trajectories)
    {
        var hasStay = false;
        foreach (ref var trajectory in trajectories)
        {
            var role = _roles[trajectory.Product];
            hasStay |= role == CareRole.Stay;
            if (role == CareRole.Ambulatory)
                trajectory.Facts |= TrajectoryFacts.Ambulatory;
        }

        if (trajectories[0].Product == trajectories[^1].Product)
            return;
        CollectStays(client, hasStay);
        CollectAmbulatory(trajectories);
        var run = 0;
        for (var i = 0; i < trajectories.Length; i++)
        {
            run += i > 0 && trajectories[i].Product != trajectories[i - 1].Product ? 1 : 0;
            if (trajectories[i].Has(TrajectoryFacts.Ambulatory))
                Mark(ref trajectories[i], run);
        }
    }

    private void CollectStays(int client, bool hasStay)
    {
        _stays.Clear();
        var (from, to) = lines.Places(client);
        for (var place = from; place < to && hasStay; place++)
        {
            if (_roles[lines.Kind(place) >> 16] == CareRole.Stay)
                _stays.Add(lines[place].Start, lines[place].End);
        }

        _stays.Close();
    }

    private void CollectAmbulatory(Span<Trajectory> trajectories)
    {
        _ambulatory.Clear();
        for (var i = 0; i < trajectories.Length; i++)
        {
            if (i > 0 && trajectories[i].Product != trajectories[i - 1].Product)
                _ambulatory.Close();
            if (trajectories[i].Has(TrajectoryFacts.Ambulatory))
                _ambulatory.Add(trajectories[i].Start, trajectories[i].End);
        }

        _ambulatory.Close();
    }

    private void Mark(ref Trajectory trajectory, int ownRun)
    {
        var atStart = trajectory.Start + atStartDays;
        if (_stays.Touches(0, trajectory.Start, atStart))
            trajectory.Facts |= TrajectoryFacts.WithStay;
        if (_stays.Touches(0, trajectory.Start, trajectory.End))
            trajectory.Facts |= TrajectoryFacts.AnyStay;
        for (var run = 0; run < _ambulatory.Runs; run++)
        {
            if (run == ownRun)
                continue;
            if (_ambulatory.Touches(run, trajectory.Start, atStart))
                trajectory.Facts |= TrajectoryFacts.Concurrent;
            if (_ambulatory.Touches(run, trajectory.Start, trajectory.End))
                trajectory.Facts |= TrajectoryFacts.AnyConcurrent;
        }
    }
}
