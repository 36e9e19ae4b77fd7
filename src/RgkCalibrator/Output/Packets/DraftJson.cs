using System.Text.Json;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Packets;

/// <summary>
/// The draft for programs: numbers as in the tables, rounded likewise, and null for what is not shown. The form has a version, which goes up when a
/// property goes away or changes its meaning. It is the same in every language.
/// </summary>
internal static class DraftJson
{
    private const string Format = "rgk-draft";
    private const int FormatVersion = 1;
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n" };

    /// <summary>Writes the draft.</summary>
    /// <param name="lines">The lines, as they may be shown.</param>
    /// <param name="notes">The choices behind them.</param>
    /// <param name="output">Is left open.</param>
    internal static void Write(IReadOnlyList<SafeLine> lines, DraftNotes notes, Stream output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteNumber("formatVersion", FormatVersion);
        json.WriteBoolean("synthetic", notes.IsSynthetic);
        WriteChoices(json, notes);
        json.WriteStartArray("lines");
        foreach (var line in lines)
            WriteLine(json, line);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void WriteChoices(Utf8JsonWriter json, DraftNotes notes)
    {
        json.WriteString("cohort", notes.Trajectories.Cohort.ToString());
        json.WriteString("cohortRule", notes.Trajectories.Rule.ToString());
        json.WriteNumber("gapDays", notes.Trajectories.GapDays);
        json.WriteString("percentileType", notes.Framework.Type.ToString());
        json.WriteNumber("smallestGroup", notes.Disclosure.SmallestGroup);
        json.WriteNumber("countRounding", notes.Disclosure.CountRounding);
    }

    private static void WriteLine(Utf8JsonWriter json, SafeLine line)
    {
        json.WriteStartObject();
        json.WriteString("productCode", line.Product.Code);
        json.WriteString("product", line.Product.Name);
        json.WriteString("subgroup", line.SubgroupId.Length == 0 ? null : line.SubgroupId);
        // In one language, as the names of products.
        json.WriteString("subgroupName", line.SubgroupId.Length == 0 ? null : line.SubgroupName.Dutch);
        json.WriteString("framework", line.Product.Framework.NameInFiles());
        json.WriteString("unit", line.Product.Unit.Name());
        WriteNumber(json, "trajectories", line.Trajectories.Value);
        WriteProposal(json, "chosen", line.Chosen);
        WriteProposal(json, "compared", line.Compared);
        WriteLimit(json, "lower", line.Lower);
        WriteLimit(json, "upper", line.Upper);
        WriteIntensity(json, line);
        WriteShare(json, "withinDuration", line.WithinDuration);
        WriteShare(json, "withinVolume", line.WithinVolume);
        WriteShare(json, "withinBoth", line.WithinBoth);
        WriteCurrent(json, line.Current);
        // Of few children with many trajectories, the tier would tell what the count does not.
        json.WriteString("tier", line.Withheld is null ? line.Tier.NameInFiles() : null);
        json.WriteString("basis", line.Basis.NameInFiles());
        json.WriteString("lack", line.Lack?.NameInFiles());
        WriteFlags(json, line);
        json.WriteString("withheld", line.Withheld?.NameInFiles());
        json.WriteEndObject();
    }

    private static void WriteFlags(Utf8JsonWriter json, SafeLine line)
    {
        json.WriteBoolean("sharesVolume", line.SharesVolume);
        json.WriteBoolean("sharesDuration", line.SharesDuration);
        json.WriteBoolean("perCareYear", line.IsPerCareYear);
        json.WriteBoolean("durationUnstable", line.IsStepUnstable);
        json.WriteBoolean("beyondLongestDuration", line.IsBeyondLongest);
        json.WriteBoolean("manyRunning", line.IsMuchCensored || LineFlags.LeavesManyOut(line));
        json.WriteBoolean("drifts", line.HasDrift);
        json.WriteBoolean("leansOnOneProvider", line.LeansOnOneProvider);
        json.WriteString("subgroupAdvice", line.Advice?.NameInFiles());
        json.WriteBoolean("wideInterval", LineFlags.HasWideInterval(line));
        json.WriteBoolean("fewWithinBoth", LineFlags.HoldsFewTogether(line));
        json.WriteBoolean("intensityFits", LineFlags.IntensityFits(line));
        json.WriteBoolean("currentIntensityFits", LineFlags.CurrentFits(line));
    }

    /// <summary>Of the interval of what is chosen: null of a line that is not shown, and a limit within it null that may not be.</summary>
    private static void WriteLimit(Utf8JsonWriter json, string name, SafeProposal? limit)
    {
        if (limit is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        WriteDuration(json, limit.Duration);
        WriteNumber(json, "volume", limit.Volume);
        json.WriteEndObject();
    }

    private static void WriteProposal(Utf8JsonWriter json, string name, SafeProposal proposal)
    {
        json.WriteStartObject(name);
        json.WriteNumber("percentile", proposal.Percentage.Halves / 2.0);
        WriteDuration(json, proposal.Duration);
        WriteNumber(json, "volume", proposal.Volume);
        json.WriteEndObject();
    }

    private static void WriteCurrent(Utf8JsonWriter json, CurrentLine? current)
    {
        if (current is null)
        {
            json.WriteNull("current");
            return;
        }

        json.WriteStartObject("current");
        WriteDuration(json, current.Duration);
        WriteNumber(json, "volume", current.Volume);
        json.WriteEndObject();
    }

    private static void WriteDuration(Utf8JsonWriter json, DurationStep? duration)
    {
        if (duration is null)
        {
            json.WriteNull("duration");
            return;
        }

        json.WriteStartObject("duration");
        json.WriteNumber("length", duration.Length);
        json.WriteString("unit", duration.Unit switch
        {
            DurationUnit.Month => "month",
            DurationUnit.Week => "week",
            DurationUnit.SchoolYear => "schoolYear",
            _ => throw new ArgumentOutOfRangeException(nameof(duration), duration.Unit, "Unknown duration unit."),
        });
        json.WriteEndObject();
    }

    private static void WriteIntensity(Utf8JsonWriter json, SafeLine line)
    {
        if (line is not { Intensity: { } intensity, Product.IntensityUnit: { } unit })
        {
            json.WriteNull("perWeek");
            return;
        }

        json.WriteStartObject("perWeek");
        WriteCell(json, "value", DraftCells.Intensity(intensity, unit, Language.English));
        json.WriteString("unit", DraftCells.UnitName(unit));
        json.WriteEndObject();
    }

    /// <summary>Of a share that is only said to be above a bound, <c>above</c> is true.</summary>
    private static void WriteShare(Utf8JsonWriter json, string name, SafeShare? share)
    {
        if (share is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        WriteCell(json, "share", TableCell.Share(share.Value, Language.English));
        json.WriteBoolean("above", share.IsBand);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
            WriteCell(json, name, TableCell.Decimal(number, 2, Language.English));
        else
            json.WriteNull(name);
    }

    // As the tables round it.
    private static void WriteCell(Utf8JsonWriter json, string name, TableCell cell)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(cell.Plain);
    }
}
