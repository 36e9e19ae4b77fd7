using System.Globalization;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Catalogue;

public sealed class CatalogueFileTests
{
    [Fact]
    public void A_maximum_may_be_the_shortest_duration()
    {
        var text = CatalogueTexts.Smallest
            .Replace("unit: uur", "unit: uur\n    maximumDuration: 3 maanden", StringComparison.Ordinal);

        var product = Assert.Single(CatalogueFile.Parse(text, "klein.yaml").Products);

        Assert.Equal(product.AllowedDurations[0], product.MaximumDuration);
    }

    [Fact]
    public void Every_choice_of_what_a_trajectory_is_can_be_given()
    {
        const string Choices =
            "observed: 2018-01-01..2023-12-31, endKnowledge: stops, followUpDays: 180, atStartDays: 14, "
                + "startedBefore: true, asKnownOn: 2021-06-30";

        var chosen = CatalogueFile.Parse(
            CatalogueTexts.Smallest.Replace("observed: 2018-01-01..2023-12-31", Choices, StringComparison.Ordinal),
            "klein.yaml").Trajectories;

        Assert.Equal(
            (EndKnowledge.Stops, 180, 14, true),
            (chosen.EndKnowledge, chosen.FollowUpDays, chosen.AtStartDays, chosen.StartedBefore));
        Assert.Equal(new DateOnly(2021, 6, 30), chosen.AsKnownOn);
        Assert.Equal(new Period(new DateOnly(2018, 1, 1), new DateOnly(2021, 6, 30)), chosen.ObservedThen());
    }

    [Theory]
    [InlineData("ended", "true", true)]
    [InlineData("active", "true", true)]
    [InlineData("ended", "false", false)]
    [InlineData("started", "true", false)]
    public void Late_entry_goes_with_a_cohort_by_its_start_alone(string rule, string isAsked, bool isRefused)
    {
        var text = CatalogueTexts.Smallest.Replace(
            "gapDays: 90", $"cohortRule: {rule}, startedBefore: {isAsked}", StringComparison.Ordinal);

        var trouble = Record.Exception(() => CatalogueFile.Parse(text, "klein.yaml"));

        Assert.Equal(
            isRefused ? "Regel 1: 'startedBefore: true' gaat alleen samen met 'cohortRule: started'." : null,
            (trouble as CalibrationException)?.What.Dutch);
    }

