namespace RgkCalibrator.Intake.Forms;

/// <summary>
/// How a column of text writes its numbers. In both forms: a sign before or behind, <c>€</c>, spaces between thousands, and an exponent
/// where there are no thousands.
/// </summary>
public enum NumberForm
{
    /// <summary><c>1.234,56</c>; the points may be left out.</summary>
    DecimalComma = 1,

    /// <summary><c>1,234.56</c>; the commas may be left out.</summary>
    DecimalPoint,
}
