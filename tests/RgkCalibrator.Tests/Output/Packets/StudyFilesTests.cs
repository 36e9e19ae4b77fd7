using System.Text;
using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Groups;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Tests.Framework;
using RgkCalibrator.Tests.Groups;

namespace RgkCalibrator.Tests.Output.Packets;

public sealed class StudyFilesTests
{
    private static readonly FrameworkSettings Settings = new();
    private static readonly DraftStudies Studies = Made();

    [Fact]
    public void Differentiation_stands_a_row_a_group() =>
        Verify("differentiation.csv", DifferentiationTable.Sheet(Studies.Differentiation, Language.Dutch));

    [Fact]
    public void Stability_stands_a_row_a_year_and_a_row_for_the_tests() =>
        Verify("stability.csv", StabilityTable.Sheet(Studies.Stability, Language.Dutch));

    [Fact]
    public void Providers_stand_a_row_each() =>
        Verify("providers.csv", ProviderTable.Sheet(Studies.Funnels, Language.Dutch));

    [Theory]
    [InlineData(Language.Dutch, "Differentiatie", "Stabiliteit", "Aanbieders")]
    [InlineData(Language.English, "Differentiation", "Stability", "Providers")]
    public void The_workbook_has_a_sheet_of_each_with_what_to_know_of_it(Language language, params string[] names)
    {
        var sheets = StudySheets.From(Studies, language).ToList();

        Assert.Equal(names, sheets.Select(sheet => sheet.Name.In(language)));
        Assert.All(sheets, sheet => Assert.Equal(
            sheet.Table.Columns.Count, sheet.Table.Columns.Select(column => column.Heading).Distinct().Count()));
        Assert.All(sheets, sheet => Assert.All(sheet.Table.Rows.Zip(sheet.Shown.Rows), row => Assert.Equal(
            (sheet.Table.Columns.Count, sheet.Shown.Columns.Count), (row.First.Count, row.Second.Count))));
        Assert.DoesNotContain(
            sheets[2].Shown.Columns, column => column.Name.Contains("lower", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Language.Dutch, "volume binnen 12 maanden", "voor de breuk")]
    [InlineData(Language.English, "volume within 12 months", "before the break")]
    public void A_sheet_has_words_where_the_file_has_names(Language language, params string[] words)
    {
        var cells = StudySheets.From(Studies, language).SelectMany(sheet => sheet.Shown.Rows).SelectMany(row => row)
            .Where(cell => cell.Number is null).Select(cell => cell.Shown).ToHashSet();

        Assert.DoesNotContain(cells, cell => cell.Contains('_', StringComparison.Ordinal));
        Assert.Subset(cells, words.ToHashSet());
    }

    [Fact]
    public void Numbers_for_programs_do_not_hang_on_the_language_and_stay_below_zero()
    {
        var care = Enumerable.Range(0, 60).Select(i => Followed.Of(i, 1000 - i - (100 * (i % 3)), 2018 + (i % 3)));
        var falling = YearlyStability.FromFollowed(Followed.Twelve(care), Settings);

        Assert.Equal(
            Plain(StabilityTable.Sheet([falling], Language.Dutch)),
            Plain(StabilityTable.Sheet([falling], Language.English)));
        Assert.Contains(",-", Plain(StabilityTable.Sheet([falling], Language.Dutch)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_provider_can_stand_outside_95_percent_and_within_99_8()
    {
        // Of the other provider a fifth lie beyond; nine or more of twenty then have a chance of one in a hundred.
        var care = Enumerable.Range(0, 220).Select(i => Followed.Of(i, i < 9 || (i >= 20 && i % 5 == 0) ? 100 : 10) with
        {
            Covariates = Followed.By(i < 20 ? 0 : 1, 5),
        });
        var funnels = ProviderFunnel.OfLine(Followed.Twelve(care), 90, ["A", "B"], Settings);

        var rows = Plain(ProviderTable.Sheet([.. funnels], Language.Dutch)).Split('\n')
            .Select(row => row.Split(',')).ToList();

        string Cell(string column) => rows[1][Array.IndexOf(rows[0], column)];
        Assert.Equal(("A", "above", "within"), (Cell("provider_id"), Cell("flag_95"), Cell("flag_998")));
    }

    private static DraftStudies Made()
    {
        var running = new DateOnly(2023, 9, 1);
        var care = Enumerable.Range(0, 160)
            .Select(i => i % 16 == 3 ? Care.Running(i, 4, 10) with { Start = running } : Any(i))
            .Select((one, i) => one with { Covariates = Followed.By(i % 3, i % 19) })
            .ToList();
        var whole = Observed.Followed(Care.Group(Care.Usual, care), Followed.TwelveMonths, new DateOnly(2023, 9, 30));
        Observed[] parts = [Part("licht", care.Take(80)), Part("zwaar", care.Skip(80))];
        return new DraftStudies(
            Differentiation.Adjusted([.. Differentiation.OfProduct(whole, parts, Settings)]),
            [YearlyStability.FromFollowed(whole, Settings)],
            [.. ProviderFunnel.OfLine(whole, 90, ["=A", "B, met komma", "C"], Settings)]);
    }

    private static Care Any(int i) =>
        Followed.Of(i, (i < 80 ? 30 : 60) + (i * 37 % 41) + (i / 4.0), 2019 + (i % 4), outlasts: i % 7 == 0);

    private static Observed Part(string id, IEnumerable<Care> care) =>
        Observed.Followed(
            Care.Group(Care.Usual, care, new GroupScope(id, id)), Followed.TwelveMonths, new DateOnly(2023, 9, 30));

    private static void Verify(string name, StudySheet study) => Golden.Verify(name, Plain(study));

    private static string Plain(StudySheet study)
    {
        using var stream = new MemoryStream();
        study.Table.WriteCsv(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
