using System.Runtime.InteropServices;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Intake.Rows;

/// <summary>
/// A credit: the line it was declared as, its volume above zero, the range of its client, and what tells it apart.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Credit(
    Line Line, CareDates Care, int Range, byte Unit, int File, long Row, TextKey Id, TextKey Credits)
{
    /// <summary>Its volume as the ledger counts it.</summary>
    internal long Ticks => -Line.Volume;
}
