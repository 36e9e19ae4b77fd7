using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Review;

using Column = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Review.FrameworkDifference>;

namespace RgkCalibrator.Output.Annexes;

/// <summary>What differs between two frameworks, as a table.</summary>
public static class DifferenceTable
{
    /// <summary>A row for each line that differs.</summary>
    public static Table From(IReadOnlyList<FrameworkDifference> differences, Language language) => Table.From(
        new("Verschillen", "Differences"),
        [
            Column.Text("code", one => one.Line.Code, new("Code", "Code")),
            Column.Text("subgroup", one => one.Line.Label, new("Subgroep", "Subgroup")),
            .. differences.Any(one => one.Line.Provider.Length > 0) ? [Provider] : Array.Empty<Column>(),
            Column.Text("before", one => Shown(one.Before, language), new("Eerst", "Before")),
            Column.Text("after", one => Shown(one.After, language), new("Daarna", "After")),
            new(
                "volume_difference", ColumnKind.Number, (one, shownIn) => TableCell.Difference(one.Volume, 2, shownIn),
                new("Verschil volume, bij gelijke duur", "Difference volume, at one duration")),
        ],
        differences, language);

    private static Column Provider { get; } =
        Column.Text("provider", one => one.Line.Provider, new("Aanbieder", "Provider"));

    private static string Shown(PublishedLine? line, Language language) => line is null
        ? new Wording("geen regel", "no line").In(language)
        : $"{Numbers.Shown((double)line.Volume, 2, language)} {line.Unit.Counted().In(language)}, "
            + line.Duration.Shown().In(language);
}
