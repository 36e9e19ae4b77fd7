using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Register;

/// <summary>A situation that a provider reported: which, how often, and what it suggests.</summary>
/// <param name="Provider">The provider, as in the declarations.</param>
/// <param name="Product">The product.</param>
/// <param name="Situation">As the framework words it; empty where it names none of the product.</param>
/// <param name="Intervention">As the provider declares it; empty where it told none.</param>
/// <param name="Trajectories">How many it concerns, 1 to 9,999.</param>
/// <param name="PerWeek">The suggested intensity, in the unit of the product a week, above 0.</param>
/// <param name="Duration">The suggested duration, at most ten years.</param>
public sealed record ReportedSituation(
    string Provider, Product Product, string Situation, string Intervention, int Trajectories, decimal PerWeek,
    DurationStep Duration)
{
    /// <summary>Where the row stands: the file, the sheet and the row.</summary>
    public required RowPlace Place { get; init; }

    /// <summary>The suggested volume over the suggested duration, in the unit of the product.</summary>
    public decimal Volume => PerWeek * Duration.InWeeks();

    /// <summary>What makes a second report the same.</summary>
    internal (string, string, string, string) Key =>
        (Provider, Product.Code, Situation.ToUpperInvariant(), Intervention.ToUpperInvariant());
}

/// <summary>A row of a returned workbook.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Row">Its number, from 1.</param>
public sealed record RowPlace(string File, string Sheet, int Row);

/// <summary>Something in a row that its provider has to mend.</summary>
/// <param name="Place">The row.</param>
/// <param name="Cell">The address of the cell, such as F12.</param>
/// <param name="Trouble">What is wrong.</param>
public sealed record RefusedCell(RowPlace Place, string Cell, RegisterTrouble Trouble)
{
    /// <summary>Where it stands, for messages.</summary>
    public override string ToString() => $"{Place.File}, {Place.Sheet}!{Cell}";
}

/// <summary>A workbook that came back.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Accepted">The rows that count.</param>
/// <param name="Refused">What is wrong with the others, in the order of the sheet.</param>
public sealed record ReturnedFile(
    string Name, IReadOnlyList<ReportedSituation> Accepted, IReadOnlyList<RefusedCell> Refused)
{
    /// <summary>Why nothing of it could be read; null where it could.</summary>
    public CalibrationException? Unreadable { get; init; }

    /// <summary>Whether it says that nobody filled it in.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>Rows that are refused.</summary>
    public int RefusedRows => Refused.Select(cell => cell.Place).Distinct().Count();
}

/// <summary>All workbooks that came back, in the order in which they were named.</summary>
public sealed record ReturnedRegister(IReadOnlyList<ReturnedFile> Files)
{
    /// <summary>The rows that count.</summary>
    public IReadOnlyList<ReportedSituation> Accepted { get; } = [.. Files.SelectMany(file => file.Accepted)];

    /// <summary>What is wrong with the others.</summary>
    public IReadOnlyList<RefusedCell> Refused { get; } = [.. Files.SelectMany(file => file.Refused)];

    /// <summary>Whether all rows of all workbooks count.</summary>
    public bool IsSound => Refused.Count == 0 && Files.All(file => file.Unreadable is null);

    /// <summary>Whether some workbook says that nobody filled it in.</summary>
    public bool IsSynthetic => Files.Any(file => file.IsSynthetic);
}
