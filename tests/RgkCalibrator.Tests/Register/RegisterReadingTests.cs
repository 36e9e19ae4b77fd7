using System.Text;
using RgkCalibrator.Register;

namespace RgkCalibrator.Tests.Register;

/// <summary>What providers send back counts, or is refused with its cell and a remedy.</summary>
public sealed class RegisterReadingTests : IDisposable
{
    private const int First = ReturnedBook.First;

    // A text that may stand in no message.
    private const string Secret = "Jan Jansen";

    private static readonly Dictionary<string, (Action<ReturnedBook> Spoil, string Expected)> Cases = new()
    {
        ["a good row"] = (_ => { }, "1"),
        ["nothing was filled in"] = (Emptied, "0"),
        ["a number typed as a text"] = (book => book.Set("F7", "12"), "1"),
        ["a decimal comma in a text"] = (book => book.Set("G7", "2,5"), "1"),
        ["the code of the product alone"] = (book => book.Set("C7", "54002"), "1"),
        ["the name of the product alone"] = (book => book.Set("C7", "Specialistische Jeugd-GGZ"), "1"),
        ["trailing spaces"] = (book => book.Set("D7", $"  {ReturnedBook.Situation}   "), "1"),
        ["no-break spaces"] = (book => book.Set("H7", "uren\u00A0per\u00A0week\u00A0"), "1"),
        ["other capitals"] = (book => book.Set("H7", "UREN PER WEEK"), "1"),
        ["weeks in place of months"] = (book => book.Set("I7", "26 weken"), "1"),
        ["a row hidden by a filter"] = (book => book.Hide(First), "1"),
        ["blank rows between"] = (book => book.Report(12, "54003", ReturnedBook.Situation), "2"),
        ["a row far below the table"] = (book => Below(book, ReturnedBook.Provider), "2"),
        ["a row far below the table, without its provider"] = (book => Below(book, ""), "B500 missing-provider"),
        ["a renamed sheet"] = (book => book.Sheets.ElementAt(1).SetAttribute(new("", "name", "", "Mijn blad")), "1"),
        ["an added column with a heading"] = (Commented, "1"),
        ["columns in another order"] = (Swapped, "1"),
        ["a heading with spaces in capitals"] = (book => book.Set("C6", " PRODUCT "), "1"),
        ["words in a cell for a number"] = (book => book.Set("F7", Secret), "F7 bad-trajectories"),
        ["a negative number"] = (book => book.Set("F7", -3), "F7 bad-trajectories"),
        ["a zero"] = (book => book.Set("F7", 0), "F7 bad-trajectories"),
        ["a fraction"] = (book => book.Set("F7", 2.5), "F7 bad-trajectories"),
        ["a huge number"] = (book => book.Set("F7", 1e300), "F7 bad-trajectories"),
        ["a date for a number"] = (book => book.Set("F7", 45_000), "F7 bad-trajectories"),
        ["a date for an intensity"] = (book => book.Set("G7", 45_000), "G7 bad-intensity"),
        ["a volume for an intensity"] = (book => book.Set("G7", 180), "G7 bad-intensity"),
        ["an intensity in two readings"] = (book => book.Set("G7", "1.234"), "G7 bad-intensity"),
        ["a negative intensity"] = (book => book.Set("G7", -1), "G7 bad-intensity"),
        ["a formula"] = (book => book.SetFormula("F7", "5+7", "12"), "F7 formula"),
        ["a formula for a text"] = (book => book.SetFormula("E7", "A1", "x"), "E7 formula"),
        ["a formula with an error"] = (book => book.SetFormula("G7", "1/0", "#DIV/0!"), "G7 formula"),
        ["an error"] = (book => book.SetError("F7"), "F7 bad-trajectories"),
        ["an unknown product"] = (book => book.Set("C7", $"99Z99 {Secret}"), "C7 unknown-product"),
        ["the code of one product and the name of another"] = (
            book => book.Set("C7", "54002 Dagbehandeling"), "C7 code-and-name"),
        ["no product"] = (book => book.Cleared("C7"), "C7 missing-product"),
        ["no situation"] = (book => book.Cleared("D7"), "D7 missing-situation"),
        ["a situation in free words"] = (book => book.Set("D7", $"Overleg met {Secret}"), "D7 unknown-situation"),
        ["a situation of another product"] = (
            book => book.Set("D7", "Criminaliteit en veiligheidsproblematiek"), "D7 situation-of-others"),
        ["no number of trajectories"] = (book => book.Cleared("F7"), "F7 missing-trajectories"),
        ["no intensity"] = (book => book.Cleared("G7"), "G7 missing-intensity"),
        ["no unit"] = (book => book.Cleared("H7"), "H7 missing-unit"),
        ["an unknown unit"] = (book => book.Set("H7", Secret), "H7 unknown-unit"),
        ["a unit of other care"] = (book => book.Set("H7", "dagdelen per week"), "H7 other-unit"),
        ["no duration"] = (book => book.Cleared("I7"), "I7 missing-duration"),
        ["a duration without weeks or months"] = (book => book.Set("I7", 18), "I7 bare-duration"),
        ["a duration without either, as a text"] = (book => book.Set("I7", "18"), "I7 bare-duration"),
        ["a duration in free words"] = (book => book.Set("I7", $"volgens {Secret}"), "I7 bad-duration"),
        ["a duration of many years"] = (book => book.Set("I7", "25 jaar"), "I7 bad-duration"),
        ["no provider"] = (book => book.Cleared("B7"), "B7 missing-provider"),
        ["another provider than was asked"] = (book => book.Set("B7", "99000007"), "B7 other-provider"),
        ["a name for a provider"] = (book => book.Set("B7", Secret), "B7 bad-provider"),
        ["a very long intervention"] = (book => book.Set("E7", new string('x', 81)), "E7 bad-intervention"),
        ["the example"] = (book => book.Set("E7", "voorbeeld"), "E7 example"),
        ["merged cells"] = (book => book.Merge("C7:C9"), "C7 merged"),
        ["a value beside the table"] = (book => book.Set("L7", Secret), "L7 outside-table"),
        ["the same row twice"] = (book => book.Report(8), "C8 twice"),
        ["a removed column"] = (book => book.Cleared("I6"), "ontbreekt: Voorgestelde duur"),
        ["a renamed column"] = (book => book.Set("F6", Secret), "ontbreekt: Aantal trajecten"),
        ["a column twice"] = (book => book.Set("K6", "Product"), "Product staat er twee keer"),
        ["two sheets"] = (book => book.Repeat(), "meer bladen"),
        ["no table"] = (Unheaded, "geen blad met meldingen"),
    };

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names { get; } = new(Cases.Keys);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void What_comes_back_counts_or_is_refused_with_cell_and_remedy(string what)
    {
        var (spoil, expected) = Cases[what];
        var file = Read(Spoiled(spoil)).Files[0];

        if (file.Unreadable is { } why)
        {
            Assert.Contains(expected, why.What.Dutch, StringComparison.Ordinal);
            Assert.Contains("terug.xlsx", why.Where, StringComparison.Ordinal);
            Assert.NotEmpty(why.Remedy.English);
            Assert.DoesNotContain(Secret, $"{why.What} {why.Where} {why.Remedy}", StringComparison.Ordinal);
        }
        else if (file.Refused.Count > 0)
        {
            var refused = file.Refused[0];
            Assert.Equal(expected, $"{refused.Cell} {refused.Trouble.NameInFiles()}");
            Assert.Equal($"terug.xlsx, Meldingen!{refused.Cell}", refused.ToString());
        }
        else
        {
            Assert.Equal(expected, Numbers.Whole(file.Accepted.Count));
        }
    }

