using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace RgkCalibrator.Synthetic;

/// <summary>
/// How often a line gets dirt: per ten thousand lines that can have the kind, each 0 or more, 10,000 or less in all. A
/// line has one kind at most. Dirt adds rows, or says a line in other rows: what is left of the rows after netting,
/// without duplicates and rejected rows, is the region without dirt.
/// </summary>
public sealed record DirtRates
{
    internal const int Whole = 10_000;

    private ImmutableDictionary<DirtKind, int> _rates =
        DirtFate.All.ToImmutableDictionary(fate => fate.Kind, fate => fate.UsualRate);

    /// <summary>About one line in twenty-five has dirt.</summary>
    public static DirtRates Default { get; } = new();

    /// <summary>The rate of a kind of dirt.</summary>
    public int this[DirtKind kind] => _rates[kind];

    /// <summary>The same rates but for some kinds.</summary>
    public DirtRates With(params IEnumerable<(DirtKind Kind, int Rate)> rates) =>
        this with { _rates = _rates.SetItems(rates.Select(rate => KeyValuePair.Create(rate.Kind, rate.Rate))) };

    /// <summary>Whether no rate is negative, and a line has a place for them all.</summary>
    internal bool IsPossible => ByKind.All(rate => rate.Rate >= 0) && ByKind.Sum(rate => (long)rate.Rate) <= Whole;

    /// <summary>The rates in the order of the kinds.</summary>
    internal IEnumerable<(DirtKind Kind, int Rate)> ByKind =>
        DirtFate.All.Select(fate => (fate.Kind, _rates[fate.Kind]));

    /// <summary>Every rate by the name of its kind, in the order of the kinds.</summary>
    internal JsonObject Describe() =>
        new(DirtFate.All.Select(fate => KeyValuePair.Create<string, JsonNode?>(fate.Name, _rates[fate.Kind])));
}
