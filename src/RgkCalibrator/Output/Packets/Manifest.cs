using System.Text.Json.Nodes;
using RgkCalibrator.Intake.Accounting;

namespace RgkCalibrator.Output.Packets;

/// <summary>
/// What a run was made of and what it made: version, settings, the SHA-256 of every input and of every output. It
/// records no path, time or machine, so that the same input and settings give the same bytes; and no count, since it
/// goes where <c>extern/</c> goes. Counts are in <see cref="LedgerJson"/>.
/// </summary>
internal static class Manifest
{
    /// <summary>What names the kind of packet; manifests of older versions lack it.</summary>
    internal const string KindKey = "kind";

    private const int FormatVersion = 2;

    /// <summary>Writes the manifest of the files in a folder.</summary>
    /// <param name="output">Where the run writes; all files in it are outputs.</param>
    /// <param name="inputs">The SHA-256 of the input files, in the order of the ledger.</param>
    /// <param name="ledger">Names them.</param>
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
            [KindKey] = output.Kind.NameInFiles(),
            ["version"] = typeof(Manifest).Assembly.GetName().Version!.ToString(fieldCount: 3),
            ["synthetic"] = ledger.IsSynthetic,
            ["settings"] = settings,
            ["inputs"] = new JsonArray([.. inputs.Zip(ledger.Files, Input)]),
            ["outputs"] = new JsonArray([.. outputs]),
        };
        JsonFile.Write(output.PathOf(ManifestReading.FileName), manifest);
    }

    private static JsonObject Input(string hash, FileLedger file) => new()
    {
        ["file"] = file.File,
        ["sha256"] = hash,
    };
}
