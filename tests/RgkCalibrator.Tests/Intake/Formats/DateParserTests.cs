using System.Globalization;
using System.Text;
using RgkCalibrator.Intake.Formats;

namespace RgkCalibrator.Tests.Intake.Formats;

public sealed class DateParserTests
{
    private static readonly string[] DutchMonths =
        ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

    [Theory]
    [InlineData("2021-03-01", "2021-03-01")]
    [InlineData("2021/03/01", "2021-03-01")]
    [InlineData("2021-3-1", "2021-03-01")]
    [InlineData("2021-03-01T00:00:00", "2021-03-01")]
    [InlineData("2021-03-01 23:59:59.9999999", "2021-03-01")]
    [InlineData("2021-03-01 7:05", "2021-03-01")]
    [InlineData("2020-02-29", "2020-02-29")]
    [InlineData("2000-02-29", "2000-02-29")]
    [InlineData("0001-01-01", "0001-01-01")]
    [InlineData("9999-12-31", "9999-12-31")]
    [InlineData(" \u00A02021-03-01\t", "2021-03-01")]
    [InlineData("1900-02-29", null, "no leap day")]
    [InlineData("2021-02-29", null, "no leap day")]
    [InlineData("2021-13-01", null, "no month")]
    [InlineData("2021-00-01", null, "no month")]
    [InlineData("2021-01-00", null, "no day")]
    [InlineData("0000-01-01", null, "no year")]
    [InlineData("2021-03/01", null, "two separators")]
    [InlineData("2021.03.01", null, "points")]
    [InlineData("21-03-01", null, "two digits of year")]
    [InlineData("2021-03-011", null, "three digits of day")]
    [InlineData("2021-03-01T00:00:00Z", null, "a zone")]
    [InlineData("2021-03-01T00:00:00+01:00", null, "an offset")]
    [InlineData("2021-03-01T", null, "no time after T")]
    [InlineData("2021-03-01 24:00", null, "no hour")]
    [InlineData("2021-03-01 12:60", null, "no minute")]
    [InlineData("2021-03-01 12:00:60", null, "no second")]
    [InlineData("2021-03-01 12", null, "an hour alone")]
    [InlineData("2021-03-01 12:00:00.", null, "no decimals after the point")]
    [InlineData("2021-03-01 x", null, "a letter")]
    [InlineData("2021-03-", null, "cut short")]
    [InlineData("", null, "empty")]
    [InlineData("  ", null, "blank")]
    public void Iso(string text, string? date, string why = "a date") => AssertReads(text, ValueFormat.Iso, date, why);

    [Theory]
    [InlineData("01-03-2021", "2021-03-01")]
    [InlineData("1-3-2021", "2021-03-01")]
    [InlineData("1/3/2021", "2021-03-01")]
    [InlineData("01.03.2021", "2021-03-01")]
    [InlineData("1-1-21", "2021-01-01")]
    [InlineData("31-12-49", "2049-12-31")]
    [InlineData("31-12-50", "1950-12-31")]
    [InlineData("29-02-00", "2000-02-29")]
    [InlineData("01-03-2021 00:00:00", "2021-03-01")]
    [InlineData("1-3-2021 0:00", "2021-03-01")]
    [InlineData(" 31-12-9999 ", "9999-12-31")]
    [InlineData("29-02-1900", null, "no leap day")]
    [InlineData("31-02-2021", null, "no such day")]
    [InlineData("31-04-2021", null, "no such day")]
    [InlineData("00-01-2021", null, "no day")]
    [InlineData("04-25-2021", null, "no month")]
    [InlineData("1-1-021", null, "three digits of year")]
    [InlineData("1-1-1", null, "one digit of year")]
    [InlineData("1-1-20211", null, "five digits of year")]
    [InlineData("001-01-2021", null, "three digits of day")]
    [InlineData("1-3/2021", null, "two separators")]
    [InlineData("01-03-2021T00:00", null, "a T")]
    [InlineData("1 3 2021", null, "spaces")]
    [InlineData("-1-3-2021", null, "a sign")]
    [InlineData("1-3", null, "no year")]
    [InlineData("99999999999999999999-1-2021", null, "many digits")]
    public void Day_first(string text, string? date, string why = "a date") =>
        AssertReads(text, ValueFormat.DayFirst, date, why);

