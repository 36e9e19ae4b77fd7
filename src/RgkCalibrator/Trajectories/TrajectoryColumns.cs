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
        Integer(
            "sequence", "1, 2, … among the trajectories of the client and product (and provider, where split).",
            (in t, in _) => t.Sequence, row => row.Sequence),
        Day("start_date", "The first day.", (in t, in _) => t.Start, row => row.Start),
        Day("end_date", "The last day.", (in t, in _) => t.End, row => row.End),
        Integer(
            "duration_days", "Length in days, both ends included.", (in t, in _) => t.Days, row => row.DurationDays),
        new TrajectoryValueColumn<double>(
            "volume", "The volume in `unit`.", LogicalType.Double, (csv, volume) => csv.Value(volume),
            (in t, in _) => Ticks.ToUnits(t.Volume), row => row.Volume),
        new TrajectoryTextColumn(
            "unit", "The product's unit.",
            texts => texts.Units, (in t, texts) => texts.UnitOf(t.Product), row => row.Unit.Name()),
        Integer("lines", "Declared lines in it.", (in t, in _) => t.Lines, row => row.Lines),
        Flag(
            "start_known", "Whether no earlier part of it can be hidden before the observed period.",
            (in t, in observed) => observed.IsStartKnown(in t), row => row.IsStartKnown),
        Flag(
            "end_known", "Whether it ended for certain within the observed period.",
            (in t, in observed) => observed.IsEndKnown(in t), row => row.IsEndKnown),
        Integer(
            "time_days", "Days until the end, or until the day of censoring; empty for one that started too late.",
            (in t, in observed) => observed.IsTooRecent(in t) ? null : observed.Time(in t), row => row.TimeDays),
        Flag(
            "event", "Whether `time_days` is that of an end; empty for one that started too late.",
            (in t, in observed) => observed.IsTooRecent(in t) ? null : observed.IsEndKnown(in t), row => row.IsEvent),
        Integer(
            "age_at_start", "Full years on the first day; empty without a usable birth date.",
            (in t, in _) => Age.On(t.Start, t.Birth), row => row.AgeAtStart),
        new TrajectoryTextColumn(
            "order", "Whether care of the product came before: `first` or `follow-up`; empty where it cannot be told.",
            texts => texts.Orders, (in t, _) => CodeTexts.NumberOf(t.Order), row => row.Order.Name()),
        Flag(
            "with_stay", "Whether a stay touches its start; empty for what is no ambulatory care.",
            (in t, in _) => IfAmbulatory(in t, TrajectoryFacts.WithStay), row => row.WithStay),
        Flag(
            "concurrent",
            "Whether an ambulatory trajectory of another product touches its start; empty for what is no ambulatory "
                + "care.",
            (in t, in _) => IfAmbulatory(in t, TrajectoryFacts.Concurrent), row => row.Concurrent),
        Flag(
            "in_cohort", "Whether it counts in the percentiles.",
            (in t, in observed) => observed.IsInCohort(in t), row => row.IsInCohort),
    ];

    private static TrajectoryValueColumn<int> Integer(
        string name, string meaning, TrajectoryValue<int> value, Func<TrajectoryRow, int?> ofRow) =>
        new(name, meaning, LogicalType.Integer, (csv, number) => csv.Value(number), value, ofRow);

    private static TrajectoryValueColumn<int> Day(
        string name, string meaning, TrajectoryValue<int> day, Func<TrajectoryRow, DateOnly> ofRow) =>
        new(name, meaning, LogicalType.Date, (csv, number) => csv.Date(number), day, row => DayNumber.Of(ofRow(row)));

    private static TrajectoryValueColumn<bool> Flag(
        string name, string meaning, TrajectoryValue<bool> flag, Func<TrajectoryRow, bool?> ofRow) =>
        new(name, meaning, LogicalType.Boolean, (csv, isTrue) => csv.Flag(isTrue), flag, ofRow);

    private static bool? IfAmbulatory(in Trajectory trajectory, TrajectoryFacts fact) =>
        trajectory.Has(TrajectoryFacts.Ambulatory) ? trajectory.Has(fact) : null;
}
