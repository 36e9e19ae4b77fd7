#:project ../src/RgkCalibrator.DataFrames
#:project ../src/RgkCalibrator.Synthetic
#:package ScottPlot
#:property PublishAot=false

// From raw trajectories to a picture: how long does care of one product last, and where do P75 and P80 lie?
//
//   dotnet run notebooks/distribution.cs                    45C02 of a synthetic region, made where there is none yet
//   dotnet run notebooks/distribution.cs -- 54001 FOLDER    another product, and declarations of your own, as CSV or
//                                                           Parquet
//
// The picture, output/distribution-CODE.png, is restricted: bars can stand for one child. What may be shown outside is
// in extern/grafieken.

using Microsoft.Data.Analysis;
using RgkCalibrator;
using RgkCalibrator.Basics;
using RgkCalibrator.Catalogue;
using RgkCalibrator.DataFrames;
using RgkCalibrator.Synthetic;

// ---- The trajectories of one product that are complete: these alone have a length -----------------------------------

var product = args.Length > 0 ? args[0] : "45C02";
var folder = args.Length > 1 ? args[1] : Path.Combine("output", "notebook-invoer");
if (!Directory.Exists(folder))
    SyntheticRegion.Write(folder, SyntheticSettings.Default with { Children = 20_000 });

var settings = new CalibrationSettings(CatalogueFile.Haaglanden2025());
var all = Calibration.Trajectories([folder], settings, RunSettings.Default).ToDataFrame();
var isOurs = all["product_code"].ElementwiseEquals(product).And(all["in_cohort"]).And(all["event"]);
var ended = all.Filter((PrimitiveDataFrameColumn<bool>)isOurs);
Console.WriteLine($"RESTRICTED: {Numbers.Whole(ended.Rows.Count)} complete trajectories of {product}");

// ---- Percentiles are ranks: the smallest length within which at least so many percent of the trajectories end -------

int[] days = [.. ended.Columns.GetInt32Column("duration_days").Select(length => length!.Value).Order()];
int Percentile(int percent) => days[((days.Length * percent) + 99) / 100 - 1];
List<int> percents = [50, 75, 80, 90];
foreach (var percent in percents)
    Console.WriteLine($"P{Numbers.Whole(percent)}: {Numbers.Whole(Percentile(percent)),4} days");

// ---- A bar a month (of 30 days), and a line for each percentile -----------------------------------------------------

const int Month = 30;
var bars = days.GroupBy(length => (length - 1) / Month)
    .Select(month => new ScottPlot.Bar
    {
        Position = (month.Key + 0.5) * Month,
        Value = month.Count(),
        Size = Month,
        LineColor = ScottPlot.Colors.White,
    }).ToList();

using var plot = new ScottPlot.Plot();
plot.Add.Bars(bars).Color = ScottPlot.Colors.SteelBlue;
foreach (var (percent, pattern) in new[] { (75, ScottPlot.LinePattern.Dashed), (80, ScottPlot.LinePattern.Solid) })
{
    var line = plot.Add.VerticalLine(Percentile(percent), color: ScottPlot.Colors.DarkOrange, pattern: pattern);
    line.LegendText = $"P{Numbers.Whole(percent)}: {Numbers.Whole(Percentile(percent))} days";
}

// On Linux ScottPlot finds no font that is installed, and would leave the letters out: it is given one
// (fonts-liberation), and then told of it.
var fonts = new DirectoryInfo("/usr/share/fonts");
foreach (var font in fonts.Exists ? fonts.GetFiles("LiberationSans-*.ttf", SearchOption.AllDirectories) : [])
{
    bool Is(string style) => font.Name.Contains(style, StringComparison.Ordinal);
    ScottPlot.Fonts.AddFontFile("Liberation Sans", font.FullName, Is("Bold"), Is("Italic"));
}

if (OperatingSystem.IsLinux())
    plot.Font.Set("Liberation Sans");

plot.Title($"{product}: length of complete trajectories - RESTRICTED");
plot.XLabel("days, a bar for every 30; the longest 1% is not shown");
plot.YLabel("trajectories");
plot.Axes.SetLimits(0, Percentile(99) + Month, 0, bars.Max(bar => bar.Value) * 1.1);
plot.ShowLegend(ScottPlot.Alignment.UpperRight);

Directory.CreateDirectory("output");
var picture = Path.Combine("output", $"distribution-{product}.png");
plot.SavePng(picture, width: 1000, height: 550);
Console.WriteLine($"written: {picture}");
