using System.Globalization;
using Microsoft.Data.Analysis;
using RgkCalibrator.DataFrames;

namespace RgkCalibrator.Tests.DataFrames;

public sealed class FrameTextsTests : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;

    public void Dispose() => CultureInfo.CurrentCulture = _culture;

    [Theory]
    [InlineData(
        Language.English,
        "name                  n     volume  day         known\n"
            + "lang genoeg om breed  7  1,234.568  2019-03-01  yes\n"
            + "                              -0.5              no\n")]
    [InlineData(
        Language.Dutch,
        "name                  n     volume  day         known\n"
            + "lang genoeg om breed  7  1.234,568  01-03-2019  ja\n"
            + "                              -0,5              nee\n")]
    public void Columns_are_as_wide_as_they_need_and_look_the_same_on_every_machine(Language language, string expected)
    {
        var frame = new DataFrame(
            new StringDataFrameColumn("name", ["lang genoeg om breed", null!]),
            new Int32DataFrameColumn("n", [7, null]),
            new DoubleDataFrameColumn("volume", [1234.5678, -0.5]),
            new DateTimeDataFrameColumn("day", [new DateTime(2019, 3, 1), null]),
            new BooleanDataFrameColumn("known", [true, false]));
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("nl-NL");

        Assert.Equal(expected, frame.ToText(decimals: 3, language));
    }

    [Fact]
    public void A_frame_without_rows_is_its_names() =>
        Assert.Equal(
            "a  b\n", new DataFrame(new DoubleDataFrameColumn("a", 0), new StringDataFrameColumn("b", 0)).ToText());
}
