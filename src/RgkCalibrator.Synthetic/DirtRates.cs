using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace RgkCalibrator.Synthetic;

/// <summary>
/// How often a line gets each kind of dirt, per ten thousand lines that can have it. Each rate is 0 or more, and all
/// together are at most 10,000. A line has at most one kind. Dirt adds rows, or writes a line as other rows: after
/// netting, without duplicates and rejected rows, the region without dirt is left.
/// </summary>
public sealed record DirtRates
{
    internal const int Whole = 10_000;

    private ImmutableDictionary<DirtKind, int> _rates =
        DirtFate.All.ToImmutableDictionary(fate => fate.Kind, fate => fate.UsualRate);

    /// <summary>About one line in twenty-five has dirt.</summary>
    public static DirtRates Default { get; } = new();

    /// <summary>A copy with other rates for some kinds.</summary>
    public DirtRates With(params IEnumerable<(DirtKind Kind, int Rate)> rates) =>
        this with { _rates = _rates.SetItems(rates.Select(rate => KeyValuePair.Create(rate.Kind, rate.Rate))) };

    /// <summary>Whether no rate is negative, and all together are at most 10,000.</summary>
    internal bool IsPossible => ByKind.All(rate => rate.Rate >= 0) && ByKind.Sum(rate => (long)rate.Rate) <= Whole;

    /// <summary>The rates in the order of the kinds.</summary>
    internal IEnumerable<(DirtKind Kind, int Rate)> ByKind =>
        DirtFate.All.Select(fate => (fate.Kind, _rates[fate.Kind]));

    /// <summary>Every rate by the name of its kind, in the order of the kinds.</summary>
    internal JsonObject Describe() =>
        new(DirtFate.All.Select(fate => KeyValuePair.Create<string, JsonNode?>(fate.Name, _rates[fate.Kind])));
}
