using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Packets;

namespace RgkCalibrator.Output.Scenarios;

/// <summary>
/// Of each line an arrow for every provider, from its line in an old framework to the new one; restricted. Only from
/// frameworks by provider: of others all providers take the same step.
/// </summary>
internal static class ProviderStepCharts
{
    private const string Folder = StagedOutput.Restricted + "/";

    /// <summary>Writes the charts.</summary>
    /// <param name="output">Where the run writes.</param>
    /// <param name="steps">All steps.</param>
    /// <param name="context">What all charts say below.</param>
    /// <param name="pngFiles">Writes charts as PNG too; null: none are asked for.</param>
    internal static void Write(
        StagedOutput output, IReadOnlyList<ProviderStep> steps, ChartContext context, PngFiles? pngFiles)
    {
        var charts = For(steps, context);
        foreach (var chart in charts)
            File.WriteAllText(output.PathOf(Folder + chart.File.Name), chart.Painted.Text);
        _ = pngFiles?.Write(output, charts, Folder).ToList();
    }

    /// <summary>The charts of the lines of which some provider's changes.</summary>
    internal static IReadOnlyList<ChartFile> For(IReadOnlyList<ProviderStep> steps, ChartContext context)
    {
        var pairs = steps.Where(step => step.Change.Before.IsByProvider)
            .GroupBy(step => (Before: step.Change.Before.Framework, After: step.Change.After.Framework)).ToList();
        var old = pairs.Select(pair => pair.Key.Before).Distinct().ToList();
        return
        [
            .. from pair in pairs
               let number = old.Count > 1 ? old.IndexOf(pair.Key.Before) + 1 : (int?)null
               let names = new StepNames(pair.Key.Before, pair.Key.After, number)
               from line in pair.GroupBy(step => step.Change.Before.Group.Name)
               from chart in ScenarioChartPages.Of(new ProviderStepChart([.. line], names, context).Build())
               select chart,
        ];
    }
}

/// <summary>What a pair of frameworks is called.</summary>
/// <param name="Before">The old one.</param>
/// <param name="After">The new one.</param>
/// <param name="Number">The number of the old one among several; null: there is no other.</param>
internal sealed record StepNames(string Before, string After, int? Number);
