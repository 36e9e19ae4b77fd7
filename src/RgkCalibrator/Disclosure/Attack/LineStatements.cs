using RgkCalibrator.Framework;

namespace RgkCalibrator.Disclosure.Attack;

/// <summary>What a line says of its volumes and of its durations alike.</summary>
internal static class LineStatements
{
    /// <summary>Whether each trajectory of a line stands for itself.</summary>
    internal static bool IsUnweighted(SafeLine line) => line.Estimator == Estimator.Completed;

    /// <summary>The values of the line from which the classes of a histogram keep away.</summary>
    internal static IEnumerable<double> Values(SafeLine line, Func<SafeProposal, double?> valueOf) =>
        new[] { line.Chosen, line.Compared, line.Other, line.Lower, line.Upper }
            .OfType<SafeProposal>().Select(valueOf).OfType<double>();

    /// <summary>The share within a limit.</summary>
    internal static CountStatement[] OfShare(
        SafeLine line, double limit, SafeShare? share, DisclosureProfile profile) => share is null
        ? []
        : [CountStatement.Share(limit, share, profile, IsUnweighted(line))];

    /// <summary>What of whole trajectories lies within both limits of the pair lies within each of them.</summary>
    internal static CountStatement[] OfPair(SafeLine line, double? limit)
    {
        var share = line.Chosen.Percentage.Share;
        return limit is { } within && IsUnweighted(line)
            ? [new(double.NegativeInfinity, within, size => (share * size, size))]
            : [];
    }
}
