using System.Runtime.InteropServices;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Intake.Netting;

/// <summary>
/// Takes duplicates and credited lines out of a partition, which holds all lines of its clients. First duplicates: of lines with one reference
/// number of one client and provider the first in <see cref="LineOrder"/> stays. Then credits that name the line that they credit: the line
/// goes whole. Then credits without a name: one line goes that has the same client, provider, product, unit, period and volume.
/// </summary>
internal sealed class PartitionNetting(LookupTables tables, NettingCounts counts)
{
    private readonly LineOrder _order = new(tables);
    private readonly KeyIndex _identities = new();
    private readonly List<LinePlace> _first = [];
    private readonly HashSet<int> _unequal = [];
    private IReadOnlyList<LineBlock> _blocks = [];

    /// <summary>Nets one partition; its room is used again for the next.</summary>
    internal void Run(IReadOnlyList<LineBlock> blocks, IReadOnlyList<Credit> credits)
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

        counts.UnequalDuplicates += _unequal.Count;
    }

    private void Drop(int number, LinePlace second)
    {
        var first = _first[number];
        if (_order.Compare(At(first), At(second)) != 0)
            _unequal.Add(number);
        var (kept, dropped) = Compare(first, second) <= 0 ? (first, second) : (second, first);
        _first[number] = kept;
        counts.Take(_blocks[dropped.Block], dropped.Place, Place.Duplicate, _order, tables.Kinds.Kinds);
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
                counts.Settle(in credit, Place.Duplicate);
        }

        return single;
    }

    // What a credit names is part of what it says. Credits that say the same are told apart by their row, of which nothing but its number is ever seen.
    private int Compare(Credit one, Credit other)
    {
        var order = _order.Compare(new NotedLine(one.Line, one.Care, default), new NotedLine(other.Line, other.Care, default));
        if (order == 0)
            order = (one.Credits.Low, one.Credits.High).CompareTo((other.Credits.Low, other.Credits.High));
        return order != 0 ? order : (one.File, one.Row).CompareTo((other.File, other.Row));
    }

    private void TakeNamed(in Credit credit)
    {
        var number = _identities.Find(Identity(credit.Line, credit.Credits));
        if (number < 0 || At(_first[number]).Line.Volume == Line.Removed)
        {
            counts.Reject(in credit, RejectionReason.CreditWithoutDebit);
            return;
        }

        var debit = _first[number];
        var rest = _order.Carried(At(debit).Line).CompareTo(_order.Carried(credit.Line));
        counts.Take(_blocks[debit.Block], debit.Place, Place.Netted, _order, tables.Kinds.Kinds);
        if (rest < 0)
        {
            counts.Reject(in credit, RejectionReason.NetVolumeNotPositive);
            return;
        }

        counts.UnequalCredits += rest > 0 ? 1 : 0;
        counts.Settle(in credit, Place.Netted);
    }

    private void TakeUnnamed(List<Credit> credits)
    {
        if (credits.Count == 0)
            return;
        var debits = Matches(credits);
        foreach (var credit in credits)
        {
            if (!debits.TryGetValue(Declared.By(credit.Line), out var found) || found.Count == 0)
            {
                counts.Reject(in credit, RejectionReason.CreditWithoutDebit);
                continue;
            }

            var debit = found.Dequeue();
            counts.Take(_blocks[debit.Block], debit.Place, Place.Netted, _order, tables.Kinds.Kinds);
            counts.Settle(in credit, Place.Netted);
        }
    }

    /// <summary>The lines that say what a credit says, by that, each list in an order that depends on what they say alone.</summary>
    private Dictionary<Declared, Queue<LinePlace>> Matches(List<Credit> credits)
    {
        var clients = new KeyIndex();
        var found = new Dictionary<Declared, List<LinePlace>>();
        foreach (var credit in credits)
        {
            clients.NumberOf(credit.Line.Client);
            found[Declared.By(credit.Line)] = [];
        }

        for (var block = 0; block < _blocks.Count; block++)
        {
            var lines = _blocks[block].Lines;
            for (var place = 0; place < lines.Length; place++)
            {
                if (lines[place].Volume == Line.Removed || clients.Find(lines[place].Client) < 0)
                    continue;
                if (found.TryGetValue(Declared.By(in lines[place]), out var places))
                    places.Add(new LinePlace(block, place));
            }
        }

        return found.ToDictionary(pair => pair.Key, pair => new Queue<LinePlace>(InOrder(pair.Value)));
    }

    private List<LinePlace> InOrder(List<LinePlace> places)
    {
        places.Sort(Compare);
        return places;
    }

    // Of lines that say the same the one of the first file comes first, so that the ledger of a file does not depend on threads.
    private int Compare(LinePlace one, LinePlace other)
    {
        var order = _order.Compare(At(one), At(other));
        return order != 0 ? order : FileOf(one).CompareTo(FileOf(other));
    }

    private int FileOf(LinePlace place) => _blocks[place.Block].FileOf(place.Place);

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
    private readonly record struct Declared(TextKey Client, ushort Provider, ushort Kind, int Start, int End, long Volume)
    {
        internal static Declared By(in Line line) => new(line.Client, line.Provider, line.Kind, line.Start, line.End, line.Volume);
    }
}
