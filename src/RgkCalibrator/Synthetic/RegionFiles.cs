using System.Runtime.ExceptionServices;
using RgkCalibrator.Documents;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake;

namespace RgkCalibrator.Synthetic;

/// <summary>Writes a region: a Parquet file for each year in which lines start, truth.csv and LEESMIJ.md.</summary>
internal static class RegionFiles
{
    internal const string TruthName = "truth.csv";
    internal const string NoticeName = "LEESMIJ.md";

    internal static SyntheticFiles Write(StagedOutput output, SyntheticSettings settings, CancellationToken stop)
    {
        var tables = new RegionTables(RegionModel.Load());
        var rows = RegionRows.Draw(settings, tables, stop);
        var names = WriteYears(output, rows, tables, stop);
        File.WriteAllText(output.PathOf(TruthName), RegionModel.Text(TruthName));
        File.WriteAllText(output.PathOf(NoticeName), RegionNotice.Text(settings, rows.Count));
        Manifest.Write(output, [], new Ledger([], []), settings.Describe());
        return new SyntheticFiles(settings, rows.Count, [.. names, TruthName, NoticeName]);
    }

    private static string[] WriteYears(StagedOutput output, RegionRows rows, RegionTables tables, CancellationToken stop)
    {
        var names = Enumerable.Range(RegionRows.FirstYear, RegionRows.Years)
            .Select(year => "declaraties-" + Numbers.Whole(year) + ".parquet").ToArray();
        // A file is written by one thread, so that its bytes are the same each time;
        // as many files are written side by side as there are processors.
        var options = new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = Environment.ProcessorCount };
        try
        {
            Parallel.For(0, names.Length, options, year => WriteYear(output, names[year], new YearRows(rows, year, tables), stop));
        }
        catch (AggregateException several)
        {
            // One is enough to tell: what stops one file stops the others.
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        return names;
    }

    private static void WriteYear(StagedOutput output, string name, YearRows rows, CancellationToken stop)
    {
        using var session = Session.Open(SessionSettings.Default with { Threads = 1, SpillFolder = output.Spill });
        ParquetFile.Write(session, output.PathOf(name), YearRows.Columns, rows.Fill, SourceFile.SyntheticOrigin, stop);
    }
}
