using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Output.Tables;

public sealed class IntervalColumnsTests
{
    private static readonly FrameworkSettings Settings = new();

    [Theory]
    [InlineData(54, 70, "54 t/m 70", "54 to 70")]
    [InlineData(54, null, "vanaf 54", "from 54")]
    [InlineData(null, 70, "tot en met 70", "up to 70")]
    [InlineData(54, 54, "54", "54")]
    [InlineData(null, null, "", "")]
    public void A_limit_that_may_not_be_shown_is_an_open_end(int? lower, int? upper, string dutch, string english)
    {
        var line = Line(new(Settings.Percentage) { Volume = lower }, new(Settings.Percentage) { Volume = upper });

        Assert.Equal(["", dutch], InWords(line, Language.Dutch));
        Assert.Equal(["", english], InWords(line, Language.English));
    }

    [Fact]
    public void Durations_tell_their_unit_once_where_it_is_the_same()
    {
        Assert.Equal("9 t/m 12 maanden", Shown(DurationStep.Months(9), DurationStep.Months(12)));
        Assert.Equal("26 weken t/m schooljaar", Shown(DurationStep.Weeks(26), DurationStep.SchoolYear));
        Assert.Equal("schooljaar", Shown(DurationStep.SchoolYear, DurationStep.SchoolYear));
        Assert.Equal("vanaf 9 maanden", Shown(DurationStep.Months(9), null));

        static string Shown(DurationStep? lower, DurationStep? upper) => InWords(
            Line(new(Settings.Percentage) { Duration = lower }, new(Settings.Percentage) { Duration = upper }),
            Language.Dutch)[0];
    }

    [Fact]
    public void Programs_read_the_limits_apart()
    {
        var line = Line(
            new(Settings.Percentage) { Volume = 5.5m, Duration = DurationStep.Months(9) }, new(Settings.Percentage));

        var table = DraftTable.OfAll([line], Settings, Language.Dutch, IntervalForm.AsLimits);

        var cells = table.Columns.Zip(table.Rows[0]).ToDictionary(pair => pair.First.Name, pair => pair.Second.Plain);
        Assert.Equal(
            ("5.5", "", "9 maanden", ""),
            (
                cells["volume_p80_lower"], cells["volume_p80_upper"], cells["duration_p80_lower"],
                cells["duration_p80_upper"]));
    }

    private static List<string> InWords(SafeLine line, Language language) =>
    [
        .. IntervalColumns.InForm(IntervalForm.InWords, Settings).Select(column => column.Cell(line, language).Shown),
    ];

    private static SafeLine Line(SafeProposal lower, SafeProposal upper) =>
        new(
            Care.Usual,
            new SafeProposal(Settings.Percentage),
            new SafeProposal(Settings.Compared),
            new SafeCount(100, 10))
        {
            Lower = lower,
            Upper = upper,
        };
}
