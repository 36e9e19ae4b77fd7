using System.Runtime.InteropServices;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Intake.Accounting;

/// <summary>What was declared for a product in euros, over the lines that count.</summary>
/// <param name="Product">The product.</param>
/// <param name="Lines">Lines with an amount above zero.</param>
/// <param name="Without">
/// Lines whose amount says nothing of a price: there is none, it cannot be read, or it is zero or below.
/// </param>
/// <param name="Amount">What <paramref name="Lines"/> cost, in ticks of a euro.</param>
/// <param name="Volume">Their volume, in ticks of the product's unit.</param>
public sealed record DeclaredAmount(DeclaredProduct Product, long Lines, long Without, Int128 Amount, Int128 Volume);

/// <summary>
/// Adds up amounts and volumes of lines by product, after credits took away the lines that they credit: a correction
/// takes the amount of its line along.
/// </summary>
internal sealed class DeclaredAmounts(LineDictionaries dictionaries)
{
    private readonly Dictionary<DeclaredProduct, DeclaredAmount> _byProduct = [];

    /// <summary>By product, in the order of the codes and units.</summary>
    internal IReadOnlyList<DeclaredAmount> ByProduct =>
        [.. _byProduct.Values.OrderBy(one => one.Product.Code, StringComparer.Ordinal).ThenBy(one => one.Product.Unit)];

    /// <summary>Adds the lines of a store that are kept, in a pass; to be called once in each pass.</summary>
    internal void Add(LineStore lines)
    {
        var sums = new Sums[dictionaries.Kinds.Values.Count + 1];
        for (var range = lines.First; range < lines.End; range++)
        {
            foreach (var block in lines.Blocks(range))
                Add(block, sums);
        }

        for (var kind = 1; kind < sums.Length; kind++)
            Add(dictionaries.Kind((ushort)kind).Product, sums[kind]);
    }

    private void Add(LineBlock block, Sums[] sums)
    {
        var lines = block.Lines;
        var amounts = block.Amounts;
        for (var place = 0; place < lines.Length; place++)
        {
            ref readonly var line = ref lines[place];
            if (line.Volume == Line.Removed)
                continue;
            ref var sum = ref sums[line.Kind];
            if (amounts[place] <= 0)
            {
                sum.Without++;
                continue;
            }

            sum.Lines++;
            sum.Amount += amounts[place];
            sum.Volume += dictionaries.Kind(line.Kind).Conversion.Convert(line.Volume);
        }
    }

    private void Add(DeclaredProduct product, Sums sums)
    {
        if (sums is { Lines: 0, Without: 0 })
            return;
        var before = _byProduct.GetValueOrDefault(product, new DeclaredAmount(product, 0, 0, 0, 0));
        _byProduct[product] = new DeclaredAmount(
            product, before.Lines + sums.Lines, before.Without + sums.Without, before.Amount + sums.Amount,
            before.Volume + sums.Volume);
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Sums
    {
        internal long Lines;
        internal long Without;
        internal Int128 Amount;
        internal Int128 Volume;
    }
}