    [Theory]
    [InlineData("20210301", "2021-03-01")]
    [InlineData(" 99991231 ", "9999-12-31")]
    [InlineData("20210229", null, "no leap day")]
    [InlineData("2021031", null, "seven digits")]
    [InlineData("202103011", null, "nine digits")]
    [InlineData("00000000", null, "zeros")]
    [InlineData("20211301", null, "no month")]
    [InlineData("2021030a", null, "a letter")]
    public void Compact(string text, string? date, string why = "a date") =>
        AssertReads(text, ValueFormat.Compact, date, why);

    [Theory]
    [InlineData("1 mrt 2021", "2021-03-01")]
    [InlineData("01-mrt-2021", "2021-03-01")]
    [InlineData("1-MRT-21", "2021-03-01")]
    [InlineData("1 maart 2021", "2021-03-01")]
    [InlineData("1 mrt. 2021", "2021-03-01")]
    [InlineData("31 dec 1999", "1999-12-31")]
    [InlineData("31 Dec 99", "1999-12-31")]
    [InlineData("1 May 2021", "2021-05-01")]
    [InlineData("1\u00A0okt.\u00A02021", "2021-10-01")]
    [InlineData("1 October 2021 00:00:00", "2021-10-01")]
    [InlineData("29-feb-2020", "2020-02-29")]
    [InlineData("29-feb-2021", null, "no leap day")]
    [InlineData("1 mrtx 2021", null, "no month")]
    [InlineData("1 m 2021", null, "a letter")]
    [InlineData("mrt 2021", null, "no day")]
    [InlineData("1mrt2021", null, "no gaps")]
    [InlineData("1 mrt", null, "no year")]
    [InlineData("1 3 2021", null, "a number of month")]
    public void Month_name(string text, string? date, string why = "a date") =>
        AssertReads(text, ValueFormat.MonthName, date, why);

    [Theory]
    [InlineData("44256", "2021-03-01")]
    [InlineData("44256,0", "2021-03-01")]
    [InlineData("44256.5", "2021-03-01")]
    [InlineData("61", "1900-03-01")]
    [InlineData("25569", "1970-01-01")]
    [InlineData("2958465", "9999-12-31")]
    [InlineData("60", null, "29 February 1900, which never was")]
    [InlineData("59", null, "before that day Excel is a day off")]
    [InlineData("2958466", null, "the year 10000")]
    [InlineData("44256,", null, "no decimals after the comma")]
    [InlineData("44256,0x", null, "a letter")]
    [InlineData("-44256", null, "a sign")]
    [InlineData("44.256", null, "before 1 March 1900")]
    public void Excel_serial(string text, string? date, string why = "a date") =>
        AssertReads(text, ValueFormat.ExcelSerial, date, why);

    [Theory]
    [InlineData("03/01/2021", "2021-03-01")]
    [InlineData("4-25-21", "2021-04-25")]
    [InlineData("25-04-2021", null, "no month")]
    public void Month_first(string text, string? date, string why = "a date") =>
        AssertReads(text, ValueFormat.MonthFirst, date, why);

    [Theory]
    [InlineData("2021-03-01", "2021-03-01")]
    [InlineData("2021-02-28T23:00Z", "2021-03-01")]
    [InlineData("2021-06-30 22:00:00", "2021-07-01")]
    [InlineData("2021-03-27T22:30Z", "2021-03-27", "the evening before summer time")]
    [InlineData("2021-03-28T22:00Z", "2021-03-29", "the first midnight of summer time")]
    [InlineData("2021-10-30T22:00Z", "2021-10-31", "the last midnight of summer time")]
    [InlineData("2021-10-31T22:30Z", "2021-10-31", "the first evening after it")]
    [InlineData("2021-02-28T22:59:59.999999999999Z", "2021-02-28")]
    [InlineData("2021-03-01T00:30+01:00", "2021-03-01")]
    [InlineData("2021-02-28T23:00.5Z", null, "decimals of a minute")]
    [InlineData("2021-02-28T23:00+15:00", null, "no zone")]
    [InlineData("2021-02-28T23:00:00.Z", null, "no decimals after the point")]
    public void Utc(string text, string? date, string why = "a date") =>
        AssertReads(text, ValueFormat.Utc, date, why);

