using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Charts;

/// <summary>
/// A line in one scenario: its duration and its volume at the duration of the base; null when not shown.
/// </summary>
internal sealed record ScenarioValue(DurationStep? Duration, decimal? AtBase);

/// <summary>A line in all scenarios, the base first.</summary>
/// <param name="Product">The product.</param>
/// <param name="Name">The product with its subgroup, in words.</param>
/// <param name="Values">In the order of the scenarios.</param>
internal sealed record ScenarioValues(Product Product, string Name, IReadOnlyList<ScenarioValue> Values);

/// <summary>What scenarios change, over all lines. Lines that none of them changes are counted in a sentence.</summary>
internal sealed record ScenarioCharts(IReadOnlyList<string> Names, ChartContext Context)
{
    // A few lines that change much more than the others would press these together.
    private const double ShareInRange = 0.98;

    private static readonly double[] Ranges = [0.05, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5];

    private static Wording Volumes { get; } = new("het volume", "the volume");

    private static Wording Durations { get; } = new("de duur", "the duration");

    /// <summary>What charts of restricted figures say below; null: they may leave.</summary>
    public Wording? Restriction { get; init; }

    /// <summary>Volumes at the duration of the base; null when no scenario changes one.</summary>
    public ScenarioChart? Volume(IReadOnlyList<ScenarioValues> lines) => Chart(
        "volume", Volumes, lines,
        (_, line) => line.AtBase,
        (product, volume) => $"{Context.Number(volume)} {Context.Say(product.Unit.Counted())}",
        new(
            "Een stip is het verschil in volume binnen de duur van de basis; zonder stip is er niets te tonen.",
            "A dot is the difference in volume within the duration of the base; without one nothing can be shown."));

    /// <summary>Durations, in months or in weeks; null when no scenario changes one.</summary>
    public ScenarioChart? Duration(IReadOnlyList<ScenarioValues> lines) => Chart(
        "duur", Durations, lines,
        (product, line) => LengthOf(product, line.Duration),
        (product, length) => $"{Context.Number(length)} {Context.Say(UnitOf(product))}",
        new(
            "Een stip is het verschil in duur, in maanden of weken; zonder stip is er niets te tonen.",
            "A dot is the difference in duration, in months or weeks; without one nothing can be shown."));

    /// <summary>A number of each scenario, the base first.</summary>
    public ScenarioBars Bars(
        string kind, (Wording Title, Wording Note) words, Wording axis, IReadOnlyList<ScenarioBar> bars)
    {
        var caption = Caption(kind, Context.Say(words.Title), Context.Say(words.Note));
        return new ScenarioBars { Caption = caption, XTitle = Context.Say(axis), Bars = bars };
    }

    private ScenarioChart? Chart(
        string kind, Wording what, IReadOnlyList<ScenarioValues> lines,
        Func<Product, ScenarioValue, decimal?> valueOf, Func<Product, decimal, string> shown, Wording dots)
    {
        var known = lines.Where(line => valueOf(line.Product, line.Values[0]) > 0).ToList();
        var rows = known.Select(line => Row(line, valueOf, shown)).ToList();
        var changed = rows.Where(row => row.Marks.Any(mark => mark.Change is not null and not 0))
            .OrderByDescending(row => row.Marks.Max(mark => Math.Abs(mark.Change ?? 0))).ToList();
        if (changed.Count == 0)
            return null;
        return new ScenarioChart
        {
            Caption = Caption(
                kind, Title(what, rows, changed),
                $"{Context.Say(dots)} {Left(what, lines.Count, known.Count, changed.Count)}"),
            BaseName = Names[0],
            MarkLegend = Context.Say(new("scenario", "scenario")),
            BeyondLegend = Context.Say(new("buiten de rand", "beyond the edge")),
            Scenarios = [.. Names.Skip(1)],
            Rows = changed,
            Range = RangeOf(changed),
        };
    }

