using Microsoft.Data.Analysis;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.DataFrames;

/// <summary>The columns of a frame of trajectories while they are filled.</summary>
internal sealed class TrajectoryColumns(int rows)
{
    private readonly TextColumn _client = FrameColumn.Text(rows);
    private readonly TextColumn _product = FrameColumn.Text(rows);
    private readonly TextColumn _provider = FrameColumn.Text(rows);
    private readonly ValueColumn<int> _sequence = FrameColumn.Int32(rows);
    private readonly ValueColumn<DateTime> _start = FrameColumn.Day(rows);
    private readonly ValueColumn<DateTime> _end = FrameColumn.Day(rows);
    private readonly ValueColumn<int> _days = FrameColumn.Int32(rows);
    private readonly ValueColumn<double> _volume = FrameColumn.Double(rows);
    private readonly TextColumn _unit = FrameColumn.Text(rows);
    private readonly ValueColumn<int> _lines = FrameColumn.Int32(rows);
    private readonly ValueColumn<bool> _startKnown = FrameColumn.Boolean(rows);
    private readonly ValueColumn<bool> _endKnown = FrameColumn.Boolean(rows);
    private readonly ValueColumn<int> _time = FrameColumn.Int32(rows);
    private readonly ValueColumn<bool> _event = FrameColumn.Boolean(rows);
    private readonly ValueColumn<int> _age = FrameColumn.Int32(rows);
    private readonly TextColumn _order = FrameColumn.Text(rows);
    private readonly ValueColumn<bool> _withStay = FrameColumn.Boolean(rows);
    private readonly ValueColumn<bool> _concurrent = FrameColumn.Boolean(rows);
    private readonly ValueColumn<bool> _inCohort = FrameColumn.Boolean(rows);

    internal void Set(int row, in Trajectory trajectory, ObservationWindow observation, TrajectoryTexts texts)
    {
        _client[row] = texts.Client(in trajectory);
        _product[row] = texts.Product(in trajectory);
        _provider[row] = texts.Provider(in trajectory);
        _sequence[row] = trajectory.Sequence;
        _start[row] = Midnight(trajectory.Start);
        _end[row] = Midnight(trajectory.End);
        _days[row] = trajectory.Days;
        _volume[row] = Ticks.ToUnits(trajectory.Volume);
        _unit[row] = texts.Unit(in trajectory);
        _lines[row] = trajectory.Lines;
        SetObserved(row, in trajectory, observation);
        _age[row] = Age.On(trajectory.Start, trajectory.Birth);
        _order[row] = TrajectoryTexts.Order(trajectory.Order);
        var isAsked = trajectory.Has(TrajectoryFacts.Ambulatory);
        _withStay[row] = isAsked ? trajectory.Has(TrajectoryFacts.WithStay) : null;
        _concurrent[row] = isAsked ? trajectory.Has(TrajectoryFacts.Concurrent) : null;
        _inCohort[row] = observation.IsInCohort(in trajectory);
    }

    internal void Set(int row, TrajectoryRow trajectory)
    {
        _client[row] = trajectory.ClientId;
        _product[row] = trajectory.ProductCode;
        _provider[row] = trajectory.ProviderId.Length == 0 ? null : trajectory.ProviderId;
        _sequence[row] = trajectory.Sequence;
        _start[row] = trajectory.Start.ToDateTime(TimeOnly.MinValue);
        _end[row] = trajectory.End.ToDateTime(TimeOnly.MinValue);
        _days[row] = trajectory.DurationDays;
        _volume[row] = trajectory.Volume;
        _unit[row] = trajectory.Unit.Name();
        _lines[row] = trajectory.Lines;
        _startKnown[row] = trajectory.IsStartKnown;
        _endKnown[row] = trajectory.IsEndKnown;
        _time[row] = trajectory.TimeDays;
        _event[row] = trajectory.IsEvent;
        _age[row] = trajectory.AgeAtStart;
        _order[row] = TrajectoryTexts.Order(trajectory.Order);
        _withStay[row] = trajectory.WithStay;
        _concurrent[row] = trajectory.Concurrent;
        _inCohort[row] = trajectory.IsInCohort;
    }

    /// <summary>All columns, by the names that they have in files.</summary>
    internal DataFrame ToFrame()
    {
        FrameColumn[] columns =
        [
            _client, _product, _provider, _sequence, _start, _end, _days, _volume, _unit, _lines, _startKnown, _endKnown, _time, _event, _age, _order,
            _withStay, _concurrent, _inCohort,
        ];
        return new DataFrame(columns.Zip(TrajectoryFile.ColumnNames, (column, name) => column.Named(name)));
    }

    private void SetObserved(int row, in Trajectory trajectory, ObservationWindow observation)
    {
        var isEndKnown = observation.IsEndKnown(in trajectory);
        _startKnown[row] = observation.IsStartKnown(in trajectory);
        _endKnown[row] = isEndKnown;
        if (observation.IsTooRecent(in trajectory))
            return;
        _time[row] = observation.Time(in trajectory);
        _event[row] = isEndKnown;
    }

    // Of no time zone: a day is no moment.
    private static DateTime Midnight(int day) => DayNumber.ToDate(day).ToDateTime(TimeOnly.MinValue);
}
