using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Tests.Intake;

namespace RgkCalibrator.Tests.Trajectories;

/// <summary>A line with its volume in ticks.</summary>
internal sealed record NaiveLine(
    string Client, string Product, CareUnit Unit, string Provider, DateOnly Start, DateOnly End, long Volume)
{
    public DateOnly? Birth { get; init; }

    public DateOnly? CareStart { get; init; }

    public DateOnly? CareEnd { get; init; }

    public string Assignment { get; init; } = string.Empty;

    public string Location { get; init; } = string.Empty;

    public string Intervention { get; init; } = string.Empty;

    public string Municipality { get; init; } = string.Empty;

    public string? EndReason { get; init; }

    public IEnumerable<DateOnly> Days => DaysFrom(Start, End);

    public static NaiveLine Of(TestRow row)
    {
        var isMinutes = row.Unit is "01" or "minuut";
        var ticks = decimal.Round(row.Volume!.Value * (isMinutes ? 100 : 6000), MidpointRounding.AwayFromZero);
        var unit = row.Unit is "16" or "dagdeel" ? CareUnit.Dagdeel : CareUnit.Uur;
        return new NaiveLine(
            row.Client!,
            row.Product!,
            unit,
            row.Provider ?? string.Empty,
            row.Start!.Value,
            row.End!.Value,
            (long)ticks)
        {
            Birth = row.Birth,
            CareStart = row.CareStart,
            CareEnd = row.CareEnd,
            Assignment = row.Assignment ?? string.Empty,
            Location = row.Location ?? string.Empty,
            Intervention = row.Intervention ?? string.Empty,
            Municipality = row.Municipality ?? string.Empty,
            EndReason = row.EndReason,
        };
    }

    public static IEnumerable<DateOnly> DaysFrom(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
            yield return day;
    }

    /// <summary>Every day has the same whole number of ticks; the last one also has what is left.</summary>
    public long VolumeBefore(DateOnly limit)
    {
        var (share, rest) = Math.DivRem(Volume, Days.Count());
        return Days.Where(day => day < limit).Sum(day => share + (day == End ? rest : 0));
    }
}
