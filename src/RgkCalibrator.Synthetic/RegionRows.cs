using System.Runtime.InteropServices;

namespace RgkCalibrator.Synthetic;

/// <summary>
/// The number of a row and its dirt. Numbers count the rows of a child at one provider; the credited number is 0 when a
/// credit names none. In a region without dirt all numbers are 0.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RowMark(ushort Number, ushort Credited, DirtKind Kind, bool IsCredit);

/// <summary>A line that waits to be written; the volume of a credit is positive here.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RegionRow(int Child, CareLine Line, RowMark Mark);

/// <summary>
/// The children of a region and their rows by year, drawn on all processors and put in the order of the children.
/// </summary>
internal sealed class RegionRows
{
    internal const int Years = 6;
    internal const int FirstYear = 2018;

    private const int ChildrenPerBlock = 4096;

    private readonly RegionRow[][][] _blocks;

    private RegionRows(int children)
    {
        _blocks = new RegionRow[(children + ChildrenPerBlock - 1) / ChildrenPerBlock][][];
        Births = new int[children];
        Municipalities = new byte[children];
    }

    /// <summary>The day of birth of each child, as a day number (<see cref="DayNumber"/>).</summary>
    internal int[] Births { get; }

    /// <summary>The municipality of each child.</summary>
    internal byte[] Municipalities { get; }

    internal long Count => _blocks.Sum(block => block.Sum(year => (long)year.Length));

    internal static RegionRows Draw(SyntheticSettings settings, RegionTables tables, CancellationToken stop)
    {
        var rows = new RegionRows(settings.Children);
        Parallel.For(
            0,
            rows._blocks.Length,
            new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = Environment.ProcessorCount },
            block => rows.DrawBlock(
                block,
                new ChildGenerator(tables, settings.Seed),
                settings.Dirt is null ? null : new LineDirt(settings.Dirt, settings.Seed)));
        return rows;
    }

    /// <summary>The rows in the file of a year, 0 to 5, in order.</summary>
    internal IEnumerable<RegionRow[]> OfYear(int year) => _blocks.Select(block => block[year]);

    private void DrawBlock(int block, ChildGenerator generator, LineDirt? dirt)
    {
        var first = block * ChildrenPerBlock;
        var last = Math.Min(first + ChildrenPerBlock, Births.Length);
        var rows = new BlockRows(ChildrenPerBlock * 5);
        for (var child = first; child < last; child++)
        {
            var care = generator.Draw(child);
            Births[child] = DayNumber.Of(care.Birth);
            Municipalities[child] = care.Municipality;
            dirt?.Begin(child);
            foreach (ref readonly var line in CollectionsMarshal.AsSpan(care.Lines))
            {
                if (line.IsObserved && dirt is null)
                    rows.Add(new RegionRow(child, line, default));
                else if (line.IsObserved)
                    dirt?.Add(line, rows);
            }
        }

        _blocks[block] = rows.ToArrays();
    }
}
