using System.Text;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Formats;
using RgkCalibrator.Output.Monitoring;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Statistics.Charting;
using RgkCalibrator.Tests.Monitoring;

namespace RgkCalibrator.Tests.Output.Monitoring;

/// <summary>What the documents of a monitor say of one constructed line.</summary>
public sealed class MonitorDocumentTests
{
    private static readonly ChartContext Context = new(
        Language.Dutch, new("Venster.", "Window."), new("Methode.", "Method."),
        new("synthetische declaraties", "synthetic declarations"), 10);

    [Fact]
    public void The_table_of_all() =>
        Golden.Verify("monitor.csv", Csv(MonitorTables.All(MadeMonitor.Figures(MadeMonitor.Line()), Language.English)));

    [Fact]
    public void Volume_and_euros_with_what_is_expected() => Golden.Verify(
        "monitor-volume.csv",
        Csv(DeclaredTables.Products(MadeMonitor.Figures(MadeMonitor.Line()), Language.English)));

    [Fact]
    public void What_leaves_as_a_table()
    {
        using var text = new StringWriter { NewLine = "\n" };
        CsvTable.WriteForExcel(ReleasedMonitor.Of(MadeMonitor.Safe(MadeMonitor.Line()), Language.Dutch), text);

        Golden.Verify("monitor-extern.csv", text.ToString().TrimStart('\uFEFF'));
    }

    [Fact]
    public void What_leaves_as_a_chart()
    {
        var safe = MadeMonitor.Safe(MadeMonitor.Line());

        var chart = QuarterCharts.Of(safe.Lines[0], safe.Since, Context)!;

        Golden.Verify("kwartalen.svg", SharePainter.Paint(chart).Text);
    }

    [Fact]
    public void The_chart_that_stays_has_quarters_that_are_not_complete_as_open_points()
    {
        var line = MadeMonitor.Line();

        var chart = MonitorCharts.Of(line, MadeMonitor.Figures(line), Language.Dutch)!;

        Assert.Contains(chart.Points, point => point.Look == PointLook.Open);
        Assert.Contains("Blijft binnen", chart.Caption.Footer, StringComparison.Ordinal);
        Golden.Verify("kwartalen-intern.svg", SharePainter.Paint(chart).Text);
    }

    [Fact]
    public void The_fall_is_found_and_only_in_complete_quarters()
    {
        var line = MadeMonitor.Line();
        var signalled = line.Chart.Quarters.Where(quarter => quarter.Signals.Count > 0).ToList();

        Assert.All(signalled, quarter => Assert.Equal(QuarterState.Complete, quarter.Count.State));
        Assert.All(
            signalled.SelectMany(quarter => quarter.Signals), signal => Assert.Equal(ChartSide.Below, signal.Side));
        Assert.Contains(line.Chart.Quarters, quarter => quarter.Count.State == QuarterState.DeclarationsLate);
    }

    private static string Csv(Table table)
    {
        using var stream = new MemoryStream();
        table.WriteCsv(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
