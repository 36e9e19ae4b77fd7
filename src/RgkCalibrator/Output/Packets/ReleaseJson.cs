using System.Text.Json;
using System.Text.Json.Nodes;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Packets;

/// <summary>
/// What was decided about everything that may leave: the profile with its exceptions, the rules in words, every file,
/// and every figure of every line, shown or not. The form has a version, which goes up when a property goes away or
/// changes its meaning.
/// </summary>
internal static class ReleaseJson
{
    internal const string FileName = "vrijgave.json";
    private const string Format = "rgk-release";
    private const int FormatVersion = 1;

    /// <summary>The document.</summary>
    /// <param name="draft">What may be shown, with the verdicts.</param>
    /// <param name="files">The files that were written.</param>
    /// <param name="notes">The choices behind them, and the language of the rules in words.</param>
    internal static JsonObject Build(SafeDraft draft, IReadOnlyList<ReleasedFile> files, DraftNotes notes)
    {
        var json = Heading(draft.Verdicts, files, notes);
        json["lost"] = Lost(draft.Verdicts, Withheld(draft.Lines));
        json["attack"] = Attack(draft);
        json["figures"] = Figures(draft.Verdicts, files);
        return json;
    }

    /// <summary>The same of scenarios, each with what was lost and the verdicts in it.</summary>
    internal static JsonObject Build(
        SafeComparison comparison, IReadOnlyList<ReleasedFile> files, DraftNotes notes)
    {
        var json = Heading([.. comparison.Scenarios.SelectMany(one => one.Verdicts)], files, notes);
        json["scenarios"] = new JsonArray([.. comparison.Scenarios.Select(one => new JsonObject
        {
            ["scenario"] = one.Name,
            ["lost"] = Lost(one.Verdicts, Withheld(one.Lines.Select(line => line.Line))),
            ["figures"] = Figures(one.Verdicts, files),
        })]);
        return json;
    }

    private static JsonObject Heading(
        IReadOnlyList<SafeVerdict> verdicts, IReadOnlyList<ReleasedFile> files, DraftNotes notes)
    {
        var rules = Enum.GetValues<ReleaseRule>().Select(rule =>
            KeyValuePair.Create(rule.Id(), (JsonNode?)rule.InWords(notes.Disclosure).In(notes.Language)));
        var listed = files.OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => File(file, verdicts));
        return new JsonObject
        {
            ["format"] = Format,
            ["formatVersion"] = FormatVersion,
            ["synthetic"] = notes.IsSynthetic,
            ["profile"] = notes.Disclosure.Describe(),
            ["rules"] = new JsonObject(rules),
            ["earlierReleases"] = notes.Earlier.In(notes.Language),
            ["files"] = new JsonArray([.. listed]),
        };
    }

    private static JsonArray Figures(IReadOnlyList<SafeVerdict> verdicts, IReadOnlyList<ReleasedFile> files) =>
        new([.. verdicts.Select(verdict => Figure(verdict, files))]);

    private static JsonObject File(ReleasedFile file, IReadOnlyList<SafeVerdict> verdicts)
    {
        var held = verdicts.Where(file.IsPlaceOf).ToList();
        var json = new JsonObject
        {
            ["file"] = file.Name,
            ["rules"] = JsonFile.Texts(
                held.Select(verdict => verdict.Rule).Distinct().Order().Select(rule => rule.Id())),
            ["figures"] = JsonFile.Texts(file.AllFigures.Select(NameOf)),
        };
        foreach (var kind in Enum.GetValues<Verdict>())
            json[NameOf(kind)] = held.Count(verdict => verdict.Verdict == kind);
        return json;
    }

    /// <summary>The same of a control, of which each line has one figure.</summary>
    internal static JsonObject Build(SafeControl control, IReadOnlyList<ReleasedFile> files, DraftNotes notes) =>
        Build(control.Verdicts, [.. control.Lines.Select(line => line.Providers is null)], files, notes);

    /// <summary>The same of a monitor, of which each line has one figure.</summary>
    internal static JsonObject Build(SafeMonitor monitor, IReadOnlyList<ReleasedFile> files, DraftNotes notes) =>
        Build(monitor.Verdicts, [.. monitor.Lines.Select(line => line.Quarters.Count == 0)], files, notes);

    private static JsonObject Build(
        IReadOnlyList<SafeVerdict> verdicts, IReadOnlyList<bool> withheld, IReadOnlyList<ReleasedFile> files,
        DraftNotes notes)
    {
        var json = Heading(verdicts, files, notes);
        json["lost"] = Lost(verdicts, withheld);
        json["figures"] = Figures(verdicts, files);
        return json;
    }

    private static IReadOnlyList<bool> Withheld(IEnumerable<SafeLine> lines) =>
        [.. lines.Select(line => line.Withheld is not null)];

    private static JsonObject Lost(IReadOnlyList<SafeVerdict> verdicts, IReadOnlyList<bool> withheld)
    {
        var json = new JsonObject
        {
            ["figures"] = verdicts.Count,
            ["suppressed"] = verdicts.Count(verdict => verdict.Loss is not null),
        };
        foreach (var loss in Enum.GetValues<Loss>())
            json[NameOf(loss)] = verdicts.Count(verdict => verdict.Loss == loss);
        json["lines"] = withheld.Count;
        json["linesWithheld"] = withheld.Count(isWithheld => isWithheld);
        return json;
    }

    /// <summary>
    /// What the attacker needed, of all lines together: of one line it would tell that few are behind it.
    /// </summary>
    private static JsonObject Attack(SafeDraft draft) => new()
    {
        ["withheld"] = draft.TakenByAttack.Values.Sum(),
        ["figures"] = new JsonObject(draft.TakenByAttack.Select(pair =>
            KeyValuePair.Create(NameOf(pair.Key), (JsonNode?)pair.Value))),
    };

    private static JsonObject Figure(SafeVerdict verdict, IReadOnlyList<ReleasedFile> files) => new()
    {
        ["figure"] = NameOf(verdict.Figure),
        ["product"] = verdict.ProductCode,
        ["subgroup"] = verdict.Subgroup,
        ["rule"] = verdict.Rule.Id(),
        ["verdict"] = NameOf(verdict.Verdict),
        ["reason"] = verdict.Loss is { } loss ? NameOf(loss) : null,
        // A count that is not shown is null: fewer than the smallest group, or that of such a one would follow.
        ["evidence"] = new JsonObject
        {
            ["trajectories"] = verdict.Trajectories.Value,
            ["childrenNeeded"] = verdict.ChildrenNeeded,
        },
        ["files"] = JsonFile.Texts(
            files.Where(file => file.IsPlaceOf(verdict)).Select(file => file.Name).Order(StringComparer.Ordinal)),
    };

    /// <summary>The names are those of the code, with a small first letter, and stable.</summary>
    private static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
