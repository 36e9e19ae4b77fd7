using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Output.Packets;

/// <summary>
/// What a run was made of and what it made: version, settings, the SHA-256 and the ledger of every input, the SHA-256 of every output. It records no
/// path, time or machine, so that the same input and settings give the same bytes.
/// </summary>
internal static class Manifest
{
    internal const string FileName = "manifest.json";
    internal const string Format = "rgk-manifest";
    private const int FormatVersion = 1;
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n" };

    /// <summary>Writes the manifest of the files in a folder.</summary>
    /// <param name="output">Where the run writes; all files in it are outputs.</param>
    /// <param name="inputs">The input files, in the order of the ledger.</param>
    /// <param name="ledger">Where their rows ended.</param>
    /// <param name="settings">The choices of the run, by name.</param>
    internal static void Write(StagedOutput output, IReadOnlyList<string> inputs, Ledger ledger, JsonObject settings)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteNumber("formatVersion", FormatVersion);
            json.WriteString("version", typeof(Manifest).Assembly.GetName().Version!.ToString(fieldCount: 3));
            json.WriteBoolean("synthetic", ledger.IsSynthetic);
            json.WritePropertyName("settings");
            settings.WriteTo(json);
            WriteInputs(json, inputs, ledger);
            WriteOutputs(json, output);
            json.WriteEndObject();
        }

        using var file = File.Create(output.PathOf(FileName));
        file.Write(buffer.WrittenSpan);
        file.WriteByte((byte)'\n');
    }

    private static void WriteInputs(Utf8JsonWriter json, IReadOnlyList<string> inputs, Ledger ledger)
    {
        json.WriteStartArray("inputs");
        foreach (var (path, file) in inputs.Zip(ledger.Files))
        {
            json.WriteStartObject();
            json.WriteString("file", file.File);
            json.WriteString("sha256", EarlierRun.HashOf(path));
            json.WriteNumber("rows", file.Rows);
            WritePlaces(json, file);
            json.WriteStartObject("reasons");
            foreach (var (reason, rows) in file.Rejected.OrderBy(pair => pair.Key))
                json.WriteNumber(reason.Name(), rows);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePlaces(Utf8JsonWriter json, FileLedger file)
    {
        foreach (var place in Enum.GetValues<Place>())
        {
            json.WriteStartObject(place.NameInFiles());
            json.WriteNumber("rows", file.At(place).Rows);
            json.WriteStartObject("volume");
            foreach (var volume in file.At(place).Volume)
                json.WriteNumber(volume.Unit?.Name() ?? "?", Ticks.ToUnits((long)volume.Ticks));
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }

    private static void WriteOutputs(Utf8JsonWriter json, StagedOutput output)
    {
        json.WriteStartArray("outputs");
        foreach (var file in output.Files())
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteString("sha256", EarlierRun.HashOf(output.PathOf(file)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
