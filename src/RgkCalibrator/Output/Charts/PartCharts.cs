using RgkCalibrator.Disclosure;

namespace RgkCalibrator.Output.Charts;

/// <summary>The share above the line by start year, and by provider.</summary>
public static class PartCharts
{
    private const int AxisSteps = 8;

    private const double Tail95 = 0.025;
    private const double Tail998 = 0.001;

    /// <summary>Whether the line holds over the years: the share above it by start year, with its interval.</summary>
    public static ShareChart Years(SafeLine line, SafeParts parts, ChartContext context)
    {
        var words = new LineWords(line, context);
        var years = parts.Parts.Select((part, i) => (Part: part, Place: (double)i)).ToList();
        var confidence = Numbers.Share(context.Confidence, 1, context.Language);
        var named = new PartWords(
            words.Name, words.Volume(line.Chosen.Volume!.Value), words.Duration, 1 - line.Chosen.Percentage.Share,
            words.Caption);
        return Chart("jaren", named, parts, context, YearsTitle(parts, words), new(
            $"Van elk jaar tellen de trajecten mee die lang genoeg te volgen zijn. De streep is de marge ({confidence} "
                + "zekerheid) van de afgeronde aantallen.",
            $"Of each year those trajectories count that could be followed long enough. The bar is the interval "
                + $"({confidence} confidence) of the rounded counts.")) with
        {
            XTitle = context.Say(new("startjaar", "start year")),
            XAxis = new Axis([.. years.Select(year => new AxisTick(year.Place, NameOf(year.Part, parts, context)))]),
            Joined = parts.Parts.Count(part => part.Name.Length > 0),
            Points =
            [
                .. years.Select(year => new SharePoint(
                    year.Place, year.Part.Share, (year.Part.Lower, year.Part.Upper), NameOf(year.Part, parts, context),
                    LabelOf(year.Part, context), IsNamed: false)),
            ],
        };
    }

    /// <summary>
    /// Whether providers differ by more than chance: the share above the line by how many trajectories each has,
    /// between the limits of a funnel (Spiegelhalter 2005, doi:10.1002/sim.1970).
    /// </summary>
    public static ShareChart Providers(SafeLine line, SafeParts parts, ChartContext context)
    {
        var words = new LineWords(line, context);
        return Providers(
            new PartWords(
                words.Name, words.Volume(line.Chosen.Volume!.Value), words.Duration,
                1 - line.Chosen.Percentage.Share, words.Caption),
            parts, context);
    }

    /// <summary>The same of an adopted line, and of the trajectories that started since it came into force.</summary>
    internal static ShareChart Providers(SafeControlLine line, double aim, ChartContext context)
    {
        var words = new ControlWords(line, context);
        return Providers(
            new PartWords(words.Name, words.Volume, words.Duration, aim, words.Caption), line.Providers!, context);
    }

    private static ShareChart Providers(PartWords words, SafeParts parts, ChartContext context)
    {
        var most = parts.Parts.Max(part => part.Trajectories);
        var outside = parts.Parts.Where(part => part.Name.Length > 0 && parts.IsOutside(part, Tail998)).ToList();
        var beyondSpread = outside.Count(part => parts.IsOutsideWidened(part, Tail998));
        var title = ProvidersTitle(outside.Count, beyondSpread, words.Name, context);
        return Chart("aanbieders", words, parts, context, title, new(
            "Aanbieders hebben een nummer in plaats van een naam. Tussen de gestippelde lijnen ligt 95% van zulke "
                + "aanbieders als alleen het toeval verschilt, tussen de gestreepte 99,8%. De verruimde grenzen laten "
                + "ook toe dat aanbieders onderling zo veel verschillen als deze doen; zonder die grenzen verschillen "
                + "ze niet meer dan door toeval. Een punt erbuiten is een reden voor een gesprek, geen oordeel.",
            "Providers have a number in place of a name. Between the dotted lines lie 95% of such providers where "
                + "chance alone differs, between the broken ones 99.8%. The widened limits also allow providers to "
                + "differ as much as these do; where there are none, they differ by no more than chance. A point "
                + "outside is a reason to talk, no verdict."))
            with
        {
            XTitle = context.Say(new("aantal trajecten van de aanbieder", "trajectories of the provider")),
            XAxis = Axis.Nice(0, most, AxisSteps, context.Language),
            Points =
            [
                .. parts.Parts.Select(part => new SharePoint(
                    part.Trajectories, part.Share, null, NameOf(part, parts, context), LabelOf(part, context),
                    IsNamed: outside.Contains(part) || part.Name.Length == 0)),
            ],
            Limits =
            [
                .. LimitsOf(Tail95, new("95%", "95%"), MarkerKind.Compared, parts.Limit),
                .. LimitsOf(Tail998, new("99,8%", "99.8%"), MarkerKind.Framework, parts.Limit),
                .. parts.TauSquared > 0
                    ? LimitsOf(
                        Tail998, new("99,8% verruimd", "99.8% widened"), MarkerKind.Chosen, parts.WidenedLimit)
                    : [],
            ],
        };

        IEnumerable<ShareLimit> LimitsOf(
            double tail, Wording label, MarkerKind kind, Func<double, IReadOnlyList<(double, double)>> limitAt) =>
            new[] { tail, 1 - tail }.Select(p => new ShareLimit(context.Say(label), kind, limitAt(p)));
    }

