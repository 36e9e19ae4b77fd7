using RgkCalibrator.Control;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Output.Control;
using RgkCalibrator.Tests.Framework;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Control;

/// <summary>Lines of constructed trajectories, held against an adopted line.</summary>
internal static class MadeControl
{
    public static DateOnly Since { get; } = new(2025, 9, 1);

    public static ControlPeriod When { get; } = new(Since, Followed.LongAfter);

    /// <summary>Fifty hours within twelve months.</summary>
    public static LineValue Fifty { get; } = new(50, DurationStep.Months(12));

    /// <summary>
    /// So many trajectories of a provider, each of a child of its own: some use 60 hours, the others 40; the first of
    /// them last longer than a year.
    /// </summary>
    /// <param name="provider">Its number.</param>
    /// <param name="n">How many.</param>
    /// <param name="beyond">How many of them use more than fifty hours.</param>
    /// <param name="year">Of their starts: after 2025 since the framework.</param>
    /// <param name="outlasts">How many of them last for longer.</param>
    public static IEnumerable<Care> Of(int provider, int n, int beyond, int year = 2026, int outlasts = 0) =>
        Enumerable.Range(0, n).Select(i =>
            Followed.Of(i, i < beyond ? 60 : 40, year, i < outlasts) with
            {
                Child = (provider * 1_000_000) + ((year - 2000) * 10_000) + i,
                Covariates = Followed.By(provider),
            });

    public static ControlledLine Line(
        IEnumerable<Care> care, IReadOnlyList<string>? names = null, Func<int, bool>? isRegistered = null) =>
        ControlledLine.Of(Care.Group(Care.Usual, care), Fifty, When, names ?? Names, isRegistered);

    public static IReadOnlyList<string> Names { get; } =
        [.. Enumerable.Range(0, 60).Select(i => $"A{Numbers.Whole(i)}")];

    public static ControlFigures Figures(IReadOnlyList<ControlledLine> lines, DisclosureProfile? profile = null) =>
        new(When, lines, Mirror.Of(lines, profile ?? new()))
        {
            Totals = [.. ProviderTotal.Measures.SelectMany(measure => ProviderTotal.Of(lines, measure))],
            Gaps = [],
            Prices = new UnitPrices(null, []),
            Aim = 0.2,
            IsSynthetic = true,
            SmallestGroup = 10,
        };

    /// <summary>A line with eight providers, of whom the second goes beyond twice as often.</summary>
    public static ControlledLine Usual() => Line(
        [
            .. Of(0, 120, 24, outlasts: 14), .. Of(0, 200, 41, 2022), .. Of(1, 90, 40, outlasts: 10),
            .. Of(1, 80, 15, 2023), .. Of(2, 70, 13, outlasts: 6), .. Of(3, 60, 12, outlasts: 7),
            .. Of(4, 50, 11, outlasts: 8), .. Of(5, 40, 8, outlasts: 3), .. Of(6, 30, 6, outlasts: 4),
            .. Of(7, 1, 1, outlasts: 1),
        ]);
}
