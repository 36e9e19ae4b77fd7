using System.Runtime.InteropServices;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Synthetic;

/// <summary>
/// One declared month. The volume is in hundredths of the unit; the days are day numbers (<see cref="DayNumber"/>),
/// both included.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CareLine(
    int Start, int End, int Hundredths, CareUnit Unit, byte Product, byte Provider, ushort Assignment, bool IsOnKdc)
{
    /// <summary>By its number in <see cref="AfterFramework.Interventions"/>; 0 for none.</summary>
    internal byte Intervention { get; init; }

    /// <summary>The volume in ticks of the product's unit.</summary>
    internal long VolumeTicks => Hundredths * (Unit == CareUnit.Minuut ? Ticks.PerMinute : Ticks.PerUnit) / 100;
}

/// <summary>
/// Uninterrupted care of one line of the model: a whole trajectory or, for a product with parts, one part of it. Its
/// declared lines follow each other. It opens a chain when more than 90 free days lie before it.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CareSpell(
    int Product, int Line, int Start, int End, int FirstLine, int LineCount, bool OpensChain, bool IsOnKdc);

/// <summary>
/// All care of one child, also before and after the observation. The object is filled again for each child, so its
/// content is valid until the next child.
/// </summary>
internal sealed class ChildCare
{
    internal DateOnly Birth { get; set; }

    internal byte Municipality { get; set; }

    internal List<CareLine> Lines { get; } = [];

    internal List<CareSpell> Spells { get; } = [];

    /// <summary>First and last days of stays, in pairs.</summary>
    internal List<(int First, int Last)> Stays { get; } = [];

    internal int Assignments { get; set; }

    internal void Clear()
    {
        Lines.Clear();
        Spells.Clear();
        Stays.Clear();
        Assignments = 0;
    }

    /// <summary>Whether a stay covers the day or one of the thirty days after it.</summary>
    internal bool HasStayAt(int day) => Stays.Exists(stay => stay.First <= day + 30 && stay.Last >= day);
}
