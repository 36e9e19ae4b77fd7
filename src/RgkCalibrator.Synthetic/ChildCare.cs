using System.Runtime.InteropServices;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Synthetic;

/// <summary>
/// One declared month. Volume in hundredths of the unit; days as <see cref="DayNumber"/>, both included.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CareLine(
    int Start, int End, int Hundredths, CareUnit Unit, byte Product, byte Provider, ushort Assignment, bool IsOnKdc)
{
    /// <summary>Whether it was declared for the years of the observation.</summary>
    internal bool IsObserved => Start >= RegionTables.ObservedFirst && Start <= RegionTables.ObservedLast;

    /// <summary>The volume in ticks of the product's unit.</summary>
    internal long VolumeTicks => Hundredths * (Unit == CareUnit.Minuut ? Ticks.PerMinute : Ticks.PerUnit) / 100;
}

/// <summary>
/// Care of one line of the model without a break: a whole trajectory or, for a product with parts, one part of it.
/// Its lines stand together. It opens a chain when more than 90 free days lie before it.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CareSpell(
    int Product, int Line, int Start, int End, int FirstLine, int LineCount, bool OpensChain, bool IsOnKdc);

/// <summary>
/// All care of one child, also before and after the observation. Filled anew for each child: valid until the next.
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

    /// <summary>Whether anything of it was declared for the years of the observation.</summary>
    internal bool IsSeen() => Lines.Exists(static line => line.IsObserved);

    /// <summary>Whether a stay touches the day or the thirty after it.</summary>
    internal bool HasStayAt(int day) => Stays.Exists(stay => stay.First <= day + 30 && stay.Last >= day);
}
