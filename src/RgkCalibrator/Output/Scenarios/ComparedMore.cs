using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Scenarios;

/// <summary>A table of a comparison with a file of its own.</summary>
/// <param name="File">Its name in <c>intern/</c>, without an ending.</param>
/// <param name="Table">The table.</param>
/// <param name="IsShort">Whether it stands in the text too.</param>
internal sealed record ComparedTable(string File, Table Table, bool IsShort);

/// <summary>What stands beside the scenarios of a comparison.</summary>
/// <param name="Packets">The lines of earlier runs.</param>
/// <param name="Prices">What turned volumes into euros.</param>
/// <param name="Saving">What the region aims to save; null: it does not say.</param>
/// <param name="Tables">The tables on these and on frameworks.</param>
internal sealed record ComparedMore(
    IReadOnlyList<ComparedPacket> Packets, UnitPrices Prices, Saving? Saving, IReadOnlyList<ComparedTable> Tables);
