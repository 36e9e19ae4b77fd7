namespace RgkCalibrator.Intake.Messages;

/// <summary>What stands at the head of a message.</summary>
/// <param name="Kind">What message it is.</param>
/// <param name="Sender">AGB code of a provider, or code of a municipality in a JW301.</param>
/// <param name="Receiver">Code of a municipality, or AGB code of a provider in a JW301.</param>
/// <param name="Sent">The day of sending; the first day there is where it is not told.</param>
internal sealed record MessageHeader(MessageKind Kind, string Sender, string Receiver, DateOnly Sent)
{
    internal string Municipality => Kind == MessageKind.Assignment ? Sender : Receiver;

    internal string Provider => Kind == MessageKind.Assignment ? Receiver : Sender;
}
