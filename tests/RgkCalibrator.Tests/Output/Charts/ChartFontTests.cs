using RgkCalibrator.Output.Charts;
using SkiaSharp;

namespace RgkCalibrator.Tests.Output.Charts;

public sealed class ChartFontTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_machine_without_the_font_is_told_where_it_was_sought_and_what_to_install()
    {
        var refused = Assert.Throws<CalibrationException>(() => ChartFont.In([_folder.Root, _folder["er-is-geen"]]));

        Assert.Equal((ExitCode.Files, $"{_folder.Root}, {_folder["er-is-geen"]}"), (refused.ExitCode, refused.Where));
        Assert.Contains("fonts-liberation", refused.Remedy.Dutch, StringComparison.Ordinal);
        Assert.Contains("--png none", refused.Remedy.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_has_only_the_name_of_a_font_is_passed_by()
    {
        foreach (var name in new[] { "LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf" })
            File.WriteAllText(_folder[name], "geen lettertype");

        Assert.Throws<CalibrationException>(() => ChartFont.In([_folder.Root]));
    }

    [Fact]
    public void Its_letters_are_as_wide_as_those_of_Arial_and_bold_is_another_face()
    {
        using var font = ChartFont.In(FontFiles.Folders());
        var (regular, bold) = (Face(font, SKFontStyleWeight.Normal), Face(font, SKFontStyleWeight.Bold));

        // Advance widths of Arial per 1000 em: n 556, W 944; bold n 611.
        Assert.Equal([556, 944, 611], [Width(regular, "n"), Width(regular, "W"), Width(bold, "n")]);
    }

    private static SKTypeface Face(ChartFont font, SKFontStyleWeight weight) =>
        font.FromFamilyName("Segoe UI", weight, SKFontStyleWidth.Normal, SKFontStyleSlant.Upright);

    private static double Width(SKTypeface face, string letter)
    {
        using var font = new SKFont(face, 1000) { LinearMetrics = true, Hinting = SKFontHinting.None };
        return Math.Round(font.MeasureText(letter));
    }
}
