using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Intake.Copies;

/// <summary>A message that declares nothing: what it says went into the lines of others.</summary>
internal sealed record MessageSource(int Number, string Name, TextCopy Copy)
    : SourceFile(Number, Name, 0, new ColumnPlan([]), IsSynthetic: false)
{
    internal override Wording Kind => Copy.Kind;

    internal override IReadOnlyList<Wording> Evidence => Copy.Notes.Evidence;

    internal override long Read(Session session, ReaderPool pool, RunSettings run) => 0;
}
