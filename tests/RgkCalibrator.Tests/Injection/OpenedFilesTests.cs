using System.Diagnostics;
using System.Text;
using System.Xml.Linq;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Formats;
using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Tests.Output.Formats.Xlsx;

namespace RgkCalibrator.Tests.Injection;

/// <summary>The payloads in the programs in which they would run.</summary>
public sealed class OpenedFilesTests : IDisposable
{
    private const string Answer = "42";

    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome", "chrome"];
    private static readonly string[] Offices = ["soffice", "libreoffice"];
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [InstalledFact("chromium", "chromium-browser", "google-chrome", "chrome")]
    public void A_page_of_payloads_runs_no_script_in_a_browser()
    {
        var html = new MarkupWriter();
        HtmlTable.Write(html, InjectionTests.TableOf(Payloads.All));
        var drawings = Payloads.All.Select(text => InjectionTests.DrawingOf(text).Text);

        Assert.Equal("proef", TitleOf(html + string.Concat(drawings)));
        // It would be seen.
        Assert.Equal(Payloads.Fired, TitleOf(Payloads.All[0]));
    }

    [InstalledFact("soffice", "libreoffice")]
    public void A_spreadsheet_computes_no_payload()
    {
        var table = InjectionTests.TableOf(Payloads.All);
        using (var stream = File.Create(_folder["boek.xlsx"]))
            WorkbookFile.Write(new("proef", [new("Proef", [], new SheetTable(table, []))]), stream);
        using (var text = new StreamWriter(_folder["tabel.csv"]))
            CsvTable.WriteForExcel(table, text);
        File.WriteAllText(_folder["proef.csv"], "a;b\n=40+2;1\n");

        Office("csv", string.Empty, "boek.xlsx");
        // Of a CSV file the spreadsheet asks nothing here: semicolons, quotes, UTF-8, and formulas are computed.
        Office("xlsx", "--infilter=CSV:59,34,76,1,,0,false,true,false,false,false,-1", "tabel.csv", "proef.csv");

        Assert.DoesNotContain(
            Answer, File.ReadAllText(_folder["uit/boek.csv"]).Split(',', '\n').Select(cell => cell.Trim('"')));
        Assert.Empty(Formulas(_folder["uit/tabel.xlsx"]));
        // It would be seen.
        Assert.NotEmpty(Formulas(_folder["uit/proef.xlsx"]));
    }

    private string TitleOf(string body)
    {
        File.WriteAllText(
            _folder["proef.html"],
            "<!DOCTYPE html><html><head><meta charset=\"utf-8\"/><title>proef</title></head>"
                + $"<body>{body}</body></html>",
            Encoding.UTF8);
        var page = Run(
            InstalledFactAttribute.Find(Browsers)!,
            "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=3000",
            "--user-data-dir=" + _folder["profiel"],
            "--dump-dom", "file://" + _folder["proef.html"]);
        var start = page.IndexOf("<title>", StringComparison.Ordinal) + "<title>".Length;
        return page[start..page.IndexOf("</title>", start, StringComparison.Ordinal)];
    }

    private void Office(string format, string reading, params string[] files) => Run(
        InstalledFactAttribute.Find(Offices)!,
        [
            "-env:UserInstallation=file://" + _folder["profiel"], "--headless",
            .. reading.Length > 0 ? new[] { reading } : [],
            "--convert-to", format, "--outdir", _folder["uit"], .. files.Select(file => _folder[file]),
        ]);

    private static IEnumerable<XElement> Formulas(string workbook)
    {
        var book = new XlsxFile(File.ReadAllBytes(workbook));
        return book.Names.Where(name => name.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal))
            .SelectMany(name => book.Part(name).Descendants().Where(element => element.Name.LocalName == "f"));
    }

    private static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Longest))
            process.Kill(entireProcessTree: true);
        Assert.True(process.ExitCode == 0, error.Result);
        return output.Result;
    }
}
