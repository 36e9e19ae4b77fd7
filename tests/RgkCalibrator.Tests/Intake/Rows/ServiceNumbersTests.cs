using System.Globalization;
using System.Text;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Formats;

namespace RgkCalibrator.Tests.Intake.Rows;

public sealed class ServiceNumbersTests
{
    // Made up; weights 9 to 2, and the last digit less.
    private static readonly IReadOnlyList<string> Passing = [.. Enumerable.Range(900_000_000, 5_000)
        .Select(number => number.ToString(CultureInfo.InvariantCulture))
        .Where(number => (Enumerable.Range(0, 8).Sum(i => (9 - i) * (number[i] - '0')) - (number[8] - '0')) % 11 == 0)];

    private static readonly IReadOnlyList<string> Failing =
        [.. Passing.Where(number => !number.EndsWith('9'))
            .Select(number => Numbers.Whole(int.Parse(number, CultureInfo.InvariantCulture) + 1))];

    private static readonly ColumnMapping Answer = new(
        [new(CanonicalColumn.ClientId, ["client_id"]) { HasNoServiceNumbers = true }]);

    [Theory]
    [InlineData("111222333", true)]
    [InlineData("123456782", true)]
    [InlineData("111222334", false)]
    [InlineData("000000000", false)]
    public void Nine_digits_pass_the_eleven_test_or_do_not(string text, bool passes) =>
        Assert.Equal(passes, ServiceNumber.Passes(Encoding.ASCII.GetBytes(text)));

    [Theory]
    [InlineData(90, true)]
    [InlineData(90, false)]
    [InlineData(100, false)]
    public void Ninety_in_a_hundred_are_refused(int numbers, bool isParquet)
    {
        using var reading = new Reading();

        Refused(reading, Write(reading, [.. Passing.Take(numbers), .. Pseudonyms(100 - numbers)], isParquet));
    }

