using System.Text;
using RgkCalibrator.Intake.Formats;

namespace RgkCalibrator.Tests.Intake.Formats;

public sealed class DateEvidenceTests
{
    [Theory]
    [InlineData("iso", "2021-03-01", "2021-12-31T00:00:00")]
    [InlineData("day-first", "03-04-2021", "5/6/21")]
    [InlineData("day-first", "25-04-2021", "03-04-2021")]
    [InlineData("compact", "20210301", "99991231")]
    [InlineData("excel-serial", "44256", "44257,5")]
    [InlineData("month-name", "1 mrt 2021", "1-may-2021")]
    public void One_form_decides(string word, params string[] values)
    {
        var finding = Of([.. values, "", "  "]);

        Assert.Equal(word, finding.Format!.Value.Word());
        Assert.Equal((values.Length, values.Length), ((int)finding.Values, (int)finding.Read));
        Assert.Null(finding.Question);
        Assert.Contains("2 van 2 waarden", finding.Evidence.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_without_values_is_decided_as_empty()
    {
        var finding = Of("", " ", "\u00A0");

        Assert.Equal(0, finding.Values);
        Assert.Equal((null, null, 0), (finding.Format, finding.Question, finding.Choices.Count));
    }

    [Theory]
    [InlineData("geheim", "0", "20211301")]
    [InlineData("12345678", "123", "1.5")]
    [InlineData("18990101", "22010101", "9999", "09999")]
    public void Where_nothing_reads_it_asks_whether_there_are_dates(params string[] values) =>
        AssertAsks(Of(values), "no dates", ValueFormats.Dates);

    [Fact]
    public void Dates_that_can_only_be_month_first_raise_the_question_which_comes_first() =>
        AssertAsks(
            Of("03-04-2021", "04-25-2021", "01-02-2021"),
            "month first",
            [ValueFormat.DayFirst, ValueFormat.MonthFirst]);

    [Theory]
    [InlineData(1000, 5, true, "a few slips among days first")]
    [InlineData(1000, 10, true, "one in a hundred, nearly")]
    [InlineData(1000, 11, false, "more than one in a hundred")]
    [InlineData(3, 4, false, "more of the other")]
    public void Few_dates_that_are_month_first_are_mistakes_among_days_first(
        int dayFirst, int monthFirst, bool isDecided, string why)
    {
        var finding = Of(
            [.. Enumerable.Repeat("25-04-2021", dayFirst), .. Enumerable.Repeat("04-25-2021", monthFirst)]);

        Expect.Equal(isDecided, finding.Format is ValueFormat.DayFirst, why);
        Assert.Equal(isDecided ? dayFirst : dayFirst + monthFirst, finding.Read);
    }

    [Theory]
    [InlineData(99, 1, true, "one in a hundred")]
    [InlineData(98, 2, false, "two in a hundred")]
    [InlineData(1, 1, false, "half and half")]
    public void Two_forms_with_substantial_shares_raise_a_question(int iso, int compact, bool isDecided, string why)
    {
        var finding = Of([.. Enumerable.Repeat("2021-03-01", iso), .. Enumerable.Repeat("20210301", compact)]);

        Expect.Equal(isDecided, finding.Format is ValueFormat.Iso, why);
        if (!isDecided)
            AssertAsks(finding, "mixed", [ValueFormat.Iso, ValueFormat.Compact]);
    }

    [Theory]
    [InlineData(50, 50, true, "half can be read")]
    [InlineData(49, 51, false, "less than half can be read")]
    public void A_form_that_reads_most_values_decides_though_others_cannot_be_read(
        int dates, int others, bool isDecided, string why)
    {
        var finding = Of([.. Enumerable.Repeat("1-3-2021", dates), .. Enumerable.Repeat("geheim", others)]);

        Expect.Equal(isDecided, finding.Format is ValueFormat.DayFirst, why);
        Assert.Equal(dates, finding.Read);
    }

    [Fact]
    public void Parts_of_a_column_merged_say_what_the_whole_says()
    {
        var random = new Random(1729);
        string[] pool =
            ["2021-03-01", "03-04-2021", "25-04-2021", "04-25-2021", "20210301", "44256", "1 mrt 2021", "", "x"];
        for (var round = 0; round < 300; round++)
        {
            var few = random.GetItems(pool, 1 + random.Next(3));
            var values = random.GetItems(few, random.Next(400));
            var cut = random.Next(values.Length + 1);
            var (first, second) = (Collected(values[..cut]), Collected(values[cut..]));

            first.Merge(second);

            var (merged, whole) = (first.Decide(), Of(values));
            Assert.Equal(whole with { Choices = [] }, merged with { Choices = [] });
            Assert.Equal(whole.Choices, merged.Choices);
        }
    }

    private static FormatFinding Of(params string[] values) => Collected(values).Decide();

    private static DateEvidence Collected(IEnumerable<string> values)
    {
        var evidence = new DateEvidence();
        foreach (var value in values)
            evidence.Add(Encoding.UTF8.GetBytes(value));
        return evidence;
    }

    private static void AssertAsks(FormatFinding finding, string what, IReadOnlyList<ValueFormat> choices)
    {
        Assert.Null(finding.Format);
        Assert.Contains(what, finding.Question!.English, StringComparison.Ordinal);
        Assert.NotEqual(finding.Question.Dutch, finding.Question.English);
        Assert.Equal(choices, finding.Choices);
        Assert.DoesNotContain("geheim", finding.Question.Dutch + finding.Evidence.Dutch, StringComparison.Ordinal);
    }
}
