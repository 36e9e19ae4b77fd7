using System.Runtime.InteropServices;
using RgkCalibrator.Synthetic;

namespace RgkCalibrator.Tests.Synthetic;

/// <summary>What is counted as one trajectory.</summary>
internal enum TruthLevel
{
    Chain,
    Part,
    CareYear,
}

/// <summary>One trajectory (or part, or care year) as it truly was. Volumes in ticks.</summary>
[StructLayout(LayoutKind.Auto)]
internal record struct TruthFact(int Line, bool IsCompleted, int Start, int End)
{
    internal long Volume;
    internal StepFigures VolumeWithin;
}

/// <summary>
/// Trajectories taken from the drawn care itself, not from lines that are chained again: those that start in the window
/// in which a start is known and an end can be. Completed are those whose end that observation knows as well.
/// </summary>
internal sealed class TruthSample
{
    private const int GapDays = 90;

    /// <summary>The line of a trajectory that belongs to no single one: a chain of parts.</summary>
    internal const int NoLine = -1;

    private static readonly int WindowFirst = RegionTables.ObservedFirst + GapDays + 1;
    private static readonly int WindowLast = RegionTables.ObservedLast - GapDays - 1;

    private readonly RegionTables _tables;
    private readonly List<TruthFact>[] _facts;

    private TruthSample(RegionTables tables)
    {
        _tables = tables;
        _facts = [.. Enumerable.Range(0, tables.Products.Length * 3).Select(_ => new List<TruthFact>())];
    }

    /// <summary>The trajectories of so many children, in no particular order.</summary>
    internal static TruthSample Draw(SyntheticSettings settings, RegionTables tables)
    {
        var whole = new TruthSample(tables);
        var gate = new Lock();
        const int block = 65_536;
        Parallel.For(0, (settings.Children + block - 1) / block, index =>
        {
            var sample = new TruthSample(tables);
            var generator = new ChildGenerator(tables, settings.Seed);
            for (var child = index * block; child < Math.Min((index + 1) * block, settings.Children); child++)
                sample.Add(generator.Draw(child));
            lock (gate)
                whole.Add(sample);
        });
        return whole;
    }

    internal IReadOnlyList<TruthFact> Of(int product, TruthLevel level) => _facts[(product * 3) + (int)level];

    private void Add(TruthSample other)
    {
        for (var list = 0; list < _facts.Length; list++)
            _facts[list].AddRange(other._facts[list]);
    }

    private void Add(ChildCare care)
    {
        var spells = CollectionsMarshal.AsSpan(care.Spells);
        for (var index = 0; index < spells.Length; index++)
        {
            ref readonly var spell = ref spells[index];
            var model = _tables.Products[spell.Product].Model;
            if (IsInWindow(spell.Start))
                Add(care, spell, model.HasParts ? TruthLevel.Part : TruthLevel.Chain, spell.Line);
            if (IsInWindow(spell.Start) && model.HasCareYears)
                AddCareYears(care, spell);
            if (spell.OpensChain && model.HasParts && IsInWindow(spell.Start))
                Add(care, Joined(spells[index..]), TruthLevel.Chain, NoLine);
        }
    }

    private static bool IsInWindow(int start) => start >= WindowFirst && start <= WindowLast;

    private static CareSpell Joined(ReadOnlySpan<CareSpell> spells)
    {
        var chain = spells[0];
        for (var next = 1; next < spells.Length && !spells[next].OpensChain
            && spells[next].Product == chain.Product; next++)
        {
            chain = chain with { End = spells[next].End, LineCount = chain.LineCount + spells[next].LineCount };
        }

        return chain;
    }

    private void Add(ChildCare care, CareSpell spell, TruthLevel level, int line)
    {
        var model = _tables.Products[spell.Product].Model;
        var fact = new TruthFact(line, spell.End <= WindowLast, spell.Start, spell.End)
        {
            Volume = VolumeUntil(care, spell, int.MaxValue),
        };
        for (var step = 0; step < TruthSteps.Names(model).Count; step++)
            fact.VolumeWithin[step] = VolumeUntil(care, spell, TruthSteps.LastDay(model, spell.Start, step));
        _facts[(spell.Product * 3) + (int)level].Add(fact);
    }

    // A care year counts when it was observed to its last day, or when the care is known to have ended in it.
    private void AddCareYears(ChildCare care, CareSpell spell)
    {
        var table = _tables.Products[spell.Product];
        for (var year = 0; MonthCalendar.AddMonths(spell.Start, 12 * year) is var first && first <= spell.End; year++)
        {
            var last = MonthCalendar.AddMonths(spell.Start, 12 * (year + 1)) - 1;
            var isCompleted = last <= RegionTables.ObservedLast || spell.End <= WindowLast;
            var line = spell.IsOnKdc ? table.LineOnKdc(care.Birth, first) : table.Line(LineRole.Any);
            var fact = new TruthFact(line, isCompleted, first, Math.Min(last, spell.End))
            {
                Volume = VolumeUntil(care, spell, last) - VolumeUntil(care, spell, first - 1),
            };
            _facts[(spell.Product * 3) + (int)TruthLevel.CareYear].Add(fact);
        }
    }

    // A line's volume lies evenly over its days in whole ticks, the remainder on its last day.
    private static long VolumeUntil(ChildCare care, CareSpell spell, int last)
    {
        long volume = 0;
        foreach (ref readonly var line in CollectionsMarshal.AsSpan(care.Lines).Slice(spell.FirstLine, spell.LineCount))
        {
            if (line.End <= last)
                volume += line.VolumeTicks;
            else if (line.Start <= last)
                volume += line.VolumeTicks / (line.End - line.Start + 1) * (last - line.Start + 1);
        }

        return volume;
    }
}
