using System.Diagnostics;
using System.Text;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Tests.Intake;

namespace RgkCalibrator.Tests.Yaml;

/// <summary>Settings files of a size that nobody writes by hand.</summary>
public sealed class YamlLimitsTests
{
    private static readonly string Megabyte = new('a', 1 << 20);

    public static TheoryData<string, string> Hostile => new()
    {
        { "a key of a megabyte", $"{Megabyte}: 1" },
        { "a key of a megabyte in a block", $"columns:\n  {Megabyte}: b" },
        { "a quoted key of a megabyte", $"columns:\n  ? '{Megabyte}'\n  : b" },
        { "a word of a megabyte", $"columns:\n  start_date: {{ column: a, format: {Megabyte} }}" },
        { "lists ten thousand deep", "columns: " + new string('[', 10_000) },
        { "closed lists ten thousand deep", "columns: " + new string('[', 10_000) + new string(']', 10_000) },
        { "blocks ten thousand deep", Steps(10_000) },
        { "maps ten thousand deep", "columns: " + string.Concat(Enumerable.Repeat("{a: ", 10_000)) },
        { "references that explode", "columns: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]" },
        { "a reference to itself", "columns: &a [*a]" },
        { "the same key sixty thousand times", "columns:\n" + string.Concat(Enumerable.Repeat("  a: b\n", 60_000)) },
        { "a tag of a language", "!!python/object/apply:os.system ['x']" },
        { "bytes that are no text", "columns: \0\u0001" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_file_that_is_no_settings_file_is_refused_in_seconds(string what, string text)
    {
        var clock = Stopwatch.StartNew();

        var refused = Assert.Throws<CalibrationException>(() => MappingFile.Parse(text, "m.yaml"));
        Assert.Throws<CalibrationException>(() => CatalogueFile.Parse(text, "c.yaml"));

        Assert.Equal(ExitCode.WrongUse, refused.ExitCode);
        Assert.InRange(refused.What.Dutch.Length + refused.Remedy.Dutch.Length, 1, 1_000);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), what);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_mapping_of_sixty_thousand_values_reads_in_seconds(bool isParquet)
    {
        var text = new StringBuilder("columns:\n  product_code:\n    column: product_code\n    values:\n");
        for (var i = 0; i < 60_000; i++)
            text.Append(FormattableString.Invariant($"      naam van product {i}: P{i % 100}\n"));
        var clock = Stopwatch.StartNew();
        using var reading = new Reading { Mapping = MappingFile.Parse(text.ToString(), "m.yaml") };
        var rows = "SELECT 'k' || i AS client_id, 'naam van product ' || i AS product_code, DATE '2021-03-01' AS "
            + "start_date, DATE '2021-03-31' AS end_date, 2.0 AS volume, 'uur' AS unit FROM range(50_000) AS t(i)";

        var path = isParquet ? reading.WriteQuery(rows) : Csv(reading);
        var trajectories = reading.Trajectories(path);

        Assert.Equal(50_000, trajectories.Count);
        Assert.Equal(100, trajectories.Select(trajectory => trajectory.ProductCode).Distinct().Count());
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), clock.Elapsed.ToString());
    }

    private static string Csv(Reading reading)
    {
        File.WriteAllLines(
            reading.Folder["a.csv"],
            Enumerable.Range(0, 50_000)
                .Select(i => FormattableString.Invariant($"k{i};naam van product {i};2021-03-01;2021-03-31;2;uur"))
                .Prepend("client_id;product_code;start_date;end_date;volume;unit"));
        return reading.Folder["a.csv"];
    }

    private static string Steps(int depth)
    {
        var text = new StringBuilder();
        for (var i = 0; i < depth; i++)
            text.Append(' ', i % 500).Append("- ");
        return text.ToString();
    }
}
