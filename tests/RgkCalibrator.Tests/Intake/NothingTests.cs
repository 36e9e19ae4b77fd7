using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Formats;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Intake.Pseudonyms;

namespace RgkCalibrator.Tests.Intake;

public sealed class NothingTests
{
    private const string Header =
        "client_id;product_code;start_date;end_date;volume;unit;provider_id;birth_date;debit_credit;line_id;"
        + "credits_line_id;assignment_id;municipality;location;intervention;care_start;care_end;end_reason";

    private static readonly string[] Cells =
    [
        "K1", "45C02", "2021-03-01", "2021-03-31", "4", "uur", "P1", "2010-01-01", "D", "R1",
        "R0", "T1", "0518", "KDC", "MST", "2021-03-02", "2021-03-30", "19",
    ];

    private static readonly string[] Words =
        [
        "NULL", "null", "NA", "N/A", "n/a", "nan", "NaN", "None", @"\N", "-", "--", "<NA>", "NaT", "#N/A", "#N/B",
        "n.v.t.", ".", " NULL ",
    ];

    [Theory]
    [MemberData(nameof(EachWordInEachColumn))]
    public void A_word_for_nothing_is_an_empty_cell_in_every_column(string word, string column)
    {
        using var reading = new Reading { Mapping = Reading.AllAsked };

        Assert.Equal(Outcome(reading, column, string.Empty), Outcome(reading, column, word));
    }

    [Theory]
    [InlineData("line_id", "0")]
    [InlineData("credits_line_id", "0")]
    [InlineData("assignment_id", "000")]
    public void Zero_is_no_reference(string column, string word)
    {
        using var reading = new Reading { Mapping = Reading.AllAsked };

        Assert.Equal(Outcome(reading, column, string.Empty), Outcome(reading, column, word));
    }

    [Theory]
    [InlineData("-")]
    [InlineData("+")]
    public void A_sign_in_place_of_debit_or_credit_is_not_taken_for_nothing(string sign)
    {
        using var reading = new Reading { Mapping = Reading.AllAsked };

        Assert.Contains("bad-volume", Outcome(reading, "debit_credit", sign), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NU")]
    [InlineData("N1")]
    [InlineData("nulls")]
    [InlineData("-1")]
    [InlineData("00a")]
    [InlineData("Nancy")]
    [InlineData("none of these")]
    [InlineData("0")]
    public void Other_texts_say_something(string text) =>
        Assert.False(Nothing.Is(System.Text.Encoding.UTF8.GetBytes(text)), text);

    [Fact]
    public void A_word_for_nothing_gets_no_pseudonym()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["sleutel"], new string('s', 32));
        var key = PseudonymKey.Read(folder["sleutel"]);

        Assert.Equal(string.Empty, key.PseudonymOf("NULL"u8));
        Assert.Equal(64, key.PseudonymOf("NULL1"u8).Length);
    }

    public static TheoryData<string, string> EachWordInEachColumn()
    {
        var all = new TheoryData<string, string>();
        foreach (var word in Words)
        {
            // A sign alone says something of debit and credit.
            foreach (var column in Header.Split(';').Where(column => column != "debit_credit" || word.Length > 1))
                all.Add(word, column);
        }

        return all;
    }

    /// <summary>
    /// Three lines, of which the middle two have a cell in a column; the last credits a line by what it
    /// says.
    /// </summary>
    private static string Outcome(Reading reading, string column, string cell)
    {
        var path = reading.Folder[$"{column}{Numbers.Whole(cell.Length)}.csv"];
        string[] with = [.. Header.Split(';').Zip(Cells, (name, usual) => name == column ? cell : usual)];
        File.WriteAllLines(path, [Header, string.Join(';', Cells), string.Join(';', with), Later(with), string.Empty]);
        using var declarations = reading.Read(path);
        var rows = Reading.Build(declarations, Reading.GapOf90).Rows().ToList();
        var ledger = declarations.Ledger;
        return string.Join(
            '\n',
            [
                .. rows.Select(row => row.ToString()),
                .. ledger.RejectedRows.Select(row => row.Reason.Name()),
                .. Enum.GetValues<RowOutcome>().Select(place => $"{place} {Numbers.Whole(ledger.At(place).Rows)}"),
            ]);
    }

    // The same in another month.
    private static string Later(string[] cells) =>
        string.Join(';', cells).Replace("-03-", "-05-", StringComparison.Ordinal);
}
