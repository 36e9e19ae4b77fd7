using System.Globalization;
using RgkCalibrator.Output.Formats;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Benchmarks;

/// <summary>The results as Markdown.</summary>
internal static class Report
{
    private const string Begin = "## Results";

    private static readonly TableColumn[] Columns =
    [
        Number("lines"), Number("rows written"), new("program", "program", ColumnKind.Text),
        Number("seconds"), Number("least to most"), Number("ours / this"), Number("CPU seconds"), Number("peak MB"),
        Number("lines a second"), Number("seconds per million lines"),
    ];

    internal static string Of(IReadOnlyList<Lap> laps, Options options)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine(Begin + "\n");
        foreach (var fact in Machine.Describe(options))
            text.WriteLine("- " + fact);
        text.WriteLine(Invariant($"- runs that count: {options.Runs}, after one that does not; medians\n"));
        foreach (var race in laps.GroupBy(lap => lap.Race))
        {
            MarkdownTable.Write(
                new Table(race.Key, Columns, [.. race.GroupBy(lap => lap.Lines).SelectMany(Rows)]), text);
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>Puts the results into the document, in place of earlier ones; what stands above them stays.</summary>
    internal static void Replace(string document, string results)
    {
        var text = File.ReadAllText(document);
        var place = text.IndexOf(Begin, StringComparison.Ordinal);
        File.WriteAllText(document, (place < 0 ? text + "\n" : text[..place]) + results);
    }

    private static IEnumerable<IReadOnlyList<TableCell>> Rows(IEnumerable<Lap> laps)
    {
        var ours = laps.First(lap => lap.Racer == Races.Ours);
        return laps.Select(lap => Row(lap, ours).Select(TableCell.Text).ToList());
    }

    private static IEnumerable<string> Row(Lap lap, Lap ours) =>
    [
        Invariant($"{lap.Lines:#,##0}"),
        Invariant($"{lap.Rows:#,##0}"),
        lap.Racer,
        Invariant($"{lap.Seconds:0.00}"),
        Invariant($"{lap.Runs.Min(run => run.Seconds):0.00} to {lap.Runs.Max(run => run.Seconds):0.00}"),
        ReferenceEquals(lap, ours) ? string.Empty : Invariant($"{ours.Seconds / lap.Seconds:0.00}"),
        Invariant($"{lap.CpuSeconds:0.00}"),
        Invariant($"{lap.PeakBytes / 1e6:#,##0}"),
        Invariant($"{lap.Lines / lap.Seconds:#,##0}"),
        Invariant($"{lap.Seconds / lap.Lines * 1e6:0.000}"),
    ];

    private static TableColumn Number(string heading) => new(heading, heading, ColumnKind.Number);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
