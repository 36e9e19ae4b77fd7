using System.Text;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Control;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Tests.Control;

namespace RgkCalibrator.Tests.Output.Control;

/// <summary>The documents of a control, of a constructed line with eight providers.</summary>
public sealed class ControlDocumentTests
{
    private static readonly ControlFigures Figures = MadeControl.Figures([MadeControl.Usual()]);

    [Theory]
    [InlineData(Language.Dutch, "nl")]
    [InlineData(Language.English, "en")]
    public void The_mirror_of_a_provider_that_stands_out(Language language, string name) =>
        Golden.Verify($"spiegel-{name}.html", Page("A1", language));

    [Fact]
    public void The_table_of_all()
    {
        using var stream = new MemoryStream();
        ControlTables.All(Figures, Language.English).WriteCsv(stream);

        Golden.Verify("controle.csv", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void What_leaves_as_a_table()
    {
        var line = MadeControl.Usual();
        var safe = SafeControl.From(
            MadeControl.Since, 0.2, [(line.Since, line.Unnamed)], 0.95, new DisclosureProfile());
        using var text = new StringWriter { NewLine = "\n" };
        RgkCalibrator.Output.Formats.CsvTable.WriteForExcel(ReleasedControl.Of(safe, Language.Dutch), text);

        Golden.Verify("controle-extern.csv", text.ToString().TrimStart('\uFEFF'));
    }

    [Fact]
    public void A_mirror_names_no_other_provider()
    {
        foreach (var mirror in Figures.Mirrors)
        {
            var others = Figures.Mirrors.Where(one => one != mirror).Select(one => one.Provider);
            var page = Page(mirror.Provider, Language.Dutch);
            Assert.All(others, other => Assert.DoesNotContain($">{other}<", page, StringComparison.Ordinal));
            Assert.All(others, other => Assert.DoesNotContain($"aanbieder {other}", page, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_mirror_of_one_trajectory_speaks_of_one()
    {
        var page = Page("A7", Language.Dutch);

        Assert.Contains("begon sindsdien 1 traject", page, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mirror_beside_nobody_shows_dashes()
    {
        var figures = MadeControl.Figures([MadeControl.Line(MadeControl.Of(0, 12, 3))]);

        var page = new MirrorPage(Assert.Single(figures.Mirrors), figures, Language.Dutch).Page();

        Assert.Contains("zijn er genoeg andere aanbieders", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"n other\">–</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_id_of_a_provider_is_text_and_no_markup()
    {
        const string id = "<script>x</script>";
        var figures = MadeControl.Figures([MadeControl.Line(MadeControl.Of(0, 12, 3), [id])]);

        var page = new MirrorPage(Assert.Single(figures.Mirrors), figures, Language.Dutch).Page();

        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_has_a_name_that_every_system_takes() => Assert.Equal(
        ["spiegel-99000001", "spiegel-----etc_2", "spiegel-ab_3", "spiegel-AB_4"],
        MirrorNames.Of(["99000001", "../" + "/etc", "ab", "AB"]));

    [Fact]
    public void A_workbook_has_what_the_page_has()
    {
        var table = MirrorTable.Of(Figures.Mirrors[1], Figures, Language.Dutch);

        Assert.Equal(3, table.Rows.Count);
        Assert.Equal(["90", "40"], table.Rows[0].Skip(3).Take(2).Select(cell => cell.Plain));
        Assert.Contains("0.2", table.Rows[0].Select(cell => cell.Plain));
    }

    [Fact]
    public void Providers_are_summed_up_over_their_lines()
    {
        var table = ControlSums.ByProvider(Figures, Language.English);
        var row = table.Rows[1].Select(cell => cell.Plain).ToList();

        Assert.Equal("A1", row[0]);
        Assert.Equal("90", row[2]);
        Assert.Equal("40", row[3]);
    }

    private static string Page(string provider, Language language) => new MirrorPage(
        Figures.Mirrors.Single(mirror => mirror.Provider == provider), Figures, language).Page();
}
