namespace RgkCalibrator.Intake.Messages;

/// <summary>One product of one client in a message.</summary>
/// <param name="Header">The head of the message.</param>
/// <param name="Client">What stands in <c>Bsn</c>.</param>
/// <param name="Birth">The birth date; null where it is absent or unknown.</param>
/// <param name="Values">The fields of the kind that are there, by their names, trimmed.</param>
internal sealed record MessageRecord(
    MessageHeader Header, string Client, DateOnly? Birth, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The value of a field; empty where it is absent.</summary>
    internal string this[string field] => Values.GetValueOrDefault(field, string.Empty);

    /// <summary>The date in a field; null where it is absent or none.</summary>
    internal DateOnly? Day(string field) => MessageDate.Read(this[field]);
}
