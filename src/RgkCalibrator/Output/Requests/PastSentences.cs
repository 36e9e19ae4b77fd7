using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Requests;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Output.Requests;

/// <summary>Which share of past trajectories needed at most what is asked for, as far as that was released.</summary>
internal static class PastSentences
{
    /// <summary>The sentences; none where nothing was asked.</summary>
    internal static IEnumerable<Wording> Of(RequestAnswer answer, PossibleLine one, PastNeeds? past)
    {
        if (past is null)
            yield break;
        var need = past.Of(answer.Product!.Code, one.Subgroup);
        if (need is null or { Volumes: [], Durations: [] })
        {
            yield return new(
                "Van deze lijn is in het pakket geen verdeling van eerdere trajecten vrijgegeven.",
                "Of this line the packet released no distribution of earlier trajectories.");
            yield break;
        }

        if (past.IsSynthetic)
        {
            yield return new(
                "De eerdere trajecten van dit pakket zijn verzonnen: ze zeggen niets over echte zorg.",
                "The earlier trajectories of this packet are made up: they tell nothing of real care.");
        }

        if (need.Volumes.Count > 0 && one.Volume!.Unit == answer.Product.Unit)
            yield return Volume(need, one.Volume, answer.Product.Unit);
        if (need.Durations.Count > 0)
            yield return Duration(need, answer.Request.Duration);
    }

    private static Wording Volume(PastNeed need, VolumeCheck volume, CareUnit unit)
    {
        var (below, above) = (
            need.Volumes.LastOrDefault(point => point.Volume <= volume.Requested),
            need.Volumes.FirstOrDefault(point => point.Volume > volume.Requested));
        var (within, asked) = (
            need.Within!.InSentence(), RequestWords.Amount(volume.Requested, unit, volume.Limit));
        return Joined(
            new($"Eerdere trajecten, volume binnen {within.Dutch}: ",
                $"Earlier trajectories, volume within {within.English}: "),
            below is null ? null : (below.AtLeast, asked),
            above is null ? null : (above.AtLeast, RequestWords.Amount(above.Volume, unit)));
    }

    private static Wording Duration(PastNeed need, RequestedDuration duration)
    {
        var (below, above) = (
            need.Durations.LastOrDefault(point => RequestedDuration.PartsOf(point.Duration) <= duration.Parts),
            need.Durations.FirstOrDefault(point => RequestedDuration.PartsOf(point.Duration) > duration.Parts));
        return Joined(
            new("Eerdere trajecten, duur: ", "Earlier trajectories, duration: "),
            below is null ? null : (below.AtLeast, below.Duration.InSentence()),
            above is null ? null : (above.AtLeast, above.Duration.InSentence()));
    }

    private static Wording Joined(
        Wording start, (Percentage Share, Wording Value)? below, (Percentage Share, Wording Value)? above)
    {
        var (first, next) = (Part(below), Part(above));
        return (below, above) switch
        {
            (not null, not null) => new(
                $"{start.Dutch}{first.Dutch}, en {next.Dutch}.",
                $"{start.English}{first.English}, and {next.English}."),
            (not null, null) => new($"{start.Dutch}{first.Dutch}.", $"{start.English}{first.English}."),
            _ => new(
                $"{start.Dutch}het laagste punt dat is vrijgegeven ligt hoger: {next.Dutch}.",
                $"{start.English}the lowest point that was released is higher: {next.English}."),
        };
    }

    // A point says 'at least': the share at it is known only up to the next.
    private static Wording Part((Percentage Share, Wording Value)? point)
    {
        if (point is not var (share, value))
            return Wording.Same(string.Empty);
        var percent = share.Percent();
        return new(
            $"ten minste {percent.Dutch} bleef binnen {value.Dutch}",
            $"at least {percent.English} stayed within {value.English}");
    }
}
