using System.Runtime.InteropServices;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Intake.Netting;

/// <summary>
/// Takes duplicates and credited lines out of a store, range by range: a range holds all lines of its clients. First
/// duplicates: of lines with one reference number of one client and provider the first in <see cref="LineOrder"/>
/// stays, and of those that say the same one with an amount. Then credits that name the line that they credit: the line
/// goes whole. Then credits without a name: one line goes that has the same client, provider, product, unit, period and
/// volume.
/// </summary>
internal sealed class LineNetting
{
    private readonly LineDictionaries _dictionaries;
    private readonly NettingCounts _counts;
    private readonly LineOrder _order;
    private readonly KeyIndex _identities = new();
    private readonly List<LinePlace> _first = [];
    private readonly HashSet<int> _unequal = [];
    private IReadOnlyList<LineBlock> _blocks = [];

    private LineNetting(LineDictionaries dictionaries, NettingCounts counts) =>
        (_dictionaries, _counts, _order) = (dictionaries, counts, new LineOrder(dictionaries));

    /// <summary>
    /// Nets the ranges that are kept; nothing is done where there are neither credits nor reference numbers.
    /// </summary>
    /// <param name="store">Lines of all files.</param>
    /// <param name="credits">All credits.</param>
    /// <param name="dictionaries">What the numbers in lines stand for.</param>
    /// <param name="isDetailed">Whether years and products are told apart.</param>
    /// <param name="run">How the machine may be used.</param>
    /// <returns>What each thread did.</returns>
    internal static IReadOnlyList<NettingCounts> Run(
        LineStore store, IReadOnlyList<Credit> credits, LineDictionaries dictionaries, bool isDetailed, RunSettings run)
    {
        if (credits.Count == 0 && !store.Extras.HasFlag(LineExtras.Ids))
            return [];
        var byRange = credits.ToLookup(credit => credit.Range);
        var workers = Enumerable.Range(0, run.Threads).Select(_ => new NettingCounts(isDetailed)).ToList();
        var next = store.First - 1;
        var options = new ParallelOptions { MaxDegreeOfParallelism = run.Threads, CancellationToken = run.Stop };
        Parallel.ForEach(workers, options, counts =>
        {
            var netting = new LineNetting(dictionaries, counts);
            while (Interlocked.Increment(ref next) is var range && range < store.End)
            {
                run.Stop.ThrowIfCancellationRequested();
                netting.NetRange(store.Blocks(range), [.. byRange[range]]);
            }
        });
        return workers;
    }

    // Its room is used again for the next range.
    private void NetRange(IReadOnlyList<LineBlock> blocks, IReadOnlyList<Credit> credits)
    {
        _blocks = blocks;
        _identities.Clear();
        _first.Clear();
        _unequal.Clear();
        if (blocks.Count > 0 && !blocks[0].Ids.IsEmpty)
            DropDuplicates();
        var single = DropDuplicates(credits);
        foreach (var credit in single.Where(credit => credit.Credits != TextKey.Empty))
            TakeNamed(in credit);
        TakeUnnamed([.. single.Where(credit => credit.Credits == TextKey.Empty)]);
    }

    private static TextKey Identity(in Line line, TextKey id) => line.Client.With(id, line.Provider);

    private void DropDuplicates()
    {
        for (var block = 0; block < _blocks.Count; block++)
        {
            var lines = _blocks[block].Lines;
            var ids = _blocks[block].Ids;
            for (var place = 0; place < lines.Length; place++)
            {
                if (ids[place] == TextKey.Empty)
                    continue;
                var number = _identities.NumberOf(Identity(in lines[place], ids[place]));
                if (number == _first.Count)
                    _first.Add(new LinePlace(block, place));
                else
                    Drop(number, new LinePlace(block, place));
            }
        }

        _counts.UnequalDuplicates += _unequal.Count;
    }

    private void Drop(int number, LinePlace second)
    {
        var first = _first[number];
        var order = _order.Compare(At(first), At(second));
        if (order != 0)
            _unequal.Add(number);
        else
            order = CompareCopies(first, second);
        var (kept, dropped) = order <= 0 ? (first, second) : (second, first);
        _first[number] = kept;
        Take(dropped, RowOutcome.Duplicate);
    }

    private void Take(LinePlace line, RowOutcome to)
    {
        var block = _blocks[line.Block];
        _counts.Take(block, line.Place, _dictionaries.Kind(block.Lines[line.Place].Kind), to);
    }

    /// <summary>Each credit once, in an order that depends on what they say alone.</summary>
    private List<Credit> DropDuplicates(IReadOnlyList<Credit> credits)
    {
        var sorted = credits.ToList();
        sorted.Sort(Compare);
        var seen = new HashSet<TextKey>();
        var single = new List<Credit>();
        foreach (var credit in sorted)
        {
            if (credit.Id == TextKey.Empty || seen.Add(Identity(credit.Line, credit.Id)))
                single.Add(credit);
            else
                _counts.Settle(in credit, RowOutcome.Duplicate);
        }

        return single;
    }

