using RgkCalibrator.Catalogue;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Intake.Parquet;

namespace RgkCalibrator.Benchmarks;

/// <summary>
/// What reading alone takes: the columns that trajectories need, handed over by the engine and looked at by nobody.
/// </summary>
internal static class BareScan
{
    internal const string Verb = "run-scan";

    internal static void Execute(string input, int threads)
    {
        using var session = Session.Open(new SessionSettings(threads, 1L << 30, Path.GetTempPath()));
        var mapping =
            ColumnMapping.None with { Asked = CatalogueFile.Haaglanden2025().Asked(isCut: false, hasSubgroups: false) };
        foreach (var file in SourceFiles.Open(session, InputFiles.Find([input]), mapping, CancellationToken.None)
            .Cast<ParquetSource>())
        {
            _ = RowSink.Read(session, file.Sinks, file.Schema.NumberedRows, _ => { }, CancellationToken.None);
        }
    }
}
