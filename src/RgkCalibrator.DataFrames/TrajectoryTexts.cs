using System.Text;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.DataFrames;

/// <summary>The texts of trajectories, each made once: trajectories of one client stand together.</summary>
internal sealed class TrajectoryTexts
{
    private static readonly string?[] Orders = [.. Enum.GetValues<CareOrder>().Select(OrderOf)];

    private readonly TrajectorySet _set;
    private readonly string[] _units;
    private TextKey _client;
    private string? _clientText;

    internal TrajectoryTexts(TrajectorySet set) => (_set, _units) = (set, [.. set.Products.Select(product => product.Unit.Name())]);

    internal string Client(in Trajectory trajectory)
    {
        if (_clientText is null || trajectory.Client != _client)
        {
            Span<byte> room = stackalloc byte[ClientTexts.InlineLength];
            (_client, _clientText) = (trajectory.Client, Encoding.UTF8.GetString(_set.ClientBytes(trajectory.Client, room)));
        }

        return _clientText;
    }

    internal string Product(in Trajectory trajectory) => _set.Products[trajectory.Product].Code;

    internal string? Provider(in Trajectory trajectory) => _set.Settings.SplitByProvider ? _set.Providers[trajectory.Provider] : null;

    internal string Unit(in Trajectory trajectory) => _units[trajectory.Product];

    internal static string? Order(CareOrder order) => Orders[(int)order];

    private static string? OrderOf(CareOrder order) => order == CareOrder.Unknown ? null : order.Name();
}
