using System.Globalization;
using System.Text;
using RgkCalibrator.Intake.Formats;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Tests.Intake.Formats;

public sealed class NumberParserTests
{
    private const long Bad = VolumeColumn.Bad;

    [Theory]
    [InlineData("1,5", 9_000)]
    [InlineData("0", 0)]
    [InlineData("12", 72_000)]
    [InlineData("0012", 72_000)]
    [InlineData(",5", 3_000)]
    [InlineData("5,", 30_000)]
    [InlineData("1.234,56", 7_407_360)]
    [InlineData("1.234", 7_404_000)]
    [InlineData("1.234.567", 7_407_402_000)]
    [InlineData("1 234,5", 7_407_000)]
    [InlineData("1\u00A0234,5", 7_407_000)]
    [InlineData("1\u202F234,5", 7_407_000)]
    [InlineData("-1,5", -9_000)]
    [InlineData("1,5-", -9_000)]
    [InlineData("\u22121,5", -9_000)]
    [InlineData("1,5\u2212", -9_000)]
    [InlineData("+1,5", 9_000)]
    [InlineData(" - 1,5 ", -9_000)]
    [InlineData("€ 1,50", 9_000)]
    [InlineData("-€1,50", -9_000)]
    [InlineData("€ -1,50", -9_000)]
    [InlineData("€\u00A01.234,50-", -7_407_000)]
    [InlineData("1,50 €", 9_000)]
    [InlineData("-0", 0)]
    [InlineData("1E-05", 0)]
    [InlineData("1,5E+2", 900_000)]
    [InlineData("15e-1", 9_000)]
    [InlineData("1e3", 6_000_000)]
    [InlineData("1E-999", 0)]
    [InlineData("0E999", 0)]
    [InlineData("0,00025", 2, "a tick and a half")]
    [InlineData("-0,00025", -2, "minus a tick and a half")]
    [InlineData("0,000249999999999999999999999", 1, "just under")]
    [InlineData("0,0000833333333333333333333", 0, "just under half a tick")]
    [InlineData("0,0000833333333333333333334", 1, "just over half a tick")]
    [InlineData("0,00000000000000000000000000000000000000000000000000001", 0, "many zeros")]
    [InlineData("1000000000", 6_000_000_000_000, "the largest")]
    [InlineData("1000000000,00000000000000000001", Bad, "more than the largest")]
    [InlineData("1000000000,01", Bad, "more than the largest")]
    [InlineData("-1000000001", Bad, "more than the largest")]
    [InlineData("1E9", 6_000_000_000_000, "the largest")]
    [InlineData("1E10", Bad, "more than the largest")]
    [InlineData("1E999", Bad, "far more than the largest")]
    [InlineData("99999999999999999999999999999999999999999999", Bad, "more digits than are kept")]
    [InlineData("", Bad, "empty")]
    [InlineData(" ", Bad, "blank")]
    [InlineData("-", Bad, "a sign alone")]
    [InlineData("€", Bad, "a euro alone")]
    [InlineData(",", Bad, "a comma alone")]
    [InlineData(".", Bad, "a point alone")]
    [InlineData("1.5", Bad, "a point")]
    [InlineData("0.123", Bad, "a thousand does not begin with zero")]
    [InlineData("1234.567", Bad, "four digits before the first point")]
    [InlineData("1.2345", Bad, "four digits after the last point")]
    [InlineData("1.23.456", Bad, "two digits between points")]
    [InlineData("1.234 567", Bad, "two signs for thousands")]
    [InlineData(".123", Bad, "nothing before the point")]
    [InlineData("1..234", Bad, "two points")]
    [InlineData("1,2,3", Bad, "two commas")]
    [InlineData("1,234.5", Bad, "the other form")]
    [InlineData("1,5 5", Bad, "two numbers")]
    [InlineData("--1", Bad, "two signs")]
    [InlineData("-1-", Bad, "two signs")]
    [InlineData("€1€", Bad, "two euros")]
    [InlineData("1E", Bad, "no exponent after E")]
    [InlineData("E5", Bad, "nothing before E")]
    [InlineData("1E5,0", Bad, "an exponent with a comma")]
    [InlineData("1.234E5", Bad, "thousands with an exponent")]
    [InlineData("1E1000", Bad, "a long exponent")]
    [InlineData("12a", Bad, "a letter")]
    [InlineData("NaN", Bad, "letters")]
    [InlineData("½", Bad, "a half")]
    [InlineData("１２", Bad, "other digits")]
    public void Decimal_comma(string text, long ticks, string why = "a number") =>
        AssertTicks(text, ValueFormat.DecimalComma, ticks, why);

