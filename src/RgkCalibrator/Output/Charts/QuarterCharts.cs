using RgkCalibrator.Disclosure;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Statistics.Charting;

namespace RgkCalibrator.Output.Charts;

/// <summary>The share beyond an adopted line by the quarter in which trajectories started.</summary>
public static class QuarterCharts
{
    /// <summary>Quarters that a chart needs.</summary>
    private const int Fewest = 4;

    /// <summary>
    /// A control chart with the limits of Laney (2002, doi:10.1081/QEN-120006555); null for a line without limits.
    /// </summary>
    internal static ShareChart? Of(SafeMonitorLine line, DateOnly since, ChartContext context)
    {
        if (line.Centre is not { } centre || line.Quarters.Count < Fewest)
            return null;
        return new ShareChart
        {
            Caption = CaptionOf(line, context),
            XTitle = context.Say(XTitle),
            XAxis = new Axis([.. Ticks(line.Quarters[0].Quarter, line.Quarters[^1].Quarter)]),
            YTitle = context.Say(YTitleOf(line, context)),
            Joined = line.Quarters.Count,
            Points = [.. line.Quarters.Select(quarter => PointOf(quarter, context))],
            Limits =
            [
                LimitOf(line, limits => limits.Lower, context), LimitOf(line, limits => limits.Upper, context),
            ],
            Levels =
            [
                new(
                    centre,
                    context.Say(new("voorheen ", "before ")) + Numbers.Share(centre, 0, context.Language),
                    MarkerKind.Chosen),
            ],
            Markers = [InForce(since, context)],
            Looks = line.Quarters.Any(quarter => quarter.Signals.Count > 0)
                ? [(PointLook.Signal, context.Say(new("signaal", "signal")))]
                : [],
        };
    }

    /// <summary>What counts as a signal, in a sentence.</summary>
    internal static Wording Rules { get; } = new(
        "Een signaal is: een punt buiten de grenzen van 3 sigma; twee van drie punten op rij aan dezelfde kant voorbij "
            + "2 sigma; vier van vijf voorbij 1 sigma; acht op rij aan dezelfde kant van het midden; of alle "
            + "punten sinds het kader samen buiten 3 sigma. Alleen hele kwartalen sinds het kader geven een signaal.",
        "A signal is: a point beyond the limits of 3 sigma; two of three points in a row on the same side beyond 2 "
            + "sigma; four of five beyond 1 sigma; eight in a row on the same side of the centre; or all points "
            + "since the framework together beyond 3 sigma. Only whole quarters since the framework give a signal.");

    /// <summary>A rule in a few words.</summary>
    internal static Wording NameOf(RunRule rule) => rule switch
    {
        RunRule.OneBeyondThree => new("buiten 3 sigma", "beyond 3 sigma"),
        RunRule.TwoOfThreeBeyondTwo => new("2 van 3 voorbij 2 sigma", "2 of 3 beyond 2 sigma"),
        RunRule.FourOfFiveBeyondOne => new("4 van 5 voorbij 1 sigma", "4 of 5 beyond 1 sigma"),
        RunRule.EightOnOneSide => new("8 op rij aan één kant", "8 in a row on one side"),
        RunRule.TogetherBeyondThree => new("samen buiten 3 sigma", "together beyond 3 sigma"),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown rule."),
    };

    internal static Wording XTitle { get; } = new(
        "kwartaal waarin het traject begon; een jaartal staat bij het eerste kwartaal",
        "quarter in which the trajectory began; a year stands at the first quarter");

    internal static ChartMarker InForce(DateOnly since, ChartContext context) =>
        new(PlaceOf(since), context.Say(new("kader van kracht", "framework in force")), MarkerKind.Compared);

    // A day within its quarter, so that the line stands between the starts before and after it.
    private static double PlaceOf(DateOnly day)
    {
        var quarter = Quarter.Of(day);
        var days = quarter.Last.DayNumber - quarter.First.DayNumber + 1;
        return quarter.Number - 0.5 + ((double)(day.DayNumber - quarter.First.DayNumber) / days);
    }

    internal static IEnumerable<AxisTick> Ticks(Quarter first, Quarter last) =>
        Quarter.Between(first, last).Where(quarter => quarter.First.Month == 1).Select(
            quarter => new AxisTick(quarter.Number, Numbers.Whole(quarter.Year)));