    private ScenarioRow Row(
        ScenarioValues line, Func<Product, ScenarioValue, decimal?> valueOf, Func<Product, decimal, string> shown)
    {
        var usual = valueOf(line.Product, line.Values[0])!.Value;
        return new(
            $"{line.Name} ({line.Product.Code})", shown(line.Product, usual),
            [.. line.Values.Skip(1).Select(value => Mark(valueOf(line.Product, value), usual))]);
    }

    private ScenarioMark Mark(decimal? value, decimal usual)
    {
        if (value is not { } number || number == usual)
            return new(value is null ? null : 0, string.Empty);
        var difference = Context.Number(Math.Abs(number - usual));
        return new((double)((number - usual) / usual), (number > usual ? "+" : "−") + difference);
    }

    private static double RangeOf(List<ScenarioRow> rows)
    {
        var changes = rows.SelectMany(row => row.Marks).Select(mark => Math.Abs(mark.Change ?? 0))
            .Where(change => change > 0).Order().ToList();
        var most = changes[(int)Math.Ceiling((changes.Count - 1) * ShareInRange)];
        return Ranges.FirstOrDefault(range => range >= most, 1);
    }

    private string Title(Wording what, List<ScenarioRow> rows, List<ScenarioRow> changed)
    {
        var counts = Names.Skip(1).Select((name, i) => (
            Name: name, Count: changed.Count(row => row.Marks[i].Change is not null and not 0))).ToList();
        var (most, count) = counts.MaxBy(one => one.Count);
        var (some, all, times) = (Numbers.Whole(changed.Count), Numbers.Whole(rows.Count), Numbers.Whole(count));
        var subject = Context.Say(what);
        return char.ToUpperInvariant(subject[0]) + subject[1..] + Context.Say(new(
            $" verandert bij {some} van de {all} lijnen in een scenario, het vaakst bij ‘{most}’ ({times})",
            $" changes for {some} of {all} lines in a scenario, most often in ‘{most}’ ({times})"));
    }

    private string Left(Wording what, int all, int known, int changed)
    {
        var (same, hidden) = (known - changed, all - known);
        var sentence = new Wording(
            same == 0 ? string.Empty : $"Weggelaten: {Counted(same, "lijn", "lijnen")} waarvan geen scenario "
                + $"{what.Dutch} verandert. ",
            same == 0 ? string.Empty : $"Left out: {Counted(same, "line", "lines")} of which no scenario changes "
                + $"{what.English}. ");
        var unknown = new Wording(
            hidden == 0 ? string.Empty : $"Van {Counted(hidden, "lijn", "lijnen")} toont de basis niets. ",
            hidden == 0 ? string.Empty : $"Of {Counted(hidden, "line", "lines")} the base shows nothing. ");
        return Context.Say(sentence) + Context.Say(unknown) + Context.Say(new(
            "Wat het meest verandert, staat bovenaan.", "What changes most stands on top."));
    }

    /// <summary>What a chart of the scenarios says in words.</summary>
    public ChartCaption Caption(string kind, string title, string note)
    {
        var window = Context.Say(new($"Basis: {Context.Window.Dutch}", $"Base: {Context.Window.English}"));
        var period = Context.Say(new($"Basis: {Context.Period.Dutch}.", $"Base: {Context.Period.English}."));
        List<string> below = [note, Context.SourceNote];
        if (Context.Period.Dutch.Length > 0)
            below.Insert(1, period);
        if (Restriction is { } restriction)
            below.Insert(0, Context.Say(restriction));
        return new ChartCaption(
            $"scenarios-{kind}", Context.Language, title, title + ".", [window, Context.Say(Context.Method)])
        {
            Footer = string.Join(' ', below),
        };
    }

    private static string Counted(int count, string one, string more) =>
        $"{Numbers.Whole(count)} {(count == 1 ? one : more)}";

    private static Wording UnitOf(Product product) => IsMonths(product) ? new("mnd", "mo") : new("weken", "weeks");

    private static bool IsMonths(Product product) =>
        product.AllowedDurations.All(step => step.Unit == DurationUnit.Month);

    private static decimal? LengthOf(Product product, DurationStep? step) =>
        IsMonths(product) ? step?.Length : step?.InWeeks();
}