    [Fact]
    public void What_was_known_on_a_day_that_is_not_observed_is_refused()
    {
        var text = CatalogueTexts.Smallest.Replace("gapDays: 90", "asKnownOn: 2024-01-01", StringComparison.Ordinal);

        Assert.Contains(
            "'observed'",
            Assert.Throws<CalibrationException>(() => CatalogueFile.Parse(text, "klein.yaml")).What.English,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_smallest_catalogue_reads_and_gets_the_defaults()
    {
        var catalogue = CatalogueFile.Parse(CatalogueTexts.Smallest, "klein.yaml");

        var years = new Period(new DateOnly(2018, 1, 1), new DateOnly(2023, 12, 31));
        Assert.Equal(new TrajectorySettings(years, years, 90, false), catalogue.Trajectories);
        Assert.Equal("klein", catalogue.Name);
        Assert.Null(catalogue.Notice);
        var product = Assert.Single(catalogue.Products);
        Assert.Equal(
            ("45C02", "Individuele begeleiding licht", FrameworkKind.Norm, CareRole.Ambulatory, CareUnit.Uur),
            (product.Code, product.Name, product.Framework, product.Role, product.Unit));
        Assert.Equal([3, 6, 9, 12, 18, 24], product.AllowedDurations.Select(step => step.Length));
        Assert.All(product.AllowedDurations, step => Assert.Equal(DurationUnit.Month, step.Unit));
        Assert.Equal((PartRule.None, Observation.Trajectory), (product.Part, product.Observation));
        Assert.Null(product.MaximumDuration);
        Assert.Null(product.VolumeStep);
        Assert.Null(product.IntensityUnit);
        Assert.Null(product.Existing);
        Assert.Empty(product.Current);
        var subgroup = Assert.Single(product.Subgroups);
        Assert.Equal(("jong", "0-5 jaar"), (subgroup.Id, subgroup.Label));
        Assert.Equal(ConditionKind.Age, Assert.Single(subgroup.When).Kind);
        Assert.Equal(["0-5"], subgroup.When[0].Values);
    }

    [Fact]
    public void What_may_be_left_out_has_its_default()
    {
        var settings = CatalogueFile.Parse(
            CatalogueTexts.Smallest.Replace(", gapDays: 90", "", StringComparison.Ordinal), "klein.yaml").Trajectories;
        Assert.Equal((90, false, false), (settings.GapDays, settings.SplitByProvider, settings.StartedBefore));
    }

    [Fact]
    public void Every_key_is_read()
    {
        var catalogue = CatalogueFile.Parse(CatalogueTexts.Rich, "rijk.yaml");

        Assert.Equal(("Proef", "Alleen om te proberen."), (catalogue.Name, catalogue.Notice));
        Assert.Equal("2019-01-01..2022-12-31", catalogue.Trajectories.Cohort.ToString());
        Assert.Equal((28, true), (catalogue.Trajectories.GapDays, catalogue.Trajectories.SplitByProvider));
        var product = catalogue.Products[0];
        Assert.Equal(
            [new FormerCode("41X03", null), new FormerCode("41Y03", new DateOnly(2020, 12, 31))], product.FormerCodes);
        Assert.Equal((PartRule.Assignment, Observation.CareYear), (product.Part, product.Observation));
        Assert.Equal(
            [DurationStep.Weeks(12), DurationStep.Weeks(26), DurationStep.SchoolYear, DurationStep.Months(12)],
            product.AllowedDurations);
        Assert.Equal(DurationStep.SchoolYear, product.MaximumDuration);
        Assert.Equal(0.5m, product.VolumeStep);
        Assert.Equal(IntensityUnit.DagdeelPerWeek, product.IntensityUnit);
        Assert.Equal("104 uur, ten hoogste 2 uur per dag", product.AlternativeUnit);
        Assert.Equal(new ExistingLine(312, DurationStep.Months(12), "Contract 2024, artikel 3"), product.Existing);
        Assert.Equal(
            new CurrentLine(7.5m, DurationStep.Months(1)) { Intensity = 1.5m }, product.CurrentOf(Subgroup.RestId));
        Assert.Equal("kdc", product.Current[1].SubgroupId);
        Assert.Equal((OwnMeasures.Volume, OwnMeasures.Both), (product.Own, product.Subgroups[0].Own));
        Assert.Equal([new ExceptionGround("nji", "Meer inzet nodig")], product.ExceptionGrounds);
        Assert.Equal(95.25m, product.Tariff);
        Assert.Equal(
            "Age:3 Location:KDC WithStay:true Order:follow-up Intervention:MST Concurrent:false Municipality:0518,0503",
            string.Join(
                ' ',
                product.Subgroups[0].When
                    .Select(condition => condition.Kind + ":" + string.Join(',', condition.Values))));
    }

    [Fact]
    public void Durations_of_the_catalogue_hold_for_products_that_name_none() =>
        Assert.Equal(
            [DurationStep.Months(6), DurationStep.Months(12)],
            CatalogueFile.Parse(CatalogueTexts.Rich, "rijk.yaml").Products[1].AllowedDurations);

    [Theory]
    [InlineData("41A03", "2019-01-01", "41A03", "the present code")]
    [InlineData("41X03", "2023-01-01", "41A03", "a former code without a date, on any day")]
    [InlineData("41Y03", "2020-12-31", "41A03", "on the last day of the former code")]
    [InlineData("41Y03", "2021-01-01", "41Y03", "the day after it")]
    [InlineData("99999", "2020-01-01", null, "a code that nobody had")]
    public void A_line_belongs_to_the_product_that_had_its_code_on_its_start_day(
        string code, string start, string? expected, string why)
    {
        var catalogue = CatalogueFile.Parse(CatalogueTexts.Rich, "rijk.yaml");
        var found = catalogue.Find(code, DateOnly.Parse(start, CultureInfo.InvariantCulture));
        Expect.Equal(expected, found?.Code, why);
    }

    [Theory]
    [InlineData("41A03", "41A03")]
    [InlineData("41X03", "41A03")]
    [InlineData("41Y03", "41Y03")]
    [InlineData("41a03", null)]
    public void Without_a_day_the_present_holder_of_a_code_goes_first(string code, string? expected) =>
        Assert.Equal(expected, CatalogueFile.Parse(CatalogueTexts.Rich, "rijk.yaml").Find(code)?.Code);

    [Fact]
    public void Two_products_with_one_code_make_no_catalogue()
    {
        var product = new Product("45C02", "Een", FrameworkKind.Norm, CareRole.Ambulatory, CareUnit.Uur);
        var settings = CatalogueFile.Parse(CatalogueTexts.Smallest, "klein.yaml").Trajectories;
        Assert.Throws<ArgumentException>(
            () => new ProductCatalogue("Dubbel", settings, [product, product with { Name = "Twee" }]));
    }
}
