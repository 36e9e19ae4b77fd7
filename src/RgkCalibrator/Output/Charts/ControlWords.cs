using RgkCalibrator.Disclosure;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Output.Charts;

/// <summary>The words of the chart of an adopted line.</summary>
internal sealed record ControlWords(SafeControlLine Line, ChartContext Context)
{
    /// <summary>The product, with its subgroup where the line is for one.</summary>
    internal string Name => Line.SubgroupId.Length == 0
        ? Line.Product.Name
        : $"{Line.Product.Name}, {Context.Say(Line.SubgroupName)}";

    /// <summary>The volume with its unit.</summary>
    internal string Volume => $"{Context.Number(Line.Volume)} {Context.Say(Line.Product.Unit.Counted())}";

    /// <summary>The duration, in a sentence.</summary>
    internal string Duration => Context.Say(Line.Duration.InSentence());

    /// <summary>What the chart says in words.</summary>
    /// <param name="kind">Which chart it is, in its id.</param>
    /// <param name="title">Its title.</param>
    /// <param name="shown">What a reader should know of the numbers in it.</param>
    internal ChartCaption Caption(string kind, string title, Wording shown)
    {
        var code = Line.Product.Code;
        var n = Numbers.Shown(Line.Trajectories.Value ?? 0, 0, Context.Language);
        var id = Line.SubgroupId.Length == 0 ? $"{kind}-{code}" : $"{kind}-{code}-{Line.SubgroupId}";
        var counted = Context.Say(new($"ongeveer {n} trajecten", $"about {n} trajectories"));
        return new ChartCaption(
            id, Context.Language, title, title + ".", [Context.Say(Context.Window), Context.Say(shown)])
        {
            Footer = $"{code}: {counted}, {Context.Say(Context.Period)}. {Context.SourceNote}",
        };
    }
}
