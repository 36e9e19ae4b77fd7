using System.Globalization;

namespace RgkCalibrator.Intake.Lines;

/// <summary>The names and codes of units.</summary>
public static class CareUnits
{
    private static readonly UnitNames[] Units =
    [
        new(CareUnit.Minuut, "minuut", new("minuten", "minutes")),
        new(CareUnit.Uur, "uur", new("uur", "hours")),
        new(CareUnit.Etmaal, "etmaal", new("etmalen", "days and nights")),
        new(CareUnit.Dagdeel, "dagdeel", new("dagdelen", "dagdelen")),
        new(CareUnit.StuksOutput, "stuks (output)", new("stuks", "pieces")),
        new(CareUnit.Euro, "euro", Wording.Same("euro")),
        new(CareUnit.StuksInspanning, "stuks (inspanning)", new("stuks", "pieces")),
        new(CareUnit.Eurocent, "eurocent", new("eurocent", "cents")),
    ];

    /// <summary>
    /// Reads an iJw code (with or without its leading zero) or a name, in any case. Code 83 stands for eurocents, the
    /// name 'euro' for euros.
    /// </summary>
    /// <returns>Null for anything else; 'stuks' alone could be output (82) or effort (84).</returns>
    public static CareUnit? Read(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Equals("dagdeel (4 uur)", StringComparison.OrdinalIgnoreCase))
            return CareUnit.Dagdeel;
        if (trimmed.Length <= 2 && int.TryParse(trimmed, NumberStyles.None, CultureInfo.InvariantCulture, out var code))
        {
            return code == (int)CareUnit.Euro ? CareUnit.Eurocent
                : Enum.IsDefined((CareUnit)code) ? (CareUnit)code
                : null;
        }

        return Array.Find(Units, names => trimmed.Equals(names.Name, StringComparison.OrdinalIgnoreCase))?.Unit;
    }

    /// <summary>The Dutch name, as it stands beside a number.</summary>
    public static string Name(this CareUnit unit) => NamesOf(unit).Name;

    /// <summary>The unit behind an amount: <c>61 uur</c>, <c>318 dagdelen</c>.</summary>
    public static Wording Counted(this CareUnit unit) => NamesOf(unit).Counted;

    private static UnitNames NamesOf(CareUnit unit) => Array.Find(Units, names => names.Unit == unit)
        ?? throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown unit.");

    private sealed record UnitNames(CareUnit Unit, string Name, Wording Counted);
}
