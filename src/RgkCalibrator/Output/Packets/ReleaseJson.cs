using System.Text.Json;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Packets;

/// <summary>
/// What was decided about everything that may leave: the profile with its exceptions, the rules in words, every file, and every figure of every line,
/// shown or not. The form has a version, which goes up when a property goes away or changes its meaning.
/// </summary>
internal static class ReleaseJson
{
    internal const string FileName = "vrijgave.json";
    private const string Format = "rgk-release";
    private const int FormatVersion = 1;
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n" };

    /// <summary>Writes the verdicts.</summary>
    /// <param name="draft">What may be shown, with the verdicts.</param>
    /// <param name="files">The files that were written.</param>
    /// <param name="notes">The choices behind them.</param>
    /// <param name="language">Of the rules in words.</param>
    /// <param name="output">Is left open.</param>
    internal static void Write(SafeDraft draft, IReadOnlyList<ReleasedFile> files, DraftNotes notes, Language language, Stream output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteNumber("formatVersion", FormatVersion);
        json.WriteBoolean("synthetic", notes.IsSynthetic);
        json.WritePropertyName("profile");
        notes.Disclosure.Describe().WriteTo(json);
        WriteRules(json, notes.Disclosure, language);
        WriteFiles(json, draft.Verdicts, files);
        WriteLost(json, draft);
        json.WriteStartArray("figures");
        foreach (var verdict in draft.Verdicts)
            WriteVerdict(json, verdict, files);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void WriteRules(Utf8JsonWriter json, DisclosureProfile profile, Language language)
    {
        json.WriteStartObject("rules");
        foreach (var rule in Enum.GetValues<ReleaseRule>())
            json.WriteString(rule.Id(), rule.InWords(profile).In(language));
        json.WriteEndObject();
    }

    private static void WriteFiles(Utf8JsonWriter json, IReadOnlyList<SafeVerdict> verdicts, IReadOnlyList<ReleasedFile> files)
    {
        json.WriteStartArray("files");
        foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            var held = verdicts.Where(file.IsPlaceOf).ToList();
            json.WriteStartObject();
            json.WriteString("file", file.Name);
            WriteTexts(json, "rules", held.Select(verdict => verdict.Rule).Distinct().Order().Select(rule => rule.Id()));
            WriteTexts(json, "figures", file.Figures.Order().Select(NameOf));
            foreach (var kind in Enum.GetValues<Verdict>())
                json.WriteNumber(NameOf(kind), held.Count(verdict => verdict.Verdict == kind));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLost(Utf8JsonWriter json, SafeDraft draft)
    {
        json.WriteStartObject("lost");
        json.WriteNumber("figures", draft.Verdicts.Count);
        json.WriteNumber("suppressed", draft.Verdicts.Count(verdict => verdict.Loss is not null));
        foreach (var loss in Enum.GetValues<Loss>())
            json.WriteNumber(NameOf(loss), draft.Verdicts.Count(verdict => verdict.Loss == loss));
        json.WriteNumber("lines", draft.Lines.Count);
        json.WriteNumber("linesWithheld", draft.Lines.Count(line => line.Withheld is not null));
        json.WriteEndObject();
    }

    private static void WriteVerdict(Utf8JsonWriter json, SafeVerdict verdict, IReadOnlyList<ReleasedFile> files)
    {
        json.WriteStartObject();
        json.WriteString("figure", NameOf(verdict.Figure));
        json.WriteString("product", verdict.ProductCode);
        json.WriteString("subgroup", verdict.Subgroup);
        json.WriteString("rule", verdict.Rule.Id());
        json.WriteString("verdict", NameOf(verdict.Verdict));
        json.WriteString("reason", verdict.Loss is { } loss ? NameOf(loss) : null);
        WriteEvidence(json, verdict);
        WriteTexts(json, "files", files.Where(file => file.IsPlaceOf(verdict)).Select(file => file.Name).Order(StringComparer.Ordinal));
        json.WriteEndObject();
    }

    /// <summary>A count that is not shown is null: fewer than the smallest group.</summary>
    private static void WriteEvidence(Utf8JsonWriter json, SafeVerdict verdict)
    {
        json.WriteStartObject("evidence");
        if (verdict.Trajectories.Value is { } trajectories)
            json.WriteNumber("trajectories", trajectories);
        else
            json.WriteNull("trajectories");
        json.WriteNumber("childrenNeeded", verdict.ChildrenNeeded);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>The names are those of the code, with a small first letter, and stable.</summary>
    private static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
