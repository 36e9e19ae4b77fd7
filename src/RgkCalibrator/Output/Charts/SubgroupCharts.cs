using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Output.Charts;

/// <summary>The subgroups of a product side by side, with the line of all together.</summary>
public static class SubgroupCharts
{
    private const int AxisSteps = 8;

    /// <summary>Their volumes, on as many sheets as they need.</summary>
    public static IReadOnlyList<BoxChart> Volume(SafeSubgroups subgroups, ChartContext context)
    {
        BoxRow[] rows = [.. subgroups.Members.Select(member => Row(member, context))];
        var sheets = (rows.Length + BoxChart.MostRows - 1) / BoxChart.MostRows;
        return [.. rows.Chunk((rows.Length + sheets - 1) / sheets).Select((part, i) => Sheet(subgroups, part, (i + 1, sheets), context))];
    }

    private static BoxChart Sheet(SafeSubgroups subgroups, IReadOnlyList<BoxRow> rows, (int Number, int Count) sheet, ChartContext context)
    {
        var unit = UnitOf(subgroups, context);
        var percentile = subgroups.Whole.Chosen.Percentage.Name().In(context.Language);
        var pooled = Pooled(subgroups, context);
        return new BoxChart
        {
            Caption = Caption(subgroups, sheet, context),
            XTitle = new Wording($"Volume binnen de voorgestelde duur van elke subgroep, in {unit}", $"Volume within the proposed duration of each subgroup, in {unit}").In(context.Language),
            XAxis = Axis.Nice(0, subgroups.Members.SelectMany(Values).Append(pooled?.Value ?? 0).Max(), AxisSteps, context.Language),
            Rows = rows,
            Pooled = pooled,
            ProposalLegend = new Wording($"voorstel ({percentile})", $"proposal ({percentile})").In(context.Language),
            BoxLegend = new Wording("P25 tot P75, streep: P50", "P25 to P75, bar: P50").In(context.Language),
            WhiskerLegend = new Wording("P10 tot P90", "P10 to P90").In(context.Language),
            Columns =
            [
                string.Empty, string.Empty, "P10", "P25", "P50", "P75", "P90", new Wording("voorstel", "proposal").In(context.Language), string.Empty,
            ],
            Spoken = value => Spoken((decimal)value, unit, context),
        };
    }

    private static BoxRow Row(SafeSubgroup member, ChartContext context)
    {
        var (line, unit) = (member.Line, member.Line.Product.Unit.Counted().In(context.Language));
        var label = line.SubgroupName.In(context.Language);
        var box = member.Volume is { } volume ? new BoxMarks(volume.Low, volume.LowerQuartile, volume.Median, volume.UpperQuartile, volume.High) : null;
        var proposal = line.Chosen.Volume is { } chosen ? Spoken(chosen, unit, context) : string.Empty;
        return new BoxRow(label, Count(line, context), box, (double?)line.Chosen.Volume, proposal, Note(line, box).In(context.Language));
    }

    private static string Count(SafeLine line, ChartContext context)
    {
        var n = line.Trajectories.Value is { } value ? "= " + Numbers.Shown(value, 0, context.Language) : "< " + Numbers.Whole(line.Trajectories.Smallest);
        return new Wording($"n {n} trajecten", $"n {n} trajectories").In(context.Language);
    }

    private static Wording Note(SafeLine line, BoxMarks? box) => line.Withheld switch
    {
        Withheld.TooFewChildren => new("te weinig kinderen om te tonen", "too few children to show"),
        Withheld.NearlyAllEqual => new("niet getoond: bijna alle trajecten zijn gelijk", "not shown: nearly all trajectories are equal"),
        Withheld.SmallRemainder => new("niet getoond: te weinig kinderen blijven over", "not shown: too few children are left over"),
        _ when box is null => new("verdeling niet getoond", "distribution not shown"),
        _ => new(string.Empty, string.Empty),
    };

    private static ChartMarker? Pooled(SafeSubgroups subgroups, ChartContext context)
    {
        if (subgroups.Whole.Chosen.Volume is not { } volume)
            return null;
        var (percentile, value) = (subgroups.Whole.Chosen.Percentage.Name().In(context.Language), Spoken(volume, UnitOf(subgroups, context), context));
        return new ChartMarker((double)volume, new Wording($"{percentile} van alle samen: {value}", $"{percentile} of all together: {value}").In(context.Language), MarkerKind.Compared);
    }

    private static ChartCaption Caption(SafeSubgroups subgroups, (int Number, int Count) sheet, ChartContext context)
    {
        var k = Numbers.Whole(context.SmallestGroup);
        Wording shown = new(
            $"Aantallen zijn afgerond; tussen twee getoonde waarden van een groep liggen ten minste {k} kinderen; een vak zonder P75 is open.",
            $"Counts are rounded; between two values of a group that are shown lie at least {k} children; a box without P75 is open.");
        var caption = LineCharts.Caption(subgroups.Whole, "subgroepen", Title(subgroups, context), shown, context);
        return sheet.Count == 1 ? caption : caption with
        {
            Id = caption.Id + "-" + Numbers.Whole(sheet.Number),
            Title = caption.Title + new Wording($" ({Numbers.Whole(sheet.Number)} van {Numbers.Whole(sheet.Count)})", $" ({Numbers.Whole(sheet.Number)} of {Numbers.Whole(sheet.Count)})").In(context.Language),
        };
    }

    /// <summary>From the lowest proposal to the highest.</summary>
    private static string Title(SafeSubgroups subgroups, ChartContext context)
    {
        var (name, percentile, unit) = (subgroups.Product.Name, subgroups.Whole.Chosen.Percentage.Name().In(context.Language), UnitOf(subgroups, context));
        var volumes = subgroups.Members.Select(member => member.Line.Chosen.Volume).OfType<decimal>().ToList();
        var (low, high) = (LineCharts.Shown(volumes.Min(), context), LineCharts.Shown(volumes.Max(), context));
        return (low == high
            ? new Wording($"{name}: {percentile} is voor elke getoonde subgroep {high} {unit}", $"{name}: {percentile} is {high} {unit} for every subgroup that is shown")
            : new Wording(
                $"{name}: {percentile} loopt per subgroep van {low} tot {high} {unit}",
                $"{name}: {percentile} runs from {low} to {high} {unit} between subgroups")).In(context.Language);
    }

    private static IEnumerable<double> Values(SafeSubgroup member) =>
        new[] { member.Volume?.High, member.Volume?.UpperQuartile, member.Volume?.Median, (double?)member.Line.Chosen.Volume }.OfType<double>();

    private static string UnitOf(SafeSubgroups subgroups, ChartContext context) => subgroups.Product.Unit.Counted().In(context.Language);

    private static string Spoken(decimal value, string unit, ChartContext context) => LineCharts.Shown(value, context) + " " + unit;
}
