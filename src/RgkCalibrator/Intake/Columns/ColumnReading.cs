namespace RgkCalibrator.Intake.Columns;

/// <summary>How a column was understood.</summary>
/// <param name="Column">The canonical column.</param>
/// <param name="Name">What the source calls it; null for a constant.</param>
/// <param name="Form">What its values are.</param>
/// <param name="Evidence">Why.</param>
public sealed record ColumnReading(CanonicalColumn Column, string? Name, Wording Form, Wording Evidence);
