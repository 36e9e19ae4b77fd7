using RgkCalibrator.Disclosure;

namespace RgkCalibrator.Output.Charts;

/// <summary>Volume and duration of a line together.</summary>
public static class JointCharts
{
    /// <summary>The chart of a line; null where one of its parts or distributions is not shown.</summary>
    /// <param name="shown">What may be shown of the line.</param>
    /// <param name="context">What is said below.</param>
    public static JointChart? Of(SafeDistributions shown, ChartContext context)
    {
        if (shown is not { Volume: { } volume, Duration: { } duration })
            return null;
        if (SafeQuarters.From(shown.Line) is not { } parts)
            return null;
        var words = new LineWords(shown.Line, context);
        var volumes = HistogramCharts.Volume(volume, shown.VolumeClassWidth, context);
        var durations = HistogramCharts.Duration(duration, context);
        var line = words.Volume(shown.Line.Chosen.Volume!.Value);
        return new JointChart
        {
            Caption = words.Caption("samen", Title(parts, words), Note),
            Volume = volumes,
            Duration = durations,
            Corner = (new LineVolume(words).Chosen, new LineDuration(words).Chosen),
            LineLegend = context.Say(new(
                $"voorstel: {line} binnen {words.Duration}", $"proposal: {line} within {words.Duration}")),
            Parts = new(
                Part(new("binnen beide", "within both"), parts.Both, context),
                Part(new("alleen boven het volume", "above the volume only"), parts.OnlyDuration, context),
                Part(new("alleen voorbij de duur", "beyond the duration only"), parts.OnlyVolume, context),
                Part(new("buiten beide", "beyond both"), parts.Neither, context)),
        };
    }

    private static Wording Note { get; } = new(
        "De delen zijn van afgeronde aantallen. De staven langs de assen zijn de verdelingen van volume en duur apart.",
        "The parts are of rounded counts. The bars along the axes are the distributions of volume and duration apart.");

    private static JointPart Part(Wording name, double share, ChartContext context) =>
        new(context.Say(name), Shown(share, context));

    private static string Shown(double share, ChartContext context) => Numbers.Share(share, 0, context.Language);

    private static string Title(SafeQuarters parts, LineWords words)
    {
        var (name, both) = (words.Name, Shown(parts.Both, words.Context));
        return words.Context.Say(new(
            $"{name}: {both} van de trajecten blijft binnen volume én duur",
            $"{name}: {both} of the trajectories stay within volume and duration"));
    }
}
