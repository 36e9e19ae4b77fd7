using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Output.Packets;

/// <summary>
/// What a run was made of and what it made: version, settings, the SHA-256 and the ledger of every input, the SHA-256
/// of every output. It records no path, time or machine, so that the same input and settings give the same bytes.
/// </summary>
internal static class Manifest
{
    internal const string FileName = "manifest.json";
    private const string Format = "rgk-manifest";
    private const int FormatVersion = 1;

    /// <summary>Writes the manifest of the files in a folder.</summary>
    /// <param name="output">Where the run writes; all files in it are outputs.</param>
    /// <param name="inputs">The input files, in the order of the ledger.</param>
    /// <param name="ledger">Where their rows ended.</param>
    /// <param name="settings">The choices of the run, by name.</param>
    internal static void Write(StagedOutput output, IReadOnlyList<string> inputs, Ledger ledger, JsonObject settings)
    {
        var outputs = output.Files().Select(file => new JsonObject
        {
            ["file"] = file,
            ["sha256"] = HashOf(output.PathOf(file)),
        });
        var manifest = new JsonObject
        {
            ["format"] = Format,
            ["formatVersion"] = FormatVersion,
            ["version"] = typeof(Manifest).Assembly.GetName().Version!.ToString(fieldCount: 3),
            ["synthetic"] = ledger.IsSynthetic,
            ["settings"] = settings,
            ["inputs"] = new JsonArray([.. inputs.Zip(ledger.Files, Input)]),
            ["outputs"] = new JsonArray([.. outputs]),
        };
        JsonFile.Write(output.PathOf(FileName), manifest);
    }

    /// <summary>Reads something from the manifest of a folder.</summary>
    /// <returns>Null where there is no manifest of a run, or it does not hold what is asked.</returns>
    internal static T? Read<T>(string folder, Func<JsonElement, T> read)
        where T : class
    {
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, FileName)));
            // Web pages have a manifest.json too.
            return manifest.RootElement.GetProperty("format").ValueEquals(Format) ? read(manifest.RootElement) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or FormatException
            or InvalidOperationException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    internal static string HashOf(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static JsonObject Input(string path, FileLedger file)
    {
        var json = new JsonObject { ["file"] = file.File, ["sha256"] = HashOf(path), ["rows"] = file.Rows };
        foreach (var place in Enum.GetValues<Place>())
        {
            var volumes = new JsonObject();
            foreach (var volume in file.At(place).Volume)
                volumes[volume.Unit?.Name() ?? "?"] = Ticks.ToUnits((long)volume.Ticks);
            json[place.NameInFiles()] = new JsonObject { ["rows"] = file.At(place).Rows, ["volume"] = volumes };
        }

        var reasons = new JsonObject();
        foreach (var (reason, rows) in file.Rejected.OrderBy(pair => pair.Key))
            reasons[reason.Name()] = rows;
        json["reasons"] = reasons;
        return json;
    }
}
