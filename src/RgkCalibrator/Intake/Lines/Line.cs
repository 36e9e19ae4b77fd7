using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RgkCalibrator.Intake.Lines;

/// <summary>
/// One declared line as the kernel walks it: 40 bytes. Days are day numbers, both ends included; the volume is in ticks
/// of the declared unit.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Line
{
    /// <summary>Stands for a date that is not given.</summary>
    internal const int NoDay = int.MinValue;

    /// <summary>The volume of a line that was taken away; lines that count have more.</summary>
    internal const long Removed = 0;

    /// <summary>1 January 1900.</summary>
    internal const int FirstDay = -25_567;

    /// <summary>31 December 2200.</summary>
    internal const int FinalDay = 84_370;

    /// <summary>Whether a day lies in the years 1900 to 2200; 'infinity' does not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsBelieved(int day) => day >= FirstDay && day <= FinalDay;

    internal TextKey Client;
    internal long Volume;
    internal int Start;
    internal int End;
    internal int Birth;
    internal ushort Kind;
    internal ushort Provider;

    /// <summary>
    /// The part of the volume on the days up to and including a day: evenly in whole ticks, the remainder on the line's
    /// last day.
    /// </summary>
    internal readonly long VolumeUntil(int day)
    {
        if (End <= day)
            return Volume;
        return Math.Max(0, day - Start + 1) * (Volume / (End - Start + 1));
    }
}

/// <summary>What is kept beside the lines only where a source has it.</summary>
[Flags]
internal enum LineExtras
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The true dates of the care.</summary>
    CareDates = 1,

    /// <summary>The reference numbers of the lines.</summary>
    Ids = 2,

    /// <summary>What rules of the catalogue ask of lines.</summary>
    Notes = 4,

    /// <summary>What was declared for them in euros.</summary>
    Amounts = 8,

    /// <summary>The days on which they were declared.</summary>
    Arrivals = 16,
}

/// <summary>
/// What a rule of the catalogue may ask of a line beyond the usual; kept beside the lines only where a source has it
/// and a rule asks.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LineNotes
{
    /// <summary>The number of the assignment; <see cref="TextKey.Empty"/> where none is given.</summary>
    internal TextKey Assignment;

    /// <summary>By its number in <see cref="LineDictionaries.Locations"/>; 0 for none, as with the others.</summary>
    internal ushort Location;

    internal ushort Intervention;

    internal ushort Municipality;

    /// <summary>The code of iJw why the care ended; 0 where none is given.</summary>
    internal ushort EndReason;
}

/// <summary>
/// The true dates of the care, from start and stop messages; kept beside the lines only where a source has them.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CareDates
{
    internal static CareDates None { get; } = new() { Start = Line.NoDay, End = Line.NoDay };

    internal int Start;
    internal int End;
}
