using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Presentation;

/// <summary>A proposal in a few words.</summary>
internal static class ProposalWords
{
    /// <summary>Volume and duration: <c>61 uur in 12 maanden</c>; null where they are not shown.</summary>
    internal static string? Value((DurationStep? Duration, decimal? Volume) value, LineWords words) =>
        value is ({ } duration, { } volume)
            ? words.Volume(volume) + words.Context.Say(new(
                $" in {duration.InSentence().Dutch}", $" in {duration.InSentence().English}"))
            : null;

    /// <summary>How many trajectories a line has, as it may be told.</summary>
    internal static string CountOf(SafeLine line, ChartContext context)
    {
        if (line.Trajectories.Value is not { } count)
        {
            var smallest = Numbers.Whole(line.Trajectories.Smallest);
            return context.Say(new($"Minder dan {smallest} trajecten", $"Fewer than {smallest} trajectories"));
        }

        var n = Numbers.Shown(count, 0, context.Language);
        return context.Say(new($"Ongeveer {n} trajecten", $"About {n} trajectories"));
    }
}
