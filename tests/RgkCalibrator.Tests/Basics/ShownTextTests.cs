namespace RgkCalibrator.Tests.Basics;

public sealed class ShownTextTests
{
    [Theory]
    [InlineData("declaraties 2021 (kopie).csv", "declaraties 2021 (kopie).csv")]
    [InlineData("cliënten – 😀.csv", "cliënten – 😀.csv")]
    [InlineData("a\u001B[31mb", "a\\u001B[31mb")]
    [InlineData("a\nWaar: b", "a\\u000AWaar: b")]
    [InlineData("a\u202Evsc.b", "a\\u202Evsc.b")]
    [InlineData("a\u2066b\u2069", "a\\u2066b\\u2069")]
    [InlineData("a\u2028b\u2029c\u0085", "a\\u2028b\\u2029c\\u0085")]
    [InlineData("a\u200Bb\uFEFF", "a\\u200Bb\\uFEFF")]
    [InlineData("", "")]
    public void What_cannot_be_seen_is_an_escape(string text, string shown) => Assert.Equal(shown, ShownText.Of(text));

    [Fact]
    public void Half_of_a_pair_is_an_escape() =>
        Assert.Equal("a\\uD83Db", ShownText.Of("a" + (char)0xD83D + "b"));
}
