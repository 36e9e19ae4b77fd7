#:project ../src/RgkCalibrator
#:property PublishAot=false

// P75 against P80, through the library.
//
//   dotnet run notebooks/p75-p80.cs              a synthetic region, made where there is none yet
//   dotnet run notebooks/p75-p80.cs -- FOLDER    declarations of your own, as Parquet
//
// What it prints is restricted: unrounded, and of groups of every size. What may be shown outside is what `rgk derive` writes to extern/.

using RgkCalibrator;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Synthetic;

// ---- The declarations -------------------------------------------------------------------------------------------------------------------

var folder = args.Length > 0 ? args[0] : Path.Combine("output", "notebook-invoer");
if (!Directory.Exists(folder))
    SyntheticRegion.Write(folder, SyntheticSettings.Default with { Children = 20_000 });

// ---- From declarations to a draft: one step for the trajectories, one for the lines -----------------------------------------------------

var settings = new CalibrationSettings(CatalogueFile.Haaglanden2025());
var trajectories = Calibration.Trajectories([folder], settings, RunSettings.Default);
var draft = Calibration.Draft(trajectories, settings);
Console.WriteLine($"{Numbers.Whole(trajectories.Count)} trajectories of {Numbers.Whole(trajectories.ClientCount)} children");

// ---- How much more does P80 ask than P75? -----------------------------------------------------------------------------------------------

Console.WriteLine();
Console.WriteLine($"{"product",-46} {"n",6} {"P75",8} {"P80",8} {"more",6}   duration P75 -> P80");
foreach (var line in draft.Lines.Where(line => line.Chosen.Volume is not null))
{
    var (p75, p80) = (line.Compared.Volume!.Estimate.Value!.Value, line.Chosen.Volume!.Estimate.Value!.Value);
    var durations = string.Join(" -> ", new[] { line.Compared, line.Chosen }.Select(proposal => proposal.Duration!.Step.Shown().English));
    Console.WriteLine(string.Join(
        ' ',
        $"{line.Group.Product.Code} {line.Group.Product.Name}".PadRight(46)[..46],
        Numbers.Whole(line.Group.Count).PadLeft(6),
        Numbers.Shown(p75, 1, Language.English).PadLeft(8),
        Numbers.Shown(p80, 1, Language.English).PadLeft(8),
        Numbers.Share((p80 / p75) - 1, 0, Language.English).PadLeft(6),
        " " + durations));
}

// ---- What does another gap do? A trajectory that may not pause longer than 30 days is shorter -------------------------------------------

var strict = settings with { Catalogue = settings.Catalogue.With(settings.Catalogue.Trajectories with { GapDays = 30 }) };
var shorter = Calibration.Draft(Calibration.Trajectories([folder], strict, RunSettings.Default), strict);
Console.WriteLine();
Console.WriteLine($"median length in days of 45C02 with a gap of 90: {Median(draft)}, with a gap of 30: {Median(shorter)}");

static string Median(FrameworkDraft draft)
{
    var days = draft.Lines.Single(line => line.Group.Product.Code == "45C02").Group.Days.ToArray();
    Array.Sort(days);
    return Numbers.Whole(days[days.Length / 2]);
}
