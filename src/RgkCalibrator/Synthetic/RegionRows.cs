using System.Runtime.InteropServices;

namespace RgkCalibrator.Synthetic;

/// <summary>A line as it waits to be written.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RegionRow(int Child, CareLine Line);

/// <summary>The children of a region and their lines by year, drawn on every processor and put in the order of the children.</summary>
internal sealed class RegionRows
{
    internal const int Years = 6;
    internal const int FirstYear = 2018;

    private const int ChildrenPerBlock = 4096;

    private static readonly int FirstMonth = MonthCalendar.MonthOf(RegionTables.ObservedFirst);

    private readonly RegionRow[][][] _blocks;

    private RegionRows(int children)
    {
        _blocks = new RegionRow[(children + ChildrenPerBlock - 1) / ChildrenPerBlock][][];
        Births = new int[children];
        Municipalities = new byte[children];
    }

    /// <summary>By child, as <see cref="DayNumber"/>.</summary>
    internal int[] Births { get; }

    /// <summary>By child.</summary>
    internal byte[] Municipalities { get; }

    internal long Count => _blocks.Sum(block => block.Sum(year => (long)year.Length));

    internal static bool IsObserved(CareLine line) =>
        line.Start >= RegionTables.ObservedFirst && line.Start <= RegionTables.ObservedLast;

    internal static RegionRows Draw(SyntheticSettings settings, RegionTables tables, CancellationToken stop)
    {
        var rows = new RegionRows(settings.Children);
        Parallel.For(
            0,
            rows._blocks.Length,
            new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = Environment.ProcessorCount },
            block => rows.DrawBlock(block, new ChildGenerator(tables, settings.Seed)));
        return rows;
    }

    /// <summary>The lines that start in a year, 0 to 5, in the order of the children.</summary>
    internal IEnumerable<RegionRow[]> OfYear(int year) => _blocks.Select(block => block[year]);

    private void DrawBlock(int block, ChildGenerator generator)
    {
        var first = block * ChildrenPerBlock;
        var last = Math.Min(first + ChildrenPerBlock, Births.Length);
        var years = new List<RegionRow>[Years];
        for (var year = 0; year < Years; year++)
            years[year] = new List<RegionRow>(ChildrenPerBlock * 5);
        for (var child = first; child < last; child++)
        {
            var care = generator.Draw(child);
            Births[child] = DayNumber.Of(care.Birth);
            Municipalities[child] = care.Municipality;
            foreach (ref readonly var line in CollectionsMarshal.AsSpan(care.Lines))
            {
                if (IsObserved(line))
                    years[(MonthCalendar.MonthOf(line.Start) - FirstMonth) / 12].Add(new RegionRow(child, line));
            }
        }

        _blocks[block] = [.. years.Select(year => year.ToArray())];
    }
}