    // What a credit names is part of what it says. Credits that say the same are told apart by their row, of which
    // nothing but its number is ever seen.
    private int Compare(Credit one, Credit other)
    {
        var order = _order.Compare(Noted(one), Noted(other));
        if (order == 0)
            order = (one.Credits.Low, one.Credits.High).CompareTo((other.Credits.Low, other.Credits.High));
        return order != 0 ? order : (one.File, one.Row).CompareTo((other.File, other.Row));

        static NotedLine Noted(Credit credit) => new(credit.Line, credit.Care, default);
    }

    private void TakeNamed(in Credit credit)
    {
        var number = _identities.Find(Identity(credit.Line, credit.Credits));
        if (number < 0 || At(_first[number]).Line.Volume == Line.Removed)
        {
            _counts.Reject(in credit, RejectionReason.CreditWithoutDebit);
            return;
        }

        var debit = _first[number];
        var rest = _order.Carried(At(debit).Line).CompareTo(_order.Carried(credit.Line));
        Take(debit, RowOutcome.Netted);
        if (rest < 0)
        {
            _counts.Reject(in credit, RejectionReason.NetVolumeNotPositive);
            return;
        }

        _counts.UnequalCredits += rest > 0 ? 1 : 0;
        _counts.Settle(in credit, RowOutcome.Netted);
    }

    private void TakeUnnamed(List<Credit> credits)
    {
        if (credits.Count == 0)
            return;
        var debits = Matches(credits);
        foreach (var credit in credits)
        {
            if (!debits.TryGetValue(CreditedLine.Of(credit.Line), out var found) || found.Count == 0)
            {
                _counts.Reject(in credit, RejectionReason.CreditWithoutDebit);
                continue;
            }

            var debit = found.Dequeue();
            Take(debit, RowOutcome.Netted);
            _counts.Settle(in credit, RowOutcome.Netted);
        }
    }

    /// <summary>
    /// The lines that say what a credit says, by that, each list in an order that depends on what they say alone.
    /// </summary>
    private Dictionary<CreditedLine, Queue<LinePlace>> Matches(List<Credit> credits)
    {
        var clients = new KeyIndex();
        var found = new Dictionary<CreditedLine, List<LinePlace>>();
        foreach (var credit in credits)
        {
            _ = clients.NumberOf(credit.Line.Client);
            found[CreditedLine.Of(credit.Line)] = [];
        }

        for (var block = 0; block < _blocks.Count; block++)
        {
            var lines = _blocks[block].Lines;
            for (var place = 0; place < lines.Length; place++)
            {
                if (lines[place].Volume == Line.Removed || clients.Find(lines[place].Client) < 0)
                    continue;
                if (found.TryGetValue(CreditedLine.Of(in lines[place]), out var places))
                    places.Add(new LinePlace(block, place));
            }
        }

        foreach (var places in found.Values)
            places.Sort(Compare);
        return found.ToDictionary(pair => pair.Key, pair => new Queue<LinePlace>(pair.Value));
    }

    // Of copies of one line one that says what it cost comes first.
    private int CompareCopies(LinePlace one, LinePlace other)
    {
        var order = (AmountOf(one) <= 0).CompareTo(AmountOf(other) <= 0);
        return order != 0 ? order : CompareEqual(one, other);
    }

    private int Compare(LinePlace one, LinePlace other)
    {
        var order = _order.Compare(At(one), At(other));
        return order != 0 ? order : CompareEqual(one, other);
    }

    // Of lines that say the same the one with the least amount comes first, then the one that was declared first, then
    // the one of the first file, so that neither the euros nor the ledger of a file depend on threads.
    private int CompareEqual(LinePlace one, LinePlace other)
    {
        var order = (AmountOf(one), ArrivalOf(one)).CompareTo((AmountOf(other), ArrivalOf(other)));
        return order != 0 ? order : FileOf(one).CompareTo(FileOf(other));

        int FileOf(LinePlace line) => _blocks[line.Block].FileOf(line.Place);
    }

    private long AmountOf(LinePlace line) =>
        _blocks[line.Block].Amounts is { IsEmpty: false } amounts ? amounts[line.Place] : 0;

    private int ArrivalOf(LinePlace line) =>
        _blocks[line.Block].Arrivals is { IsEmpty: false } arrivals ? arrivals[line.Place] : 0;

    private NotedLine At(LinePlace place)
    {
        var block = _blocks[place.Block];
        return new NotedLine(
            block.Lines[place.Place],
            block.Care.IsEmpty ? CareDates.None : block.Care[place.Place],
            block.Notes.IsEmpty ? default : block.Notes[place.Place]);
    }

    /// <summary>Where a line lies in the partition.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct LinePlace(int Block, int Place);

    /// <summary>What a credit without a reference has in common with the line that it credits.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct CreditedLine(
        TextKey Client, ushort Provider, ushort Kind, int Start, int End, long Volume)
    {
        internal static CreditedLine Of(in Line line) =>
            new(line.Client, line.Provider, line.Kind, line.Start, line.End, line.Volume);
    }
}
