namespace RgkCalibrator.Intake.Lines;

/// <summary>The units in which care is declared; the values are the codes of the iJw standard.</summary>
public enum CareUnit
{
    /// <summary>A minute; carried as 1/60 of an hour.</summary>
    Minuut = 1,

    /// <summary>An hour.</summary>
    Uur = 4,

    /// <summary>A day and a night.</summary>
    Etmaal = 14,

    /// <summary>Half a day, four hours; converted only where the catalogue allows it.</summary>
    Dagdeel = 16,

    /// <summary>A piece, by output.</summary>
    StuksOutput = 82,

    /// <summary>Euro.</summary>
    Euro = 83,

    /// <summary>A piece, by effort.</summary>
    StuksInspanning = 84,

    /// <summary>
    /// A cent, carried as 1/100 of a euro: what iJw declares with code 83 (IV042). It has no code of its own.
    /// </summary>
    Eurocent = 183,
}
