#:project ../src/RgkCalibrator.DataFrames
#:project ../src/RgkCalibrator.Synthetic
#:property PublishAot=false

// A question of your own, of a group that the catalogue does not know: does care that starts in autumn ask more than
// other care, and how about children of 12 to 15? On a packet that `rgk derive` wrote; its intern/trajectories.parquet
// is read with Parquet.Net.
//
//   dotnet run notebooks/own-question.cs               a packet of a synthetic region, made where there is none yet
//   dotnet run notebooks/own-question.cs -- PACKET     a packet of your own
//
// What it prints is restricted: unrounded, and of small groups. Complete trajectories alone are shorter than all, so
// compare groups with each other and not with lines; and of twenty products one seems to differ by chance alone.

using Microsoft.Data.Analysis;
using RgkCalibrator;
using RgkCalibrator.Basics;
using RgkCalibrator.Catalogue;
using RgkCalibrator.DataFrames;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Synthetic;

// ---- The packet -----------------------------------------------------------------------------------------------------

var packet = args.Length > 0 ? args[0] : Path.Combine("output", "notebook-pakket");
if (!Directory.Exists(packet))
{
    var folder = Path.Combine("output", "notebook-invoer");
    if (!Directory.Exists(folder))
        SyntheticRegion.Write(folder, SyntheticSettings.Default with { Children = 20_000 });
    Calibration.Derive([folder], packet, new CalibrationSettings(CatalogueFile.Haaglanden2025()), RunSettings.Default);
}

// ---- Complete trajectories of the cohort, with what the question asks of each ---------------------------------------

var all = PacketFrames.Read(packet, "trajectories");
var care = all.Filter((PrimitiveDataFrameColumn<bool>)all["in_cohort"].And(all["event"])).Rows.Select(row => (
    Product: (string)row["product_code"],
    Volume: (double)row["volume"],
    Autumn: ((DateTime)row["start_date"]).Month is 9 or 10 or 11,
    Teen: row["age_at_start"] is >= 12 and <= 15)).ToList();

// ---- Per product with enough of both: P80 of the volume in the group and outside of it, with exact intervals --------

const int Enough = 100;
Console.WriteLine(
    $"RESTRICTED: P80 of the volume of {Numbers.Whole(care.Count)} complete trajectories, with 95% intervals");
Show("started in autumn", care.ToLookup(one => (one.Product, one.Autumn), one => one.Volume));
Show("12 to 15 years at the start", care.ToLookup(one => (one.Product, one.Teen), one => one.Volume));

static void Show(string question, ILookup<(string Product, bool IsIn), double> volumes)
{
    var products = volumes.Select(group => group.Key.Product).Distinct().Order(StringComparer.Ordinal)
        .Where(product => volumes[(product, true)].Count() >= Enough && volumes[(product, false)].Count() >= Enough)
        .ToList();
    DataFrameColumn[] columns =
    [
        new StringDataFrameColumn("product", products),
        .. Estimated(products.ConvertAll(product => P80(volumes[(product, true)])), string.Empty),
        .. Estimated(products.ConvertAll(product => P80(volumes[(product, false)])), "_others"),
    ];
    Console.WriteLine($"\n{question}\n{new DataFrame(columns).ToText()}");
}

static DataFrameColumn[] Estimated(IEnumerable<Estimate> estimates, string of) =>
[
    new Int64DataFrameColumn("n" + of, estimates.Select(estimate => estimate.N)),
    new DoubleDataFrameColumn("P80" + of, estimates.Select(estimate => estimate.Value)),
    new DoubleDataFrameColumn("lower" + of, estimates.Select(estimate => estimate.Lower)),
    new DoubleDataFrameColumn("upper" + of, estimates.Select(estimate => estimate.Upper)),
];

static Estimate P80(IEnumerable<double> volumes) =>
    Estimate.FromComplete(new Sample([.. volumes]), Percentage.Of(80), QuantileType.Type2, confidence: 0.95);
