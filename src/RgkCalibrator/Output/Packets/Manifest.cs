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
    private const int FormatVersion = 1;

    /// <summary>Writes the manifest of the files in a folder.</summary>
    /// <param name="output">Where the run writes; all files in it are outputs.</param>
    /// <param name="inputs">The SHA-256 of the input files, in the order of the ledger.</param>
    /// <param name="ledger">Where their rows ended.</param>
    /// <param name="settings">The choices of the run, by name.</param>
    internal static void Write(StagedOutput output, IReadOnlyList<string> inputs, Ledger ledger, JsonObject settings)
    {
        var outputs = output.Files().Select(file => new JsonObject
        {
            ["file"] = file,
            ["sha256"] = ManifestReading.HashOf(output.PathOf(file)),
        });
        var manifest = new JsonObject
        {
            ["format"] = ManifestReading.Format,
            ["formatVersion"] = FormatVersion,
            ["version"] = typeof(Manifest).Assembly.GetName().Version!.ToString(fieldCount: 3),
            ["synthetic"] = ledger.IsSynthetic,
            ["settings"] = settings,
            ["inputs"] = new JsonArray([.. inputs.Zip(ledger.Files, Input)]),
            ["outputs"] = new JsonArray([.. outputs]),
        };
        JsonFile.Write(output.PathOf(ManifestReading.FileName), manifest);
    }

    private static JsonObject Input(string hash, FileLedger file)
    {
        var json = new JsonObject
        {
            ["file"] = file.File,
            ["sha256"] = hash,
            ["rows"] = file.Rows,
        };
        foreach (var place in Enum.GetValues<RowOutcome>())
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
