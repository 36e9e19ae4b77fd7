using RgkCalibrator.Engine;

namespace RgkCalibrator.Synthetic;

/// <summary>
/// Writes truth-rows.csv: the place of each row with dirt in the files, and where it ends in the ledger.
/// </summary>
internal static class TruthRows
{
    private static readonly string[] Header = ["file", "row", "kind", "place", "reason"];

    /// <summary>Writes the rows in the order of the files.</summary>
    /// <param name="stream">Stays open.</param>
    /// <param name="rows">All rows, by year.</param>
    /// <param name="names">The files, by year.</param>
    internal static void Write(Stream stream, RegionRows rows, IReadOnlyList<string> names)
    {
        var csv = new CsvWriter(stream);
        csv.Header(Header);
        for (var year = 0; year < names.Count; year++)
        {
            var number = 0;
            foreach (var block in rows.OfYear(year))
            {
                foreach (ref readonly var row in block.AsSpan())
                {
                    number++;
                    if (row.Mark.Kind != DirtKind.None)
                        WriteRow(csv, names[year], number, DirtFate.ForKind(row.Mark.Kind));
                }
            }
        }

        csv.Flush();
    }

    private static void WriteRow(CsvWriter csv, string file, int number, DirtFate fate)
    {
        csv.Text(file);
        csv.Value(number);
        csv.Text(fate.Name);
        csv.Text(fate.Place);
        csv.Text(fate.Reason);
        csv.EndLine();
    }
}
