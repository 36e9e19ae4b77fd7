using System.Runtime.InteropServices;

namespace RgkCalibrator.Intake.Messages;

/// <summary>
/// The numbers of assignments. A start or stop may leave its number out, and name the product and the first day of the
/// assignment (<c>ToewijzingIngangsdatum</c>) in its place, as they stand in the JW301.
/// </summary>
internal sealed class AssignmentNumbers
{
    private readonly Dictionary<ProductKey, string?> _numbers = [];

    /// <summary>Takes what a JW301 assigns.</summary>
    internal void Add(MessageRecord assigned)
    {
        if (ProductKey.Of(assigned, "Ingangsdatum") is not { } product)
            return;
        var number = assigned["ToewijzingNummer"];
        // Two assignments that begin alike cannot be told apart.
        _numbers[product] = _numbers.GetValueOrDefault(product, number) == number ? number : null;
    }

    /// <summary>The assignment of a record; null where it is not known.</summary>
    internal AssignmentKey? KeyOf(MessageRecord record)
    {
        var number = record["ToewijzingNummer"];
        if (number.Length == 0 && ProductKey.Of(record, "ToewijzingIngangsdatum") is { } product)
            number = _numbers.GetValueOrDefault(product);
        return string.IsNullOrEmpty(number)
            ? null
            : new AssignmentKey(record.Client, record.Header.Municipality, number);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct ProductKey(
        string Client, string Municipality, string Provider, string Product, DateOnly First)
    {
        internal static ProductKey? Of(MessageRecord record, string firstDay) =>
            record["Code"].Length > 0 && record.Day(firstDay) is { } first
                ? new ProductKey(
                    record.Client, record.Header.Municipality, record.Header.Provider, record["Code"], first)
                : null;
    }
}
