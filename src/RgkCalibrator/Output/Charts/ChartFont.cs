using SkiaSharp;
using Svg.Skia.TypefaceProviders;

namespace RgkCalibrator.Output.Charts;

/// <summary>
/// The font of charts as PNG. It answers to every name, so that no other font takes its place unseen.
/// </summary>
internal sealed class ChartFont : ITypefaceProvider, IDisposable
{
    private readonly SKTypeface _regular;
    private readonly SKTypeface _bold;

    private ChartFont(FontFiles files) =>
        (_regular, _bold) = (SKTypeface.FromFile(files.Regular), SKTypeface.FromFile(files.Bold));

    /// <summary>The font in these folders.</summary>
    /// <exception cref="CalibrationException">Neither Arial nor Liberation Sans is there, regular and bold.</exception>
    internal static ChartFont In(IReadOnlyList<string> folders) => new(FontFiles.In(folders, new Wording(
        "kies --png none: dan zijn er alleen grafieken als SVG.",
        "choose --png none: then there are charts as SVG only.")));

    /// <inheritdoc/>
    public SKTypeface FromFamilyName(
        string fontFamily, SKFontStyleWeight fontWeight, SKFontStyleWidth fontWidth, SKFontStyleSlant fontStyle) =>
        fontWeight >= SKFontStyleWeight.SemiBold ? _bold : _regular;

    /// <inheritdoc/>
    public void Dispose()
    {
        _regular.Dispose();
        _bold.Dispose();
    }
}
