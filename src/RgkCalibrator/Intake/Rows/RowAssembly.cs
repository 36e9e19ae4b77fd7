using System.Runtime.InteropServices;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;

namespace RgkCalibrator.Intake.Rows;

/// <summary>
/// Puts rows together from columns that lie in a chunk of the engine and columns that lie in a buffer.
/// </summary>
/// <param name="count">Rows.</param>
/// <param name="places">Where each canonical column lies: its place in the chunk, or else <see cref="InBuffer"/> or
/// <see cref="Absent"/>.</param>
/// <param name="buffer">Holds the row numbers and the volumes, and the columns of the places that say so.</param>
/// <param name="chunk">Not looked at where no place is in it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct RowAssembly(int count, int[] places, RowBuffer buffer, DataChunk chunk = default)
{
    internal const int Absent = -1;
    internal const int InBuffer = -2;

    private readonly DataChunk _chunk = chunk;

    /// <summary>No column has a place yet.</summary>
    internal static int[] NoPlaces()
    {
        var places = new int[CanonicalColumns.All.Count];
        Array.Fill(places, Absent);
        return places;
    }

    internal RowColumns Assemble()
    {
        DebitCredit.Apply(Find(CanonicalColumn.DebitCredit), buffer.Ticks, count);
        var hasBirthDates = places[(int)CanonicalColumn.BirthDate] != Absent;
        return new RowColumns
        {
            Count = count,
            Number = buffer.Numbers[..count],
            Ticks = buffer.Ticks[..count],
            Amounts = places[(int)CanonicalColumn.Amount] == Absent ? [] : buffer.Amounts[..count],
            Client = Find(CanonicalColumn.ClientId),
            Product = Find(CanonicalColumn.ProductCode),
            Unit = Find(CanonicalColumn.Unit),
            Provider = Find(CanonicalColumn.ProviderId),
            Id = Find(CanonicalColumn.LineId),
            Credits = Find(CanonicalColumn.CreditsLineId),
            Assignment = Find(CanonicalColumn.AssignmentId),
            Location = Find(CanonicalColumn.Location),
            Intervention = Find(CanonicalColumn.Intervention),
            Municipality = Find(CanonicalColumn.Municipality),
            EndReason = Find(CanonicalColumn.EndReason),
            Start = Find(CanonicalColumn.StartDate),
            End = Find(CanonicalColumn.EndDate),
            Birth = Find(hasBirthDates ? CanonicalColumn.BirthDate : CanonicalColumn.BirthYear),
            CareStart = Find(CanonicalColumn.CareStart),
            CareEnd = Find(CanonicalColumn.CareEnd),
            Declared = Find(CanonicalColumn.DeclaredOn),
        };
    }

    private Column Find(CanonicalColumn column) => places[(int)column] switch
    {
        Absent => default,
        InBuffer => buffer.Column(column, count),
        var place => _chunk.Column(place),
    };
}
