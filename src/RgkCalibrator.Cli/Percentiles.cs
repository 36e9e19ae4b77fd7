using System.Globalization;
using RgkCalibrator.Framework;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Cli;

/// <summary>From <c>--percentile</c> and <c>--compared</c> to the two percentiles of a draft.</summary>
internal static class Percentiles
{
    // Below half it is no line that most trajectories fit in; nearer to 100 it is a largest value.
    private const decimal Least = 50;
    private const decimal Most = 99.5m;

    /// <summary>
    /// The settings with the percentiles asked for; each that is not, is as usual. Beside the usual second one as the
    /// first, the usual first is the second.
    /// </summary>
    /// <exception cref="CalibrationException">One cannot be, or both are the same.</exception>
    public static FrameworkSettings With(FrameworkSettings usual, string? percentile, string? compared)
    {
        var chosen = Read("--percentile", percentile) ?? usual.Percentage;
        var other = Read("--compared", compared) ?? (chosen == usual.Compared ? usual.Percentage : usual.Compared);
        return chosen == other ? throw Same(chosen) : usual with { Percentage = chosen, Compared = other };
    }

    private static Percentage? Read(string option, string? text)
    {
        if (text is null)
            return null;
        // As Dutch users write it, and as programs do.
        if (decimal.TryParse(
            text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent is >= Least and <= Most && decimal.IsInteger(percent * 2))
        {
            return Percentage.Of(percent);
        }

        throw Refusals.Wrong(
            new("Dit percentiel kan niet.", "This percentile cannot be."),
            $"{option} {text}",
            new(
                "Geef een heel of half getal van 50 tot en met 99,5, zoals 80 of 82,5.",
                "Give a whole or half number from 50 to 99.5, such as 80 or 82.5."));
    }

    private static CalibrationException Same(Percentage percentage)
    {
        var number = (percentage.Halves / 2m).ToString(CultureInfo.InvariantCulture);
        return Refusals.Wrong(
            new(
                "Het percentiel van het voorstel en dat ernaast zijn hetzelfde.",
                "The percentile of the proposal and the one beside it are the same."),
            $"--percentile {number}, --compared {number}",
            new(
                "Geef met --compared een ander percentiel, hoger of lager; zonder --percentile is het voorstel P80.",
                "Give another percentile with --compared, higher or lower; without --percentile the proposal is P80."));
    }
}