    private static SharePoint PointOf(SafeQuarterShare quarter, ChartContext context)
    {
        var (beyond, n, share) = (
            Numbers.Shown(quarter.Beyond, 0, context.Language),
            Numbers.Shown(quarter.Trajectories, 0, context.Language),
            Numbers.Share(quarter.Share, 0, context.Language));
        return new SharePoint(
            quarter.Quarter.Number, quarter.Share, null, quarter.Quarter.ToString(),
            context.Say(new($"ongeveer {beyond} van {n} ({share})", $"about {beyond} of {n} ({share})"))
                + (quarter.Signals.Count == 0
                    ? string.Empty
                    : ", " + context.Say(new("signaal: ", "signal: ")) + Signalled(quarter.Signals, context.Language)),
            IsNamed: false)
        {
            Look = quarter.Signals.Count == 0 ? PointLook.Usual : PointLook.Signal,
        };
    }

    private static ShareLimit LimitOf(
        SafeMonitorLine line, Func<(double Lower, double Upper), double> side, ChartContext context) => new(
        context.Say(new("grens van 3 sigma (Laney)", "limit of 3 sigma (Laney)")), MarkerKind.Compared,
        [.. line.Quarters.Select(quarter => ((double)quarter.Quarter.Number, side(quarter.Limits!.Value)))]);

    /// <summary>The patterns that a quarter completes, in words.</summary>
    internal static string Signalled(IReadOnlyList<RunSignal> signals, Language language) => string.Join(
        ", ", signals.Select(signal =>
            (signal.Side == ChartSide.Below ? new Wording("lager, ", "lower, ") : new Wording("hoger, ", "higher, "))
                .In(language) + NameOf(signal.Rule).In(language)));

    private static Wording YTitleOf(SafeMonitorLine line, ChartContext context)
    {
        var duration = line.Duration.InSentence();
        if (!line.HasVolume)
            return new($"deel langer dan {duration.Dutch}", $"share longer than {duration.English}");
        var volume = $"{context.Number(line.Volume)} {context.Say(line.Product.Unit.Counted())}";
        return new(
            $"deel boven {volume} of langer dan {duration.Dutch}",
            $"share above {volume} or longer than {duration.English}");
    }

    private static ChartCaption CaptionOf(SafeMonitorLine line, ChartContext context)
    {
        var (code, name) = (line.Product.Code, line.SubgroupId.Length == 0
            ? line.Product.Name
            : $"{line.Product.Name}, {context.Say(line.SubgroupName)}");
        var id = line.SubgroupId.Length == 0 ? $"kwartalen-{code}" : $"kwartalen-{code}-{line.SubgroupId}";
        var n = Numbers.Shown(line.Trajectories.Value ?? 0, 0, context.Language);
        var title = $"{name}: {context.Say(TitleOf(line))}";
        var sigma = Numbers.Shown(line.SigmaZ ?? 1, 2, context.Language);
        return new ChartCaption(
            id, context.Language, title, title + ".",
            [
                context.Say(context.Window), context.Say(Rules), context.Say(new(
                    $"De grenzen zijn van afgeronde aantallen. Kwartalen verschillen {sigma} keer zoveel als door "
                        + "toeval (sigma z); onder 1 gelden de grenzen van het toeval. Kwartalen die niet volledig "
                        + "zijn, staan er niet in.",
                    $"The limits are of rounded counts. Quarters differ {sigma} times as much as by chance (sigma z); "
                        + "under 1 the limits are those of chance. Quarters that are not complete are not in it.")),
            ])
        {
            Footer = $"{code}: {context.Say(new($"ongeveer {n} trajecten", $"about {n} trajectories"))}. "
                + context.Say(Rules) + " " + context.SourceNote,
        };
    }

    private static Wording TitleOf(SafeMonitorLine line)
    {
        var signalled = line.Quarters.Where(quarter => quarter.Signals.Count > 0).ToList();
        if (signalled.Count == 0)
        {
            return new(
                "sinds het kader geeft het deel dat buiten de lijn valt geen signaal",
                "since the framework the share beyond the line gives no signal");
        }

        var (first, fell) = (signalled[0].Quarter, signalled[^1].Signals[^1].Side == ChartSide.Below);
        return fell
            ? new(
                $"sinds {first} valt een kleiner deel buiten de lijn",
                $"since {first} a smaller share is beyond the line")
            : new(
                $"sinds {first} valt een groter deel buiten de lijn",
                $"since {first} a larger share is beyond the line");
    }
}
