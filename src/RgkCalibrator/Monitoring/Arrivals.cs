using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Statistics.Completion;

namespace RgkCalibrator.Monitoring;

/// <summary>
/// How complete the declarations of each month are: by curves that were learned from earlier months, or, where lines do
/// not say when they were declared, by a number of months that count as incomplete.
/// </summary>
public sealed class Arrivals
{
    // The last days of a month can be without declarations: a weekend, a holiday.
    private const int DaysAtEnd = 3;

    private readonly IReadOnlyDictionary<string, CompletionCurve> _byProduct;

    private Arrivals(
        int lastMonth, CompletionCurve? region, IReadOnlyDictionary<string, CompletionCurve> byProduct, double from) =>
        (LastMonth, Region, _byProduct, CompleteFrom) = (lastMonth, region, byProduct, from);

    /// <summary>
    /// The last month of which all declarations that came in are known; without a curve the last that is complete.
    /// </summary>
    public int LastMonth { get; }

    /// <summary>The curve of all products together; null where the lines do not tell.</summary>
    public CompletionCurve? Region { get; }

    /// <summary>The curves of products that have one of their own, by their codes.</summary>
    public IEnumerable<KeyValuePair<string, CompletionCurve>> ByProduct =>
        _byProduct.OrderBy(one => one.Key, StringComparer.Ordinal);

    /// <summary>The share from which a period counts as complete.</summary>
    public double CompleteFrom { get; }

    /// <summary>Learns how late declarations arrive.</summary>
    /// <param name="declared">What was declared by month.</param>
    /// <param name="observedTo">
    /// The last observed day, for declarations that do not tell when they were declared.
    /// </param>
    /// <param name="settings">From what it is learned.</param>
    internal static Arrivals Learn(DeclaredByMonth declared, DateOnly observedTo, MonitorSettings settings)
    {
        var last = settings.DeclaredTo ?? (declared.LastDay is { } day ? DayNumber.ToDate(day) : (DateOnly?)null);
        if (last is { } known)
        {
            var month = MonthNumber.Of(known.AddDays(DaysAtEnd + 1)) - 1;
            var triangles = declared.Months.Where(one => one.Declared is not null && one.Product.IsKnown)
                .GroupBy(one => one.Product.Code).ToDictionary(
                    own => own.Key, own => CurveOf(own, month, settings), StringComparer.Ordinal);
            if (CurveOf(declared.Months.Where(one => one.Declared is not null), month, settings) is { } region)
            {
                return new Arrivals(
                    month, region,
                    triangles.Where(own => own.Value?.Learned >= settings.LinesForOwnCurve)
                        .ToDictionary(own => own.Key, own => own.Value!, StringComparer.Ordinal),
                    settings.CompleteFrom);
            }
        }

        return new Arrivals(
            MonthNumber.Of(observedTo.AddDays(1)) - 1 - settings.LateMonths, null,
            new Dictionary<string, CompletionCurve>(), settings.CompleteFrom);
    }

    /// <summary>
    /// How complete the declarations of a product for a month are; null where that is not known, and they count as
    /// incomplete.
    /// </summary>
    public Completeness? Of(string product, int month)
    {
        if (Region is not null)
            return _byProduct.GetValueOrDefault(product, Region).At(LastMonth - month);
        return month <= LastMonth ? Completeness.Whole : null;
    }

    /// <summary>The mean of the months from one to another, both included; null as for a month.</summary>
    public Completeness? Mean(string product, int first, int last)
    {
        var months = Enumerable.Range(first, last - first + 1).Select(month => Of(product, month)).ToList();
        return months.Contains(null)
            ? null
            : new(
                months.Average(one => one!.Share), months.Average(one => one!.Lowest),
                months.Average(one => one!.Highest));
    }

    /// <summary>Whether a period of which this is known counts as complete.</summary>
    public bool IsComplete(Completeness? declared) => declared is not null && declared.Share >= CompleteFrom;

    private static CompletionCurve? CurveOf(IEnumerable<DeclaredMonth> months, int last, MonitorSettings settings)
    {
        var triangle = new DelayTriangle(last, settings.LongestDelay);
        foreach (var one in months)
            triangle.Add(one.Care, one.Declared!.Value, one.Lines);
        return CompletionCurve.From(triangle, settings.LearnedMonths);
    }
}
