using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;

namespace RgkCalibrator.Disclosure;

/// <summary>A subgroup of a product as it may be shown beside the others.</summary>
public sealed record SafeSubgroup
{
    internal SafeSubgroup(string id, string label, SafeLine line, SafeBox? volume) => (Id, Label, Line, Volume) = (id, label, line, volume);

    /// <summary>Its id in the catalogue.</summary>
    public string Id { get; }

    /// <summary>Its name in documents; empty for what is in no subgroup.</summary>
    public string Label { get; }

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

    /// <summary>The line of all together.</summary>
    public SafeLine Whole { get; }

    /// <summary>In the order of the catalogue, at least two of them shown.</summary>
    public IReadOnlyList<SafeSubgroup> Members { get; }

    /// <summary>The subgroups of every product that has them side by side.</summary>
    internal static IReadOnlyList<SafeSubgroups> Of(IReadOnlyList<(DraftLine Draft, SafeLine Line, SafeDistributions? Distributions)> lines) =>
    [
        .. from line in lines
           group line by line.Draft.Group.Product.Code into product
           let whole = product.FirstOrDefault(one => one.Draft.Group.Subgroup.Length == 0).Line
           let members = product.Where(one => one.Draft.Group.Subgroup.Length > 0)
               .Select(one => new SafeSubgroup(one.Draft.Group.Subgroup, one.Draft.Group.Scope.Label, one.Line, one.Distributions?.VolumeBox)).ToList()
           where whole is not null && members.Count(member => member.Line.Withheld is null) > 1
           select new SafeSubgroups(whole, members),
    ];
}
