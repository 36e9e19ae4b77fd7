using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Forms;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Intake.Parquet;

/// <summary>The rows of a chunk by what they mean.</summary>
internal static class ParquetRows
{
    internal static RowColumns Of(in DataChunk chunk, ParquetColumns columns, RowBuffer buffer)
    {
        var numbers = chunk.Column(columns.Sink.Count - 1).Values<long>();
        for (var row = 0; row < chunk.Count; row++)
            buffer.Numbers[row] = numbers[row] + 1;
        SetTicks(in chunk, columns, buffer);
        DebitCredit.Apply(Find(in chunk, columns, CanonicalColumn.DebitCredit), buffer.Ticks, chunk.Count);
        return new RowColumns
        {
            Count = chunk.Count,
            Number = buffer.Numbers[..chunk.Count],
            Ticks = buffer.Ticks[..chunk.Count],
            Client = Find(in chunk, columns, CanonicalColumn.ClientId),
            Product = Find(in chunk, columns, CanonicalColumn.ProductCode),
            Unit = Find(in chunk, columns, CanonicalColumn.Unit),
            Provider = Find(in chunk, columns, CanonicalColumn.ProviderId),
            Id = Find(in chunk, columns, CanonicalColumn.LineId),
            Credits = Find(in chunk, columns, CanonicalColumn.CreditsLineId),
            Assignment = Find(in chunk, columns, CanonicalColumn.AssignmentId),
            Location = Find(in chunk, columns, CanonicalColumn.Location),
            Intervention = Find(in chunk, columns, CanonicalColumn.Intervention),
            Municipality = Find(in chunk, columns, CanonicalColumn.Municipality),
            EndReason = Find(in chunk, columns, CanonicalColumn.EndReason),
            Start = Days(in chunk, columns, CanonicalColumn.StartDate, buffer),
            End = Days(in chunk, columns, CanonicalColumn.EndDate, buffer),
            Birth = Births(in chunk, columns, buffer),
            CareStart = Days(in chunk, columns, CanonicalColumn.CareStart, buffer),
            CareEnd = Days(in chunk, columns, CanonicalColumn.CareEnd, buffer),
        };
    }

    private static Column Find(in DataChunk chunk, ParquetColumns columns, CanonicalColumn column) =>
        columns.Position(column) is { } position ? chunk.Column(position) : default;

    private static Column Days(in DataChunk chunk, ParquetColumns columns, CanonicalColumn column, RowBuffer buffer)
    {
        if (columns.Position(column) is not { } position)
            return default;
        var values = chunk.Column(position);
        return columns.Sink[position].Type == LogicalType.Date
            ? values
            : buffer.Days(column, values, chunk.Count, columns.Dates.GetValueOrDefault(column, DateForm.Iso));
    }

    private static Column Births(in DataChunk chunk, ParquetColumns columns, RowBuffer buffer)
    {
        if (columns.Position(CanonicalColumn.BirthDate) is not null)
            return Days(in chunk, columns, CanonicalColumn.BirthDate, buffer);
        if (columns.Position(CanonicalColumn.BirthYear) is not { } position)
            return default;
        return buffer.DaysOfYears(chunk.Column(position), chunk.Count);
    }

    private static void SetTicks(in DataChunk chunk, ParquetColumns columns, RowBuffer buffer)
    {
        var position = columns.Position(CanonicalColumn.Volume)!.Value;
        var volumes = chunk.Column(position);
        var type = columns.Sink[position].Type;
        if (type == LogicalType.Varchar)
        {
            buffer.ToTicks(volumes, chunk.Count, columns.Decimals ?? NumberForm.DecimalComma);
            return;
        }

        VolumeColumn.ToTicks(volumes, type, buffer.Ticks);
        for (var row = 0; row < chunk.Count && volumes.HasNulls; row++)
        {
            if (volumes.IsNull(row))
                buffer.Ticks[row] = VolumeColumn.Bad;
        }
    }
}
