using System.Text.Json.Nodes;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Output.Packets;

/// <summary>Where the rows and the volume of every input ended, as counted: restricted.</summary>
internal static class LedgerJson
{
    private const string Format = "rgk-ledger";
    private const int FormatVersion = 1;

    /// <summary>The document.</summary>
    internal static JsonObject Build(Ledger ledger) => new()
    {
        ["format"] = Format,
        ["formatVersion"] = FormatVersion,
        ["unknownProducts"] = new JsonObject
        {
            ["codes"] = JsonFile.Texts(ledger.UnknownCodes.Named),
            ["left"] = ledger.UnknownCodes.Left,
        },
        ["inputs"] = new JsonArray([.. ledger.Files.Select(Input)]),
    };

    private static JsonObject Input(FileLedger file)
    {
        var json = new JsonObject { ["file"] = file.File, ["rows"] = file.Rows };
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
