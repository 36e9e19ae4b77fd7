using System.Globalization;
using Microsoft.Playwright;
using RgkCalibrator.Disclosure;

namespace RgkCalibrator.Tests.Output.Report;

/// <summary>What stands on the page of a report in a browser.</summary>
internal static class PageReading
{
    /// <summary>The slider at a percentile: curves and table of a line show what was released at it.</summary>
    internal static async Task HoldsAt(IPage page, SafeDistributions shown, string p)
    {
        foreach (var measure in new[] { "volume", "duur" })
        {
            var figure = page.Locator($"figure[id^='verdeling-{measure}'][data-line='{shown.Line.Product.Code}']");
            var lines = figure.Locator("g[data-value]");
            if (!ReportSamples.Points(shown, measure).TryGetValue(p, out var value))
            {
                Assert.Equal(0, await lines.CountAsync());
                Assert.Equal("geen punt", await Cell(Row(page, shown.Line), "at", measure));
                continue;
            }

            var words = await figure.Locator("tr.at td").Nth(1).TextContentAsync();
            Assert.Equal("P" + p, await figure.Locator("tr.at td").Nth(0).TextContentAsync());
            Assert.Equal(words, await Cell(Row(page, shown.Line), "at", measure));
            if (p == shown.Line.Chosen.Percentage.ToString()[1..])
            {
                Assert.Equal(0, await lines.CountAsync());
                continue;
            }

            Assert.Equal(Numbers.Exact(value), await lines.GetAttributeAsync("data-value"));
            Assert.Equal($"P{p}: {words}", await lines.Locator("text").TextContentAsync());
            var x = (await lines.Locator("path").First.GetAttributeAsync("d"))!.Split('M', ' ')[1];
            Assert.Equal(
                ReportSamples.PlaceOf(shown, measure, value), double.Parse(x, CultureInfo.InvariantCulture), 0.1);
        }
    }

    internal static ILocator Row(IPage page, SafeLine line) =>
        page.Locator($"#lijnen tr[data-line='{ReportSamples.NameOf(line)}']");

    /// <summary>A cell that the slider fills; the six of them stand last.</summary>
    internal static Task<string> Cell(ILocator row, string what, string measure = "volume")
    {
        var place = Array.IndexOf(["at", "within", "beyond"], what) + (measure == "volume" ? 0 : 3);
        return row.Locator("td.slid").Nth(place).InnerTextAsync();
    }

    internal static Task<int> Visible(IPage page, string selector) =>
        page.EvaluateAsync<int>(
            "selector => [...document.querySelectorAll(selector)].filter(one => one.checkVisibility()).length",
            selector);

    internal static async Task<string[]> Column(IPage page, int column) => await page.EvaluateAsync<string[]>(
        "column => [...document.querySelectorAll('#lijnen tbody tr')].map(row => row.cells[column].textContent)",
        column);

    // Texts and what one works with, of which none may cover another.
    internal static async Task<string[]> Overlaps(IPage page) => await page.EvaluateAsync<string[]>("""
        () => {
          const kinds = 'h1,h2,h3,header p,nav a,label,input,select,output,#som,summary,td,th';
          const all = [...document.querySelectorAll(kinds)]
            .filter(one => one.checkVisibility() && one.textContent + (one.type ?? ''))
            .map(one => ({ one, box: one.getBoundingClientRect() })).filter(({ box }) => box.width > 1);
          const isBefore = (a, b, from, to) => a[from] < b[to] - 1 && b[from] < a[to] - 1;
          const covers = (a, b) => isBefore(a, b, 'left', 'right') && isBefore(a, b, 'top', 'bottom');
          const found = [];
          all.forEach((a, i) => all.slice(i + 1).forEach(b => {
            // What is not yet to be seen has no place among others, only among its own.
            const [own, other] = [a, b].map(({ one }) => one.closest('figure'));
            if (own === other && !a.one.contains(b.one) && !b.one.contains(a.one) && covers(a.box, b.box))
              found.push(`${a.one.tagName} ${a.one.textContent} / ${b.one.tagName} ${b.one.textContent}`);
          }));
          return found;
        }
        """);
}
