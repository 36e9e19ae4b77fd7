using System.Globalization;
using RgkCalibrator.Intake;
using RgkCalibrator.Intake.Accounting;

namespace RgkCalibrator.Output.InputReport;

/// <summary>What reports on declarations say wherever they are shown.</summary>
public static class ValidationWords
{
    // Files with fewer rows may come to the same numbers by chance.
    private const int FewestAlike = 20;

    /// <summary>Stands above everything that is told of made-up declarations.</summary>
    public static Wording Synthetic { get; } = new(
        "Synthetische gegevens: dit zijn geen echte kinderen, aanbieders of gemeenten.",
        "Synthetic data: these are no real children, providers or municipalities.");

    /// <summary>How a file was understood, in sentences.</summary>
    public static Wording Evidence(FileReading reading) => new(
        string.Join(' ', reading.Evidence.Select(sentence => sentence.Dutch)),
        string.Join(' ', reading.Evidence.Select(sentence => sentence.English)));

    /// <summary>How to read the numbers.</summary>
    internal static Wording Reading { get; } = new(
        "Elke rij heeft precies één plaats. Volumes staan in de eenheid van het bestand, voor omrekening; "
            + "creditregels tellen negatief. Rij 1 is de eerste rij na de kopregel. Alle afgekeurde rijen staan in "
            + "rejected.csv.",
        "Every row has exactly one place. Volumes are in the unit of the file, before conversion; credits count "
            + "below zero. Row 1 is the first after the header. All rejected rows stand in rejected.csv.");

    /// <summary>What was noticed of rows that have a place nonetheless; a sentence for each that there is.</summary>
    /// <param name="ledger">Where the rows ended.</param>
    /// <param name="equalFiles">Groups of files of which every byte is equal, by their names.</param>
    /// <param name="language">Of the numbers.</param>
    public static IEnumerable<Wording> Remarks(
        Ledger ledger, IReadOnlyList<IReadOnlyList<string>> equalFiles, Language language)
    {
        var equal = equalFiles.Select(files => string.Join(", ", files)).ToList();
        foreach (var files in equal)
        {
            yield return new(
                $"Deze bestanden zijn gelijk, en hun rijen tellen dubbel: {files}.",
                $"These files are equal, and their rows count double: {files}.");
        }

        foreach (var files in Copies(ledger).Except(equal, StringComparer.Ordinal))
        {
            yield return new(
                $"Deze bestanden lijken dezelfde rijen te hebben, die dan dubbel tellen: {files}.",
                $"These files seem to hold the same rows, which then count double: {files}.");
        }

        var (duplicates, credits) = (ledger.Remarks.UnequalDuplicates, ledger.Remarks.UnequalCredits);
        if (duplicates > 0)
        {
            var count = Numbers.Shown(duplicates, 0, language);
            yield return new(
                $"Referentienummers bij rijen die van elkaar verschillen: {count}; één van die rijen telt mee.",
                $"Reference numbers of rows that differ: {count}; one of those rows counts.");
        }

        if (credits > 0)
        {
            var count = Numbers.Shown(credits, 0, language);
            yield return new(
                $"Creditregels die kleiner zijn dan de regel die zij wegnemen: {count}; die regel telt niet meer mee.",
                $"Credits that are smaller than the line they take away: {count}; that line counts no more.");
        }
    }

    /// <summary>
    /// Files that seem to hold the same rows: as many used, netted and rejected ones, with the same volume, in each
    /// year and of each product.
    /// </summary>
    private static IEnumerable<string> Copies(Ledger ledger) => ledger.Parts
        .Where(part => ledger.Files[part.File].Used >= FewestAlike)
        .GroupBy(part => part.File)
        .GroupBy(Contents, part => ledger.Files[part.Key].File, StringComparer.Ordinal)
        .Where(files => files.Count() > 1)
        .Select(files => string.Join(", ", files));

    private static string Contents(IEnumerable<LedgerPart> parts) => string.Join('|', parts
        .Select(part => string.Create(
            CultureInfo.InvariantCulture,
            $"{part.Year} {part.Product} {string.Join(' ', part.Places.OrderBy(place => place.Key).Select(Text))}"))
        .Order(StringComparer.Ordinal));

    private static string Text(KeyValuePair<RowOutcome, Amount> place)
    {
        var volumes = place.Value.Volume.Select(part => (part.Unit, part.Ticks));
        return string.Create(
            CultureInfo.InvariantCulture, $"{place.Key}:{place.Value.Rows}:{string.Join(',', volumes)}");
    }

    /// <summary>What the folders hold and was not read, at least one.</summary>
    public static Wording PassedOver(IReadOnlyList<string> names)
    {
        var list = string.Join(", ", names);
        return new($"In de map, maar niet gelezen: {list}.", $"In the folder, but not read: {list}.");
    }

    /// <summary>Rows and volume by place, of all files.</summary>
    public static IReadOnlyDictionary<RowOutcome, Amount> Places(Ledger ledger) =>
        Enum.GetValues<RowOutcome>().ToDictionary(place => place, ledger.At);
}
