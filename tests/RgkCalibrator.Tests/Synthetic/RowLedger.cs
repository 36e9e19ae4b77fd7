using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Synthetic;

namespace RgkCalibrator.Tests.Synthetic;

/// <summary>Where a row ends: its place and, rejected, its reason.</summary>
internal sealed record RowPlace(string Place, string Reason)
{
    internal static RowPlace Used { get; } = new("used", "");

    internal static RowPlace Rejected(string reason) => new("rejected", reason);
}

/// <summary>
/// The ledger's rules once more, slow and plain and apart from the program, to hold the truth about rows against.
/// </summary>
internal static class RowLedger
{
    private const int MostDays = 366;

    private static readonly DateOnly LastObserved = new(2023, 12, 31);
    private static readonly Dictionary<string, CareUnit> Units =
        RegionModel.Load().Products.ToDictionary(product => product.Code, product => product.Unit);

    /// <summary>The place of each row, in the order of the rows.</summary>
    internal static Dictionary<(string File, int Row), RowPlace> Judge(IReadOnlyList<FileRow> rows)
    {
        var places = rows.ToDictionary(row => (row.File, row.Row), Alone);
        foreach (var client in rows.Where(row => IsUsed(row, places))
            .GroupBy(row => (Client: row["client_id"], Provider: row["provider_id"])))
        {
            JudgeTogether([.. client], places);
        }

        return places;
    }

    private static void JudgeTogether(List<FileRow> rows, Dictionary<(string File, int Row), RowPlace> places)
    {
        foreach (var again in rows.GroupBy(row => row["line_id"]).SelectMany(same => same.Skip(1)))
            places[(again.File, again.Row)] = new("duplicate", "");
        foreach (var credit in rows.Where(row => row.IsCredit && IsUsed(row, places))
            .OrderBy(row => row["credits_line_id"].Length == 0))
        {
            var debit = rows.Find(row => !row.IsCredit && IsUsed(row, places) && IsCreditedBy(row, credit));
            places[(credit.File, credit.Row)] = debit is null
                ? RowPlace.Rejected("credit-without-debit")
                : new("netted", "");
            if (debit is not null)
                places[(debit.File, debit.Row)] = new("netted", "");
        }
    }

    private static bool IsUsed(FileRow row, Dictionary<(string File, int Row), RowPlace> places) =>
        places[(row.File, row.Row)] == RowPlace.Used;

    private static bool IsCreditedBy(FileRow debit, FileRow credit) =>
        credit["credits_line_id"] is { Length: > 0 } named
        ? debit["line_id"] == named
        : debit["product_code"] == credit["product_code"] && debit.Start == credit.Start && debit.End == credit.End
            && debit.Volume == Math.Abs(credit.Volume!.Value);

    private static RowPlace Alone(FileRow row)
    {
        if (row["client_id"].Length == 0)
            return RowPlace.Rejected("missing-client");
        if (row["product_code"].Length == 0)
            return RowPlace.Rejected("missing-product");
        return (OfPeriod(row) ?? OfVolume(row) ?? OfUnit(row)) is { } reason
            ? RowPlace.Rejected(reason)
            : row.Start > LastObserved ? new("excluded", "") : RowPlace.Used;
    }

    private static string? OfPeriod(FileRow row)
    {
        if (row.Start is not { Year: >= 1900 and <= 2200 } start || row.End is not { Year: >= 1900 and <= 2200 } end)
            return "bad-date";
        if (end < start)
            return "end-before-start";
        return end.DayNumber - start.DayNumber + 1 > MostDays ? "period-too-long" : null;
    }

    private static string? OfVolume(FileRow row) => row.Volume switch
    {
        null => "bad-volume",
        0 => "zero-volume",
        _ => null,
    };

    private static string? OfUnit(FileRow row)
    {
        if (CareUnits.Read(row["unit"]) is not { } unit)
            return "unknown-unit";
        if (!Units.TryGetValue(row["product_code"], out var wanted))
            return "unknown-product";
        // The region's amounts have decimals: with code 83 they are euros.
        return unit == wanted || (unit, wanted) is (CareUnit.Minuut, CareUnit.Uur) or (CareUnit.Eurocent, CareUnit.Euro)
            ? null
            : "unit-not-convertible";
    }
}
