using RgkCalibrator.Disclosure;

namespace RgkCalibrator.Output.Packets;

/// <summary>A file of <c>extern/</c> and which figures stand in it.</summary>
/// <param name="Name">Relative to <c>extern/</c>, with slashes.</param>
/// <param name="Figures">Their kinds.</param>
/// <param name="ProductCode">Of one product; null: of all.</param>
/// <param name="Subgroup">Of one subgroup, or of the whole product when empty; null: of all.</param>
internal sealed record ReleasedFile(
    string Name, IReadOnlyList<Figure> Figures, string? ProductCode = null, string? Subgroup = null)
{
    /// <summary>Files of which all figures stand in it too: the charts of a page.</summary>
    internal IReadOnlyList<ReleasedFile> Parts { get; init; } = [];

    /// <summary>Which of these figures stand in it; null: all.</summary>
    internal Func<SafeVerdict, bool>? Holds { get; init; }

    /// <summary>The kinds of figures in it and in its parts, in their order.</summary>
    internal IEnumerable<Figure> AllFigures =>
        Figures.Concat(Parts.SelectMany(part => part.AllFigures)).Distinct().Order();

    /// <summary>Whether a figure stands in it.</summary>
    internal bool IsPlaceOf(SafeVerdict verdict) => Parts.Any(part => part.IsPlaceOf(verdict))
        || (Figures.Contains(verdict.Figure)
            && (Holds is null || Holds(verdict))
            && (ProductCode is null || ProductCode == verdict.ProductCode)
            && (Subgroup is null || Subgroup == verdict.Subgroup));
}
