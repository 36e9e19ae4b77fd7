namespace RgkCalibrator.Output.Charts;

/// <summary>Which charts stand in <c>extern/</c> as PNG too, beside their SVG.</summary>
public enum PngCharts
{
    /// <summary>None.</summary>
    None,

    /// <summary>
    /// What slides are made of: all products side by side, and of each line the histograms of volume and of duration.
    /// </summary>
    Main,

    /// <summary>All charts.</summary>
    All,
}

/// <summary>Which charts become PNG, and how large.</summary>
/// <param name="Charts">Which charts become PNG.</param>
/// <param name="Width">In pixels; the height is nine sixteenths of it.</param>
public sealed record PngSettings(PngCharts Charts = PngCharts.None, int Width = PngSettings.UsualWidth)
{
    /// <summary>As wide as a slide on most screens.</summary>
    public const int UsualWidth = 1920;

    /// <summary>For large screens and print.</summary>
    public const int LargeWidth = 3840;

    /// <summary>Sees to it that nobody waits for a picture that cannot be painted.</summary>
    /// <exception cref="CalibrationException">
    /// Charts are asked for, and the machine has neither Arial nor Liberation Sans.
    /// </exception>
    public void RefuseWithoutFont()
    {
        if (Charts == PngCharts.None)
            return;
        using var painter = new PngPainter(Width);
    }
}
