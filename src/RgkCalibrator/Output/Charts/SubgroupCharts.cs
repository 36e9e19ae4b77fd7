using RgkCalibrator.Disclosure;

namespace RgkCalibrator.Output.Charts;

/// <summary>The subgroups of a product side by side, with the line of all together.</summary>
public static class SubgroupCharts
{
    private const int AxisSteps = 8;

    /// <summary>Their volumes, on as many sheets as they need.</summary>
    public static IReadOnlyList<BoxChart> Volume(SafeSubgroups subgroups, ChartContext context)
    {
        var words = new LineWords(subgroups.Whole, context);
        BoxRow[] rows = [.. subgroups.Members.Select(member => Row(member, context))];
        var sheets = (rows.Length + BoxChart.MostRows - 1) / BoxChart.MostRows;
        var charts = rows.Chunk((rows.Length + sheets - 1) / sheets).Select(part => Chart(subgroups, part, words));
        return [.. charts.Select((chart, i) => chart with { Caption = chart.Caption.Page(i + 1, sheets) })];
    }

    private static BoxChart Chart(SafeSubgroups subgroups, IReadOnlyList<BoxRow> rows, LineWords words)
    {
        var (context, unit, percentile) = (words.Context, words.Unit, words.Percentile);
        var k = Numbers.Whole(context.SmallestGroup);
        var open = context.Say(new("; een vak zonder P75 is open.", "; a box without P75 is open."));
        var shown = new Wording(
            $"Aantallen zijn afgerond; tussen twee getoonde waarden van een groep liggen ten minste {k} kinderen{open}",
            $"Counts are rounded; between two values of a group that are shown lie at least {k} children{open}");
        return new BoxChart
        {
            Caption = words.Caption("subgroepen", Title(subgroups, words), shown),
            XTitle = context.Say(new(
                $"Volume binnen de voorgestelde duur van elke subgroep, in {unit}",
                $"Volume within the proposed duration of each subgroup, in {unit}")),
            XAxis = Axis.Nice(0, Largest(subgroups), AxisSteps, context.Language),
            Rows = rows,
            Markers = [.. Pooled(words)],
            ProposalLegend = context.Say(new($"voorstel ({percentile})", $"proposal ({percentile})")),
            BoxLegend = context.Say(new("P25 tot P75, streep: P50", "P25 to P75, bar: P50")),
            WhiskerLegend = context.Say(new("P10 tot P90", "P10 to P90")),
            Columns = ["", "", "P10", "P25", "P50", "P75", "P90", context.Say(new("voorstel", "proposal")), ""],
            Spoken = value => words.Volume((decimal)value),
        };
    }

    private static BoxRow Row(SafeSubgroup member, ChartContext context)
    {
        var (line, volume) = (member.Line, member.Line.Chosen.Volume);
        var box = member.Volume is { } shown
            ? new BoxMarks(shown.Low, shown.LowerQuartile, shown.Median, shown.UpperQuartile, shown.High)
            : null;
        var n = line.Trajectories.Value is { } value
            ? "= " + Numbers.Shown(value, 0, context.Language)
            : "< " + Numbers.Whole(line.Trajectories.Smallest);
        var count = context.Say(new($"n {n} trajecten", $"n {n} trajectories"));
        var proposal = volume is { } chosen ? new LineWords(line, context).Volume(chosen) : string.Empty;
        var (name, note) = (context.Say(line.SubgroupName), context.Say(Note(line, box)));
        return new BoxRow(name, count, box, (double?)volume, proposal, note);
    }

    private static Wording Note(SafeLine line, BoxMarks? box) => line.Withheld switch
    {
        Withheld.TooFewChildren => new("te weinig kinderen om te tonen", "too few children to show"),
        Withheld.NearlyAllEqual => new(
            "niet getoond: bijna alle trajecten zijn gelijk", "not shown: nearly all trajectories are equal"),
        Withheld.EqualOrSmallRemainder => new(
            "niet getoond: bijna alle gelijk, of te weinig kinderen erbuiten",
            "not shown: nearly all equal, or too few children outside"),
        _ when box is null => new("verdeling niet getoond", "distribution not shown"),
        _ => Wording.Same(string.Empty),
    };

    /// <summary>The line of all together, where it is shown.</summary>
    private static IEnumerable<ChartMarker> Pooled(LineWords words)
    {
        if (words.Line.Chosen.Volume is not { } volume)
            yield break;
        var (percentile, value) = (words.Percentile, words.Volume(volume));
        var label = new Wording($"{percentile} van alle samen: {value}", $"{percentile} of all together: {value}");
        yield return new ChartMarker((double)volume, words.Context.Say(label), MarkerKind.Compared);
    }

    /// <summary>From the lowest proposal to the highest.</summary>
    private static string Title(SafeSubgroups subgroups, LineWords words)
    {
        var volumes = subgroups.Members.Select(member => member.Line.Chosen.Volume).OfType<decimal>().ToList();
        var (name, percentile) = (subgroups.Product.Name, words.Percentile);
        var (low, high) = (words.Context.Number(volumes.Min()), words.Context.Number(volumes.Max()));
        return words.Context.Say(low == high
            ? new(
                $"{name}: {percentile} is voor elke getoonde subgroep {high} {words.Unit}",
                $"{name}: {percentile} is {high} {words.Unit} for every subgroup that is shown")
            : new(
                $"{name}: {percentile} loopt per subgroep van {low} tot {high} {words.Unit}",
                $"{name}: {percentile} runs from {low} to {high} {words.Unit} between subgroups"));
    }

    private static double Largest(SafeSubgroups subgroups)
    {
        var boxes = subgroups.Members.Select(member => member.Volume)
            .SelectMany(box => new[] { box?.High, box?.UpperQuartile, box?.Median });
        var proposals = subgroups.Members.Select(member => member.Line).Append(subgroups.Whole)
            .Select(line => (double?)line.Chosen.Volume);
        return boxes.Concat(proposals).Max() ?? 0;
    }
}
