using System.Text;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Formats;

namespace RgkCalibrator.Tests.Intake.Columns;

public sealed class MappingFileTests
{
    // The numbers of its lines are part of the expected messages.
    private const string Sound = """
        columns:
          client_id: Cliëntnummer
          start_date: { column: Begindatum, format: day-first }
          volume: { column: [Aantal, Volume], decimal: decimal-comma }
          unit:
            column: Eenheid
            values: { uren: uur, 'min.': minuut }
          product_code: { constant: 45C02 }
        """;

    [Fact]
    public void A_mapping_says_where_each_column_comes_from()
    {
        var mapping = MappingFile.Parse(Sound, "proef.yaml");

        Assert.Equal(["Cliëntnummer"], mapping.Of(CanonicalColumn.ClientId).Names);
        Assert.Equal(ValueFormat.DayFirst, mapping.Of(CanonicalColumn.StartDate).Format);
        Assert.Equal(["Aantal", "Volume"], mapping.Of(CanonicalColumn.Volume).Names);
        Assert.Equal(ValueFormat.DecimalComma, mapping.Of(CanonicalColumn.Volume).Format);
        Assert.Equal(
            [("min.", "minuut"), ("uren", "uur")],
            mapping.Of(CanonicalColumn.Unit).Values.Select(pair => (pair.Key, pair.Value)).Order());
        Assert.Equal("45C02", mapping.Of(CanonicalColumn.ProductCode).Constant);
    }

    [Fact]
    public void A_column_that_is_not_mapped_bears_its_canonical_name()
    {
        var mapped = MappingFile.Parse(Sound, "proef.yaml").Of(CanonicalColumn.EndDate);

        Assert.Equal("end_date", Assert.Single(mapped.Names));
        Assert.True(mapped is { Constant: null, Format: null, Values.Count: 0 });
    }

    [Fact]
    public void The_fingerprint_does_not_depend_on_line_ends()
    {
        var prints = new[] { Sound, Sound.ReplaceLineEndings("\r\n"), Sound + "\n" }
            .Select(text => MappingFile.Parse(text, "proef.yaml").Fingerprint!).ToList();

        Assert.Equal(prints[0], prints[1]);
        Assert.NotEqual(prints[0], prints[2]);
        Assert.Equal(64, prints[0].Length);
    }

    [Theory]
    [InlineData(
        "client_id:",
        "client-id:",
        2,
        "de sleutel 'client-id' bestaat hier niet; 'client_id' lijkt er het meest op.",
        "De sleutels hier zijn: client_id, product_code, start_date,")]
    [InlineData(
        "columns:",
        "column:",
        1,
        "de sleutel 'column' bestaat hier niet; 'columns' lijkt er het meest op.",
        "De sleutels hier zijn: columns.")]
    [InlineData(
        "format: day-first",
        "fromat: day-first",
        3,
        "de sleutel 'fromat' bestaat hier niet; 'format' lijkt er het meest op.",
        "De sleutels hier zijn: column, constant, values, format, decimal, serviceNumbers.")]
    [InlineData(
        "day-first",
        "day_first",
        3,
        "'format' heeft de waarde 'day_first', en die bestaat niet; 'day-first' lijkt er het meest op.",
        "Kies uit: iso, day-first, compact, month-name, excel-serial, month-first, utc, excel-1904, days-since-1970, "
            + "days-since-1960.")]
    [InlineData(
        "decimal-comma",
        "comma",
        4,
        "'decimal' heeft de waarde 'comma', en die bestaat niet; 'decimal-comma' lijkt er het meest op.",
        "Kies uit: decimal-comma, decimal-point.")]
    public void A_word_that_does_not_exist_names_the_nearest_and_all_others(
        string from, string to, int line, string what, string remedy) =>
        Check(Changed(from, to), line, what, remedy);

    [Theory]
    [InlineData("{ constant: 45C02 }", "{ constant: 45C02, column: Product }", 8, "'product_code'")]
    [InlineData("{ constant: 45C02 }", "{ values: { a: b } }", 8, "'product_code'")]
    [InlineData("column: Begindatum, format", "format", 3, "'start_date'")]
    public void A_column_comes_from_a_column_or_a_constant_and_not_from_both(
        string from, string to, int line, string column) =>
        Check(
            Changed(from, to),
            line,
            $"{column} heeft 'column' of 'constant' nodig, een van de twee.",
            "Noem de kolom van het bestand, of geef een waarde die voor elke rij geldt.");

