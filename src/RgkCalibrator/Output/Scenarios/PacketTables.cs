using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Tables;

using PacketColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Output.Scenarios.PacketRow>;

namespace RgkCalibrator.Output.Scenarios;

/// <summary>A line of the base, beside the same line of an earlier run.</summary>
internal sealed record PacketRow(ComparedPacket Packet, ComparedLine Line, PacketLine Other);

/// <summary>The lines of earlier runs beside the base, as tables; restricted.</summary>
internal static class PacketTables
{
    /// <summary>All that the packets say of the lines of the base, a row for each line and packet.</summary>
    internal static Table All(
        IReadOnlyList<ComparedPacket> packets, IReadOnlyList<ComparedLine> lines, Language language) => Table.From(
        new("Pakketten", "Packets"),
        [
            PacketColumn.Text("product_code", row => row.Other.Code, new("Code", "Code")),
            ComparisonTables.Subgroup<PacketRow>(row => row.Line.Group),
            PacketColumn.Text("packet", row => row.Packet.Name, new("Pakket", "Packet")),
            PacketColumn.Text("unit", row => row.Line.Group.Product.Unit.Name(), new("Eenheid", "Unit")),
            PacketColumn.Whole("trajectories", row => row.Other.Trajectories, new("Trajecten", "Trajectories")),
            PacketColumn.Selected(
                "duration_value", row => row.Other.DurationEstimate,
                new("Duur, onafgerond (maanden of dagen)", "Duration, unrounded (months or days)")),
            PacketColumn.Words("duration", row => row.Other.Value?.Duration.Shown(), new("Duur", "Duration")),
            PacketColumn.Selected(
                "volume_value", row => row.Other.VolumeEstimate, new("Volume, onafgerond", "Volume, unrounded")),
            PacketColumn.Rounded("volume", row => row.Other.Value?.Volume, new("Volume", "Volume")),
            PacketColumn.Words(
                "base_duration", row => row.Line.Base.Duration?.Shown(), new("Duur basis", "Duration of the base")),
            PacketColumn.Rounded(
                "base_volume", row => row.Line.Base.Volume, new("Volume basis", "Volume of the base")),
            new(
                "volume_difference", ColumnKind.Number,
                (row, shownIn) => TableCell.Difference(PacketColumns.Difference(row.Line, row.Other), 2, shownIn),
                new("Pakket min basis, bij gelijke duur", "Packet less base, at one duration")),
            PacketColumn.Portion("within_both", row => row.Other.Inside, new("Deel binnen beide", "Share within both")),
            PacketColumn.Portion(
                "base_within_both", row => row.Line.Base.Inside,
                new("Deel binnen beide, basis", "Share within both, base")),
        ],
        from packet in packets
        from line in lines
        let other = packet.Of(line.Group)
        where other is not null
        select new PacketRow(packet, line, other),
        language);
}
