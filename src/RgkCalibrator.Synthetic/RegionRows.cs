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
    internal const int FirstYear = 2018;

    private const int ChildrenPerBlock = 4096;

    private readonly RegionRow[][][] _blocks;

    private RegionRows(int children, int years)
    {
        _blocks = new RegionRow[(children + ChildrenPerBlock - 1) / ChildrenPerBlock][][];
        Years = years;
        Births = new int[children];
        Municipalities = new byte[children];
    }

    /// <summary>The number of years, each with a file.</summary>
    internal int Years { get; }

    /// <summary>The day of birth of each child, as a day number (<see cref="DayNumber"/>).</summary>
    internal int[] Births { get; }

    /// <summary>The municipality of each child.</summary>
    internal byte[] Municipalities { get; }

    internal long Count => _blocks.Sum(block => block.Sum(year => (long)year.Length));

    internal static RegionRows Draw(SyntheticSettings settings, RegionTables tables, CancellationToken stop)
    {
        var rows = new RegionRows(settings.Children, settings.Years);
        Parallel.For(
            0,
            rows._blocks.Length,
            new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = Environment.ProcessorCount },
            block => rows.DrawBlock(
                block,
                tables,
                new ChildGenerator(tables, settings.Seed),
                settings.Dirt is null ? null : new LineDirt(settings.Dirt, settings.Seed, settings.Years)));
        return rows;
    }

    /// <summary>The rows in the file of a year, from 0, in order.</summary>
    internal IEnumerable<RegionRow[]> OfYear(int year) => _blocks.Select(block => block[year]);

    private void DrawBlock(int block, RegionTables tables, ChildGenerator generator, LineDirt? dirt)
    {
        var first = block * ChildrenPerBlock;
        var last = Math.Min(first + ChildrenPerBlock, Births.Length);
        var rows = new BlockRows(ChildrenPerBlock * 5, Years);
        for (var child = first; child < last; child++)
        {
            var care = generator.Draw(child);
            Births[child] = DayNumber.Of(care.Birth);
            Municipalities[child] = care.Municipality;
            dirt?.Begin(child);
            foreach (ref readonly var line in CollectionsMarshal.AsSpan(care.Lines))
            {
                if (!tables.Holds(child, in line))
                    continue;
                if (dirt is null)
                    rows.Add(new RegionRow(child, line, default));
                else
                    dirt.Add(line, rows);
            }
        }

        _blocks[block] = rows.ToArrays();
    }
}
