using System.Runtime.InteropServices;

namespace RgkCalibrator.Intake.Rows;

/// <summary>Where a file is looked at.</summary>
/// <param name="First">The first row, from 0.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Most">Rows that may be read of it, where rows cannot be read without those around them.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Stretch(long First, long Rows, long Most);