    [Theory]
    [InlineData("constant: 45C02", "column: Product, format: iso", 8, "format", "product_code")]
    [InlineData("constant: 45C02", "column: Product, decimal: decimal-comma", 8, "decimal", "product_code")]
    [InlineData("format: day-first", "decimal: decimal-comma", 3, "decimal", "start_date")]
    [InlineData("format: day-first", "values: { a: b }", 3, "values", "start_date")]
    [InlineData("column: Begindatum, format: day-first", "constant: 2021-03-01", 3, "constant", "start_date")]
    [InlineData("decimal: decimal-comma", "format: iso", 4, "format", "volume")]
    [InlineData("decimal: decimal-comma", "values: { a: b }", 4, "values", "volume")]
    [InlineData("column: [Aantal, Volume], decimal: decimal-comma", "constant: 1", 4, "constant", "volume")]
    [InlineData(
        "product_code: { constant: 45C02 }",
        "birth_year: { column: Jaar, format: iso }",
        8,
        "format",
        "birth_year")]
    public void What_does_not_go_with_a_column_is_refused_at_its_line(
        string from, string to, int line, string key, string column) =>
        Check(
            Changed(from, to),
            line,
            $"'{key}' kan niet bij '{column}'.",
            "'format' hoort bij datums, 'decimal' bij getallen, 'values' en 'constant' bij teksten, 'serviceNumbers' "
                + "bij client_id.");

    [Theory]
    [InlineData("client_id: Cliëntnummer", "client_id:", 2, "de sleutel 'client_id' heeft geen waarde.")]
    [InlineData("column: Eenheid", "column:", 6, "de sleutel 'column' heeft geen waarde.")]
    [InlineData("column: [Aantal, Volume]", "column: []", 4, "de sleutel 'column' heeft geen waarde.")]
    [InlineData(
        "client_id: Cliëntnummer",
        "client_id: [Client, Cliëntnummer]",
        2,
        "'client_id' moet een blok met sleutels zijn.")]
    [InlineData("values: { uren: uur, 'min.': minuut }", "values: uren", 7, "'values' moet een blok met waarden zijn.")]
    [InlineData("uren: uur", "uren: [uur]", 7, "'values' moet een blok met waarden zijn.")]
    [InlineData(
        "  client_id: Cliëntnummer",
        "  client_id: Cliëntnummer\n  client_id: Client",
        3,
        "de sleutel 'client_id' staat hier voor de tweede keer; de eerste keer op regel 2.")]
    [InlineData("  client_id", "\tclient_id", 2, "de regel springt in met een tab.")]
    public void What_is_missing_or_misplaced_is_named(string from, string to, int line, string what) =>
        Check(Changed(from, to), line, what, string.Empty);

    [Theory]
    [InlineData("")]
    [InlineData("# niets\n")]
    public void An_empty_file_says_where_to_begin(string text)
    {
        var trouble = Assert.Throws<CalibrationException>(() => MappingFile.Parse(text, "leeg.yaml"));

        Assert.Equal(
            ("Het mappingbestand is leeg.", "Begin met de sleutel 'columns'."),
            (trouble.What.Dutch, trouble.Remedy.Dutch));
    }

    [Fact]
    public void A_file_that_is_no_UTF_8_or_not_there_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["oud.yaml"], Encoding.Latin1.GetBytes(Sound));

        Assert.Equal(
            ExitCode.WrongUse,
            Assert.Throws<CalibrationException>(() => MappingFile.Read(folder["oud.yaml"])).ExitCode);
        Assert.Equal(
            ExitCode.Files, Assert.Throws<CalibrationException>(() => MappingFile.Read(folder["weg.yaml"])).ExitCode);
    }

    private static string Changed(string from, string to)
    {
        var at = Sound.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, from);
        return string.Concat(Sound.AsSpan(0, at), to, Sound.AsSpan(at + from.Length));
    }

    private static void Check(string text, int line, string what, string remedy)
    {
        var trouble = Assert.Throws<CalibrationException>(() => MappingFile.Parse(text, "proef.yaml"));
        Assert.Equal($"Regel {Numbers.Whole(line)}: {what}", trouble.What.Dutch);
        Assert.StartsWith($"Line {Numbers.Whole(line)}: ", trouble.What.English, StringComparison.Ordinal);
        Assert.StartsWith(remedy, trouble.Remedy.Dutch, StringComparison.Ordinal);
        Assert.Equal((ExitCode.WrongUse, "proef.yaml"), (trouble.ExitCode, trouble.Where));
    }
}
