using System.Runtime.InteropServices;

namespace RgkCalibrator.Groups;

/// <summary>Names a line of the framework.</summary>
/// <param name="ProductCode">The product.</param>
/// <param name="Subgroup">
/// The subgroup's id; empty for the whole product, <see cref="GroupScope.RestId"/> for what is in no subgroup.
/// </param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LineName(string ProductCode, string Subgroup);
