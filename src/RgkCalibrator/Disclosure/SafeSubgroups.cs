using RgkCalibrator.Catalogue;

namespace RgkCalibrator.Disclosure;

/// <summary>A subgroup of a product as it may be shown beside the others.</summary>
public sealed record SafeSubgroup
{
    internal SafeSubgroup(SafeLine line, SafeBox? volume) => (Line, Volume) = (line, volume);

    /// <summary>Its line.</summary>
    public SafeLine Line { get; }

    /// <summary>The volume within its proposed duration; null when it is not shown.</summary>
    public SafeBox? Volume { get; }
}

/// <summary>The subgroups of a product of which at least two may be shown, with those that may not.</summary>
public sealed record SafeSubgroups
{
    internal SafeSubgroups(SafeLine whole, IReadOnlyList<SafeSubgroup> members) => (Whole, Members) = (whole, members);

    /// <summary>The product.</summary>
    public Product Product => Whole.Product;

    /// <summary>The line of the whole product.</summary>
    public SafeLine Whole { get; }

    /// <summary>The subgroups in the order of the catalogue; at least two are shown.</summary>
    public IReadOnlyList<SafeSubgroup> Members { get; }

    /// <summary>The subgroups of every product whose whole line is given.</summary>
    internal static IReadOnlyList<SafeSubgroups> From(
        IReadOnlyList<SafeSubgroup> lines, IReadOnlyList<SafeLine> pooled) =>
    [
        .. from whole in pooled
           let members = lines.Where(one => one.Line.Product.Code == whole.Product.Code).ToList()
           where members.Count(member => member.Line.Withheld is null) > 1
           select new SafeSubgroups(whole, members),
    ];
}
