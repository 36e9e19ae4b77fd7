using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Tests.Cli;

namespace RgkCalibrator.Tests.Intake.Accounting;

/// <summary>A product code that the catalogue does not have is named; what cannot be one is not.</summary>
public sealed class UnknownCodesTests : IDisposable
{
    private readonly Reading _reading = new();

    [Fact]
    public void Short_codes_are_named_in_order_and_others_counted()
    {
        var codes = UnknownCodes.Of(["99X99", "12345678", "41A03", "J. Jansen", "99X99", "<i>x", "2012-05-14"]);

        Assert.Equal(["41A03", "99X99"], codes.Named);
        Assert.Equal(4, codes.Left);
        Assert.Equal("41A03, 99X99 en nog 4", codes.Words().Dutch);
    }

    [Fact]
    public void Of_more_than_twenty_none_is_named()
    {
        var codes = UnknownCodes.Of(Enumerable.Range(0, 21).Select(number => $"K{number}"));

        Assert.Empty(codes.Named);
        Assert.Equal("21, niet genoemd", codes.Words().Dutch);
    }

    [Fact]
    public void The_screen_names_them_and_no_text_that_is_long()
    {
        var outcome = Outcome.Of(
            "validate",
            _reading.Write(
                TestRow.Good, TestRow.Good with { Product = "99X99" }, TestRow.Good with { Product = "k900182210" }));

        Assert.Contains(
            "Codes die niet in de catalogus staan: 99X99 en nog 1.", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("k900182210", outcome.Output + outcome.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _reading.Dispose();
}
