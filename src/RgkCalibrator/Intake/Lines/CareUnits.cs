namespace RgkCalibrator.Intake.Lines;

/// <summary>The names and codes of units.</summary>
public static class CareUnits
{
    // 'stuks' alone is in no list: it could be output (82) or effort (84).
    private static readonly Dictionary<string, CareUnit> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["01"] = CareUnit.Minuut,
        ["1"] = CareUnit.Minuut,
        ["minuut"] = CareUnit.Minuut,
        ["04"] = CareUnit.Uur,
        ["4"] = CareUnit.Uur,
        ["uur"] = CareUnit.Uur,
        ["14"] = CareUnit.Etmaal,
        ["etmaal"] = CareUnit.Etmaal,
        ["16"] = CareUnit.Dagdeel,
        ["dagdeel"] = CareUnit.Dagdeel,
        ["dagdeel (4 uur)"] = CareUnit.Dagdeel,
        ["82"] = CareUnit.StuksOutput,
        ["stuks (output)"] = CareUnit.StuksOutput,
        ["83"] = CareUnit.Euro,
        ["euro"] = CareUnit.Euro,
        ["84"] = CareUnit.StuksInspanning,
        ["stuks (inspanning)"] = CareUnit.StuksInspanning,
    };

    /// <summary>Reads an iJw code (with or without its leading zero) or a name, in any case.</summary>
    /// <returns>Null for anything else.</returns>
    public static CareUnit? Read(string text) => ByName.TryGetValue(text.Trim(), out var unit) ? unit : null;

    /// <summary>The Dutch name, as it stands beside a number.</summary>
    public static string Name(this CareUnit unit) => unit switch
    {
        CareUnit.Minuut => "minuut",
        CareUnit.Uur => "uur",
        CareUnit.Etmaal => "etmaal",
        CareUnit.Dagdeel => "dagdeel",
        CareUnit.StuksOutput => "stuks (output)",
        CareUnit.Euro => "euro",
        CareUnit.StuksInspanning => "stuks (inspanning)",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown unit."),
    };

    /// <summary>The unit behind an amount: <c>61 uur</c>, <c>318 dagdelen</c>.</summary>
    public static Wording Counted(this CareUnit unit) => unit switch
    {
        CareUnit.Minuut => new("minuten", "minutes"),
        CareUnit.Uur => new("uur", "hours"),
        CareUnit.Etmaal => new("etmalen", "days and nights"),
        CareUnit.Dagdeel => new("dagdelen", "dagdelen"),
        CareUnit.StuksOutput or CareUnit.StuksInspanning => new("stuks", "pieces"),
        CareUnit.Euro => Wording.Same("euro"),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown unit."),
    };
}
