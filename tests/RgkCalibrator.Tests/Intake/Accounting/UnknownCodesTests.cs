using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Tests.Cli;

namespace RgkCalibrator.Tests.Intake.Accounting;

/// <summary>A product code that the catalogue does not have is named; what cannot be one is not.</summary>
public sealed class UnknownCodesTests : IDisposable
{
    private readonly Reading _reading = new();

    [Fact]
    public void Codes_are_named_in_order_and_others_counted()
    {
        var codes = UnknownCodes.Of(["99X99", "12345678", "41A03", "J. Jansen", "99X99", "<i>x", "2012-05-14"]);

        Assert.Equal(["41A03", "99X99"], codes.Named);
        Assert.Equal(4, codes.Left);
        Assert.Equal("41A03, 99X99 en nog 4", codes.Words().Dutch);
    }

    [Theory]
    [InlineData("45C02")]
    [InlineData("45c02")]
    [InlineData("45MBO")]
    [InlineData("00000")]
    [InlineData("99ZZZ")]
    public void Two_digits_and_three_letters_or_digits_are_a_code(string code) =>
        Assert.Equal([code], UnknownCodes.Of([code]).Named);

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("45C0", "a sign too few")]
    [InlineData("45C020", "a sign too many")]
    [InlineData("1234AB", "a postcode")]
    [InlineData("Piets", "a name")]
    [InlineData("K1234", "initials and a number")]
    [InlineData("4AC02", "one digit in front")]
    [InlineData("A5C02", "a letter in front")]
    [InlineData("45-02", "a sign that is no letter")]
    [InlineData("45 02", "a space")]
    [InlineData("45C0é", "a letter beyond ASCII")]
    [InlineData("٤٥C02", "digits beyond ASCII")]
    [InlineData("45😀1", "five units of UTF-16, and four signs")]
    public void What_no_code_looks_like_is_counted_and_not_named(string text, string why)
    {
        var codes = UnknownCodes.Of([text]);

        Expect.Equal(0, codes.Named.Count, why);
        Expect.Equal(1, codes.Left, why);
    }

    [Fact]
    public void Twenty_codes_are_all_named()
    {
        var codes = UnknownCodes.Of(Enumerable.Range(0, 20).Select(number => $"99X{number + 10}"));

        Assert.Equal((20, 0), (codes.Named.Count, codes.Left));
    }

    [Fact]
    public void Of_more_than_twenty_none_is_named()
    {
        var codes = UnknownCodes.Of(Enumerable.Range(0, 21).Select(number => $"99X{number + 10}"));

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
