using System.Runtime.ExceptionServices;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Rows;
using RgkCalibrator.Output.Packets;

namespace RgkCalibrator.Synthetic;

/// <summary>
/// Writes a region: a file for each year in which lines start, truth.csv and LEESMIJ.md; with dirt also truth-rows.csv.
/// </summary>
internal sealed class RegionFiles
{
    internal const string TruthName = "truth.csv";

    /// <summary>
    /// The path of the truth. It has a folder of its own, so that the region's folder holds declarations only.
    /// </summary>
    internal const string TruthPath = "truth/truth.csv";

    internal const string TruthRowsPath = "truth/truth-rows.csv";

    /// <summary>What is known of the years after the framework; only in a region with these.</summary>
    internal const string TruthAfterPath = "truth/truth-after.csv";

    internal const string DeclarationsPrefix = "declaraties-";
    internal const string NoticeName = "LEESMIJ.md";

    private readonly StagedOutput _output;
    private readonly SyntheticSettings _settings;
    private readonly RegionTables _tables;
    private readonly RegionRows _rows;
    private readonly IReadOnlyList<YearFile> _files;
    private readonly CancellationToken _stop;

    private RegionFiles(StagedOutput output, SyntheticSettings settings, CancellationToken stop)
    {
        (_output, _settings, _stop) = (output, settings, stop);
        _tables = new RegionTables(RegionModel.Load(), settings);
        _rows = RegionRows.Draw(settings, _tables, stop);
        _files = YearFile.ForRegion(settings);
    }

    internal static SyntheticFiles Write(StagedOutput output, SyntheticSettings settings, CancellationToken stop) =>
        new RegionFiles(output, settings, stop).Write();

    private static DateOnly FirstDay => DayNumber.ToDate(RegionTables.ObservedFirst);

    private SyntheticFiles Write()
    {
        WriteYears();
        File.WriteAllText(_output.PathOf(TruthPath), RegionModel.Text(TruthName));
        if (_settings.Dirt is not null)
            WriteTruthRows();
        if (_tables.After is not null)
            File.WriteAllText(_output.PathOf(TruthAfterPath), RegionModel.Text(AfterFramework.FileName));
        var requests = _settings.Requests > 0 ? RequestLists.Write(_output, _settings) : [];
        var registers = _tables.After is null
            ? []
            : ReturnedRegisters.Write(_output, new Period(FirstDay, DayNumber.ToDate(_tables.Last)));
        File.WriteAllText(_output.PathOf(NoticeName), RegionNotice.Text(_settings, _rows.Count));
        Manifest.Write(_output, [], new Ledger([], []), _settings.Describe());
        List<string> truths = _settings.Dirt is null ? [TruthPath] : [TruthPath, TruthRowsPath];
        if (_tables.After is not null)
            truths.Add(TruthAfterPath);
        return new SyntheticFiles(
            _settings, _rows.Count,
            [.. _files.Select(file => file.Name), .. truths, .. requests, .. registers, NoticeName]);
    }

    private void WriteYears()
    {
        // A file is written by one thread, so that its bytes are the same each time;
        // as many files are written side by side as there are processors.
        var options = new ParallelOptions
        {
            CancellationToken = _stop,
            MaxDegreeOfParallelism = Environment.ProcessorCount,
        };
        try
        {
            Parallel.For(0, _files.Count, options, WriteYear);
        }
        catch (AggregateException several)
        {
            // One is enough to tell: what stops one file stops the others.
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }

    private void WriteYear(int year)
    {
        var path = _output.PathOf(_files[year].Name);
        var columns = new DeclarationColumns(_rows, year, _tables).InFile(_settings.Dirt is not null);
        if (_files[year].Style is { } style)
            WriteCsv(path, style, year, [.. columns, DeclarationColumns.OriginColumn]);
        else
            WriteParquet(path, year, columns);
    }

    private void WriteCsv(string path, CsvStyle style, int year, IReadOnlyList<DeclarationColumn> columns)
    {
        using var stream = File.Create(path);
        new CsvRows(stream, style, columns).Write(_rows.OfYear(year), _stop);
    }

    private void WriteParquet(string path, int year, IReadOnlyList<DeclarationColumn> columns)
    {
        using var session = Session.Open(SessionSettings.Default with { Threads = 1, SpillFolder = _output.Spill });
        var rows = new YearRows(_rows.OfYear(year), columns);
        var named = columns.Select(column => new ParquetColumn(column.Name, column.Type)).ToList();
        ParquetFile.Write(session, path, named, rows.Fill, SourceFile.SyntheticOrigin, _stop);
    }

    private void WriteTruthRows()
    {
        using var stream = File.Create(_output.PathOf(TruthRowsPath));
        TruthRows.Write(stream, _rows, [.. _files.Select(file => file.Name)]);
    }
}
