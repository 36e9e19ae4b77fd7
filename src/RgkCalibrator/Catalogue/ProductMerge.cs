namespace RgkCalibrator.Catalogue;

/// <summary>
/// Products that count as one: of each list the lines of all count as lines of the first product, which keeps its name,
/// subgroups, allowed durations and current lines.
/// </summary>
public sealed class ProductMerge : IEquatable<ProductMerge>
{
    private readonly Dictionary<string, string> _first;

    /// <summary>Takes lists of codes; a code stands in one list, once.</summary>
    public ProductMerge(IReadOnlyList<IReadOnlyList<string>> lists)
    {
        Lists = lists;
        _first = lists.SelectMany(codes => codes.Skip(1), (codes, code) => (codes[0], code))
            .ToDictionary(pair => pair.code, pair => pair.Item1, StringComparer.Ordinal);
    }

    /// <summary>Every product counts by itself.</summary>
    public static ProductMerge None { get; } = new([]);

    /// <summary>The codes that count as one, the one that stays first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Lists { get; }

    /// <summary>The code that stays, for each code that does not.</summary>
    public IReadOnlyDictionary<string, string> CountedAs => _first;

    /// <summary>The code that lines of another code count as; null: they count as their own.</summary>
    public string? FirstOf(string code) => _first.GetValueOrDefault(code);

    /// <summary>As <c>45C02+45C05, 54002+54003</c>.</summary>
    public override string ToString() => string.Join(", ", Lists.Select(codes => string.Join("+", codes)));

    /// <inheritdoc/>
    public bool Equals(ProductMerge? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ProductMerge);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(ToString(), StringComparison.Ordinal);
}
