using System.Text;
using System.Text.RegularExpressions;
using RgkCalibrator.Output.Control;
using RgkCalibrator.Output.Monitoring;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Output.Tables;

/// <summary>
/// docs/intern-files.md has every column of the files that it describes, with the meaning that the code gives it.
/// </summary>
public sealed class InternDocumentTests
{
    private static readonly string Document = Repository.PathOf("docs/intern-files.md");

    private static readonly (string File, IReadOnlyList<(string Name, string Meaning)> Columns)[] Files =
    [
        ("trajectories.parquet", [.. TrajectoryColumns.All.Select(column => (column.Name, column.Meaning))]),
        ("estimates.csv", Described(EstimateTable.Columns)),
        ("lines.csv", Described(LineTable.Columns)),
        ("coverage.csv", Described(VolumeCountTable.Columns)),
        ("differentiation.csv", Described(DifferentiationTable.Columns)),
        ("stability.csv", Described(StabilityTable.Columns)),
        ("providers.csv", Described(ProviderTable.Columns)),
        ("provider-lines.csv", Described(ProviderLineTable.Columns)),
        ("kader-per-aanbieder.csv", Described(ProviderFrameworkTable.Columns)),
        ("controle.csv", Described(ControlTables.Columns)),
        ("monitor.csv", Described(MonitorTables.Columns)),
    ];

    [Fact]
    public void The_document_tells_the_meaning_of_every_column()
    {
        var document = File.ReadAllText(Document);
        var expected = Files.Aggregate(document, (text, file) => Regex.Replace(
            text,
            $@"(?s)(?<=<!-- columns of {Regex.Escape(file.File)} -->\n).*?(?=<!-- end -->)",
            _ => Listed(file.Columns)));

        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(Document, expected, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

        Assert.All(Files, file => Assert.Contains(Listed(file.Columns), expected, StringComparison.Ordinal));
        Assert.Equal(File.ReadAllText(Document), expected);
    }

    [Fact]
    public void Every_column_has_a_name_of_its_own_and_a_sentence() => Assert.All(Files, file =>
    {
        Assert.Equal(file.Columns.Count, file.Columns.Select(column => column.Name).Distinct().Count());
        Assert.All(file.Columns, column => Assert.Matches(@"^[A-Z0-9`χ].*\.$", column.Meaning));
    });

    private static (string Name, string Meaning)[] Described<T>(IEnumerable<Column<T>> columns) =>
        [.. columns.Select(column => (column.Name, column.Meaning))];

    private static string Listed(IEnumerable<(string Name, string Meaning)> columns) =>
        "\n| column | meaning |\n|--|--|\n"
        + string.Concat(columns.Select(column => $"| `{column.Name}` | {column.Meaning} |\n")) + "\n";
}
