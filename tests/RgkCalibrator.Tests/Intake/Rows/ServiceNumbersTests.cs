using System.Globalization;
using System.Text;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Tests.Intake.Rows;

public sealed class ServiceNumbersTests
{
    // Made up; weights 9 to 2, and the last digit less.
    private static readonly IReadOnlyList<string> Passing = [.. Enumerable.Range(900_000_000, 5_000)
        .Select(number => number.ToString(CultureInfo.InvariantCulture))
        .Where(number => (Enumerable.Range(0, 8).Sum(i => (9 - i) * (number[i] - '0')) - (number[8] - '0')) % 11 == 0)];

    [Theory]
    [InlineData("111222333", true)]
    [InlineData("123456782", true)]
    [InlineData("111222334", false)]
    [InlineData("000000000", false)]
    [InlineData("12345678", false)]
    [InlineData("1234567820", false)]
    [InlineData("12345678A", false)]
    public void Nine_digits_pass_the_eleven_test_or_do_not(string text, bool passes) =>
        Assert.Equal(passes, ServiceNumbers.Passes(Encoding.ASCII.GetBytes(text)));

    [Theory]
    [InlineData(90, true, true)]
    [InlineData(89, false, true)]
    [InlineData(90, true, false)]
    [InlineData(89, false, false)]
    [InlineData(100, true, false)]
    public void Ninety_in_a_hundred_are_refused_and_fewer_are_not(int numbers, bool isRefused, bool isParquet)
    {
        using var reading = new Reading();
        var path = Write(reading, [.. Passing.Take(numbers), .. Pseudonyms(100 - numbers)], isParquet);

        if (isRefused)
            Refused(reading, path);
        else
            Assert.Equal(100, reading.LedgerOf(path).Used);
    }

    [Fact]
    public void Empty_ids_do_not_count()
    {
        using var reading = new Reading();

        Refused(
            reading,
            Write(reading, [.. Passing.Take(9), "p1", .. Enumerable.Repeat(string.Empty, 50)], isParquet: true));
    }

    [Fact]
    public void One_file_of_them_is_refused_whatever_the_others_hold()
    {
        using var reading = new Reading();

        Refused(
            reading,
            Write(reading, [.. Pseudonyms(500)], isParquet: true),
            Write(reading, [.. Passing.Take(20)], isParquet: false));
    }

    [Fact]
    public void They_are_refused_where_no_row_is_used()
    {
        using var reading = new Reading();

        Refused(
            reading,
            reading.Write([.. Passing.Take(20).Select(number => TestRow.Good with { Client = number, Volume = 0 })]));
    }

    private static IEnumerable<string> Pseudonyms(int count) =>
        Enumerable.Range(0, count).Select(i => $"p{Numbers.Whole(i)}");

    private static void Refused(Reading reading, params string[] paths)
    {
        var refused = Assert.Throws<CalibrationException>(() => reading.LedgerOf(paths));

        Assert.Equal(
            (ExitCode.WrongUse, $"{Path.GetFileName(paths[^1])}, client_id"), (refused.ExitCode, refused.Where));
        Assert.Contains("rgk pseudonymise", refused.Remedy.Dutch, StringComparison.Ordinal);
        Assert.Contains("rgk pseudonymise", refused.Remedy.English, StringComparison.Ordinal);
    }

    private static string Write(Reading reading, IReadOnlyList<string> clients, bool isParquet)
    {
        if (isParquet)
            return reading.Write([.. clients.Select(client => TestRow.Good with { Client = client })]);
        var path = reading.Folder["bsn.csv"];
        File.WriteAllLines(
            path,
            clients.Select(client => $"{client};45C02;2021-03-01;2021-03-31;2;uur")
                .Prepend("client_id;product_code;start_date;end_date;volume;unit"));
        return path;
    }
}
