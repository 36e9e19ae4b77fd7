using Microsoft.Playwright;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Report;
using RgkCalibrator.Tests.Injection;

namespace RgkCalibrator.Tests.Output.Report;

/// <summary>The browser of this machine, and reports as files for it; nothing where there is no browser.</summary>
public sealed class ReportBrowser : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _said = [];
    private IPlaywright? _driver;
    private IBrowser? _browser;

    /// <summary>What the pages asked for or said that no page of ours should.</summary>
    internal IReadOnlyList<string> Said => _said;

    public async Task InitializeAsync()
    {
        if (InstalledFactAttribute.Find("chromium", "chromium-browser", "google-chrome", "chrome") is not { } program)
            return;
        _driver = await Playwright.CreateAsync();
        _browser = await _driver.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = ["--no-sandbox"] });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _driver?.Dispose();
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Opens the report on a draft from its file.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="width">Of the window, in px; its height is nine sixteenths, but at least 700.</param>
    /// <param name="hasScript">Whether scripts run.</param>
    /// <param name="language">Of the report.</param>
    internal async Task<IPage> Open(
        SafeDraft draft, int width = 1920, bool hasScript = true, Language language = Language.Dutch)
    {
        var file = _folder[$"rapport-{draft.Lines.Count}-{language}.html"];
        await File.WriteAllTextAsync(file, ReportPage.Of(draft, ReportSamples.Notes(language)));
        var page = await _browser!.NewPageAsync(new()
        {
            ViewportSize = new() { Width = width, Height = Math.Max(700, width * 9 / 16) },
            JavaScriptEnabled = hasScript,
            ReducedMotion = ReducedMotion.Reduce,
        });
        page.Console += (_, message) => _said.Add(message.Text);
        page.PageError += (_, error) => _said.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:", StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                _said.Add(request.Url);
            }
        };
        await page.GotoAsync("file://" + file);
        return page;
    }
}
