using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Monitoring;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Control;

namespace RgkCalibrator.Output.Monitoring;

/// <summary>
/// The control charts that stay inside: of the counts themselves, with the quarters that are not complete as open dots
/// between what is declared so far and what is expected at most.
/// </summary>
internal static class MonitorCharts
{
    private const int Fewest = 4;

    /// <summary>The chart of a line; null for one without limits, or with too few quarters.</summary>
    internal static ShareChart? Of(MonitoredLine line, MonitorFigures figures, Language language)
    {
        var complete = line.Chart.Quarters.Where(quarter => quarter.Z is not null).ToList();
        var open = line.Chart.Quarters.Where(IsOpen).ToList();
        if (line.Chart.Limits is not { } limits || complete.Count < Fewest)
            return null;
        var context = new ChartContext(
            language, Wording.Same(string.Empty), Wording.Same(string.Empty), Wording.Same(string.Empty), 0);
        return new ShareChart
        {
            Caption = CaptionOf(line, figures, context),
            XTitle = context.Say(QuarterCharts.XTitle),
            XAxis = new Axis(
                [.. QuarterCharts.Ticks(complete[0].Count.Quarter, complete.Concat(open).Max(Last))]),
            YTitle = context.Say(new("deel buiten de lijn", "share beyond the line")),
            Joined = complete.Count,
            Points = [.. complete.Concat(open).Select(quarter => PointOf(quarter, context))],
            Limits =
            [
                LimitOf(limits.Centre, n => limits.Limits(n).Lower),
                LimitOf(limits.Centre, n => limits.Limits(n).Upper),
            ],
            Levels =
            [
                new(
                    limits.Centre,
                    context.Say(new("voorheen ", "before ")) + Numbers.Share(limits.Centre, 1, language),
                    MarkerKind.Chosen),
            ],
            Markers = [QuarterCharts.InForce(figures.When.Since, context)],
            Looks =
            [
                .. line.Chart.HasSignal ? [(PointLook.Signal, context.Say(new("signaal", "signal")))] : NoLooks,
                .. open.Count > 0
                    ? [(PointLook.Open, context.Say(new("niet volledig", "not complete")))]
                    : NoLooks,
            ],
        };

        Quarter Last(ChartedQuarter quarter) => quarter.Count.Quarter;

        ShareLimit LimitOf(double centre, Func<long, double> at) => new(
            context.Say(new("grens van 3 sigma (Laney)", "limit of 3 sigma (Laney)")), MarkerKind.Compared,
            [.. complete.Select(quarter => ((double)quarter.Count.Quarter.Number, at(quarter.Count.N)))]);
    }

    private static readonly (PointLook Look, string Label)[] NoLooks = [];

    private static bool IsOpen(ChartedQuarter quarter) => quarter.Count is
    {
        N: > 0, Role: not QuarterRole.Base, State: QuarterState.DeclarationsLate or QuarterState.NotYetFollowed,
    };

    private static SharePoint PointOf(ChartedQuarter quarter, ChartContext context)
    {
        var (count, isOpen) = (quarter.Count, quarter.Z is null);
        var (beyond, n, share) = (
            Numbers.Shown(count.Beyond, 0, context.Language), Numbers.Shown(count.N, 0, context.Language),
            Numbers.Share(count.Share!.Value, 1, context.Language));
        var state = MonitorWording.NameOf(count.State);
        return new SharePoint(
            count.Quarter.Number, count.Share!.Value,
            isOpen ? (count.Share!.Value, count.ShareIfComplete!.Value) : null, count.Quarter.ToString(),
            context.Say(new(
                $"{beyond} van {n} ({share}), {state.Dutch}", $"{beyond} of {n} ({share}), {state.English}")),
            IsNamed: false)
        {
            Look = isOpen ? PointLook.Open : quarter.Signals.Count > 0 ? PointLook.Signal : PointLook.Usual,
        };
    }

    private static ChartCaption CaptionOf(MonitoredLine line, MonitorFigures figures, ChartContext context)
    {
        var (group, name) = (line.Group, context.Say(ControlWording.NameOf(line.Group)));
        var id = group.Subgroup.Length == 0
            ? $"kwartalen-{group.Product.Code}"
            : $"kwartalen-{group.Product.Code}-{group.Subgroup}";
        var title = $"{name}: {context.Say(ControlWording.Shown(group, line.Line))}";
        string[] warnings =
        [
            context.Say(MonitorWording.Restriction),
            .. figures.IsSynthetic ? [context.Say(ControlWording.Synthetic)] : Array.Empty<string>(),
        ];
        return new ChartCaption(id, context.Language, title, title + ".", [context.Say(QuarterCharts.Rules)])
        {
            Footer = string.Join(' ', warnings),
        };
    }
}
