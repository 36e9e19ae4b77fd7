using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Register;

using LineColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Framework.Scenarios.ComparedLine>;
using ResultColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Register.SituationResult>;
using SumColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Register.SituationSum>;

namespace RgkCalibrator.Output.Register;

/// <summary>The tables of reports beside trajectories; restricted.</summary>
internal static class SituationTables
{
    /// <summary>Every report beside the trajectories of its provider.</summary>
    internal static Table OfResults(
        IReadOnlyList<SituationResult> results, SituationSettings settings, Language language) => Table.From(
        new("Meldingen naast de declaraties", "Reports beside declarations"),
        [
            .. RegisterTables.Reported<SituationResult>(one => one.Reported),
            ResultColumn.OneOf<SituationBasis>(
                "basis", one => one.Basis, new("Herkend aan", "Told by"), shown: SituationWords.NameOf),
            .. Counts<SituationResult>(one => one.Measure),
            ResultColumn.OneOf<SeenFinding>(
                "seen_finding", one => one.Seen, new("Gemeld aantal te zien?", "Reported number seen?"),
                shown: SituationWords.NameOf),
            .. Measured<SituationResult>(one => one.Measure, settings),
            ResultColumn.YesNo(
                "holds_intensity", one => one.HoldsIntensity, new("Voorstel per week genoeg", "Suggested week enough")),
            ResultColumn.YesNo(
                "holds_duration", one => one.HoldsDuration, new("Voorgestelde duur genoeg", "Suggested time enough")),
        ],
        results, language);

    /// <summary>Every situation by all providers that reported it.</summary>
    internal static Table OfSums(
        IReadOnlyList<SituationSum> sums, SituationSettings settings, Language language) => Table.From(
        new("Per situatie", "By situation"),
        [
            LineNaming.ProductCode<SituationSum>(one => one.Product.Code),
            SumColumn.Text("product", one => one.Product.Name, RegisterForm.Product),
            SumColumn.Named(
                "situation", one => one.Situation, one => RegisterTables.SituationName(one.Situation),
                RegisterForm.Situation),
            SumColumn.Text("intervention", one => one.Intervention, RegisterForm.Intervention),
            SumColumn.Whole("providers", one => one.Providers, new("Aanbieders", "Providers")),
            SumColumn.Whole("reported", one => one.Reported, new("Gemeld", "Reported")),
            .. Counts<SituationSum>(one => one.Measure),
            .. Measured<SituationSum>(one => one.Measure, settings),
        ],
        sums, language);

    /// <summary>Every line with and without the registered situations.</summary>
    internal static Table OfLines(IReadOnlyList<ComparedLine> lines, FrameworkSettings framework, Language language)
    {
        var percentile = framework.Percentage.Name();
        return Table.From(
            new("Met en zonder", "With and without"),
            [
                LineNaming.ProductCode<ComparedLine>(line => line.Group.Product.Code),
                LineNaming.Subgroup<ComparedLine>(line => line.Group.Scope),
                LineColumn.Text("unit", line => line.Group.Product.Unit.Name(), new("Eenheid", "Unit")),
                LineColumn.Whole("n_with", line => line.Group.Cohort, new("Trajecten met", "Trajectories with")),
                LineColumn.Whole(
                    "n_without", line => Without(line)?.Line.Group.Cohort ?? 0,
                    new("Trajecten zonder", "Trajectories without")),
                LineColumn.Words(
                    "duration_with", line => line.Base.Duration?.Shown(),
                    new($"Duur {percentile.Dutch} met", $"Duration {percentile.English} with")),
                LineColumn.Words(
                    "duration_without", line => Without(line)?.Duration?.Shown(),
                    new($"Duur {percentile.Dutch} zonder", $"Duration {percentile.English} without")),
                LineColumn.Rounded(
                    "volume_with", line => line.Base.Volume,
                    new($"Volume {percentile.Dutch} met", $"Volume {percentile.English} with")),
                LineColumn.Rounded(
                    "volume_without", line => Without(line)?.AtBase,
                    new($"Volume {percentile.Dutch} zonder", $"Volume {percentile.English} without")),
                LineColumn.Rounded("volume_difference", Difference, new("Verschil volume", "Difference volume")),
            ],
            lines, language);
    }

    /// <summary>The line without the registered situations; null where none is left.</summary>
    private static ScenarioLine? Without(ComparedLine line) => line.Scenarios.Skip(1).FirstOrDefault();

    // At the duration of the base, so that the two can be compared.
    private static decimal? Difference(ComparedLine line) => Without(line)?.AtBase - line.Base.Volume;

    private static Column<T>[] Counts<T>(Func<T, SituationMeasure> of) =>
    [
        Column<T>.Whole("seen", row => of(row).Own.Seen, new("Trajecten gezien", "Trajectories seen")),
        Column<T>.Whole("followed", row => of(row).Own.Followed, new("Te volgen", "Followed")),
        Column<T>.Whole(
            "beyond_volume", row => of(row).Own.BeyondVolume, new("Boven het volume", "Above the volume")),
        Column<T>.Whole("outlasting", row => of(row).Own.Outlasting, new("Langer dan de duur", "Longer")),
        Column<T>.Whole("beyond", row => of(row).Own.Beyond, new("Buiten de lijn", "Beyond the line")),
        Column<T>.Portion("share_beyond", row => of(row).Own.Share, new("Deel buiten de lijn", "Share beyond")),
        Column<T>.Portion(
            "share_beyond_others", row => of(row).Others.Share, new("Deel bij anderen", "Share of others")),
        Column<T>.PValue("p", row => of(row).P, new("Kans op dit verschil", "Chance of this difference")),
        Column<T>.OneOf<NeedFinding>(
            "need", row => of(row).Need, new("Vaker erbuiten?", "Beyond more often?"), shown: SituationWords.NameOf),
    ];

    private static Column<T>[] Measured<T>(Func<T, SituationMeasure> of, SituationSettings settings)
    {
        var percentile = settings.Percentage.Name();
        return
        [
            Column<T>.Computed(
                "measured_per_week", row => of(row).PerWeek,
                new($"{percentile.Dutch} per week", $"{percentile.English} a week")),
            Column<T>.Computed(
                "measured_per_week_beyond", row => of(row).PerWeekBeyond,
                new($"{percentile.Dutch} per week erbuiten", $"{percentile.English} a week beyond")),
            Column<T>.ShownWhole(
                "measured_weeks", row => of(row).Weeks,
                new($"{percentile.Dutch} duur in weken", $"{percentile.English} duration in weeks")),
        ];
    }
}
