namespace RgkCalibrator.Intake.Messages;

/// <summary>The client whose part of a message is read. Relatives, who have birth dates too, do not count.</summary>
internal sealed class MessageClient
{
    private string _date = string.Empty;
    private string _use = string.Empty;

    /// <summary>What stands in <c>Bsn</c>; empty outside a client.</summary>
    internal string Id { get; private set; } = string.Empty;

    internal DateOnly? Birth => MessageDate.Birth(_date, _use);

    /// <summary>Takes what the node says of the client.</summary>
    internal void See(MessageXml xml)
    {
        if (xml.Name() == "Client" && !xml.IsText)
            (Id, _date, _use) = (string.Empty, string.Empty, string.Empty);
        if (!xml.IsText)
            return;
        if (xml.Name() == "Bsn" && xml.Name(1) == "Client")
            Id = (Id + xml.Text()).Trim();
        else if (xml.Name(1) == "Geboortedatum" && xml.Name(2) == "Client")
            SeeBirth(xml);
    }

    private void SeeBirth(MessageXml xml)
    {
        if (xml.Name() == "Datum")
            _date += xml.Text().Trim();
        else if (xml.Name() == "DatumGebruik")
            _use += xml.Text().Trim();
    }
}
