using System.Text;
using RgkCalibrator.Intake.Formats;

namespace RgkCalibrator.Tests.Intake.Formats;

public sealed class NumberEvidenceTests
{
    [Theory]
    [InlineData("decimal-comma", "1,5", "1.234", "12")]
    [InlineData("decimal-comma", "1.234,5")]
    [InlineData("decimal-comma", "1.234.567")]
    [InlineData("decimal-comma", "1,234")]
    [InlineData("decimal-comma", "1,2345", "1.234")]
    [InlineData("decimal-comma", "12", "-3", "1 234")]
    [InlineData("decimal-point", "1.5", "1,234", "12")]
    [InlineData("decimal-point", "0.75")]
    [InlineData("decimal-point", "0.123")]
    [InlineData("decimal-point", "12.3456")]
    [InlineData("decimal-point", "1,234.5")]
    [InlineData("decimal-point", "1.234E5")]
    [InlineData("decimal-point", "1,234,567")]
    public void One_conclusive_value_decides(string word, params string[] values)
    {
        var finding = Of([.. values, "", " "]);

        Assert.Equal(word, finding.Format!.Value.Word());
        Assert.Equal((values.Length, values.Length), ((int)finding.Values, (int)finding.Read));
        Assert.Null(finding.Question);
    }

    [Fact]
    public void A_column_without_values_is_decided_as_empty()
    {
        var finding = Of("", " ");

        Assert.Equal(0, finding.Values);
        Assert.Equal((null, null), (finding.Format, finding.Question));
    }

    [Fact]
    public void Whole_numbers_say_so() =>
        Assert.Equal("3 of 3 values are whole numbers.", Of("1", "2", "30000").Evidence.English);

    [Theory]
    [InlineData("three digits", "1.234")]
    [InlineData("three digits", "1.234", "12", "123.456")]
    [InlineData("three digits", "1.234", "1,234")]
    [InlineData("Both occur", "1.5", "1,5")]
    [InlineData("Both occur", "1.234,5", "1,234.5")]
    [InlineData("Are these numbers", "geheim", "x", "1,5")]
    public void Where_values_do_not_conclude_it_asks(string what, params string[] values)
    {
        var finding = Of(values);

        Assert.Null(finding.Format);
        Assert.Contains(what, finding.Question!.English, StringComparison.Ordinal);
        Assert.Equal([ValueFormat.DecimalComma, ValueFormat.DecimalPoint], finding.Choices);
        Assert.DoesNotContain("geheim", finding.Question.Dutch + finding.Evidence.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_of_the_values_may_be_no_numbers()
    {
        Assert.Equal(
            (ValueFormat.DecimalComma, 2L, 1L),
            (Of("geheim", "1,5").Format!.Value, Of("geheim", "1,5").Values, Of("geheim", "1,5").Read));
        Assert.Null(Of("geheim", "x", "1,5").Format);
    }

    [Fact]
    public void Parts_of_a_column_merged_say_what_the_whole_says()
    {
        var random = new Random(1729);
        string[] pool = ["1", "1,5", "1.5", "1.234", "1,234", "1.234,5", "", "x"];
        for (var round = 0; round < 300; round++)
        {
            var values = random.GetItems(random.GetItems(pool, 1 + random.Next(3)), random.Next(50));
            var cut = random.Next(values.Length + 1);
            var (first, second) = (Collected(values[..cut]), Collected(values[cut..]));

            first.Merge(second);

            Assert.Equal(Of(values), first.Decide());
        }
    }

    private static FormatFinding Of(params string[] values) => Collected(values).Decide();

    private static NumberEvidence Collected(IEnumerable<string> values)
    {
        var evidence = new NumberEvidence();
        foreach (var value in values)
            evidence.Add(Encoding.UTF8.GetBytes(value));
        return evidence;
    }
}
