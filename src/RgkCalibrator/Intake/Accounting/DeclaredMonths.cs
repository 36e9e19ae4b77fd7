using System.Runtime.InteropServices;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Intake.Accounting;

/// <summary>What was declared for a product of care that ended in one month, in one month.</summary>
/// <param name="Product">The product.</param>
/// <param name="Care">The month of the last day of the declared periods, as in <see cref="MonthNumber"/>.</param>
/// <param name="Declared">The month in which it was declared; null where the lines do not say so.</param>
/// <param name="Lines">The lines that count.</param>
/// <param name="Volume">Their volume, in ticks of the product's unit.</param>
/// <param name="Amount">What they cost where they say so, in ticks of a euro.</param>
public sealed record DeclaredMonth(
    DeclaredProduct Product, int Care, int? Declared, long Lines, Int128 Volume, Int128 Amount);

/// <summary>Lines added up by month.</summary>
/// <param name="Months">By product, month of care and month of declaration, in that order.</param>
/// <param name="LastDay">The last day on which a line was declared, a day number; null where none says so.</param>
public sealed record DeclaredByMonth(IReadOnlyList<DeclaredMonth> Months, int? LastDay);

/// <summary>
/// Adds up lines by product and by the months of their care and of their declaration, after credits took away the lines
/// that they credit: what was corrected counts as declared on the day of its last declaration.
/// </summary>
/// <remarks>A line is of the month in which its period ends: periods are mostly months.</remarks>
internal sealed class DeclaredMonths(LineDictionaries dictionaries)
{
    private const int NoMonth = -1;

    private readonly Dictionary<(DeclaredProduct Product, int Care, int Declared), DeclaredMonth> _months = [];
    private int _lastDay = Line.NoDay;

    /// <summary>The sums of all passes so far.</summary>
    internal DeclaredByMonth Sums => new(
        [
            .. _months.Values.OrderBy(one => one.Product.Code, StringComparer.Ordinal).ThenBy(one => one.Product.Unit)
                .ThenBy(one => one.Care).ThenBy(one => one.Declared),
        ],
        _lastDay == Line.NoDay ? null : _lastDay);

    /// <summary>Adds the lines of a store that are kept, in a pass; to be called once in each pass.</summary>
    internal void Add(LineStore lines)
    {
        var sums = new Dictionary<(ushort Kind, int Care, int Declared), LineSums>();
        for (var range = lines.First; range < lines.End; range++)
        {
            foreach (var block in lines.Blocks(range))
                Add(block, sums);
        }

        foreach (var (key, sum) in sums)
            Add(dictionaries.Kind(key.Kind).Product, key.Care, key.Declared, sum);
    }

    private void Add(LineBlock block, Dictionary<(ushort Kind, int Care, int Declared), LineSums> sums)
    {
        var lines = block.Lines;
        var amounts = block.Amounts;
        var arrivals = block.Arrivals;
        for (var place = 0; place < lines.Length; place++)
        {
            ref readonly var line = ref lines[place];
            if (line.Volume == Line.Removed)
                continue;
            var declared = arrivals.IsEmpty ? Line.NoDay : arrivals[place];
            _lastDay = Math.Max(_lastDay, declared);
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(
                sums, (line.Kind, MonthOf(line.End), declared == Line.NoDay ? NoMonth : MonthOf(declared)), out _);
            sum.Lines++;
            sum.Volume += dictionaries.Kind(line.Kind).Conversion.Convert(line.Volume);
            sum.Amount += amounts.IsEmpty ? 0 : Math.Max(0, amounts[place]);
        }
    }

    private void Add(DeclaredProduct product, int care, int declared, LineSums sum)
    {
        var month = declared == NoMonth ? (int?)null : declared;
        var before = _months.GetValueOrDefault(
            (product, care, declared), new DeclaredMonth(product, care, month, 0, 0, 0));
        _months[(product, care, declared)] = before with
        {
            Lines = before.Lines + sum.Lines,
            Volume = before.Volume + sum.Volume,
            Amount = before.Amount + sum.Amount,
        };
    }

    private static int MonthOf(int day) => MonthNumber.Of(DayNumber.ToDate(day));

    [StructLayout(LayoutKind.Auto)]
    private struct LineSums
    {
        internal long Lines;
        internal Int128 Volume;
        internal Int128 Amount;
    }
}
