using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Tables;

/// <summary>How a table has the intervals of its lines.</summary>
internal enum IntervalForm
{
    /// <summary>Not at all: a table that is read in text has no room for them.</summary>
    Absent,

    /// <summary>One text for both limits, in which a limit that may not be shown is an open end.</summary>
    InWords,

    /// <summary>The limits apart, each empty where it may not be shown.</summary>
    AsLimits,
}

/// <summary>The intervals of the proposed duration and volume, as columns of a table.</summary>
internal static class IntervalColumns
{
    internal static IEnumerable<TableColumn> Of(FrameworkSettings settings, IntervalForm form, Language language)
    {
        var (p, name) = (settings.Percentage.Name().In(language), DraftTable.NameOf(settings.Percentage));
        return form switch
        {
            IntervalForm.Absent => [],
            IntervalForm.InWords =>
            [
                Column(new("Interval duur " + p, "Interval duration " + p), $"duration_{name}_interval", isNumber: false),
                Column(new("Interval volume " + p, "Interval volume " + p), $"volume_{name}_interval", isNumber: false),
            ],
            IntervalForm.AsLimits =>
            [
                Column(new($"Duur {p} vanaf", $"Duration {p} from"), $"duration_{name}_lower", isNumber: false),
                Column(new($"Duur {p} t/m", $"Duration {p} to"), $"duration_{name}_upper", isNumber: false),
                Column(new($"Volume {p} vanaf", $"Volume {p} from"), $"volume_{name}_lower", isNumber: true),
                Column(new($"Volume {p} t/m", $"Volume {p} to"), $"volume_{name}_upper", isNumber: true),
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Unknown form."),
        };

        TableColumn Column(Wording heading, string column, bool isNumber) => new(heading.In(language), column, isNumber);
    }

    /// <summary>The cells of a line, in the order of the columns.</summary>
    internal static IEnumerable<TableCell> Of(SafeLine line, IntervalForm form, Language language)
    {
        var (lower, upper) = (line.Lower, line.Upper);
        return form switch
        {
            IntervalForm.Absent => [],
            IntervalForm.InWords => [TableCell.Text(InWords(lower?.Duration, upper?.Duration, language)), TableCell.Text(InWords(lower?.Volume, upper?.Volume, language))],
            IntervalForm.AsLimits =>
            [
                DraftTable.Duration(lower?.Duration, language), DraftTable.Duration(upper?.Duration, language),
                DraftTable.Number(lower?.Volume, language), DraftTable.Number(upper?.Volume, language),
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Unknown form."),
        };
    }

    /// <summary>The unit of durations is told once where both limits have it: <c>9 t/m 12 maanden</c>.</summary>
    private static string InWords(DurationStep? lower, DurationStep? upper, Language language)
    {
        var isUnitShared = lower is not null && upper is not null && lower != upper && lower.Unit == upper.Unit && lower.Unit != DurationUnit.SchoolYear;
        return InWords(isUnitShared ? Numbers.Whole(lower!.Length) : lower?.Shown().In(language), upper?.Shown().In(language), language);
    }

    private static string InWords(decimal? lower, decimal? upper, Language language)
    {
        return InWords(Shown(lower), Shown(upper), language);

        string? Shown(decimal? limit) => limit is { } volume ? Numbers.Shown((double)volume, 2, language) : null;
    }

    private static string InWords(string? lower, string? upper, Language language)
    {
        var words = (lower, upper) switch
        {
            (null, null) => Wording.Same(string.Empty),
            ({ } from, null) => new($"vanaf {from}", $"from {from}"),
            (null, { } to) => new($"tot en met {to}", $"up to {to}"),
            ({ } from, { } to) when from == to => Wording.Same(from),
            ({ } from, { } to) => new Wording($"{from} t/m {to}", $"{from} to {to}"),
        };
        return words.In(language);
    }
}
