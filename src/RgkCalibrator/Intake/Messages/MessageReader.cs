namespace RgkCalibrator.Intake.Messages;

/// <summary>
/// Reads an iJw message of release 3, record by record. Elements count by their names without prefix, whatever the
/// namespace, so that 3.0, 3.1 and 3.2 are read alike.
/// </summary>
/// <remarks>
/// Source: the XSDs and rules of iJw 3.2 (istandaarden.nl). That 3.0 and 3.1 have the same names is assumed.
/// </remarks>
internal sealed class MessageReader : IDisposable
{
    private const string Release = "3";

    private readonly MessageXml _xml;

    /// <summary>Reads the head of a message; the stream stays the caller's.</summary>
    /// <exception cref="CalibrationException">It is no message of a kind that is read.</exception>
    internal MessageReader(Stream source, string file)
    {
        _xml = new MessageXml(source, file);
        Header = ReadHeader(_xml);
    }

    internal MessageHeader Header { get; }

    /// <summary>What message a file holds; null where it holds none that is read, or cannot be read.</summary>
    internal static MessageKind? KindIn(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var message = new MessageReader(file, path);
            return message.Header.Kind;
        }
        catch (Exception none) when (none is CalibrationException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// How often the element that repeats in a kind of message stands in a file, wherever it stands: what
    /// <see cref="Records"/> is checked by.
    /// </summary>
    /// <exception cref="CalibrationException">The file is no XML.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    internal static long Count(Stream source, string file, MessageKind kind, CancellationToken stop)
    {
        using var xml = new MessageXml(source, file);
        var count = 0L;
        while (xml.Read())
        {
            if (!xml.IsElement || xml.Name() != kind.RecordName)
                continue;
            stop.ThrowIfCancellationRequested();
            count++;
        }

        return count;
    }

    /// <summary>The records, once, in the order of the file.</summary>
    /// <exception cref="CalibrationException">The file is no XML further on, or a field stands twice.</exception>
    internal IEnumerable<MessageRecord> Records(CancellationToken stop)
    {
        var client = new MessageClient();
        Dictionary<string, string>? values = null;
        var number = 0L;
        while (_xml.Read())
        {
            client.See(_xml);
            if (_xml.IsElement && _xml.Name() == Header.Kind.RecordName)
            {
                stop.ThrowIfCancellationRequested();
                number++;
                values = new Dictionary<string, string>(StringComparer.Ordinal);
            }

            if (values is null)
                continue;
            See(values, number);
            if (_xml.IsEndOfElement && _xml.Name() == Header.Kind.RecordName)
            {
                yield return new MessageRecord(Header, client.Id, client.Birth, values);
                values = null;
            }
        }
    }

    public void Dispose() => _xml.Dispose();

    private void See(Dictionary<string, string> values, long number)
    {
        var name = _xml.Name();
        if (!Header.Kind.Fields.Contains(name))
            return;
        if (_xml.IsElement && !values.TryAdd(name, string.Empty))
            throw MessageMistakes.Twice(_xml.File, name, number);
        if (_xml.IsText)
            values[name] = (values[name] + _xml.Text()).Trim();
    }

    private static MessageHeader ReadHeader(MessageXml xml)
    {
        if (!MoveToElement(xml) || xml.Name() != "Bericht")
            throw MessageMistakes.NoMessage(xml.File);
        var space = xml.Namespace;
        if (!MoveToElement(xml) || xml.Name() != "Header")
            throw MessageMistakes.Missing(xml.File, "Header");
        var values = HeaderValues(xml);
        return new MessageHeader(
            KindOf(xml.File, space, values),
            Needed("Afzender"),
            Needed("Ontvanger"),
            MessageDate.Read(values.GetValueOrDefault("Dagtekening", string.Empty)) ?? DateOnly.MinValue);

        string Needed(string element) => values.GetValueOrDefault(element, string.Empty) is { Length: > 0 } value
            ? value
            : throw MessageMistakes.Missing(xml.File, element);
    }

    private static Dictionary<string, string> HeaderValues(MessageXml xml)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        while (!(xml.IsEndOfElement && xml.Name() == "Header") && xml.Read())
        {
            if (xml.IsText)
                values[xml.Name()] = xml.Text().Trim();
        }

        return values;
    }

    private static bool MoveToElement(MessageXml xml)
    {
        while (xml.Read())
        {
            if (xml.IsElement)
                return true;
        }

        return false;
    }

    private static MessageKind KindOf(string file, string space, Dictionary<string, string> values)
    {
        if (space.Contains("wmo", StringComparison.OrdinalIgnoreCase))
            throw MessageMistakes.OfWmo(file);
        if (!values.TryGetValue("BerichtCode", out var code))
            throw MessageMistakes.Missing(file, "BerichtCode");
        if (MessageKind.All.FirstOrDefault(kind => kind.Code == code) is not { } kind)
            throw MessageMistakes.OtherKind(file);
        return values.GetValueOrDefault("BerichtVersie", Release) == Release
            ? kind
            : throw MessageMistakes.OtherRelease(file);
    }
}