    private static ShareChart Chart(
        string kind, PartWords words, SafeParts parts, ChartContext context, string title, Wording shown)
    {
        var realised = parts.Share;
        return new ShareChart
        {
            Caption = words.Caption(kind, title, shown),
            XTitle = string.Empty,
            XAxis = Axis.Nice(0, 1, AxisSteps, context.Language),
            YTitle = context.Say(new(
                $"deel boven {words.Volume} binnen {words.Duration}",
                $"share above {words.Volume} within {words.Duration}")),
            Points = [],
            Levels =
            [
                new(realised, context.Say(new("samen ", "all ")) + Shown(realised, context), MarkerKind.Chosen),
                new(words.Aim, context.Say(new("beoogd ", "aim ")) + Shown(words.Aim, context), MarkerKind.Compared),
            ],
        };
    }

    private static string NameOf(SafePart part, SafeParts parts, ChartContext context)
    {
        var (name, isYear) = (part.Name, parts.Factor == PartFactor.StartYear);
        return context.Say((name.Length, isYear) switch
        {
            (0, true) => new("andere jaren", "other years"),
            (0, false) => new("alle andere samen", "all others together"),
            (_, true) => Wording.Same(name),
            (_, false) => new($"aanbieder {name}", $"provider {name}"),
        });
    }

    private static string LabelOf(SafePart part, ChartContext context)
    {
        var (above, n) = (Counted(part.Above), Counted(part.Trajectories));
        var share = Shown(part.Share, context);
        return context.Say(new($"ongeveer {above} van {n} ({share})", $"about {above} of {n} ({share})"));

        string Counted(long count) => Numbers.Shown(count, 0, context.Language);
    }

    private static string Shown(double share, ChartContext context) => Numbers.Share(share, 0, context.Language);

    private static string YearsTitle(SafeParts parts, LineWords words)
    {
        var (least, most) = (parts.Parts.Min(part => part.Share), parts.Parts.Max(part => part.Share));
        var (low, high) = (Shown(least, words.Context), Shown(most, words.Context));
        return words.Context.Say(low == high
            ? new(
                $"{words.Name}: van elk startjaar ligt {high} van de trajecten boven de lijn",
                $"{words.Name}: of each start year {high} of the trajectories lie above the line")
            : new(
                $"{words.Name}: per startjaar ligt {low} tot {high} van de trajecten boven de lijn",
                $"{words.Name}: by start year {low} to {high} of the trajectories lie above the line"));
    }

    private static string ProvidersTitle(int outside, int beyondSpread, string name, ChartContext context)
    {
        var (count, beyond) = (Numbers.Whole(outside), Numbers.Whole(beyondSpread));
        return context.Say((outside, beyondSpread) switch
        {
            (0, _) => new(
                $"{name}: geen getoonde aanbieder valt buiten de grenzen van 99,8%",
                $"{name}: no provider that is shown lies outside the limits of 99.8%"),
            (1, 0) => new(
                $"{name}: 1 aanbieder valt buiten de grenzen van 99,8%, maar niet buiten de verruimde",
                $"{name}: 1 provider lies outside the limits of 99.8%, but not outside the widened ones"),
            (1, _) => new(
                $"{name}: 1 aanbieder valt buiten de grenzen van 99,8%, ook buiten de verruimde",
                $"{name}: 1 provider lies outside the limits of 99.8%, also outside the widened ones"),
            _ => new(
                $"{name}: {count} aanbieders vallen buiten de grenzen van 99,8%, {beyond} ook buiten de "
                    + "verruimde",
                $"{name}: {count} providers lie outside the limits of 99.8%, {beyond} outside the widened ones "
                    + "too"),
        });
    }

    /// <summary>The words of a line whose parts are shown.</summary>
    private sealed record PartWords(
        string Name, string Volume, string Duration, double Aim,
        Func<string, string, Wording, ChartCaption> Caption);
}
