using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;

namespace RgkCalibrator.Output.Report;

/// <summary>What the parts of a page about a line or a product are called in it.</summary>
internal static class LineAnchor
{
    /// <summary>The line in the data of the page: <c>45C10/eerste</c>.</summary>
    internal static string NameOf(SafeLine line) => LineName.Of(line.Product.Code, line.SubgroupId);

    /// <summary>The id of what the page tells of a line.</summary>
    internal static string IdOf(SafeLine line) => "lijn-" + NameOf(line).Replace('/', '-');

    /// <summary>The id of what the page tells of a product.</summary>
    internal static string IdOf(Product product) => "product-" + product.Code;
}
