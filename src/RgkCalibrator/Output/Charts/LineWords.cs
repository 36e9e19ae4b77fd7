using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Output.Charts;

/// <summary>The words of the charts of one line.</summary>
internal sealed record LineWords(SafeLine Line, ChartContext Context)
{
    public static Wording Trajectories { get; } = new("trajecten", "trajectories");

    /// <summary>How those count that still run.</summary>
    public static Wording Running(Estimator estimator) => estimator == Estimator.Corrected
        ? new("wat nog loopt, telt mee", "those still running count")
        : new("wat nog loopt, telt niet mee", "those still running are left out");

    /// <summary>The product, with its subgroup where the line is for one.</summary>
    public string Name => Line.SubgroupId.Length == 0
        ? Line.Product.Name
        : $"{Line.Product.Name}, {Context.Say(Line.SubgroupName)}";

    /// <summary>The unit of volumes: <c>uur</c>.</summary>
    public string Unit => Context.Say(Line.Product.Unit.Counted());

    /// <summary>The percentile of the proposal: <c>P80</c>.</summary>
    public string Percentile => Context.Say(Line.Chosen.Percentage.Name());

    /// <summary>The share that the proposal is to hold: <c>80%</c>.</summary>
    public string Share => Context.Say(Line.Chosen.Percentage.Percent());

    /// <summary>The proposed duration, in a sentence.</summary>
    public string Duration => Context.Say(Line.Chosen.Duration!.InSentence());

    /// <summary>A volume with its unit.</summary>
    public string Volume(decimal volume) => $"{Context.Number(volume)} {Unit}";

    /// <summary>What a chart of the line says in words.</summary>
    /// <param name="kind">Which chart it is, in its id.</param>
    /// <param name="title">Its title.</param>
    /// <param name="shown">What a reader should know of the numbers in it.</param>
    public ChartCaption Caption(string kind, string title, Wording shown)
    {
        string[] notes = [Context.Say(Context.Window), Context.Say(Context.Method), Context.Say(shown)];
        var code = Line.Product.Code;
        var id = Line.SubgroupId.Length == 0 ? $"{kind}-{code}" : $"{kind}-{code}-{Line.SubgroupId}";
        return new ChartCaption(id, Context.Language, title, title + ".", notes)
        {
            Footer = $"{code}: {Counted()}. {Context.SourceNote}",
        };
    }

    /// <summary>Of how many trajectories, of when, and how those count that still run.</summary>
    private string Counted()
    {
        var (count, counted) = Line is { Estimator: Estimator.Completed, Complete: { Value: not null } complete }
            ? (complete, new Wording("afgeronde trajecten", "complete trajectories"))
            : (Line.Trajectories, Trajectories);
        var n = count.Value is { } value ? Numbers.Shown(value, 0, Context.Language) : null;
        Wording[] parts =
        [
            n is null ? counted : new($"ongeveer {n} {counted.Dutch}", $"about {n} {counted.English}"),
            Context.Period, Running(Line.Estimator),
        ];
        return string.Join(", ", parts.Select(Context.Say).Where(part => part.Length > 0));
    }
}
