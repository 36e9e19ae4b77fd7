namespace RgkCalibrator.Output.Charts;

/// <summary>
/// The colours of all charts, as RRGGBB. Blue and vermillion are those of Okabe and Ito (2008), Color Universal Design:
/// they stay apart for every kind of colour vision. Everything that carries meaning has a contrast of at least 3:1 on
/// white.
/// </summary>
internal static class Palette
{
    /// <summary>Okabe-Ito blue.</summary>
    public const string Inside = "0072B2";

    /// <summary>Okabe-Ito vermillion; painted hatched, for those who see no colour.</summary>
    public const string Outside = "D55E00";

    public const string Ink = "1F2933";

    public const string QuietInk = "52606D";

    /// <summary>The bar between two points, and the line of an axis.</summary>
    public const string Line = "7B8794";

    /// <summary>The colour of decoration, which only guides the eye and so may be faint.</summary>
    public const string Grid = "E4E7EB";

    /// <summary>A faint area behind texts, which a line with contrast bounds.</summary>
    public const string Tint = "E3F0F8";

    public const string Paper = "FFFFFF";
}
