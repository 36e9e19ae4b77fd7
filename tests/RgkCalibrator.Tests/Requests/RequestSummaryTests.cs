using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Requests;
using RgkCalibrator.Review;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Requests;

/// <summary>The extension requests to be expected.</summary>
public sealed class RequestSummaryTests
{
    private static readonly PublishedLine Line = new(
        "54002", "54002", FrameworkKind.Rgk, "", "", 48, CareUnit.Uur, DurationStep.Months(12));

    [Fact]
    public void They_are_all_requests_times_what_the_percentile_of_the_framework_leaves()
    {
        var sum = Sum(new([], [Line]) { Percentile = "P82.5" }, past: null);

        Assert.Equal((3, 1, 1, 1), (sum.Requests, sum.Inside, sum.BeyondVolume, sum.BeyondBoth));
        Assert.Equal((0.175m, ExtensionBasis.Percentile), (sum.ExtensionShare, sum.Basis));
        Assert.Equal(3 * 0.175m, sum.Extensions);
        Assert.Equal(0.2m, Sum(new([], [Line]), past: null).ExtensionShare);
    }

    [Fact]
    public void The_released_coverage_of_the_framework_goes_before_that_of_a_packet()
    {
        var past = Past(48, DurationStep.Months(12), 0.7m);

        Assert.Equal(
            (0.3m, ExtensionBasis.Packet), Basis(Sum(new([], [Line]), past)));
        Assert.Equal(
            (0.25m, ExtensionBasis.Framework), Basis(Sum(new([], [Line with { WithinBoth = 0.75m }]), past)));
    }

    [Fact]
    public void The_coverage_of_another_line_than_the_one_in_force_is_not_taken()
    {
        Assert.Equal(ExtensionBasis.Percentile, Sum(new([], [Line]), Past(47, DurationStep.Months(12), 0.7m)).Basis);
        Assert.Equal(ExtensionBasis.Percentile, Sum(new([], [Line]), Past(48, DurationStep.Months(9), 0.7m)).Basis);
        Assert.Equal(ExtensionBasis.Percentile, Sum(new([], [Line]), Past(48, DurationStep.Months(12), null)).Basis);
    }

    [Fact]
    public void Each_year_of_start_and_each_line_has_a_sum_of_its_own()
    {
        var check = FrameworkOf2025.Check;
        CheckedRow[] rows =
        [
            Row(check, "54003", 1, FrameworkOf2025.Days(new(2026, 1, 1), new(2026, 6, 1)), new() { WithStay = true }),
            Row(check, "54003", 1, FrameworkOf2025.Days(new(2025, 1, 1), new(2025, 6, 1)), new() { WithStay = true }),
            Row(check, "54003", 1, FrameworkOf2025.Months(6), new() { WithStay = false }),
            Row(check, "54003", 150, FrameworkOf2025.Months(6), RequestFacts.None),
            Row(check, "41A22", 1, FrameworkOf2025.Months(6), RequestFacts.None),
            Row(check, "43A09", 1, FrameworkOf2025.Months(6), RequestFacts.None),
            new(new RequestRow(1, "") { Trouble = RequestTrouble.BadVolume }, null),
        ];

        Assert.Equal(
            [("41A22", "", null), ("54003", "ambulant", null), ("54003", "ambulant-verblijf", 2025),
                ("54003", "ambulant-verblijf", (int?)2026)],
            RequestSummary.Of(rows, check, null).Select(sum => (sum.Product.Code, sum.Line.Subgroup, sum.Year)));
    }

    private static (decimal, ExtensionBasis) Basis(RequestSum sum) => (sum.ExtensionShare, sum.Basis);

    private static RequestSum Sum(PublishedFramework framework, PastNeeds? past)
    {
        var check = FrameworkCheck.Of("kader.csv", framework, CatalogueFile.Haaglanden2025());
        return Assert.Single(RequestSummary.Of(
            [
                Row(check, "54002", 48, FrameworkOf2025.Months(12), RequestFacts.None),
                Row(check, "54002", 49, FrameworkOf2025.Months(12), RequestFacts.None),
                Row(check, "54002", 49, FrameworkOf2025.Months(13), RequestFacts.None),
            ],
            check, past));
    }

    private static CheckedRow Row(
        FrameworkCheck check, string code, decimal volume, RequestedDuration duration, RequestFacts facts)
    {
        var request = new CareRequest(code, new(volume, null, VolumeFrequency.Total), duration) { Facts = facts };
        return new(new RequestRow(1, "") { Request = request }, check.Answer(request));
    }

    private static PastNeeds Past(decimal volume, DurationStep duration, decimal? within) => new(
        false, [new PastNeed("54002", "") { Proposed = new LineValue(volume, duration), WithinBoth = within }]);
}
