using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Output.Tables;

using LineColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Framework.Scenarios.ComparedLine>;

namespace RgkCalibrator.Output.Scenarios;

/// <summary>The columns of an earlier run beside those of scenarios; restricted.</summary>
internal static class PacketColumns
{
    /// <summary>
    /// The duration and the volume of a packet, and the difference from the base: of volumes at one duration only.
    /// </summary>
    internal static IEnumerable<LineColumn> Of(ComparedPacket packet, int place)
    {
        var number = Numbers.Whole(place + 1);
        yield return LineColumn.Words(
            $"packet_duration_{number}", line => packet.Of(line.Group)?.Value?.Duration.Shown(),
            new($"Duur {packet.Name}", $"Duration {packet.Name}"));
        yield return LineColumn.Rounded(
            $"packet_volume_{number}", line => packet.Of(line.Group)?.Value?.Volume,
            new($"Volume {packet.Name}", $"Volume {packet.Name}"));
        yield return new(
            $"packet_difference_{number}", ColumnKind.Number,
            (line, language) => TableCell.Difference(Difference(line, packet.Of(line.Group)), 2, language),
            new($"Verschil {packet.Name}", $"Difference {packet.Name}"));
    }

    // A longer duration holds more volume: a difference across durations says nothing.
    internal static decimal? Difference(ComparedLine line, PacketLine? other) =>
        other?.Value is { } value && line.Base.Duration == value.Duration ? value.Volume - line.Base.Volume : null;
}
