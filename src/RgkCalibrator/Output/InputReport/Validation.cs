using RgkCalibrator.Catalogue;
using RgkCalibrator.Intake;
using RgkCalibrator.Intake.Accounting;

namespace RgkCalibrator.Output.InputReport;

/// <summary>
/// What a report on declarations tells: of every file what was understood, where its rows ended, and the choices behind
/// that.
/// </summary>
/// <param name="Files">Every file that was named.</param>
/// <param name="Ledger">Of those that can be read, by year and product.</param>
/// <param name="Catalogue">The products, and the observed period.</param>
/// <param name="MaxLineDays">The longest declared period that is believed, in days; 0 for no limit.</param>
internal sealed record Validation(
    IReadOnlyList<ExaminedFile> Files, Ledger Ledger, ProductCatalogue Catalogue, int MaxLineDays)
{
    /// <summary>
    /// What the folders that were named hold and was not read: files, and folders, which end in a slash.
    /// </summary>
    internal IReadOnlyList<string> PassedOver { get; init; } = [];

    /// <summary>Groups of files with rows of which every byte is equal, by their names.</summary>
    internal IReadOnlyList<IReadOnlyList<string>> EqualFiles { get; init; } = [];

    internal DateOnly LastDay => Catalogue.Trajectories.Observed.Last;

    /// <summary>The parts of a file; of all files for null.</summary>
    internal IReadOnlyList<LedgerPart> Parts(int? file) =>
        [.. Ledger.Parts.Where(part => file is null || part.File == file)];

    /// <summary>Parts by product, in the order of the catalogue; the unknown last.</summary>
    internal IEnumerable<IGrouping<string?, LedgerPart>> ByProduct(int? file)
    {
        var order = Catalogue.Products.Select((product, place) => (product.Code, place)).ToDictionary(
            pair => pair.Code, pair => pair.place, StringComparer.Ordinal);
        return Parts(file).GroupBy(part => part.Product).OrderBy(
            product => product.Key is { } code ? order[code] : int.MaxValue);
    }

    internal string NameOf(string code) => Catalogue.Find(code)?.Name ?? code;
}
