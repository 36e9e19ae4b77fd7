using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Charts;

/// <summary>How intensive care is in the course of trajectories: <em>afbouw</em>.</summary>
public static class CourseCharts
{
    /// <summary>
    /// The volume per week of those in care in each stretch of time, beside what the framework allows in a mean week.
    /// </summary>
    public static CourseChart Of(SafeLine line, SafeCourse course, ChartContext context)
    {
        var words = new LineWords(line, context);
        var isByMonth = course.Stretches.All(stretch => stretch.To.Unit == DurationUnit.Month);
        var bars = course.Stretches.Select(BarOf).ToList();
        return new CourseChart
        {
            Caption = words.Caption("verloop", TitleOf(bars, words), new(
                "Van elk stuk is dit het volume per week in zorg van de trajecten die dan nog lopen: wie eerder stopt, "
                    + "telt later niet meer mee. Het zijn de trajecten die zo vroeg begonnen dat ze voor de hele duur "
                    + "te volgen zijn. De lijnen zijn het volume van het kader, gedeeld door de weken van zijn duur.",
                "Of each stretch this is the volume per week in care of the trajectories that still run then: who ends "
                    + "earlier no longer counts later. They are the trajectories that began so early that they could "
                    + "be followed for the whole duration. The lines are the volume of the framework, divided by the "
                    + "weeks of its duration.")),
            XTitle = context.Say(isByMonth
                ? new("maanden na het begin", "months after the start")
                : new("weken na het begin", "weeks after the start")),
            XAxis = Axis.At(context.Language, [0, .. bars.Select(bar => bar.To)]),
            YTitle = context.Say(new(
                $"{words.Unit} per week, van wie dan zorg heeft", $"{words.Unit} a week, of those in care then")),
            Bars = bars,
            Levels = [.. LevelsOf(line, context)],
        };

        CourseBar BarOf(SafeStretch stretch)
        {
            var (from, to) = (PlaceOf(stretch.From), PlaceOf(stretch.To));
            var (first, last) = (Numbers.Shown(from, 1, context.Language), Numbers.Shown(to, 1, context.Language));
            return new CourseBar(
                from, to, (double)stretch.PerWeek, $"{first}–{last}", Shown(stretch.PerWeek, context));
        }

        double PlaceOf(DurationStep? step) => step is null ? 0 : isByMonth ? step.Length : (double)step.InWeeks();
    }

    private static IEnumerable<ChartLevel> LevelsOf(SafeLine line, ChartContext context)
    {
        var proposed = line.Chosen.Volume!.Value / line.Chosen.Duration!.InWeeks();
        var current = line.Current is { } now ? now.Volume / now.Duration.InWeeks() : (decimal?)null;
        if (current == proposed)
            return [Level(proposed, new("nu en voorstel", "now and proposal"), MarkerKind.Chosen)];
        var level = Level(proposed, new("voorstel", "proposal"), MarkerKind.Chosen);
        return current is { } before ? [Level(before, new("nu", "now"), MarkerKind.Framework), level] : [level];

        ChartLevel Level(decimal perWeek, Wording name, MarkerKind kind) =>
            new((double)perWeek, $"{context.Say(name)} {Shown(perWeek, context)}", kind);
    }

    // Two digits.
    private static string Shown(decimal perWeek, ChartContext context)
    {
        var decimals = perWeek switch { >= 9.95m => 0, >= 0.995m => 1, >= 0.0995m => 2, _ => 3 };
        return Numbers.Fixed((double)perWeek, decimals, context.Language);
    }

    private static string TitleOf(List<CourseBar> bars, LineWords words)
    {
        var (first, last, unit) = (bars[0], bars[^1], words.Unit);
        if (bars.All(bar => bar.Label == first.Label))
        {
            return words.Context.Say(new(
                $"{words.Name}: de inzet is van begin tot eind {first.Label} {unit} per week",
                $"{words.Name}: from start to end care takes {first.Label} {unit} a week"));
        }

        return words.Context.Say(first.Label == last.Label
            ? new(
                $"{words.Name}: in het begin en aan het eind is de inzet {first.Label} {unit} per week",
                $"{words.Name}: at the start and at the end care takes {first.Label} {unit} a week")
            : new(
                $"{words.Name}: de inzet gaat van {first.Label} {unit} per week in het begin naar {last.Label} aan het "
                    + "eind",
                $"{words.Name}: care goes from {first.Label} {unit} a week at the start to {last.Label} at the end"));
    }
}
