using System.Text.Json;
using System.Text.Json.Nodes;

namespace RgkCalibrator.Output.Packets;

/// <summary>Documents for programs: JSON, indented, the same bytes on every machine.</summary>
internal static class JsonFile
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n" };

    internal static void Write(string path, JsonObject document)
    {
        using var file = File.Create(path);
        using (var json = new Utf8JsonWriter(file, Options))
            document.WriteTo(json);
        file.WriteByte((byte)'\n');
    }

    internal static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    /// <summary>A value by its name in the code, in lower case and with hyphens; null for none.</summary>
    internal static string? NameOf<T>(T? value)
        where T : struct, Enum => value is { } one ? JsonNamingPolicy.KebabCaseLower.ConvertName(one.ToString()) : null;
}
