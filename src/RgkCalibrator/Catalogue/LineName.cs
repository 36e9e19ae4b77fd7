using System.Runtime.InteropServices;

namespace RgkCalibrator.Catalogue;

/// <summary>Names a line of the framework.</summary>
/// <param name="ProductCode">The product.</param>
/// <param name="Subgroup">
/// The subgroup's id; empty for the whole product. What is in no subgroup has an id of its own.
/// </param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LineName(string ProductCode, string Subgroup)
{
    /// <summary>What commands and messages call a line: <c>45C10/eerste</c>, or its code alone.</summary>
    public override string ToString() => Subgroup.Length == 0 ? ProductCode : $"{ProductCode}/{Subgroup}";

    /// <summary>What commands and messages call the line of a product and a subgroup.</summary>
    public static string Of(string code, string subgroup) => new LineName(code, subgroup).ToString();
}
