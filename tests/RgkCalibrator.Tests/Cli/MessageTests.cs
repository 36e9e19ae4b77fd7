using System.Globalization;
using RgkCalibrator.Cli;
using RgkCalibrator.Tests.Intake;

namespace RgkCalibrator.Tests.Cli;

public sealed class MessageTests : IDisposable
{
    private readonly Reading _reading = new();

    public void Dispose() => _reading.Dispose();

    [Theory]
    [InlineData("nl", "Fout: Deze opdracht bestaat niet.", "Waar: schat", "Oplossing: Zie rgk --help.", "schat")]
    [InlineData("en", "Error: There is no such command.", "Where: schat", "Remedy: See rgk --help.", "schat")]
    [InlineData(
        "nl",
        "Fout: Deze optie bestaat niet.",
        "Waar: --zzz",
        "Oplossing: Zie rgk derive --help.",
        "derive",
        "--zzz=1")]
    [InlineData(
        "nl",
        "Fout: Deze optie bestaat niet.",
        "Waar: -z",
        "Oplossing: Zie rgk derive --help.",
        "derive",
        "-z")]
    [InlineData("nl", "Fout: Deze optie is nodig.", "Waar: --out", "Oplossing: Zie rgk derive --help.", "derive", "a")]
    [InlineData("en", "Error: This option is needed.", "Where: --out", "Remedy: See rgk derive --help.", "derive", "a")]
    [InlineData(
        "nl",
        "Fout: Dit getal kan niet.",
        "Waar: --gap-days -1",
        "Oplossing: Geef een geheel getal van 0 tot en met 3660.",
        "derive",
        "a",
        "--out",
        "b",
        "--gap-days",
        "-1")]
    [InlineData(
        "en",
        "Error: There is no such file or folder.",
        "Where: geen",
        "Remedy: Check the name.",
        "derive",
        "geen",
        "--out",
        "b")]
    public void A_refusal_is_three_lines_on_standard_error(
        string language, string what, string where, string remedy, params string[] arguments)
    {
        var outcome = Outcome.Of([.. arguments, "--lang", language]);

        Assert.Equal([what, where, remedy], outcome.ErrorLines);
        Assert.Empty(outcome.Output);
    }

    [Theory]
    [InlineData("--lang", "en", "derive")]
    [InlineData("derive", "--lang=en")]
    [InlineData("derive", "--lang", "en")]
    public void The_language_may_stand_anywhere(params string[] arguments) =>
        Assert.StartsWith("Error: ", Outcome.Of(arguments).Error, StringComparison.Ordinal);

    [Fact]
    public void What_follows_two_dashes_is_a_file() =>
        Assert.Equal(["Fout: Dit bestand of deze map is er niet.", "Waar: --lang", "Oplossing: Kijk de naam na."],
            Outcome.Of("derive", "--out", "d", "--", "--lang", "en").ErrorLines);

    [Fact]
    public void Results_stand_on_standard_output_and_warnings_on_standard_error()
    {
        var file = _reading.Write(
            TestRow.Good,
            TestRow.Good with { Client = "c2", Product = "geheim" },
            TestRow.Good with { Volume = 0 },
            TestRow.Good with { Volume = 0 },
            TestRow.Good with { Client = null });
        var target = _reading.Folder["t.csv"];

        var outcome = Outcome.Of("trajectories", file, "--out", target);

        Assert.Equal(
            $"""
            Geschreven: {target}
            Rijen: 5 gelezen, 2 gebruikt, 0 verrekend, 0 dubbel, 0 na de waargenomen periode, 3 afgekeurd.
            Trajecten: 2; cliënten: 2.

            """,
            outcome.Output);
        Assert.Equal(
            """
            Let op: 3 rijen zijn afgekeurd en tellen niet mee:
              1  geen cliënt (missing-client)
              2  volume nul (zero-volume)
            Let op: 1 productcodes staan niet in de catalogus (1, niet genoemd): hun eenheid is die van de regels.

            """,
            outcome.Error);
    }

    [Fact]
    public void Both_are_in_english_when_asked()
    {
        var outcome = Outcome.Of(
            "trajectories",
            _reading.Write(TestRow.Good, TestRow.Good with { Volume = 0 }),
            "--out",
            _reading.Folder["t.csv"],
            "--lang",
            "en");

        Assert.Equal(
            ["Note: 1 rows were rejected and do not count:", "  1  a volume of nothing (zero-volume)"],
            outcome.ErrorLines);
        Assert.EndsWith("Trajectories: 1; clients: 1.\n", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("tr-TR")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        var file = _reading.Write(
            TestRow.Good, TestRow.Good with { Client = "c2", Volume = 2.5m }, TestRow.Good with { Volume = 0 });
        string[] arguments =
        [
            "trajectories", file, "--out", _reading.Folder["t.csv"], "--gap-days", "30", "--observed",
            "2018-01-01..2023-12-31",
        ];
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var expected = (Outcome.Of(arguments), File.ReadAllText(_reading.Folder["t.csv"]));

        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        Assert.Equal(expected, (Outcome.Of(arguments), File.ReadAllText(_reading.Folder["t.csv"])));
    }

    [Fact]
    public void A_fault_of_ours_is_admitted_without_its_words()
    {
        using var error = new StringWriter();

        var code = Program.Run(
            ["--version"], new Screen(new BrokenWriter(), error, Language.Dutch), CancellationToken.None);

        Assert.Equal(70, code);
        Assert.StartsWith("Fout in dit programma", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException", error.ToString(), StringComparison.Ordinal);
        Assert.Contains(nameof(BrokenWriter), error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(BrokenWriter.Words, error.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Stands for anything that can break inside.</summary>
    private sealed class BrokenWriter : StringWriter
    {
        public const string Words = "the name of a child";

        public override void Write(string? value) => throw new InvalidOperationException(Words);
    }
}
