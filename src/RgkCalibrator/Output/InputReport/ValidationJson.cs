using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using RgkCalibrator.Intake;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.InputReport;

/// <summary>
/// A report on declarations for programs: names are English and stay, sentences are in the language of the run.
/// HANDLEIDING.md describes it.
/// </summary>
internal sealed class ValidationJson(Validation validation, Language language)
{
    private const string Format = "rgk-validation";
    private const int FormatVersion = 1;

    // The file is UTF-8 and no web page: accents need no escape.
    private static readonly JsonWriterOptions Options =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Ledger _ledger = validation.Ledger;

    internal static void Write(Validation validation, Language language, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, Options))
            new ValidationJson(validation, language).Report().WriteTo(json);
        output.WriteByte((byte)'\n');
    }

    private JsonObject Report() => new()
    {
        ["format"] = Format,
        ["formatVersion"] = FormatVersion,
        ["language"] = language == Language.Dutch ? "nl" : "en",
        ["synthetic"] = _ledger.IsSynthetic,
        ["catalogue"] = validation.Catalogue.Name,
        ["observed"] = validation.Catalogue.Trajectories.Observed.ToString(),
        ["maxLineDays"] = validation.MaxLineDays,
        ["files"] = Array(
            validation.Files,
            file => file.Trouble is { } trouble ? Troubled(file, trouble) : Read(file, file.Reading!)),
        ["passedOver"] = Array(validation.PassedOver, name => name),
        ["total"] = new JsonObject
        {
            ["rows"] = _ledger.Rows,
            ["places"] = Places(_ledger.At),
            ["reasons"] = Reasons(null),
            ["unequalDuplicates"] = _ledger.Remarks.UnequalDuplicates,
            ["unequalCredits"] = _ledger.Remarks.UnequalCredits,
        },
    };

    private JsonObject Troubled(ExaminedFile file, CalibrationException trouble) => new()
    {
        ["file"] = file.Name,
        ["trouble"] = new JsonObject
        {
            ["exitCode"] = (int)trouble.ExitCode,
            ["what"] = trouble.What.In(language),
            ["where"] = trouble.Where,
            ["remedy"] = trouble.Remedy.In(language),
        },
    };

    private JsonObject Read(ExaminedFile file, FileReading reading) => new()
    {
        ["file"] = file.Name,
        ["kind"] = reading.Kind.English,
        ["evidence"] = Array(reading.Evidence, sentence => sentence.In(language)),
        ["columns"] = Array(reading.Columns, column => new JsonObject
        {
            ["column"] = column.Column.Name(),
            ["name"] = column.Name,
            ["form"] = column.Form.In(language),
            ["evidence"] = column.Evidence.In(language),
        }),
        ["absent"] = Array(reading.Absent, column => column.Name()),
        ["unused"] = Array(reading.Unused, name => name),
        ["rows"] = _ledger.Files[reading.Number].Rows,
        ["places"] = Places(_ledger.Files[reading.Number].At),
        ["reasons"] = Reasons(reading.Number),
        ["parts"] = Array(validation.Parts(reading.Number), part => new JsonObject
        {
            ["year"] = part.Year,
            ["product"] = part.Product,
            ["places"] = Places(place => part.Places.GetValueOrDefault(place, Amount.None), onlyWithRows: true),
        }),
    };

    /// <summary>The reasons of a file with the numbers of their first rows, or those of all files.</summary>
    private JsonArray Reasons(int? file) => Array(LedgerTables.ByReason(_ledger, file), reason =>
    {
        var told = new JsonObject
        {
            ["reason"] = reason.Key.Name(),
            ["column"] = reason.Key.Column(),
            ["rows"] = reason.LongCount(),
        };
        if (file is not null)
            told["examples"] = Array(LedgerTables.FirstOf(reason), row => row);
        return told;
    });

    private static JsonObject Places(Func<RowOutcome, Amount> at, bool onlyWithRows = false) => new(
        from place in Enum.GetValues<RowOutcome>()
        let amount = at(place)
        where !onlyWithRows || amount.Rows > 0
        select KeyValuePair.Create(place.NameInFiles(), (JsonNode?)new JsonObject
        {
            ["rows"] = amount.Rows,
            ["volume"] = new JsonObject(amount.Volume.Select(volume => KeyValuePair.Create(
                volume.Unit?.Name() ?? "?", (JsonNode?)Ticks.ToUnits(volume.Ticks)))),
        }));

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> node) => [.. items.Select(node)];
}
