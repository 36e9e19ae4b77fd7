using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Intake;

/// <summary>From what threads counted to the ledger.</summary>
/// <param name="files">The files, in the order of their numbers.</param>
/// <param name="books">What every thread counted.</param>
/// <param name="dictionaries">What the kinds of lines stand for.</param>
internal sealed class LedgerClosing(
    IReadOnlyList<SourceFile> files, IReadOnlyList<TallyBook> books, LineDictionaries dictionaries)
{
    private readonly ILookup<int, KeyValuePair<TallyKey, RowTally>> _byFile =
        books.SelectMany(book => book.Tallies).ToLookup(pair => pair.Key.File);

    /// <summary>The ledger of every file and each rejected row.</summary>
    /// <exception cref="CalibrationException">A row or a tick has no place.</exception>
    internal Ledger Close() => new([.. files.Select(Balanced)], [.. files.SelectMany(Rejected)])
    {
        IsSynthetic = files.Any(file => file.IsSynthetic),
        UnknownCodes = UnknownCodes.Of(dictionaries.UnknownCodes.Keys),
        Warnings = [.. files.SelectMany(file => file.Warnings)],
        Parts = books.Any(book => book.IsDetailed) ? [.. files.SelectMany(Parts)] : [],
    };

    private FileLedger Balanced(SourceFile file)
    {
        var ledger = LedgerOf(file);
        return ledger.Balances
            ? ledger
            : throw Lost(file.Name, file.Rows, ledger.Places.Values.Sum(amount => amount.Rows));
    }

    private FileLedger LedgerOf(SourceFile file)
    {
        var tallies = _byFile[file.Number].Select(pair => pair.Value).ToList();
        var reasons = Rejected(file).GroupBy(row => row.Reason).OrderBy(rows => rows.Key)
            .ToDictionary(rows => rows.Key, rows => rows.LongCount());
        var ticks = tallies.Aggregate((Int128)0, (sum, tally) => sum + tally.AllTicks);
        return new FileLedger(file.Name, file.Rows, ticks, PlacesOf(tallies), reasons);
    }

    private IEnumerable<RejectedRow> Rejected(SourceFile file) =>
        _byFile[file.Number].SelectMany(pair => pair.Value.Rejected).OrderBy(row => row.Row)
            .Select(row => file.NumbersInFile is { } numbers ? row with { Row = numbers.Of(row.Row) } : row);

    // Years and codes that are not known come last.
    private IEnumerable<LedgerPart> Parts(SourceFile file) => _byFile[file.Number]
        .GroupBy(pair => (Year: pair.Key.Year == 0 ? (int?)null : pair.Key.Year, Code: KnownCode(pair.Key.Kind)))
        .OrderBy(group => group.Key.Year ?? int.MaxValue)
        .ThenBy(group => group.Key.Code is null)
        .ThenBy(group => group.Key.Code, StringComparer.Ordinal)
        .Select(group => new LedgerPart(
            file.Number, group.Key.Year, group.Key.Code, PlacesOf([.. group.Select(pair => pair.Value)])))
        .Where(part => part.Places.Values.Any(amount => amount.Rows > 0));

    // The code of a product that is not known is the text of a cell, and not shown.
    private string? KnownCode(ushort kind) =>
        kind > 0 && dictionaries.Kind(kind).Product is { IsKnown: true } known ? known.Code : null;

    private static Dictionary<RowOutcome, Amount> PlacesOf(IReadOnlyList<RowTally> tallies) =>
        Enum.GetValues<RowOutcome>()
            .ToDictionary(place => place, place => Amount.Sum(tallies.Select(tally => tally.At(place))));

    /// <summary>The refusal of files that came to other sums when they were read again.</summary>
    internal static CalibrationException Changed() => new(
        ExitCode.DoesNotAddUp,
        new Wording("De bestanden zijn tijdens het lezen veranderd.", "The files changed while they were read."),
        string.Empty,
        new Wording(
            "Er is niets geschreven. Wacht tot de bestanden klaar zijn, en begin opnieuw.",
            "Nothing was written. Wait until the files are complete, and begin again."));

    /// <summary>The refusal of a file of which rows or their volume were lost.</summary>
    internal static CalibrationException Lost(string file, long rows, long placed) => OurFault(
        rows == placed
            ? new Wording(
                "Het volume van de rijen telt niet op tot dat van hun plaatsen.",
                "The volume of the rows does not add up to that of their places.")
            : new Wording(
                $"Het bestand heeft {Numbers.Whole(rows)} rijen, maar er zijn er {Numbers.Whole(placed)} verwerkt.",
                $"The file has {Numbers.Whole(rows)} rows, but {Numbers.Whole(placed)} have a place."),
        file);

    /// <summary>The refusal of sums that this program got wrong.</summary>
    internal static CalibrationException OurFault(Wording what, string where) => new(
        ExitCode.DoesNotAddUp,
        what,
        where,
        new Wording(
            "Er is niets geschreven. Dit is een fout in dit programma: meld haar, met de versie.",
            "Nothing was written. This is a fault in this program: report it, with the version."));
}
