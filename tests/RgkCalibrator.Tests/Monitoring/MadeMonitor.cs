using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Monitoring;
using RgkCalibrator.Output.Monitoring;
using RgkCalibrator.Tests.Control;
using RgkCalibrator.Tests.Groups;

namespace RgkCalibrator.Tests.Monitoring;

/// <summary>A line of constructed trajectories by quarter, with a fall since the framework.</summary>
internal static class MadeMonitor
{
    private static readonly DateOnly Declared = new(2028, 1, 31);

    public static MonitorSettings Settings { get; } = new() { LongestDelay = 6 };

    public static MonitorPeriod When { get; } =
        new(MadeControl.Since, new(2022, 4, 1), new(2027, 10, 1), new(new(2022, 1, 1), new(2027, 12, 31)));

    /// <summary>Each month is declared for a half in the next one, for the rest in the months after that.</summary>
    public static DeclaredByMonth Months { get; } = new(
        [
            .. from care in Enumerable.Range(MonthNumber.Of(new(2022, 1, 1)), 72)
               from one in new[] { (Delay: 1, Lines: 500), (Delay: 2, Lines: 300), (Delay: 6, Lines: 200) }
               where care + one.Delay <= MonthNumber.Of(Declared)
               select new DeclaredMonth(
                   new DeclaredProduct(Care.Usual.Code, CareUnit.Uur, IsKnown: true), care, care + one.Delay,
                   one.Lines, one.Lines * (Int128)Care.Usual.TicksPerUnit, 0),
        ],
        DayNumber.Of(Declared));

    public static Arrivals Arrivals { get; } = Arrivals.Learn(Months, When.Observed.Last, Settings);

    /// <summary>From 29% to 12% beyond fifty hours.</summary>
    public static MonitoredLine Line()
    {
        var care = Enumerable.Range(2022, 5).SelectMany(year => Enumerable.Range(0, 1200).Select(i =>
            Framework.Followed.Of(i, (7 * i) % 100 < (year == 2026 ? 12 : 27 + (year % 3)) ? 60 : 40, year) with
            {
                Child = (year * 10_000) + i,
            }));
        return MonitoredLine.Of(
            Care.Group(Care.Usual, care), MadeControl.Fifty, When, Arrivals, Settings, new FrameworkSettings());
    }

    public static SafeMonitor Safe(MonitoredLine line) => SafeMonitor.From(
        When.Since, 0.2, [(line.Followed, line.Chart)], Settings.Chart, new DisclosureProfile());

    public static MonitorFigures Figures(MonitoredLine line)
    {
        var products = MonitoredProduct.Of(
            [Care.Usual with { Tariff = 100 }], Months, When, Arrivals, EuroBasis.Tariff);
        return new(When, [line], products, [], Arrivals)
        {
            Gaps = [],
            Prices = new UnitPrices(EuroBasis.Tariff, []),
            Aims = new(null, 2022, 2022),
            Index = new(new Dictionary<int, decimal> { [2023] = 5, [2024] = 5, [2025] = 5 }),
            Settings = Settings,
            Chosen = new FrameworkSettings(),
            IsSynthetic = true,
        };
    }
}
