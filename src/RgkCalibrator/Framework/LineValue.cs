using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework;

/// <summary>What a line says: a volume in its product's unit, and the duration that belongs to it.</summary>
public sealed record LineValue(decimal Volume, DurationStep Duration);