    [Theory]
    [InlineData("1.5", 9_000)]
    [InlineData("1,234.5", 7_407_000)]
    [InlineData("1,234", 7_404_000)]
    [InlineData("1234", 7_404_000)]
    [InlineData("1.234", 7_404)]
    [InlineData("1 234.5", 7_407_000)]
    [InlineData("-.5", -3_000)]
    [InlineData("1.5E-05", 0)]
    [InlineData("1.234E2", 740_400)]
    [InlineData("1,5", Bad, "a comma")]
    [InlineData("1.234,5", Bad, "the other form")]
    [InlineData("1.234.567", Bad, "two points")]
    public void Decimal_point(string text, long ticks, string why = "a number") =>
        AssertTicks(text, ValueFormat.DecimalPoint, ticks, why);

    [Fact]
    public void Ticks_are_what_exact_arithmetic_gives_however_the_number_is_written()
    {
        var random = new Random(1729);
        for (var round = 0; round < 100_000; round++)
        {
            var scale = random.Next(20);
            var units = new decimal(random.Next(), random.Next(), 0, random.Next(2) == 0, (byte)scale);
            if (Math.Abs(units) > VolumeColumn.Largest)
                units %= VolumeColumn.Largest;
            // A quarter of them on a half tick or beside it.
            if (round % 4 == 0)
                units = Math.Round(units, 3) + (random.Next(-1, 2) * 0.00000000000001m) + 0.00025m;

            AssertTicks(
                Written(units, random),
                round % 2 == 0 ? ValueFormat.DecimalComma : ValueFormat.DecimalPoint,
                Ticks.FromUnits(units),
                "a number");

            string Written(decimal value, Random chance)
            {
                var (mark, groups) = round % 2 == 0 ? (",", ".") : (".", ",");
                var format = new NumberFormatInfo { NumberDecimalSeparator = mark, NumberGroupSeparator = groups };
                var digits = value.ToString(
                    chance.Next(2) == 0 ? "#,##0.############################" : "0.############################",
                    format);
                return digits[0] == '-' && chance.Next(2) == 0 ? digits[1..] + "-" : digits;
            }
        }
    }

    [Fact]
    public void An_exponent_moves_the_decimal_mark()
    {
        var random = new Random(1729);
        for (var round = 0; round < 20_000; round++)
        {
            var (digits, exponent) = (random.NextInt64(1_000_000_000_000), random.Next(-24, 1));
            var units = digits * (decimal)Math.Pow(10, -Math.Min(12, -exponent))
                / (decimal)Math.Pow(10, Math.Max(0, -exponent - 12));
            var expected = units > VolumeColumn.Largest ? Bad : Ticks.FromUnits(units);

            AssertTicks(
                $"{Numbers.Whole(digits)}E{Numbers.Whole(exponent)}",
                ValueFormat.DecimalComma,
                expected,
                "a number");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("nl-NL")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void The_culture_of_the_machine_has_no_say(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            AssertTicks("-1.234,5", ValueFormat.DecimalComma, -7_407_000, culture);
            Assert.True(DateParser.TryParse("1 MEI 2021"u8, ValueFormat.MonthName, out var day));
            Assert.Equal(DayNumber.Of(new DateOnly(2021, 5, 1)), day);
            var evidence = new DateEvidence();
            evidence.Add("1-3-2021"u8);
            Assert.Equal("1 van 1 waarden zijn datums als 01-03-2021.", evidence.Decide().Evidence.Dutch);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_form_has_a_word_and_reads_its_own_example()
    {
        foreach (var form in ValueFormats.Numbers)
            AssertTicks(form.Example(), form, 7_407_000, form.Word());
    }

    [Fact]
    public void Reading_costs_no_memory()
    {
        _ = Read();
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = Read();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static long Read() => NumberParser.ToTicks("-1.234,56789012345678901234"u8, ValueFormat.DecimalComma)
            + (DateParser.TryParse("1 maart 2021 00:00"u8, ValueFormat.MonthName, out var day) ? day : 0);
    }

    private static void AssertTicks(string text, ValueFormat form, long expected, string why)
    {
        var ticks = NumberParser.ToTicks(Encoding.UTF8.GetBytes(text), form);
        if (ticks != expected)
            Assert.Fail($"{text}: {Numbers.Whole(ticks)}, expected {Numbers.Whole(expected)} ({why})");
    }
}
