using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;

namespace RgkCalibrator.Output.Charts;

/// <summary>The percentile of the volume by start year.</summary>
public static class YearCharts
{
    /// <summary>Whether the line holds over the years: the percentile of each, with its interval.</summary>
    public static YearChart Of(SafeLine line, SafeYears years, ChartContext context)
    {
        var words = new LineWords(line, context);
        var percentile = context.Say(years.Percentage.Name());
        var k = Numbers.Whole(context.SmallestGroup);
        var confidence = Numbers.Share(context.Confidence, 1, context.Language);
        return new YearChart
        {
            Caption = words.Caption("jaarpercentiel", TitleOf(line, years, words), new(
                $"Van elk startjaar tellen de trajecten mee die {words.Duration} te volgen zijn. De balk loopt van het "
                    + $"ene volume naar het volgende waartussen het {percentile} ligt, de streep is de marge "
                    + $"({confidence} zekerheid), naar buiten afgerond. Een streep zonder einde loopt verder dan er "
                    + $"te tonen is. Tussen twee van zulke volumes liggen van elk jaar ten minste {k} kinderen.",
                $"Of each start year those trajectories count that could be followed for {words.Duration}. The bar "
                    + $"runs from one volume to the next between which {percentile} lies, the line is the interval "
                    + $"({confidence} confidence), rounded outwards. A line without an end runs on beyond what may be "
                    + $"shown. Between two such volumes lie at least {k} children of every year.")),
            XTitle = context.Say(new("startjaar", "start year")),
            YTitle = context.Say(new(
                $"{percentile} van het volume binnen {words.Duration}, in {words.Unit} (balk) met de marge (streep)",
                $"{percentile} of the volume within {words.Duration}, in {words.Unit} (bar) with its interval (line)")),
            Points = [.. years.Years.Select(year => PointOf(year, years, words))],
            Levels = [.. LevelsOf(line, words)],
        };
    }

    private static YearPoint PointOf(SafeYear year, SafeYears years, LineWords words)
    {
        var (above, upTo) = (Shown(year.Above, words), Shown(year.UpTo, words));
        var (label, value) = (year.Above, year.UpTo) switch
        {
            (_, null) => ("> " + above, new($"meer dan {above} {words.Unit}", $"more than {above} {words.Unit}")),
            (null, _) => ("≤ " + upTo, new($"ten hoogste {upTo} {words.Unit}", $"at most {upTo} {words.Unit}")),
            ({ } from, { } to) when IsOneStep(from, to, words) => (upTo, Wording.Same($"{upTo} {words.Unit}")),
            _ => ($"{above}–{upTo}", new Wording(
                $"meer dan {above} tot en met {upTo} {words.Unit}", $"above {above} up to {upTo} {words.Unit}")),
        };
        return new(
            year.Name, year.Above ?? 0, year.UpTo, year.Lower, year.Upper, label,
            $"{words.Context.Say(value)}; {words.Context.Say(IntervalOf(year, years, words))}");
    }

    private static Wording IntervalOf(SafeYear year, SafeYears years, LineWords words)
    {
        var (from, to) = (Shown(year.Lower ?? years.Ends[0], words), Shown(year.Upper ?? years.Ends[^1], words));
        Wording begins = year.Lower is null ? new("ten hoogste", "at most") : new("meer dan", "more than");
        Wording ends = year.Upper is null ? new("meer dan", "more than") : new("ten hoogste", "at most");
        return new(
            $"de marge loopt van {begins.Dutch} {from} tot {ends.Dutch} {to}",
            $"its interval runs from {begins.English} {from} to {ends.English} {to}");
    }

    // What is rounded up to a step lies above the one before.
    private static bool IsOneStep(double above, double upTo, LineWords words) =>
        VolumeRounding.Before((decimal)upTo, words.Line.Product.VolumeStep) == (decimal)above;

    // A volume within another duration cannot stand beside these.
    private static IEnumerable<ChartLevel> LevelsOf(SafeLine line, LineWords words)
    {
        var proposed = line.Chosen.Volume!.Value;
        var current = line.Current is { } now && now.Duration == line.Chosen.Duration ? now.Volume : (decimal?)null;
        if (current == proposed)
            return [Level(proposed, new("nu en voorstel", "now and proposal"), MarkerKind.Chosen)];
        var level = Level(proposed, new("voorstel", "proposal"), MarkerKind.Chosen);
        return current is { } before ? [Level(before, new("nu", "now"), MarkerKind.Framework), level] : [level];

        ChartLevel Level(decimal volume, Wording name, MarkerKind kind) =>
            new((double)volume, $"{words.Context.Say(name)} {words.Context.Number(volume)}", kind);
    }

    private static string TitleOf(SafeLine line, SafeYears years, LineWords words)
    {
        var (volume, count) = (line.Chosen.Volume!.Value, years.Years.Count);
        var outside = years.Years.Count(year => !year.Holds((double)volume));
        var (of, all) = (Numbers.Whole(outside), Numbers.Whole(count));
        var shown = words.Volume(volume);
        return words.Context.Say(outside == 0
            ? new(
                $"{words.Name}: het voorstel van {shown} ligt binnen de marge van elk getoond startjaar",
                $"{words.Name}: the proposal of {shown} lies within the interval of every start year that is shown")
            : new(
                $"{words.Name}: het voorstel van {shown} ligt bij {of} van de {all} startjaren buiten de marge",
                $"{words.Name}: the proposal of {shown} lies outside the interval of {of} of the {all} start years"));
    }

    private static string Shown(double? value, LineWords words) =>
        value is { } number ? words.Context.Number((decimal)number) : string.Empty;
}
