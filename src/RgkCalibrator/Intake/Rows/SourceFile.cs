using System.Runtime.InteropServices;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Intake.Rows;

/// <summary>An opened input file: what is known of it before its rows are read.</summary>
/// <param name="Number">Its place among the files, from 0.</param>
/// <param name="Name">Its name, without its folder.</param>
/// <param name="Rows">Its rows, counted apart from the reading of the rows.</param>
/// <param name="Columns">The canonical columns that it has.</param>
/// <param name="IsSynthetic">
/// Whether the file says that its rows are made up, so that everything made of it can say so.
/// </param>
internal abstract record SourceFile(int Number, string Name, long Rows, ColumnPlan Columns, bool IsSynthetic)
{
    /// <summary>The origin that a file of made-up rows names.</summary>
    internal const string SyntheticOrigin = "synthetic";

    /// <summary>What its columns were understood to hold, and why.</summary>
    internal required IReadOnlyList<ColumnReading> Readings { get; init; }

    /// <summary>What it calls its columns, in its order; not what says where its rows come from.</summary>
    internal required IReadOnlyList<string> Names { get; init; }

    /// <summary>What kind of file it is, e.g. <c>CSV</c>.</summary>
    internal abstract Wording Kind { get; }

    /// <summary>Sentences on how it is written.</summary>
    internal abstract IReadOnlyList<Wording> Evidence { get; }

    /// <summary>Sentences, each with the file's name, on what the user may miss in the results.</summary>
    internal IReadOnlyList<Wording> Warnings { get; init; } = [];

    /// <summary>
    /// What the file itself calls its rows; null where they are numbered from the first below the header.
    /// </summary>
    internal RowNumbers? NumbersInFile { get; init; }

    /// <summary>What is kept beside its lines.</summary>
    internal LineExtras Extras =>
        (HasAny(CanonicalColumn.CareStart, CanonicalColumn.CareEnd) ? LineExtras.CareDates : LineExtras.None)
        | (HasAny(CanonicalColumn.LineId) ? LineExtras.Ids : LineExtras.None)
        | (HasAny(CanonicalColumn.Amount) ? LineExtras.Amounts : LineExtras.None)
        | (HasAny(CanonicalColumn.DeclaredOn) ? LineExtras.Arrivals : LineExtras.None)
        | (HasAny([.. CanonicalColumns.Noted]) ? LineExtras.Notes : LineExtras.None);

    /// <summary>The ids of at most a few thousand clients of a stretch; which they are moves no result.</summary>
    /// <exception cref="CalibrationException">The file cannot be read.</exception>
    internal virtual IReadOnlyList<byte[]> ClientsAt(Session session, Stretch stretch, CancellationToken stop) => [];

    /// <summary>Hands every row to the readers of a pool.</summary>
    /// <returns>The number of rows handed over.</returns>
    /// <exception cref="CalibrationException">The file cannot be read.</exception>
    internal abstract long Read(Session session, ReaderPool pool, RunSettings run);

    private bool HasAny(params CanonicalColumn[] columns) => Array.Exists(columns, Columns.Has);
}

/// <summary>Where a file is looked at.</summary>
/// <param name="First">The first row, from 0.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Most">Rows that may be read of it, where rows cannot be read without those around them.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Stretch(long First, long Rows, long Most);
