using System.Runtime.InteropServices;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Intake.Accounting;

/// <summary>
/// Which rows are counted together: those of a file, and where asked for of a year and a kind of line.
/// </summary>
/// <param name="File">The file's number.</param>
/// <param name="Year">The year of the first day; 0 where it is not known, or not asked for.</param>
/// <param name="Kind">The kind of line; 0 where it is not known, or not asked for.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TallyKey(int File, int Year, ushort Kind);

/// <summary>One thread's tallies.</summary>
/// <param name="isDetailed">Whether years and kinds are told apart, at the cost of a look-up per row.</param>
internal sealed class TallyBook(bool isDetailed)
{
    private readonly Dictionary<TallyKey, RowTally> _tallies = [];

    /// <summary>Every tally by what it counts.</summary>
    internal IReadOnlyDictionary<TallyKey, RowTally> Tallies => _tallies;

    /// <summary>Whether years and kinds are told apart.</summary>
    internal bool IsDetailed { get; } = isDetailed;

    /// <summary>The tally of a file's rows of whatever year and kind.</summary>
    internal RowTally Of(int file) => Of(new TallyKey(file, 0, 0));

    /// <summary>The tally of rows.</summary>
    /// <param name="file">The file's number.</param>
    /// <param name="start">The first day; <see cref="Line.NoDay"/> where there is none.</param>
    /// <param name="kind">The kind of line; 0 where it is not known.</param>
    internal RowTally Of(int file, int start, ushort kind) => IsDetailed
        ? Of(new TallyKey(file, start == Line.NoDay ? 0 : DayNumber.ToDate(start).Year, kind))
        : Of(file);

    private RowTally Of(TallyKey key)
    {
        if (!_tallies.TryGetValue(key, out var tally))
            _tallies.Add(key, tally = new RowTally());
        return tally;
    }
}
