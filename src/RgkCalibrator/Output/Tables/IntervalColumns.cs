using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Trajectories;

using Column = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Disclosure.SafeLine>;

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
    internal static IReadOnlyList<Column> InForm(IntervalForm form, FrameworkSettings settings)
    {
        var (p, name) = (settings.Percentage.Name(), DraftCells.NameInColumns(settings.Percentage));
        return form switch
        {
            IntervalForm.Absent => [],
            IntervalForm.InWords =>
            [
                new(
                    $"duration_{name}_interval", ColumnKind.Text, DurationInWords,
                    new($"Marge duur {p.Dutch}", $"Interval duration {p.English}")),
                new(
                    $"volume_{name}_interval", ColumnKind.Text, VolumeInWords,
                    new($"Marge volume {p.Dutch}", $"Interval volume {p.English}")),
            ],
            IntervalForm.AsLimits =>
            [
                Column.Words(
                    $"duration_{name}_lower", line => line.Lower?.Duration?.Shown(),
                    new($"Duur {p.Dutch} vanaf", $"Duration {p.English} from")),
                Column.Words(
                    $"duration_{name}_upper", line => line.Upper?.Duration?.Shown(),
                    new($"Duur {p.Dutch} t/m", $"Duration {p.English} to")),
                Column.Rounded(
                    $"volume_{name}_lower", line => line.Lower?.Volume,
                    new($"Volume {p.Dutch} vanaf", $"Volume {p.English} from")),
                Column.Rounded(
                    $"volume_{name}_upper", line => line.Upper?.Volume,
                    new($"Volume {p.Dutch} t/m", $"Volume {p.English} to")),
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Unknown form."),
        };
    }

    /// <summary>The unit of durations is told once where both limits have it: <c>9 t/m 12 maanden</c>.</summary>
    private static TableCell DurationInWords(SafeLine line, Language language)
    {
        var (lower, upper) = (line.Lower?.Duration, line.Upper?.Duration);
        var isUnitShared =
            lower is not null && lower != upper && lower.Unit == upper?.Unit && lower.Unit != DurationUnit.SchoolYear;
        return InWords(
            isUnitShared ? Numbers.Whole(lower!.Length) : lower?.Shown().In(language), upper?.Shown().In(language),
            language);
    }

    private static TableCell VolumeInWords(SafeLine line, Language language)
    {
        return InWords(Shown(line.Lower?.Volume), Shown(line.Upper?.Volume), language);

        string? Shown(decimal? limit) => limit is { } volume ? Numbers.Shown((double)volume, 2, language) : null;
    }

    private static TableCell InWords(string? lower, string? upper, Language language)
    {
        var words = (lower, upper) switch
        {
            (null, null) => Wording.Same(string.Empty),
            ({ } from, null) => new($"vanaf {from}", $"from {from}"),
            (null, { } to) => new($"tot en met {to}", $"up to {to}"),
            ({ } from, { } to) when from == to => Wording.Same(from),
            ({ } from, { } to) => new Wording($"{from} t/m {to}", $"{from} to {to}"),
        };
        return TableCell.Text(words.In(language));
    }
}
