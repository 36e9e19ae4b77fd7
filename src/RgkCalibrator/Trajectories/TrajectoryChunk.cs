using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using RgkCalibrator.Engine;

namespace RgkCalibrator.Trajectories;

/// <summary>The columns of a chunk of a trajectory file, in its order, that is being filled.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct TrajectoryChunk
{
    private readonly ChunkWriter _chunk;
    private readonly TrajectorySet _set;
    private readonly CodeTexts _texts;
    private readonly Span<TextHandle> _clients;
    private readonly Span<byte> _productCodes;
    private readonly Span<TextHandle> _products;
    private readonly Span<TextHandle> _providers;
    private readonly Span<byte> _units;
    private readonly Span<int> _sequence;
    private readonly Span<int> _start;
    private readonly Span<int> _end;
    private readonly Span<int> _days;
    private readonly Span<double> _volume;
    private readonly Span<int> _lines;
    private readonly Span<bool> _startKnown;
    private readonly Span<bool> _endKnown;
    private readonly Span<int> _time;
    private readonly Span<bool> _event;
    private readonly Span<int> _age;
    private readonly Span<byte> _orders;
    private readonly Span<bool> _withStay;
    private readonly Span<bool> _concurrent;
    private readonly Span<bool> _inCohort;

    internal TrajectoryChunk(in ChunkWriter chunk, TrajectorySet set, CodeTexts texts)
    {
        (_set, _texts) = (set, texts);
        _chunk = chunk;
        _clients = chunk.Values<TextHandle>(0);
        if (texts.HasFewProducts)
            _productCodes = chunk.Values<byte>(1);
        else
            _products = chunk.Values<TextHandle>(1);
        _providers = chunk.Values<TextHandle>(2);
        _units = chunk.Values<byte>(8);
        _sequence = chunk.Values<int>(3);
        _start = chunk.Values<int>(4);
        _end = chunk.Values<int>(5);
        _days = chunk.Values<int>(6);
        _volume = chunk.Values<double>(7);
        _lines = chunk.Values<int>(9);
        _startKnown = chunk.Values<bool>(10);
        _endKnown = chunk.Values<bool>(11);
        _time = chunk.Values<int>(12);
        _event = chunk.Values<bool>(13);
        _age = chunk.Values<int>(14);
        _orders = chunk.Values<byte>(15);
        _withStay = chunk.Values<bool>(16);
        _concurrent = chunk.Values<bool>(17);
        _inCohort = chunk.Values<bool>(18);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Set(int row, in Trajectory trajectory)
    {
        SetTexts(row, in trajectory);
        _sequence[row] = trajectory.Sequence;
        _start[row] = trajectory.Start;
        _end[row] = trajectory.End;
        _days[row] = trajectory.Days;
        _volume[row] = Ticks.ToUnits(trajectory.Volume);
        _lines[row] = trajectory.Lines;
        _startKnown[row] = _set.Observation.IsStartKnown(in trajectory);
        _endKnown[row] = _set.Observation.IsEndKnown(in trajectory);
        SetSurvival(row, in trajectory);
        if (Age.On(trajectory.Start, trajectory.Birth) is { } age)
            _age[row] = age;
        else
            _chunk.SetNull(14, row);
        SetBeside(row, in trajectory);
        _inCohort[row] = _set.Observation.IsInCohort(in trajectory);
    }

    /// <summary>Leaves out the provider where trajectories are not split by it.</summary>
    internal void LeaveOut()
    {
        if (!_set.Settings.SplitByProvider)
            _chunk.SetAllNull(2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SetTexts(int row, in Trajectory trajectory)
    {
        if (!_set.TryClientHandle(trajectory.Client, out _clients[row]))
            _chunk.SetText(0, row, _set.ClientBytes(trajectory.Client, default));
        if (_texts.HasFewProducts)
            _productCodes[row] = _texts.ProductCode(trajectory.Product);
        else
            SetText(_products, 1, row, _texts.Product(trajectory.Product));
        _units[row] = _texts.UnitCode(trajectory.Product);
        if (_set.Settings.SplitByProvider)
            SetText(_providers, 2, row, _texts.Provider(trajectory.Provider));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SetBeside(int row, in Trajectory trajectory)
    {
        if (trajectory.Order == CareOrder.Unknown)
            _chunk.SetNull(15, row);
        else
            _orders[row] = CodeTexts.OrderCode(trajectory.Order);
        if (!trajectory.Has(TrajectoryFacts.Ambulatory))
        {
            _chunk.SetNull(16, row);
            _chunk.SetNull(17, row);
            return;
        }

        _withStay[row] = trajectory.Has(TrajectoryFacts.WithStay);
        _concurrent[row] = trajectory.Has(TrajectoryFacts.Concurrent);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SetText(Span<TextHandle> handles, int column, int row, KeptText text)
    {
        if (text.IsInline)
            handles[row] = text.Handle;
        else
            _chunk.SetText(column, row, text.Utf8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SetSurvival(int row, in Trajectory trajectory)
    {
        if (_set.Observation.IsTooRecent(in trajectory))
        {
            _chunk.SetNull(12, row);
            _chunk.SetNull(13, row);
            return;
        }

        _time[row] = _set.Observation.Time(in trajectory);
        _event[row] = _endKnown[row];
    }
}
