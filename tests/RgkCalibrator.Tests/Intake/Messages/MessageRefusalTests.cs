using System.Text;
using RgkCalibrator.Intake.Files;

namespace RgkCalibrator.Tests.Intake.Messages;

/// <summary>XML that is no message, or means harm, is refused by name, and fast.</summary>
public sealed class MessageRefusalTests : IDisposable
{
    private const string Canary = "GEHEIM";

    private static readonly TestRow Row = new(
        Canary, "45C02", new DateOnly(2021, 1, 1), new DateOnly(2021, 1, 31), 90, "01");

    private static readonly string Good = MessageText.Declaration([Row, Row]);

    private readonly Reading _reading = new();

    public static TheoryData<string, string> Hostile { get; } = new()
    {
        { "beschadigd", Good[..^40] },
        { "beschadigd", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + Good },
        { "beschadigd", Laughs() + Good },
        { "beschadigd", Good + Good },
        { "beschadigd", Good.Replace(Canary, "&" + Canary + ";", StringComparison.Ordinal) },
        { "beschadigd", Good.Replace(Canary, "\uFFFF" + Canary, StringComparison.Ordinal) },
        { "beschadigd", "<?xml version=\"1.0\" encoding=\"" + Canary + "\"?>" + Good },
        { "geen iJw-bericht", $"<html><body>{Canary}</body></html>" },
        { "diep in elkaar", Nested(200) },
        { "diep in elkaar", Nested(1_000_000) },
        { "tekst van meer", Good.Replace(Canary, new string('x', 5_000), StringComparison.Ordinal) },
        { "tekst van meer", Good.Replace(
            "<jw323:Header>", $"<jw323:Header x=\"{Long()}\">", StringComparison.Ordinal) },
        { "tekst van meer", Good.Replace("<jw323:Header>", $"<jw323:Header>{Long()}", StringComparison.Ordinal) },
        { "ontbreekt het element Header", "<Bericht><Body/></Bericht>" },
        { "ontbreekt het element BerichtCode", "<Bericht><Header/></Bericht>" },
        { "ontbreekt het element Afzender", Good.Replace("Afzender", "Afzendert", StringComparison.Ordinal) },
        { "van een andere soort", Good.Replace(">490<", ">491<", StringComparison.Ordinal) },
        { "van de Wmo", Good.Replace("ijw/3_2/jw323", "iwmo/3_2/wmo323", StringComparison.Ordinal) },
        { "niet van iJw 3", Good.Replace(
            "BerichtVersie>3<", "BerichtVersie>2<", StringComparison.Ordinal) },
        { "element ProductCode twee keer", Good.Replace(
            "<jw323:ProductCode>45C02</jw323:ProductCode>",
            "<jw323:ProductCode>45C02</jw323:ProductCode><jw323:ProductCode>1</jw323:ProductCode>",
            StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void Such_a_file_is_refused(string reason, string text)
    {
        var refused = Refused(Write("d.xml", text));

        Assert.Equal((ExitCode.Files, "d.xml"), (refused.ExitCode, refused.Where));
        Assert.Contains(reason, refused.What.Dutch, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_that_declare_nothing_are_not_enough()
    {
        var refused = Refused(Write("s.xml", MessageText.Care(new TestCare("k", "7", new(2021, 1, 1)))));

        Assert.Contains("JW323", refused.Remedy.Dutch, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("111222333", "kind-1")]
    [InlineData("kind-1", "111222333")]
    public void Citizen_service_numbers_are_refused_in_declarations_and_in_other_messages(string declared, string told)
    {
        var declaration = Write("d.xml", MessageText.Declaration([Row with { Client = declared }]));
        var start = Write("s.xml", MessageText.Care(new TestCare(told, "7", new(2021, 1, 1))));

        var refused = Assert.Throws<CalibrationException>(() => _reading.LedgerOf(declaration, start));

        Assert.Contains("burgerservicenummers", refused.What.Dutch, StringComparison.Ordinal);
        Assert.Contains("rgk pseudonymise", refused.Remedy.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_folder_messages_are_read_and_other_XML_is_named_as_passed_over()
    {
        var folder = Directory.CreateDirectory(_reading.Folder["map"]).FullName;
        File.WriteAllText(Path.Combine(folder, "d.xml"), Good);
        File.WriteAllText(Path.Combine(folder, "s.XML"), MessageText.Care(new TestCare("k", "7", new(2021, 1, 1))));
        File.WriteAllText(Path.Combine(folder, "retour.xml"), Good.Replace(">490<", ">491<", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(folder, "iets.xml"), "<iets/>");

        Assert.Equal(["d.xml", "s.XML"], InputFiles.Find([folder]).Select(file => file.Name));
        Assert.Equal(["iets.xml", "retour.xml"], InputFiles.PassedOver([folder]).Select(Path.GetFileName));
    }

    [Fact]
    public void A_broken_start_message_is_told_and_does_not_hide_what_is_good()
    {
        var paths = new[] { Write("d.xml", Good), Write("s.xml", MessageText.Care(new("k", "7", default))[..^30]) };

        var report = Calibration.Validate(paths, SmallRegion.Settings, SmallRegion.OneThread);

        Assert.Null(report.Files[0].Trouble);
        Assert.Equal("s.xml", report.Files[1].Trouble?.Where);
        Assert.Equal(2, report.Ledger.Rows);
    }

    public void Dispose() => _reading.Dispose();

    private CalibrationException Refused(string path) =>
        Assert.Throws<CalibrationException>(() => _reading.LedgerOf(path));

    private string Write(string name, string text)
    {
        File.WriteAllText(_reading.Folder[name], text);
        return _reading.Folder[name];
    }

    private static string Long() => new('x', 3 << 20);

    private static string Nested(int depth) => new StringBuilder(Good).Insert(
        Good.IndexOf("<jw323:Declaratie>", StringComparison.Ordinal),
        new StringBuilder().Insert(0, "<a>", depth).Insert(3 * depth, "</a>", depth)).ToString();

    private static string Laughs()
    {
        var names = Enumerable.Range(0, 30).Select(i => "e" + Numbers.Whole(i)).ToList();
        var entities = names.Zip(names.Skip(1), (one, next) => $"<!ENTITY {next} \"&{one};&{one};\">");
        return $"<!DOCTYPE x [<!ENTITY e0 \"ha\">{string.Concat(entities)}]>";
    }
}
