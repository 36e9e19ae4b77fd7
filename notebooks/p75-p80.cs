#:project ../src/RgkCalibrator.DataFrames
#:project ../src/RgkCalibrator.Synthetic
#:property PublishAot=false

// P75 against P80, as a data frame.
//
//   dotnet run notebooks/p75-p80.cs              a synthetic region, made where there is none yet
//   dotnet run notebooks/p75-p80.cs -- FOLDER    declarations of your own, as CSV or Parquet
//
// What it prints is restricted: unrounded, and of groups of every size. What may be shown outside is what `rgk derive`
// writes to extern/.

using Microsoft.Data.Analysis;
using RgkCalibrator;
using RgkCalibrator.Basics;
using RgkCalibrator.Catalogue;
using RgkCalibrator.DataFrames;
using RgkCalibrator.Synthetic;

// ---- The declarations -----------------------------------------------------------------------------------------------

var folder = args.Length > 0 ? args[0] : Path.Combine("output", "notebook-invoer");
if (!Directory.Exists(folder))
    SyntheticRegion.Write(folder, SyntheticSettings.Default with { Children = 20_000 });

// ---- From declarations to a draft: one step for the trajectories, one for the lines ---------------------------------

var settings = new CalibrationSettings(CatalogueFile.Haaglanden2025());
var trajectories = Calibration.Trajectories([folder], settings, RunSettings.Default);
var draft = Calibration.Draft(trajectories, settings);
Console.WriteLine(
    $"RESTRICTED: {Numbers.Whole(trajectories.Count)} trajectories "
        + $"of {Numbers.Whole(trajectories.ClientCount)} children");

// ---- How much more does P80 ask than P75? ---------------------------------------------------------------------------
// The columns are those of intern/lines.csv; docs/intern-files.md tells what they mean.

var lines = draft.Lines.ToDataFrame();
var usual = lines.Filter(lines["estimator"].ElementwiseEquals("corrected"));
var p75 = usual.Filter(usual["p"].ElementwiseEquals(75.0));
var p80 = usual.Filter(usual["p"].ElementwiseEquals(80.0));

var more = (p80["volume_value"] / p75["volume_value"] - 1) * 100;
var table = new DataFrame(
    Named(p80["product_code"], "product"), p80["subgroup"], p80["n"],
    Named(p75["volume_value"], "P75"), Named(p80["volume_value"], "P80"), Named(more, "more_%"),
    Named(p75["duration"], "lasts_P75"), Named(p80["duration"], "lasts_P80"));
Console.WriteLine(table.OrderByDescending("more_%").ToText());

// ---- What does another gap do? A trajectory that may not pause longer than 30 days is shorter -----------------------

var strict = settings with
{
    Catalogue = settings.Catalogue.With(settings.Catalogue.Trajectories with { GapDays = 30 }),
};
var shorter = Calibration.Trajectories([folder], strict, RunSettings.Default);
Console.WriteLine("median length in days of 45C02");
Console.WriteLine(
    $"with a gap of 90: {Median(trajectories.ToDataFrame())}, with a gap of 30: {Median(shorter.ToDataFrame())}");

static string Median(DataFrame all)
{
    var ended = all.Filter(
        (PrimitiveDataFrameColumn<bool>)(all["product_code"].ElementwiseEquals("45C02").And(all["end_known"])));
    return Numbers.Exact(ended["duration_days"].Median());
}

static DataFrameColumn Named(DataFrameColumn column, string name)
{
    var copy = column.Clone(0);
    copy.SetName(name);
    return copy;
}
