using RgkCalibrator.Output.Charts;

namespace RgkCalibrator.Tests.Output.Charts;

public sealed class TextStyleTests
{
    private static readonly TextStyle Style = new(20);

    // Widths of Liberation Sans (the metrics of Arial), by getComputedTextLength in Chromium 20 px; the estimate must
    // not be smaller.
    [Theory]
    [InlineData("Individuele begeleiding middel i.p.v. school", 377.7, false)]
    [InlineData("Hoog-specialistische Jeugd-GGZ: Ambulant in combinatie met verblijf", 613.6, false)]
    [InlineData("Geïntegreerde Specialistische Jeugd-GGZ", 376.9, false)]
    [InlineData("0123456789,.%", 140.1, false)]
    [InlineData("Vier van de vijf trajecten blijven binnen 61 uur", 435.3, true)]
    public void Widths_are_estimated_on_the_safe_side(string text, double measured, bool bold) =>
        Assert.InRange(new TextStyle(20, bold).WidthOf(text), measured, 1.15 * measured);

    [Fact]
    public void Lines_hold_the_whole_text_when_it_fits()
    {
        const string text = "Hoog-specialistische Jeugd-GGZ: Ambulant in combinatie met verblijf";

        var lines = Style.Balance(text, 600, 2);

        Assert.Equal(["Hoog-specialistische Jeugd-GGZ:", "Ambulant in combinatie met verblijf"], lines);
        Assert.Equal(text, string.Join(' ', Style.Wrap(text, 300, 9)));
    }

    [Theory]
    [InlineData("Donaudampfschifffahrtsgesellschaftskapitänswitwe en meer", 100, 3)]
    [InlineData("een twee drie vier vijf zes zeven acht", 80, 2)]
    [InlineData("W", 5, 1)]
    [InlineData("", 100, 2)]
    [InlineData("   ", 100, 2)]
    public void No_line_is_wider_than_its_room(string text, double width, int most)
    {
        var lines = Style.Wrap(text, width, most);

        Assert.True(lines.Count <= most);
        Assert.All(lines, line => Assert.True(line == "…" || Style.WidthOf(line) <= width));
    }

    [Fact]
    public void What_is_cut_off_shows() =>
        Assert.EndsWith("…", Style.Fit("Individuele begeleiding", 100), StringComparison.Ordinal);

    [Theory]
    [InlineData("+17.700 uur")]
    [InlineData("vergeleken met 1.234,5")]
    public void A_text_is_never_cut_inside_a_number(string text)
    {
        var cut = Enumerable.Range(1, 400).Select(width => Style.Fit(text, width)).Where(fitted => fitted != text);

        Assert.All(cut, fitted =>
        {
            var kept = fitted[..^1];
            Assert.StartsWith(kept, text, StringComparison.Ordinal);
            Assert.False(kept.Length > 0 && char.IsAsciiDigit(kept[^1]) && char.IsAsciiDigit(text[kept.Length]));
        });
    }
}
