using RgkCalibrator.Disclosure;

namespace RgkCalibrator.Output.Charts;

/// <summary>
/// The subgroups of a product side by side, with the line of all together. What is not shown of any of them is counted
/// in a sentence.
/// </summary>
public static class SubgroupCharts
{
    private const int AxisSteps = 8;
    private const string Margins = "marges";

    /// <summary>A difference of so small a part of the higher value is no news.</summary>
    private const double SmallDifference = 0.05;

    /// <summary>Their volumes as boxes, on as many sheets as they need.</summary>
    public static IReadOnlyList<BoxChart> Volume(SafeSubgroups subgroups, ChartContext context)
    {
        var words = new LineWords(subgroups.Whole, context);
        var k = Numbers.Whole(context.SmallestGroup);
        var shown = new Wording(
            $"Tussen twee getoonde waarden van een groep liggen ten minste {k} kinderen; een vak zonder P75 eindigt "
                + "bij P50.",
            $"Between two values of a group that are shown lie at least {k} children; a box without P75 ends at P50.");
        return Sheets(
            "subgroepen", subgroups,
            [.. subgroups.Members.Select(member => Boxed(Row(member, BoxOf(member), context), context))],
            rows => Title(rows, words), shown, words, chart => chart with
            {
                BoxLegend = context.Say(new("P25 tot P75, streep: P50", "P25 to P75, bar: P50")),
                WhiskerLegend = context.Say(new("P10 tot P90", "P10 to P90")),
                Columns = ["", "", "P10", "P25", "P50", "P75", "P90", context.Say(new("voorstel", "proposal")), ""],
            });
    }

    /// <summary>
    /// Their proposals with the uncertainty of each, on as many sheets as they need; none where no limit is shown.
    /// </summary>
    public static IReadOnlyList<BoxChart> Intervals(SafeSubgroups subgroups, ChartContext context)
    {
        var words = new LineWords(subgroups.Whole, context);
        var rows = subgroups.Members.Select(member => WithLimits(Row(member, LimitsOf(member), context), context));
        var confidence = Numbers.Share(context.Confidence, 1, context.Language);
        var shown = new Wording(
            "Waar een grens niet is getoond, liggen er te weinig kinderen buiten.",
            "Where a limit is not shown, too few children lie beyond it.");
        return Sheets(
            Margins, subgroups, [.. rows], part => IntervalTitle(part, words), shown, words, chart => chart with
            {
                WhiskerLegend = context.Say(new(
                    $"marge ({confidence} zekerheid)", $"interval ({confidence} confidence)")),
                Columns =
                [
                    "", "", context.Say(new("van", "from")), context.Say(new("tot", "to")),
                    context.Say(new("voorstel", "proposal")), "",
                ],
            });
    }

    private static IReadOnlyList<BoxChart> Sheets(
        string kind, SafeSubgroups subgroups, IReadOnlyList<BoxRow> all, Func<IReadOnlyList<BoxRow>, string> titleOf,
        Wording shown, LineWords words, Func<BoxChart, BoxChart> named)
    {
        var rows = all.Where(row => row.Proposal is not null).ToList();
        if (rows.Count < 2 || (kind == Margins && rows.TrueForAll(row => row.Box is null)))
            return [];
        var sheets = (rows.Count + BoxChart.MostRows - 1) / BoxChart.MostRows;
        return [.. rows.Chunk((rows.Count + sheets - 1) / sheets).Select(Sheet)];

        BoxChart Sheet(BoxRow[] part, int i)
        {
            var (caption, markers) = (words.Caption(kind, titleOf(part), shown), Pooled(words).ToList());
            // A subgroup that is not shown can pull the percentile of all of them beyond those that are.
            var ends = rows.Select(row => row.Last!.Value).Concat(markers.Select(marker => marker.Value));
            var chart = new BoxChart
            {
                Caption = caption with
                {
                    Footer = caption.Footer + Missing(subgroups.Members.Count - rows.Count, words.Context),
                },
                XTitle = AxisTitle(words),
                XAxis = Axis.Nice(0, ends.Max(), AxisSteps, words.Context.Language),
                Rows = part,
                Markers = markers,
                ProposalLegend = words.Context.Say(
                    new($"voorstel ({words.Percentile})", $"proposal ({words.Percentile})")),
                WhiskerLegend = string.Empty,
                Columns = [],
                Spoken = value => words.Volume((decimal)value),
            };
            return named(chart) with { Caption = chart.Caption.Page(i + 1, sheets) };
        }
    }

    private static string AxisTitle(LineWords words) => words.Context.Say(words.Line.IsPerCareYear
        ? new($"Volume per zorgjaar, in {words.Unit}", $"Volume per care year, in {words.Unit}")
        : new(
            $"Volume binnen de voorgestelde duur van elke subgroep, in {words.Unit}",
            $"Volume within the proposed duration of each subgroup, in {words.Unit}"));

