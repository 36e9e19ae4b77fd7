using System.Globalization;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Synthetic;
using RgkCalibrator.Tests.Synthetic;
using RgkCalibrator.Trajectories;
using Xunit.Abstractions;

namespace RgkCalibrator.Tests;

/// <summary>A region that was made to the published lines gives them back.</summary>
public sealed class RegionLineTests(ITestOutputHelper output)
{
    private const double Enough = 0.9;

    private static readonly Dictionary<string, TruthRow> Truth = RegionCalibration.Index(
        TruthTable.Read(RegionModel.Text(RegionFiles.TruthName)));

    private static readonly Lazy<FrameworkDraft> Draft = new(Drafted);

    [Fact]
    public void Every_published_line_is_in_the_draft_and_nine_in_ten_get_their_duration_and_hold_their_volume()
    {
        var draft = Draft.Value;

        var lines = PublishedLine.All
            .Select(published => (Published: published, Line: draft.Lines.Single(line =>
                line.Group.Product.Code == published.Code && line.Group.Subgroup == published.Subgroup)))
            .ToList();
        // 45A65 was announced without a line.
        Assert.Equal(lines.Count + 1, draft.Lines.Count);
        var carried = lines.Where(pair => pair.Line.Chosen.Volume is not null).ToList();
        var said = string.Join(
            Environment.NewLine, lines.Select(pair => Said(pair.Published, pair.Line)).Where(text => text.Length > 0));
        output.WriteLine(
            $"{carried.Count} of {lines.Count} lines have enough data; "
                + $"of those below something is off:{Environment.NewLine}{said}");
        Assert.True(carried.Count >= Enough * lines.Count, said);
        Assert.True(carried.Count(pair => HasStep(pair.Published, pair.Line)) >= Enough * carried.Count, said);
        Assert.True(carried.Count(pair => HoldsVolume(pair.Published, pair.Line)) >= Enough * carried.Count, said);
    }

    [Fact]
    public void Subgroups_that_were_made_to_differ_are_advised_lines_of_their_own()
    {
        var advice = Draft.Value.Lines.ToLookup(line => line.Group.Product.Code, line => line.Advice);

        foreach (var product in new[] { "41A03", "45C10", "54003", "54004" })
            Assert.All(advice[product], advised => Assert.Equal(PartitionAdvice.OwnLines, advised));
        Assert.All(Draft.Value.Lines.Where(line => line.Group.Subgroup.Length == 0), line => Assert.Null(line.Advice));
    }

    private static FrameworkDraft Drafted()
    {
        using var folder = new TemporaryFolder();
        SyntheticRegion.Write(folder["region"], new SyntheticSettings(60_000, 1729));
        var settings = new CalibrationSettings(CatalogueFile.Haaglanden2025());
        return Calibration.Draft(Calibration.Trajectories([folder["region"]], settings, RunSettings.Default), settings);
    }

    private static bool HasStep(PublishedLine published, DraftLine line) =>
        Text(line.Chosen.Duration!.Step) == published.Step;

    // The truth is that within the published duration: of another one there is no volume to hold.
    private static bool HoldsVolume(PublishedLine published, DraftLine line) =>
        line.Chosen.Volume!.Estimate is var estimate
            && !(TrueVolume(published) < estimate.Lower)
            && !(TrueVolume(published) > estimate.Upper);

    private static double TrueVolume(PublishedLine published) => Truth[published.VolumeKey(80)].Value;

    private static string Said(PublishedLine published, DraftLine line)
    {
        var name = $"{published.Code} {published.Subgroup}";
        if (line.Chosen is not { Duration: { } duration, Volume: { } volume })
            return $"{name}: no proposal, {line.Lack}, {Numbers.Whole(line.Group.Count)} complete trajectories";
        if (!HasStep(published, line))
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {Text(duration.Step)} and not {published.Step}; {duration.Within.Share:P1} within it, "
                    + $"unstable {duration.IsUnstable}, n {line.Group.Count}");
        }

        return HoldsVolume(published, line)
            ? string.Empty
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: volume {volume.Estimate.Lower:F1} to {volume.Estimate.Upper:F1} without the true "
                    + $"{TrueVolume(published):F1}; n {volume.Estimate.N}");
    }

    private static string Text(DurationStep step) => step.Unit switch
    {
        DurationUnit.Month => Numbers.Whole(step.Length) + "m",
        DurationUnit.Week => Numbers.Whole(step.Length) + "w",
        _ => "schooljaar",
    };
}
