using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Trajectories;

/// <summary>The columns of trajectories, in the order of files and data frames.</summary>
internal static class TrajectoryColumns
{
    internal static IReadOnlyList<TrajectoryColumn> All { get; } =
    [
        new TrajectoryClientColumn("client_id", "The child's pseudonym."),
        new TrajectoryTextColumn(
            "product_code", "The product's present code.",
            texts => texts.Products, (in t, texts) => texts.CodeOf(t.Product), row => row.ProductCode),
        new TrajectoryTextColumn(
            "provider_id", "The provider; empty where trajectories are not split by provider.",
            texts => texts.Providers, (in t, _) => t.Provider, row => row.ProviderId),
        Integer<TrajectoryValues.Sequence>(
            "sequence", "1, 2, … among the trajectories of the client and product (and provider, where split).",
            row => row.Sequence),
        Day<TrajectoryValues.Start>("start_date", "The first day.", row => row.Start),
        Day<TrajectoryValues.End>("end_date", "The last day.", row => row.End),
        Integer<TrajectoryValues.Duration>(
            "duration_days", "Length in days, both ends included.", row => row.DurationDays),
        new TrajectoryValueColumn<double, TrajectoryValues.Volume>(
            "volume", "The volume in `unit`.", LogicalType.Double, (csv, volume) => csv.Value(volume),
            row => row.Volume),
        new TrajectoryTextColumn(
            "unit", "The product's unit.",
            texts => texts.Units, (in t, texts) => texts.UnitOf(t.Product), row => row.Unit.Name()),
        Integer<TrajectoryValues.Lines>("lines", "Declared lines in it.", row => row.Lines),
        Flag<TrajectoryValues.StartKnown>(
            "start_known", "Whether no earlier part of it can be hidden before the observed period.",
            row => row.IsStartKnown),
        Flag<TrajectoryValues.EndKnown>(
            "end_known", "Whether it ended for certain within the observed period.",
            row => row.IsEndKnown),
        Integer<TrajectoryValues.Time>(
            "time_days", "Days until the end, or until the day of censoring; empty for one that started too late.",
            row => row.TimeDays),
        Flag<TrajectoryValues.Ended>(
            "event", "Whether `time_days` is that of an end; empty for one that started too late.",
            row => row.IsEvent),
        Integer<TrajectoryValues.AgeAtStart>(
            "age_at_start", "Full years on the first day; empty without a usable birth date.",
            row => row.AgeAtStart),
        new TrajectoryTextColumn(
            "order", "Whether care of the product came before: `first` or `follow-up`; empty where it cannot be told.",
            texts => texts.Orders, (in t, _) => CodeTexts.NumberOf(t.Order), row => row.Order.Name()),
        Flag<TrajectoryValues.WithStay>(
            "with_stay", "Whether a stay touches its start; empty for what is no ambulatory care.",
            row => row.WithStay),
        Flag<TrajectoryValues.Concurrent>(
            "concurrent",
            "Whether an ambulatory trajectory of another product touches its start; empty for what is no ambulatory "
                + "care.",
            row => row.Concurrent),
        Flag<TrajectoryValues.InCohort>(
            "in_cohort", "Whether it counts in the percentiles.",
            row => row.IsInCohort),
    ];

    private static TrajectoryValueColumn<int, TValue> Integer<TValue>(
        string name, string meaning, Func<TrajectoryRow, int?> ofRow)
        where TValue : ITrajectoryValue<int> =>
        new(name, meaning, LogicalType.Integer, (csv, number) => csv.Value(number), ofRow);

    private static TrajectoryValueColumn<int, TValue> Day<TValue>(
        string name, string meaning, Func<TrajectoryRow, DateOnly> ofRow)
        where TValue : ITrajectoryValue<int> =>
        new(name, meaning, LogicalType.Date, (csv, number) => csv.Date(number), row => DayNumber.Of(ofRow(row)));

    private static TrajectoryValueColumn<bool, TValue> Flag<TValue>(
        string name, string meaning, Func<TrajectoryRow, bool?> ofRow)
        where TValue : ITrajectoryValue<bool> =>
        new(name, meaning, LogicalType.Boolean, (csv, isTrue) => csv.Flag(isTrue), ofRow);
}
