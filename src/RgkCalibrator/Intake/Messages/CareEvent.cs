using System.Runtime.InteropServices;

namespace RgkCalibrator.Intake.Messages;

/// <summary>An assignment: its number is unique within a municipality.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AssignmentKey(string Client, string Municipality, string Number);

/// <summary>A start or a stop that was told. Both name the day on which the care began.</summary>
/// <param name="Begin">The first day of care.</param>
/// <param name="End">The last day of care, of a stop; null of a start.</param>
/// <param name="Reason">Why it ended (list JZ588); empty of a start.</param>
/// <param name="Status">List COD467: 1 first, 2 changed, 3 withdrawn, 9 unchanged.</param>
/// <param name="Sent">The day of the message.</param>
internal sealed record CareEvent(DateOnly Begin, DateOnly? End, string Reason, string Status, DateOnly Sent)
{
    private const string Withdrawn = "3";
    private const string Changed = "2";

    internal bool IsWithdrawn => Status == Withdrawn;

    internal bool IsChange => Status == Changed;

    /// <summary>What iJw identifies it by (IV008).</summary>
    internal (DateOnly Begin, DateOnly? End, string Reason) Key => (Begin, End, Reason);

    /// <summary>The event of a record; null where a date that it needs is missing or impossible.</summary>
    internal static CareEvent? Of(MessageRecord record)
    {
        var isStop = record.Header.Kind == MessageKind.Stop;
        var end = isStop ? record.Day("Einddatum") : null;
        return record.Day("Begindatum") is { } begin && (!isStop || end >= begin)
            ? new CareEvent(
                begin, end, isStop ? record["RedenBeeindiging"] : string.Empty, record["StatusAanlevering"],
                record.Header.Sent)
            : null;
    }
}