    [Fact]
    public void Every_day_of_six_centuries_is_read_back_as_it_was_written()
    {
        for (var date = new DateOnly(1601, 1, 1); date.Year < 2200; date = date.AddDays(1))
        {
            var day = DayNumber.Of(date);
            AssertDay(day, Written(date, "yyyy-MM-dd"), ValueFormat.Iso);
            AssertDay(day, Written(date, "d-M-yyyy"), ValueFormat.DayFirst);
            AssertDay(day, Written(date, "MM/dd/yyyy"), ValueFormat.MonthFirst);
            AssertDay(day, Written(date, "yyyyMMdd"), ValueFormat.Compact);
            AssertDay(
                day,
                Written(date, "d ") + DutchMonths[date.Month - 1] + Written(date, " yyyy"),
                ValueFormat.MonthName);
            AssertDay(day, Written(date, "dd-MMM-yyyy"), ValueFormat.MonthName);
            AssertDay(day, Written(date, "d MMMM yyyy"), ValueFormat.MonthName);
            if (date >= new DateOnly(1900, 3, 1))
            {
                AssertDay(
                    day, Numbers.Whole((long)date.ToDateTime(TimeOnly.MinValue).ToOADate()), ValueFormat.ExcelSerial);
            }
        }
    }

    [Fact]
    public void A_text_is_a_date_exactly_where_the_calendar_has_it()
    {
        foreach (var year in new[] { 1900, 2000, 2020, 2021 })
        {
            for (var month = 0; month <= 13; month++)
            {
                for (var number = 0; number <= 32; number++)
                {
                    var text = string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}-{number:00}");
                    var isDate = DateOnly.TryParseExact(
                        text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
                    Assert.Equal(isDate, DateParser.TryParse(Encoding.UTF8.GetBytes(text), ValueFormat.Iso, out _));
                }
            }
        }
    }

    [Fact]
    public void The_name_of_every_Dutch_and_English_month_is_known()
    {
        foreach (var culture in new[] { "nl-NL", "en-GB", "en-US" })
        {
            var format = CultureInfo.GetCultureInfo(culture).DateTimeFormat;
            for (var month = 1; month <= 12; month++)
            {
                foreach (var name in new[] { format.GetMonthName(month), format.GetAbbreviatedMonthName(month) })
                {
                    AssertDay(
                        DayNumber.Of(new DateOnly(2021, month, 9)),
                        $"9 {name.ToUpperInvariant()} 2021",
                        ValueFormat.MonthName);
                }
            }
        }
    }

    [Fact]
    public void Every_form_has_a_word_and_reads_its_own_example()
    {
        foreach (var form in ValueFormats.Dates)
        {
            AssertReads(form.Example(), form, "2021-03-01", form.Word());
            Assert.Single(ValueFormats.Dates, other => other.Word() == form.Word());
        }
    }

    private static string Written(DateOnly date, string format) => date.ToString(format, CultureInfo.InvariantCulture);

    private static void AssertReads(string text, ValueFormat form, string? date, string why)
    {
        var isDate = DateParser.TryParse(Encoding.UTF8.GetBytes(text), form, out var day);

        Expect.Equal(isDate, date is not null, why);
        if (isDate)
            Assert.Equal(date, Written(DayNumber.ToDate(day), "yyyy-MM-dd"));
    }

    private static void AssertDay(int expected, string text, ValueFormat form)
    {
        if (!DateParser.TryParse(Encoding.UTF8.GetBytes(text), form, out var day) || day != expected)
            Assert.Fail(text);
    }
}
