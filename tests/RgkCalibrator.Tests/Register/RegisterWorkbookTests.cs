using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace RgkCalibrator.Tests.Register;

/// <summary>The workbook that goes to providers.</summary>
public sealed class RegisterWorkbookTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Language.Dutch, "99000002")]
    [InlineData(Language.English, null)]
    public void It_has_the_same_bytes_each_time_and_is_valid(Language language, string? provider)
    {
        foreach (var name in new[] { "a.xlsx", "b.xlsx" })
            Write(name, language, provider);

        Assert.Equal(File.ReadAllBytes(_folder["a.xlsx"]), File.ReadAllBytes(_folder["b.xlsx"]));
        using var book = SpreadsheetDocument.Open(_folder["a.xlsx"], isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(book)
            .Select(error => error.Description));
    }

    [Fact]
    public void Products_situations_units_and_durations_are_chosen_from_lists_and_the_rest_is_locked()
    {
        Write("a.xlsx", Language.Dutch, "99000002");
        using var book = SpreadsheetDocument.Open(_folder["a.xlsx"], isEditable: false);
        var sheet = SheetOf(book, "Meldingen");
        var rules = sheet.Descendants<DataValidation>().ToDictionary(
            rule => rule.SequenceOfReferences!.InnerText!, rule => (Type: rule.Type!.InnerText!, rule.Formula1?.Text));

        Assert.Equal(("list", "'Keuzes'!$A$2:$A$34"), rules["C7:C66"]);
        Assert.Equal(
            ("list", "OFFSET('Keuzes'!$C$1,MATCH($C7,'Keuzes'!$B$1:$B$69,0)-1,0,COUNTIF('Keuzes'!$B$1:$B$69,$C7),1)"),
            rules["D7:D66"]);
        Assert.Equal(("whole", "1"), rules["F7:F66"]);
        Assert.Equal("list", rules["H7:H66"].Type);
        Assert.Equal("list", rules["I7:I66"].Type);
        Assert.All(
            new[] { "Toelichting", "Meldingen", "Keuzes" },
            name => Assert.Single(SheetOf(book, name).Elements<SheetProtection>()));
    }

    // A rule takes what stands together in the list.
    [Fact]
    public void The_situations_of_a_product_stand_together_in_the_list()
    {
        var all = ReturnedBook.Framework.Products
            .SelectMany(one => one.Choices(Language.Dutch), (one, situation) => (one.Choice, situation)).ToList();

        Assert.Equal(68, all.Count);
        Assert.Equal(
            ReturnedBook.Framework.Products.Count, all.Select(one => one.Choice).Distinct().Count());
        Assert.Equal(5, ReturnedBook.Framework.Products.Single(one => one.Product.Code == "54002").Situations.Count);
    }

    [Fact]
    public void Nothing_that_was_filled_in_is_nothing_that_counts()
    {
        Write("a.xlsx", Language.English, null);

        var read = RegisterOfReports.Read(
            [_folder["a.xlsx"]], ReturnedBook.Framework, [], CancellationToken.None);

        Assert.True(read.IsSound);
        Assert.Empty(read.Accepted);
    }

    private void Write(string name, Language language, string? provider) => RegisterOfReports.WriteNew(
        ReturnedBook.Framework, _folder[name], provider, ReturnedBook.Period, language, RunSettings.Default);

    private static Worksheet SheetOf(SpreadsheetDocument book, string name)
    {
        var main = book.WorkbookPart!;
        var sheet = main.Workbook!.Descendants<Sheet>().Single(one => one.Name == name);
        return ((WorksheetPart)main.GetPartById(sheet.Id!.Value!)).Worksheet!;
    }
}