    [Theory]
    [InlineData(89, 0, 11, true, "one less than what is refused")]
    [InlineData(89, 0, 11, false, "one less than what is refused, in CSV")]
    [InlineData(20, 0, 5_000, true, "few among pseudonyms")]
    [InlineData(25, 75, 0, true, "a quarter of the numbers")]
    [InlineData(25, 76, 0, false, "less than a quarter")]
    [InlineData(19, 0, 5, false, "too few to tell")]
    public void Numbers_that_pass_more_often_than_by_chance_are_a_question(
        int passing, int failing, int pseudonyms, bool isParquet, string why)
    {
        using var reading = new Reading();
        string[] clients = [.. Passing.Take(passing), .. Failing.Take(failing), .. Pseudonyms(pseudonyms)];
        var path = Write(reading, clients, isParquet);
        var isAsked = passing >= 20 && passing * 3 >= failing;

        var question = Record.Exception(() => reading.LedgerOf(path)) as CalibrationException;

        Assert.True(isAsked == question is not null, why);
        using var answered = new Reading { Mapping = Answer };
        Assert.Equal(clients.Length, answered.LedgerOf(path).Used);
        if (question is null)
            return;
        Assert.Equal(ExitCode.WrongUse, question.ExitCode);
        Assert.Contains(
            "client_id: { column: client_id, serviceNumbers: false }", question.Remedy.Dutch,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_is_not_believed_of_a_column_full_of_them()
    {
        using var reading = new Reading { Mapping = Answer };

        Refused(reading, Write(reading, [.. Passing.Take(95), .. Pseudonyms(5)], isParquet: false));
    }

    [Fact]
    public void One_child_with_a_number_that_passes_on_many_rows_is_no_reason_to_ask()
    {
        using var reading = new Reading();
        string[] clients = [.. Enumerable.Repeat(Passing[0], 100), .. Failing.Take(50)];

        Assert.Equal(150, reading.LedgerOf(Write(reading, clients, isParquet: false)).Used);
    }

    [Theory]
    [InlineData("12345672", "012345672")]
    [InlineData("1234563", "001234563")]
    [InlineData("123.456.782", "123456782")]
    [InlineData("1234.56.782", "123456782")]
    [InlineData("123-456-782", "123456782")]
    [InlineData("123 456 782", "123456782")]
    [InlineData("123\u00A0456\u202F782", "123456782")]
    [InlineData("BSN 123456782", "123456782")]
    [InlineData("bsn:123456782", "123456782")]
    [InlineData("BSN-nr. 123456782", "123456782")]
    [InlineData("bsn_123456782", "123456782")]
    [InlineData("NL123456782", "123456782")]
    [InlineData("123456782,0", "123456782")]
    [InlineData("123456782.00", "123456782")]
    [InlineData("12345670.0", "012345670")]
    [InlineData("123.456.782,00", "123456782")]
    [InlineData("'123456782", "123456782")]
    [InlineData("\"123456782\"", "123456782")]
    [InlineData("=\"123456782\"", "123456782")]
    [InlineData("‘123456782’", "123456782")]
    [InlineData("１２３４５６７８２", "123456782")]
    [InlineData("BSN１２３.４５６.７８２", "123456782")]
    [InlineData("１２３４５６７８", "012345678")]
    [InlineData("123456", null)]
    [InlineData("1234567820", null)]
    [InlineData("12345678A", null)]
    [InlineData("A12345678", null)]
    [InlineData("kind 123456782", null)]
    [InlineData("BSN BSN", null)]
    [InlineData("''''''''", null)]
    [InlineData(".........", null)]
    public void A_number_is_recognised_in_every_form(string text, string? expected)
    {
        var digits = new byte[ServiceNumber.Digits];

        var isRead = ServiceNumber.TryRead(Encoding.UTF8.GetBytes(text), digits);

        Assert.Equal(expected, isRead ? Encoding.ASCII.GetString(digits) : null);
    }

    [Fact]
    public void No_text_makes_the_reading_of_a_number_fail()
    {
        var chance = new SplitMix64(1729);
        string[] pieces = ["1", "9", "0", "BSN", "NL", ".", ",", "-", "'", "\"", "=", "１", "\u00A0", "\u202F", "x"];
        var digits = new byte[ServiceNumber.Digits];
        for (var i = 0; i < 100_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, chance.BelowFrom32Bits(20))
                .Select(_ => pieces[chance.BelowFrom32Bits(pieces.Length)]));
            var utf8 = Encoding.UTF8.GetBytes(text);
            // Half of them cut within their first letter.
            if (ServiceNumber.TryRead(utf8.AsSpan(Math.Min(utf8.Length, chance.BelowFrom32Bits(2))), digits))
                Assert.False(digits.AsSpan().ContainsAnyExceptInRange((byte)'0', (byte)'9'));
        }
    }

    [Theory]
    [InlineData("{0:000\\.000\\.000}", false)]
    [InlineData("BSN {0}", false)]
    [InlineData("{0},0", false)]
    [InlineData("'{0}'", true)]
    public void A_column_of_them_in_any_form_is_refused(string form, bool isParquet)
    {
        using var reading = new Reading();
        var clients = Passing.Take(50).Select(number => string.Format(
            CultureInfo.InvariantCulture, form, int.Parse(number, CultureInfo.InvariantCulture)));

        Refused(reading, Write(reading, [.. clients], isParquet));
    }

    [Theory]
    [InlineData("BIGINT")]
    [InlineData("INTEGER")]
    [InlineData("DOUBLE")]
    [InlineData("DECIMAL(12,0)")]
    public void A_column_of_numbers_is_refused_too(string type)
    {
        using var reading = new Reading();

        Refused(reading, reading.WriteQuery(
            $"SELECT CAST(CAST(n AS BIGINT) AS {type}) AS client_id, '45C02' AS product_code, "
            + "DATE '2021-03-01' AS start_date, DATE '2021-03-31' AS end_date, 2.0 AS volume, 'uur' AS unit "
            + $"FROM (VALUES {string.Join(", ", Passing.Take(40).Select(number => $"({number})"))}) AS t(n)"));
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
