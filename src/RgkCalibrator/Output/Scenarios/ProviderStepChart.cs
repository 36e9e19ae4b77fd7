using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Scenarios;

/// <summary>
/// The steps of providers on one line as a chart, from the largest rise of the volume to the largest fall. Providers
/// without a line of their own take one step, and stand in one row.
/// </summary>
internal sealed class ProviderStepChart(
    IReadOnlyList<ProviderStep> steps, StepNames names, ChartContext context)
{
    private const int AxisSteps = 8;
    private const int MostOfName = 48;

    private readonly Dictionary<DumbbellRow, int> _providers = [];

    private Group Group => steps[0].Change.Before.Group;

    private string Counted => context.Say(Group.Product.Unit.Counted());

    private string Name => Group.Subgroup.Length == 0
        ? $"{Group.Product.Name} ({Group.Product.Code})"
        : $"{Group.Product.Name} ({Group.Product.Code}), {context.Say(Group.Scope.Name)}";

    /// <summary>The chart; null where no line changes.</summary>
    internal DumbbellChart? Build()
    {
        var changed = steps.Where(Changes).ToList();
        var rows = changed.Where(step => step.HadOwnLine)
            .Select(step => (Step: step, Label: NameOf(step.Provider), Count: 1))
            .Concat(changed.Where(step => !step.HadOwnLine).GroupBy(step => step.Change.LineBefore)
                .Select(same => (Step: same.First(), Label: NameOf(same.Count()), Count: same.Count())))
            .OrderByDescending(row => Rise(row.Step)).Select(row => RowOf(row.Step, row.Label, row.Count)).ToList();
        if (rows.Count == 0)
            return null;
        var panel = new DumbbellPanel(
            context.Say(new($"Volume in {Counted}", $"Volume in {Counted}")), Counted,
            largest => Axis.Nice(0, largest, AxisSteps, context.Language), rows);
        var title = Title(rows);
        return new DumbbellChart
        {
            Caption = new ChartCaption(
                Id(), context.Language, title, title + ".", [context.Say(context.Window), context.Say(context.Method)])
            {
                Footer = Footer(steps.Count - changed.Count),
            },
            ComparedName = NameOfFramework(names.Before),
            ChosenName = NameOfFramework(names.After),
            Panels = [panel],
            TitleOf = Title,
        };
    }

    private static bool Changes(ProviderStep step) => step.Change.LineBefore != step.Change.LineAfter;

    private static decimal Rise(ProviderStep step) =>
        (step.Change.LineAfter!.Volume - step.Change.LineBefore!.Volume) / step.Change.LineBefore.Volume;

    private string NameOf(string provider) =>
        provider.Length > 0 ? provider : context.Say(new("(zonder naam)", "(without a name)"));

    private string NameOf(int providers) => context.Say(providers == 1
        ? new("1 aanbieder zonder eigen lijn", "1 provider without a line of its own")
        : new(
            $"{Numbers.Whole(providers)} aanbieders zonder eigen lijn",
            $"{Numbers.Whole(providers)} providers without a line of their own"));

    private DumbbellRow RowOf(ProviderStep step, string label, int providers)
    {
        var (before, after) = (step.Change.LineBefore!, step.Change.LineAfter!);
        var isAlike = before.Duration.IsAlsoCalled(after.Duration);
        var row = new DumbbellRow(
            label, Labelled(before, isAlike), Labelled(after, isAlike), Difference(step, before, after, isAlike));
        _providers[row] = providers;
        return row;
    }

    // Within a longer duration a volume is always higher: then both durations stand in place of the difference.
    private string Difference(ProviderStep step, LineValue before, LineValue after, bool isAlike)
    {
        if (isAlike)
        {
            var rise = Rise(step);
            return (rise > 0 ? "+" : "−") + Numbers.Share((double)Math.Abs(rise), 0, context.Language);
        }

        var (from, to) = (before.Duration.Shown(), after.Duration.Shown());
        return before.Duration.Unit == after.Duration.Unit && before.Duration.Unit == DurationUnit.Month
            ? $"{Numbers.Whole(before.Duration.Length)} → {context.Say(to)}"
            : $"{context.Say(from)} → {context.Say(to)}";
    }

    private LabelledValue Labelled(LineValue line, bool isAlike) =>
        new((double)line.Volume, context.Number(line.Volume) + (isAlike ? string.Empty : "*"));

    /// <summary>How many providers of a page get more and fewer.</summary>
    private string Title(IReadOnlyList<DumbbellRow> rows)
    {
        var (up, down, same) = (
            Of(row => row.Chosen.Value > row.Compared.Value), Of(row => row.Chosen.Value < row.Compared.Value),
            Of(row => row.Chosen.Value == row.Compared.Value));
        List<Wording> parts = [];
        if (up > 0)
            parts.Add(new($"meer volume bij {Providers(up).Dutch}", $"more volume for {Providers(up).English}"));
        if (down > 0)
            parts.Add(new($"minder volume bij {Providers(down).Dutch}", $"less volume for {Providers(down).English}"));
        if (same > 0)
        {
            parts.Add(new(
                $"alleen een andere duur bij {Providers(same).Dutch}",
                $"only another duration for {Providers(same).English}"));
        }

        var said = string.Join(", ", parts.Select(context.Say));
        return context.Say(new(
            $"Van {NameOfFramework(names.Before)} naar {NameOfFramework(names.After)}: {said}. {Name}",
            $"From {NameOfFramework(names.Before)} to {NameOfFramework(names.After)}: {said}. {Name}"));

        int Of(Func<DumbbellRow, bool> test) => rows.Where(test).Sum(row => _providers[row]);
    }

    private string Footer(int same)
    {
        var estimate = new Wording(
            "Een * staat bij een andere duur: bij een langere duur is een volume altijd hoger.",
            "A * marks another duration: within a longer one a volume is always higher.");
        string[] below =
        [
            context.Say(ComparisonFiles.Restriction),
            steps.Any(step => Changes(step) && step.Change.Volume is null) ? context.Say(estimate) : string.Empty,
            same == 0 ? string.Empty : context.Say(new(
                $"Bij {Providers(same).Dutch} verandert niets.", $"Nothing changes for {Providers(same).English}.")),
            context.SourceNote,
        ];
        return string.Join(' ', below.Where(sentence => sentence.Length > 0));
    }

    private string Id()
    {
        var (code, subgroup) = (Group.Product.Code, Group.Subgroup.Length == 0 ? "" : "-" + Group.Subgroup);
        var (number, to) = (
            names.Number is { } one ? $"-kader-{Numbers.Whole(one)}" : "",
            names.After == NamedFramework.Current ? "-naar-huidig" : "");
        return $"stap-{code}{subgroup}{number}{to}";
    }

    private static Wording Providers(int count) => count == 1
        ? new("1 aanbieder", "1 provider")
        : new($"{Numbers.Whole(count)} aanbieders", $"{Numbers.Whole(count)} providers");

    // Frameworks of one file name go by their paths, of which the end tells them apart.
    private string NameOfFramework(string name) => name switch
    {
        NamedFramework.Current => context.Say(new("huidig kader", "current framework")),
        NamedFramework.Proposed => context.Say(new("voorstel", "proposal")),
        { Length: <= MostOfName } => name,
        _ => "…" + name[^(MostOfName - 1)..],
    };
}
