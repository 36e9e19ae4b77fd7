using System.Text.Encodings.Web;
using System.Text.Json;
using RgkCalibrator.Intake;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.InputReport;

/// <summary>A report on declarations for programs: names are English and stay, sentences are in the language of the run. HANDLEIDING.md describes it.</summary>
internal sealed class ValidationJson
{
    private const string Format = "rgk-validation";
    private const int FormatVersion = 1;

    // The file is UTF-8 and no web page: accents need no escape.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Validation _validation;
    private readonly Language _language;
    private readonly Utf8JsonWriter _json;

    private ValidationJson(Validation validation, Language language, Utf8JsonWriter json) =>
        (_validation, _language, _json) = (validation, language, json);

    private Ledger Ledger => _validation.Ledger;

    internal static void Write(Validation validation, Language language, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, Options))
            new ValidationJson(validation, language, json).Write();
        output.WriteByte((byte)'\n');
    }

    private void Write()
    {
        _json.WriteStartObject();
        _json.WriteString("format", Format);
        _json.WriteNumber("formatVersion", FormatVersion);
        _json.WriteString("language", _language == Language.Dutch ? "nl" : "en");
        _json.WriteBoolean("synthetic", Ledger.IsSynthetic);
        _json.WriteString("catalogue", _validation.Catalogue.Name);
        _json.WriteString("observed", _validation.Catalogue.Trajectories.Observed.ToString());
        _json.WriteNumber("maxLineDays", _validation.MaxLineDays);
        _json.WriteStartArray("files");
        foreach (var file in _validation.Files)
            WriteFile(file);
        _json.WriteEndArray();
        WriteTotal();
        _json.WriteEndObject();
    }

    private void WriteFile(ExaminedFile file)
    {
        _json.WriteStartObject();
        _json.WriteString("file", file.Name);
        if (file.Trouble is { } trouble)
            WriteTrouble(trouble);
        else
            WriteReading(file.Reading!);
        _json.WriteEndObject();
    }

    private void WriteTrouble(CalibrationException trouble)
    {
        _json.WriteStartObject("trouble");
        _json.WriteNumber("exitCode", (int)trouble.ExitCode);
        _json.WriteString("what", trouble.What.In(_language));
        _json.WriteString("where", trouble.Where);
        _json.WriteString("remedy", trouble.Remedy.In(_language));
        _json.WriteEndObject();
    }

    private void WriteReading(FileReading reading)
    {
        _json.WriteString("kind", reading.Kind.English);
        WriteTexts("evidence", reading.Evidence.Select(sentence => sentence.In(_language)));
        _json.WriteStartArray("columns");
        foreach (var column in reading.Columns)
        {
            _json.WriteStartObject();
            _json.WriteString("column", column.Column.Name());
            _json.WriteString("name", column.Name);
            _json.WriteString("form", column.Form.In(_language));
            _json.WriteString("evidence", column.Evidence.In(_language));
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        WriteTexts("absent", reading.Absent.Select(column => column.Name()));
        WriteTexts("unused", reading.Unused);
        var ledger = Ledger.Files[reading.Number];
        _json.WriteNumber("rows", ledger.Rows);
        WritePlaces(Enum.GetValues<Place>().Select(place => (place, ledger.At(place))));
        WriteReasons(reading.Number);
        WriteParts(reading.Number);
    }

    private void WriteTotal()
    {
        _json.WriteStartObject("total");
        _json.WriteNumber("rows", Ledger.Rows);
        WritePlaces(Enum.GetValues<Place>().Select(place => (place, Ledger.At(place))));
        WriteReasons(null);
        _json.WriteNumber("unequalDuplicates", Ledger.Remarks.UnequalDuplicates);
        _json.WriteNumber("unequalCredits", Ledger.Remarks.UnequalCredits);
        _json.WriteEndObject();
    }

    private void WriteReasons(int? file)
    {
        _json.WriteStartArray("reasons");
        foreach (var reason in Ledger.RejectedRows.Where(row => file is null || row.File == file).GroupBy(row => row.Reason).OrderBy(reason => reason.Key))
        {
            _json.WriteStartObject();
            _json.WriteString("reason", reason.Key.Name());
            _json.WriteString("column", reason.Key.Column());
            _json.WriteNumber("rows", reason.LongCount());
            if (file is not null)
            {
                _json.WriteStartArray("examples");
                foreach (var row in LedgerTables.FirstOf(reason))
                    _json.WriteNumberValue(row);
                _json.WriteEndArray();
            }

            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteParts(int file)
    {
        _json.WriteStartArray("parts");
        foreach (var part in _validation.Parts(file))
        {
            _json.WriteStartObject();
            if (part.Year is { } year)
                _json.WriteNumber("year", year);
            else
                _json.WriteNull("year");
            _json.WriteString("product", part.Product);
            WritePlaces(part.Places.Where(pair => pair.Value.Rows > 0).OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)));
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WritePlaces(IEnumerable<(Place Place, Amount Amount)> places)
    {
        _json.WriteStartObject("places");
        foreach (var (place, amount) in places)
        {
            _json.WriteStartObject(place.Name());
            _json.WriteNumber("rows", amount.Rows);
            _json.WriteStartObject("volume");
            foreach (var volume in amount.Volume)
                _json.WriteNumber(volume.Unit?.Name() ?? "?", Ticks.ToUnits(volume.Ticks));
            _json.WriteEndObject();
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
    }

    private void WriteTexts(string name, IEnumerable<string> texts)
    {
        _json.WriteStartArray(name);
        foreach (var text in texts)
            _json.WriteStringValue(text);
        _json.WriteEndArray();
    }
}
