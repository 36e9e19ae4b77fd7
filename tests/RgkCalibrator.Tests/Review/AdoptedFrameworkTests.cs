using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Annexes;
using RgkCalibrator.Review;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Review;

/// <summary>What follows from a decision on a line.</summary>
public sealed class AdoptedFrameworkTests
{
    [Fact]
    public void A_volume_per_care_year_is_spread_over_a_year_whatever_the_duration()
    {
        var line = Adopted(new LineValue(312, DurationStep.Months(24)), isPerCareYear: true);

        Assert.Equal(6, line.Intensity);
        Assert.Equal("312 dagdelen per zorgjaar (gemiddeld 6 dagdelen per week)", AnnexWords.Volume(line));
        Assert.Empty(FrameworkLint.Check(new PublishedFramework([], [line.ToPublished()])));
    }

    [Fact]
    public void Any_other_volume_is_spread_over_the_duration()
    {
        var line = Adopted(new LineValue(312, DurationStep.Months(24)), isPerCareYear: false);

        Assert.Equal(3, line.Intensity);
        Assert.Equal("312 dagdelen (gemiddeld 3 dagdelen per week)", AnnexWords.Volume(line));
        Assert.Empty(FrameworkLint.Check(new PublishedFramework([], [line.ToPublished()])));
    }

    [Fact]
    public void Lint_of_a_volume_per_care_year_asks_for_the_weeks_of_a_year()
    {
        var line = Adopted(new LineValue(312, DurationStep.Months(24)), isPerCareYear: true).ToPublished();

        var finding = Assert.Single(FrameworkLint.Check(
            new PublishedFramework([], [line with { Intensity = 3, Subgroup = "kdc-2" }])));

        Assert.Equal(("intensity", "41A03/kdc-2"), (finding.Rule, finding.Line));
        Assert.Contains("156 dagdelen", finding.Text.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void A_norm_is_the_source_of_a_line_only_where_it_was_adopted()
    {
        var norm = new LineValue(40, DurationStep.Months(9));

        Assert.Equal("Richtlijn 2024", OnNorm(norm, norm).Source);
        Assert.Null(OnNorm(norm, new LineValue(45, DurationStep.Months(9))).Source);
        Assert.Equal("40 dagdelen in 9 maanden (norm van buiten)", AnnexWords.Advice(OnNorm(norm, norm)));
    }

    private static AdoptedLine Adopted(LineValue adopted, bool isPerCareYear) => Line(
        new DraftedLine(Product, string.Empty, Wording.Same(string.Empty), null) { IsPerCareYear = isPerCareYear },
        adopted);

    private static AdoptedLine OnNorm(LineValue norm, LineValue adopted) => Line(
        new DraftedLine(
            Product with { Existing = new ExistingLine(norm.Volume, norm.Duration, "Richtlijn 2024") },
            string.Empty, Wording.Same(string.Empty), norm)
        {
            Basis = Basis.Norm,
        },
        adopted);

    private static Product Product { get; } =
        new("41A03", "Dagbehandeling", FrameworkKind.Rgk, CareRole.Ambulatory, CareUnit.Dagdeel)
        {
            IntensityUnit = IntensityUnit.DagdeelPerWeek,
        };

    private static AdoptedLine Line(DraftedLine line, LineValue adopted)
    {
        var decision = new Decision(DecisionKind.Adapt, adopted, "Daarom.", string.Empty, string.Empty, null);
        var draft = new DraftFramework(Percentage.Of(80), IsSynthetic: true, string.Empty, [line]);
        return AdoptedFramework.From(draft, [new DecidedLine(line, decision)], CatalogueFile.Haaglanden2025()).Lines[0];
    }
}