    [Fact]
    public void Of_every_trouble_it_is_said_in_both_languages_what_is_wrong_and_how_to_mend_it()
    {
        var words = Enum.GetValues<RegisterTrouble>().Select(RegisterTroubleWords.Of).ToList();

        Assert.Equal(words.Count, words.Select(one => one.What).Distinct().Count());
        Assert.All(words, one => Assert.All(
            new[] { one.What.Dutch, one.What.English, one.Remedy.Dutch, one.Remedy.English },
            text => Assert.EndsWith(".", text, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_row_counts_as_it_was_typed()
    {
        var one = Assert.Single(Read(Spoiled(book =>
        {
            book.Set("G7", 150);
            book.Set("H7", "minuten per week");
        })).Accepted);

        Assert.Equal(
            ("99000002", "54002", ReturnedBook.Situation, "IV1", 12, 2.5m, "18 maanden"),
            (one.Provider, one.Product.Code, one.Situation, one.Intervention, one.Trajectories, one.PerWeek,
                one.Duration.Shown().Dutch));
        Assert.Equal(new RowPlace("terug.xlsx", "Meldingen", First), one.Place);
        Assert.Equal(2.5m * 78, one.Volume);
    }

    [Fact]
    public void A_workbook_that_LibreOffice_saved_is_read_back_whole()
    {
        var read = Read(Path.Combine(AppContext.BaseDirectory, "Reference", "meldingen-libreoffice.xlsx"));

        Assert.True(read.IsSound);
        Assert.Equal(
            [("54002", 7, 30, 2m, "IV1"), ("54003", 8, 4, 2.5m, ""), ("45C02", 10, 7, 1.5m, "IV1")],
            read.Accepted.Select(one =>
                (one.Product.Code, one.Place.Row, one.Trajectories, one.PerWeek, one.Intervention)));
        Assert.Equal(
            [ReturnedBook.Situation, ReturnedBook.Situation, ""], read.Accepted.Select(one => one.Situation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Aanbieder;Product;Situatie\r\n1;54002;Jan Jansen\r\n")]
    [InlineData("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1 oud xls, of met een wachtwoord")]
    [InlineData("PK\u0003\u0004 afgebroken")]
    public void What_is_no_workbook_is_told_and_the_others_are_read(string content)
    {
        File.WriteAllBytes(_folder["a.xlsx"], Encoding.Latin1.GetBytes(content));
        Spoiled(_ => { });

        var read = RegisterOfReports.Read([_folder.Root], ReturnedBook.Framework, [], CancellationToken.None);

        Assert.Equal(ExitCode.Files, read.Files[0].Unreadable!.ExitCode);
        Assert.Equal("a.xlsx", read.Files[0].Unreadable!.Where);
        Assert.Single(read.Accepted);
        Assert.False(read.IsSound);
    }

    [Fact]
    public void The_same_report_in_two_workbooks_counts_once()
    {
        Spoiled(_ => { });
        File.Copy(_folder["terug.xlsx"], _folder["terug (2).xlsx"]);

        var read = RegisterOfReports.Read([_folder.Root], ReturnedBook.Framework, [], CancellationToken.None);

        Assert.Single(read.Accepted);
        Assert.Equal(RegisterTrouble.Twice, Assert.Single(read.Refused).Trouble);
    }

    [Fact]
    public void A_workbook_is_of_the_provider_of_its_first_row()
    {
        using (var book = new ReturnedBook(_folder["terug.xlsx"], provider: null))
        {
            foreach (var (row, provider) in new[] { (7, "99000002"), (8, "99000007") })
                Type(book, row, provider);
            book.Save();
        }

        var read = RegisterOfReports.Read([_folder.Root], ReturnedBook.Framework, [], CancellationToken.None);

        Assert.Equal("99000002", Assert.Single(read.Accepted).Provider);
        Assert.Equal(("B8", RegisterTrouble.OtherProvider), (read.Refused[0].Cell, read.Refused[0].Trouble));

        // The provider is a column to fill in, at the same place as where it is given.
        static void Type(ReturnedBook book, int row, string provider)
        {
            book.Report(row, row == 7 ? "54002" : "54003");
            book.Set($"B{row}", provider);
        }
    }

    [Fact]
    public void A_name_of_several_products_is_no_choice()
    {
        var framework = ReturnedBook.Framework with
        {
            Products =
            [
                .. ReturnedBook.Framework.Products,
                ReturnedBook.Framework.Products[0] with
                {
                    Product = ReturnedBook.Framework.Products[0].Product with
                    {
                        Code = "98765",
                        Name = "Specialistische Jeugd-GGZ",
                    },
                },
            ],
        };
        var path = Spoiled(book => book.Set("C7", "Specialistische Jeugd-GGZ"));

        var read = RegisterOfReports.Read([path], framework, [], CancellationToken.None);

        Assert.Equal(RegisterTrouble.SeveralProducts, Assert.Single(read.Refused).Trouble);
    }

    [Fact]
    public void A_folder_without_files_is_refused()
    {
        var refused = Assert.Throws<CalibrationException>(() => Read(_folder.Root));

        Assert.Equal(ExitCode.Files, refused.ExitCode);
    }

    private static ReturnedRegister Read(string place) => RegisterOfReports.Read(
        [place], ReturnedBook.Framework, [ReturnedBook.Provider], CancellationToken.None);

    private string Spoiled(Action<ReturnedBook> spoil)
    {
        using var book = new ReturnedBook(_folder["terug.xlsx"]).Report();
        spoil(book);
        return book.Save();
    }

    private static void Emptied(ReturnedBook book)
    {
        foreach (var column in "CDEFGHI")
            book.Cleared($"{column}7");
    }

    private static void Below(ReturnedBook book, string provider)
    {
        book.Report(500, "54003", ReturnedBook.Situation);
        book.Set("B500", provider);
    }

    private static void Commented(ReturnedBook book)
    {
        book.Set("L6", "Opmerking");
        book.Set("L7", Secret);
    }

    private static void Swapped(ReturnedBook book)
    {
        book.Set("F6", "Voorgestelde intensiteit");
        book.Set("G6", "Aantal trajecten");
        book.Set("F7", 2.5);
        book.Set("G7", 12);
    }

    private static void Unheaded(ReturnedBook book)
    {
        foreach (var column in "CDEFGHI")
            book.Cleared($"{column}6");
    }
}
