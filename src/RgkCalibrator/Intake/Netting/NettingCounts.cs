using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Intake.Netting;

/// <summary>What one thread's netting did: places by file, and what was taken away.</summary>
internal sealed class NettingCounts(bool isDetailed)
{
    /// <summary>What was counted; the used rows that were moved are counted below zero.</summary>
    internal TallyBook Tallies { get; } = new(isDetailed);

    /// <summary>The volume of the lines that were taken away, in ticks of their products' units.</summary>
    internal Int128 CarriedAway { get; private set; }

    internal long UnequalDuplicates { get; set; }

    internal long UnequalCredits { get; set; }

    /// <summary>Takes a line out of a block.</summary>
    internal void Take(LineBlock block, int place, LineKind kind, RowOutcome to)
    {
        ref var line = ref block.Lines[place];
        Tallies.Of(block.FileOf(place), line.Start, line.Kind).Move(to, kind.Slot, line.Volume);
        CarriedAway += kind.Conversion.Convert(line.Volume);
        line.Volume = Line.Removed;
    }

    internal void Settle(in Credit credit, RowOutcome place) =>
        TallyOf(in credit).Add(place, credit.Unit, credit.Ticks);

    internal void Reject(in Credit credit, RejectionReason reason) =>
        TallyOf(in credit).Reject(new RejectedRow(credit.File, credit.Row, reason), credit.Unit, credit.Ticks);

    private RowTally TallyOf(in Credit credit) => Tallies.Of(credit.File, credit.Line.Start, credit.Line.Kind);
}