    private static string Missing(int count, ChartContext context) => count == 0 ? string.Empty : " " + context.Say(
        count == 1
            ? new("1 subgroep is niet te tonen.", "1 subgroup cannot be shown.")
            : new(
                $"{Numbers.Whole(count)} subgroepen zijn niet te tonen.",
                $"{Numbers.Whole(count)} subgroups cannot be shown."));

    private static BoxMarks? BoxOf(SafeSubgroup member) => member.Volume is { } shown
        ? new(shown.Low, shown.LowerQuartile, shown.Median, shown.UpperQuartile, shown.High)
        : null;

    private static BoxMarks? LimitsOf(SafeSubgroup member) =>
        (member.Line.Lower?.Volume, member.Line.Upper?.Volume) is var (lower, upper) && (lower ?? upper) is not null
            ? new((double?)lower, null, null, null, (double?)upper)
            : null;

    private static BoxRow Row(SafeSubgroup member, BoxMarks? marks, ChartContext context)
    {
        var (line, volume) = (member.Line, member.Line.Chosen.Volume);
        var counted = context.Say(LineWords.Trajectories);
        var count = line.Trajectories.Value is { } value
            ? $"n = {Numbers.Shown(value, 0, context.Language)} {counted}"
            : $"n < {Numbers.Whole(line.Trajectories.Smallest)} {counted}";
        var proposal = volume is { } chosen ? new LineWords(line, context).Volume(chosen) : string.Empty;
        return new BoxRow(context.Say(line.SubgroupName), count, marks, (double?)volume, proposal, string.Empty);
    }

    private static BoxRow Boxed(BoxRow row, ChartContext context) => row.Box is not null ? row : row with
    {
        Note = context.Say(new("verdeling niet getoond", "distribution not shown")),
    };

    private static BoxRow WithLimits(BoxRow row, ChartContext context)
    {
        if (row.Box is not { } limits)
            return row;
        var (lower, upper) = (Shown(limits.Low), Shown(limits.High));
        var note = (limits.Low, limits.High) switch
        {
            (null, _) => new Wording($"t/m {upper}", $"up to {upper}"),
            (_, null) => new Wording($"vanaf {lower}", $"from {lower}"),
            _ => new Wording($"{lower} t/m {upper}", $"{lower} to {upper}"),
        };
        return row with { Note = context.Say(note) };

        string Shown(double? limit) => limit is { } value ? context.Number((decimal)value) : string.Empty;
    }

    /// <summary>The line of all together, where it is shown.</summary>
    private static IEnumerable<ChartMarker> Pooled(LineWords words)
    {
        if (words.Line.Chosen.Volume is not { } volume)
            yield break;
        var (percentile, value) = (words.Percentile, words.Volume(volume));
        var label = new Wording($"{percentile} van alle samen: {value}", $"{percentile} of all together: {value}");
        yield return new ChartMarker((double)volume, words.Context.Say(label), MarkerKind.Compared);
    }

    /// <summary>From the lowest proposal of these rows to the highest.</summary>
    private static string Title(IReadOnlyList<BoxRow> rows, LineWords words)
    {
        var volumes = rows.Select(row => row.Proposal).OfType<double>().ToList();
        var (name, percentile) = (words.Line.Product.Name, words.Percentile);
        var (least, most) = (volumes.Min(), volumes.Max());
        var (low, high) = (words.Context.Number((decimal)least), words.Context.Number((decimal)most));
        return words.Context.Say(least == most
            ? new(
                $"{name}: {percentile} is voor elke getoonde subgroep {high} {words.Unit}",
                $"{name}: {percentile} is {high} {words.Unit} for every subgroup that is shown")
            : most - least <= SmallDifference * most
            ? new(
                $"{name}: {percentile} verschilt weinig tussen de subgroepen ({low} tot {high} {words.Unit})",
                $"{name}: {percentile} differs little between subgroups ({low} to {high} {words.Unit})")
            : new(
                $"{name}: {percentile} loopt per subgroep van {low} tot {high} {words.Unit}",
                $"{name}: {percentile} runs from {low} to {high} {words.Unit} between subgroups"));
    }

    /// <summary>Whether two of these rows differ by more than their intervals.</summary>
    private static string IntervalTitle(IReadOnlyList<BoxRow> rows, LineWords words)
    {
        var (name, percentile) = (words.Line.Product.Name, words.Percentile);
        var areApart = rows.Max(row => row.Box?.Low) > rows.Min(row => row.Box?.High);
        return words.Context.Say(areApart
            ? new(
                $"{name}: {percentile} verschilt tussen subgroepen meer dan de marges",
                $"{name}: {percentile} differs between subgroups by more than the intervals")
            : new(
                $"{name}: de marges van de subgroepen overlappen elkaar",
                $"{name}: the intervals of the subgroups overlap"));
    }
}
