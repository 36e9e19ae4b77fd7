using System.Globalization;
using RgkCalibrator.Framework;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Tests.Framework;

public sealed class PercentageWordsTests
{
    [Theory]
    [InlineData("80", "P80", "P80", "80%", "80%", "80e", "80th")]
    [InlineData("82.5", "P82,5", "P82.5", "82,5%", "82.5%", "82,5e", "82.5th")]
    [InlineData("51", "P51", "P51", "51%", "51%", "51e", "51st")]
    [InlineData("82", "P82", "P82", "82%", "82%", "82e", "82nd")]
    [InlineData("93", "P93", "P93", "93%", "93%", "93e", "93rd")]
    [InlineData("13", "P13", "P13", "13%", "13%", "13e", "13th")]
    [InlineData("0.5", "P0,5", "P0.5", "0,5%", "0.5%", "0,5e", "0.5th")]
    public void A_percentage_is_written_as_each_language_writes_it(
        string percent,
        string name,
        string englishName,
        string share,
        string englishShare,
        string ordinal,
        string englishOrdinal)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
        var percentage = Percentage.Of(decimal.Parse(percent, CultureInfo.InvariantCulture));

        Assert.Equal(new Wording(name, englishName), percentage.Name());
        Assert.Equal(new Wording(share, englishShare), percentage.Percent());
        Assert.Equal(new Wording(ordinal, englishOrdinal), percentage.Ordinal());
    }
}
