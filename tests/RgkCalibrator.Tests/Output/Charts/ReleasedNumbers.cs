using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Output.Charts;

/// <summary>
/// The numbers that a chart of some lines may hold: all that stand in their safe values and in the catalogue, found by
/// reflection, those of the choices, and the few that charts compute of them.
/// </summary>
internal sealed partial class ReleasedNumbers
{
    private const double Slack = 1e-9;

    // The height of bars of durations is a number per three months; a funnel has two sets of limits.
    private static readonly double[] OfCharts = [0, 3, 95, 99.8];

    private readonly SortedSet<double> _values = [.. OfCharts];
    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly Language _language;

    internal ReleasedNumbers(SafeDraft draft, IReadOnlyCollection<SafeLine> lines, ChartContext context)
    {
        _language = context.Language;
        Add(context);
        Add(SafeCurve.Grid);
        foreach (var line in lines)
        {
            Add(line);
            Add(SafeQuarters.From(line));
            AddDerived(line);
        }

        foreach (var shown in draft.Distributions.Where(shown => lines.Contains(shown.Line)))
        {
            Add(shown);
            AddYears(shown);
        }

        foreach (var pooled in draft.Subgroups.Where(one => lines.Any(line => line.Product.Code == one.Product.Code)))
        {
            Add(pooled.Whole.Chosen);
            Add(pooled.Whole.Trajectories);
        }
    }

    /// <summary>The numbers in a text that are none of these, with the line in which they stand.</summary>
    internal IEnumerable<string> Strange(string text) =>
        from line in text.Split('\n')
        from number in In(line)
        where !Holds(number.Value, number.Decimals)
        select $"{number.Value} in '{line}'";

    /// <summary>Adds the whole numbers up to one, where a chart counts lines or pages.</summary>
    internal ReleasedNumbers WithCountsTo(int most)
    {
        _values.UnionWith(Enumerable.Range(0, most + 1).Select(i => (double)i));
        return this;
    }

    [GeneratedRegex("[0-9]+(?:[.,][0-9]+)*")]
    private static partial Regex Number();

    /// <summary>Volumes per week, and what changes from one line to another.</summary>
    private void AddDerived(SafeLine line)
    {
        var chosen = (line.Chosen.Volume, line.Chosen.Duration);
        AddPerWeek(chosen);
        AddChange((line.Compared.Volume, line.Compared.Duration), chosen);
        if (line.Current is not { } current)
            return;
        AddPerWeek((current.Volume, current.Duration));
        AddChange((current.Volume, current.Duration), chosen);
    }

    /// <summary>How many start years there are, and of how many the proposal lies outside the interval.</summary>
    private void AddYears(SafeDistributions shown)
    {
        if (shown.YearPercentiles is not { Years: var years })
            return;
        var volume = (double)shown.Line.Chosen.Volume!.Value;
        _values.UnionWith([years.Count, years.Count(year => !year.Holds(volume))]);
    }

    private void AddPerWeek((decimal? Volume, DurationStep? Duration) line)
    {
        if (line is { Volume: { } volume, Duration: { } duration })
            _ = _values.Add((double)(volume / duration.InWeeks()));
    }

    private void AddChange(
        (decimal? Volume, DurationStep? Duration) before, (decimal? Volume, DurationStep? Duration) after)
    {
        AddChange((double?)before.Volume, (double?)after.Volume);
        AddChange(before.Duration?.Length, after.Duration?.Length);
        AddChange((double?)before.Duration?.InWeeks(), (double?)after.Duration?.InWeeks());
    }

    private void AddChange(double? before, double? after)
    {
        if (before is { } old && after is { } young)
            _values.UnionWith([Math.Abs(young - old), 100 * Math.Abs(young - old) / Math.Max(old, Slack)]);
    }

    /// <summary>
    /// All numbers in a value, in its properties and in its texts; those from 0 to 1 also as percentages.
    /// </summary>
    private void Add(object? value)
    {
        if (value is string text)
            _values.UnionWith(In(text).Select(number => number.Value));
        else if (value is double or decimal or long or int)
            AddNumber(Convert.ToDouble(value, CultureInfo.InvariantCulture));
        else if (value is IEnumerable many)
            many.Cast<object?>().ToList().ForEach(Add);
        else if (IsOurs(value) && _seen.Add(value!))
            AddProperties(value!);
    }

    private void AddNumber(double number) =>
        _values.UnionWith(number is > 0 and < 1 ? [number, 100 * number, 100 - (100 * number)] : [number]);

    private void AddProperties(object value)
    {
        if (value is DurationStep step)
            AddNumber((double)step.InWeeks());
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0))
        {
            Add(property.GetValue(value));
        }
    }

    private static bool IsOurs(object? value) => value?.GetType() is { IsEnum: false, Namespace: { } space }
        && space.StartsWith(nameof(RgkCalibrator), StringComparison.Ordinal);

    private bool Holds(double value, int decimals)
    {
        var half = (0.5 * Math.Pow(10, -decimals)) + Slack;
        return _values.GetViewBetween(value - half, value + half).Count > 0;
    }

    private IEnumerable<(double Value, int Decimals)> In(string text) =>
        from Match match in Number().Matches(text)
        let plain = _language == Language.Dutch
            ? match.Value.Replace(".", string.Empty, StringComparison.Ordinal).Replace(',', '.')
            : match.Value.Replace(",", string.Empty, StringComparison.Ordinal)
        let point = plain.IndexOf('.', StringComparison.Ordinal)
        select (double.Parse(plain, CultureInfo.InvariantCulture), point < 0 ? 0 : plain.Length - point - 1);
}
