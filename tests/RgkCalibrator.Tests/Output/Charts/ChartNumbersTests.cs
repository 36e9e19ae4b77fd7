using System.Xml.Linq;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Packets;

namespace RgkCalibrator.Tests.Output.Charts;

/// <summary>What charts say holds no number that is not released.</summary>
public sealed class ChartNumbersTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_number_in_a_chart_is_released(int seed)
    {
        var (draft, context) = (
            RandomDrafts.Of(seed),
            DistributionSamples.Dutch with { Language = seed % 2 == 0 ? Language.Dutch : Language.English });

        Assert.Empty(StrangeIn(draft, context));
    }

    [Fact]
    public void So_is_every_number_in_the_charts_of_the_demo() =>
        Assert.Empty(StrangeIn(DemoDraft.Safe, DemoDraft.Context));

    private static IEnumerable<string> StrangeIn(SafeDraft draft, ChartContext context) =>
        ChartFiles.For(draft, context).SelectMany(chart =>
            StrangeIn(chart, draft, context).Select(number => $"{chart.File.Name}: {number}")).Distinct();

    private static IEnumerable<string> StrangeIn(ChartFile chart, SafeDraft draft, ChartContext context)
    {
        var (code, subgroup) = (chart.File.ProductCode, chart.File.Subgroup);
        var lines = draft.Lines.Where(line => (code ?? line.Product.Code) == line.Product.Code
            && (subgroup ?? line.SubgroupId) == line.SubgroupId).ToList();
        var released = new ReleasedNumbers(draft, lines, context);
        if (code is null)
            released = released.WithCountsTo(draft.Lines.Count);
        var drawing = new Drawing(chart.Painted);
        var texts = drawing.Root.Descendants()
            .Where(element => element.Name.LocalName is "text" or "title" or "desc")
            // A tick of an axis is a round number, and says nothing.
            .Where(element => !IsTick(element)).Select(element => element.Value);
        return texts.SelectMany(released.Strange);
    }

    private static bool IsTick(XElement element) => element.Name.LocalName == "text"
        && element.Parent!.Attribute("fill")!.Value == "#" + Palette.QuietInk
        && element.Value.All(letter => char.IsAsciiDigit(letter) || letter is '.' or ',' or '%');
}
