using RgkCalibrator.Catalogue;
using RgkCalibrator.Intake;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Output.InputReport;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Cli;

/// <summary>What a person is told of declarations: of all files together, and of those that were read alike.</summary>
internal sealed class ValidationLines(Screen screen, ValidationReport report, ProductCatalogue catalogue)
{
    private const int MostProducts = 10;

    private readonly LedgerTables _tables = new(screen.Language);

    private Ledger Ledger => report.Ledger;

    /// <summary>Tells all of it, as results.</summary>
    public void Tell()
    {
        if (Ledger.IsSynthetic)
        {
            screen.Tell(ValidationWords.Synthetic);
            screen.Output.WriteLine();
        }

        if (Ledger.Files.Count > 1)
        {
            TellAll();
            TellProducts();
        }

        if (report.PassedOver.Count > 0)
        {
            Sentence(ValidationWords.PassedOver(report.PassedOver));
            screen.Output.WriteLine();
        }

        foreach (var files in report.Files.GroupBy(KeyOf))
        {
            if (files.First().Trouble is { } trouble)
                TellTrouble(files.First().Name, trouble);
            else
                TellFiles([.. files]);
        }

        if (Ledger.Files.Count == 1)
            TellProducts();
        foreach (var remark in ValidationWords.Remarks(Ledger, report.EqualFiles, screen.Language))
            screen.Warn(remark);
    }

    private void TellTrouble(string name, CalibrationException trouble)
    {
        Heading(new($"{name}: kon niet worden gelezen", $"{name}: could not be read"));
        Sentence(trouble.What);
        if (trouble.Where.Length > 0 && trouble.Where != name)
            Sentence(new($"Waar: {trouble.Where}", $"Where: {trouble.Where}"));
        Sentence(new($"Oplossing: {trouble.Remedy.Dutch}", $"Remedy: {trouble.Remedy.English}"));
        screen.Output.WriteLine();
    }

    // Files that were understood alike have the same key, whatever their values showed; a file that could not be read
    // has one of its own.
    private string KeyOf(ExaminedFile file)
    {
        if (file.Reading is not { } reading)
            return Numbers.Whole(report.Files.TakeWhile(other => other != file).Count());
        var columns = reading.Columns.Select(column => $"{column.Column.Name()} {column.Name} {column.Form.English}");
        var remarks = ColumnReadingTables.Remarks(reading).Select(remark => remark.English);
        return string.Join(
            '\n', [reading.Kind.English, ValidationWords.Evidence(reading).English, .. columns, .. remarks]);
    }

    /// <summary>Files that were understood alike.</summary>
    private void TellFiles(IReadOnlyList<ExaminedFile> files)
    {
        var reading = files[0].Reading!;
        int[] numbers = [.. files.Select(file => file.Reading!.Number)];
        var (kind, rows) = (reading.Kind, screen.Number(numbers.Sum(number => Ledger.Files[number].Rows)));
        var count = screen.Number(files.Count);
        Heading(files.Count == 1
            ? new($"{files[0].Name}: {kind.Dutch}, {rows} rijen", $"{files[0].Name}: {kind.English}, {rows} rows")
            : new(
                $"{count} bestanden die gelijk zijn gelezen: {kind.Dutch}, {rows} rijen",
                $"{count} files that were read alike: {kind.English}, {rows} rows"));
        if (files.Count > 1)
            Sentence(Wording.Same(string.Join(", ", files.Select(NameAndRows)) + "."));
        Sentence(ValidationWords.Evidence(reading));
        screen.Output.WriteLine();
        var columns = ColumnReadingTables.Columns(reading, screen.Language);
        if (reading.Columns.Count > 0)
            Table(files.Count == 1 ? columns : WithoutReasons(columns));
        foreach (var remark in ColumnReadingTables.Remarks(reading))
            Sentence(remark);
        screen.Output.WriteLine();
        // Of all files together it stands above.
        if (numbers.Length < Ledger.Files.Count || numbers.Length == 1)
            TellRows(PlacesOf(numbers), numbers);
    }

    // What the values of each file showed, the report on a file tells.
    private static Table WithoutReasons(Table columns) => columns with
    {
        Columns = [.. columns.Columns.SkipLast(1)],
        Rows = [.. columns.Rows.Select(row => row.SkipLast(1).ToArray())],
    };

    private string NameAndRows(ExaminedFile file) =>
        $"{file.Name} ({screen.Number(Ledger.Files[file.Reading!.Number].Rows)})";

    private Dictionary<RowOutcome, Amount> PlacesOf(int[] numbers) =>
        Enum.GetValues<RowOutcome>().ToDictionary(
            place => place, place => Amount.Sum(numbers.Select(number => Ledger.Files[number].At(place))));

    private void TellAll()
    {
        var (files, rows) = (screen.Number(Ledger.Files.Count), screen.Number(Ledger.Rows));
        Heading(new($"{files} bestanden samen: {rows} rijen", $"{files} files together: {rows} rows"));
        screen.Output.WriteLine();
        TellRows(ValidationWords.Places(Ledger), [.. Enumerable.Range(0, Ledger.Files.Count)]);
    }

    /// <summary>Places, years and reasons: of a file, or of several.</summary>
    private void TellRows(IReadOnlyDictionary<RowOutcome, Amount> places, int[] numbers)
    {
        if (places.Values.All(amount => amount.Rows == 0))
            return;
        LedgerLines.TellPlaces(screen, places);
        screen.Output.WriteLine();
        Table(_tables.Years(Ledger.Parts.Where(part => numbers.Contains(part.File))));
        screen.Output.WriteLine();
        var reasons = numbers is [var only]
            ? _tables.Reasons(Ledger, only)
            : _tables.Reasons(Ledger with
            {
                RejectedRows = [.. Ledger.RejectedRows.Where(row => numbers.Contains(row.File))],
            }, null);
        if (reasons.Rows.Count == 0)
            return;
        Table(reasons);
        screen.Output.WriteLine();
    }

    /// <summary>The products with most rows that were rejected or netted.</summary>
    private void TellProducts()
    {
        var troubled = Ledger.Parts.GroupBy(part => part.Product)
            .Where(product => Troubled(product) > 0)
            .OrderByDescending(Troubled).ThenBy(product => product.Key, StringComparer.Ordinal).ToList();
        if (troubled.Count == 0)
            return;
        Heading(new("Producten met afgekeurde of verrekende rijen", "Products with rejected or netted rows"));
        screen.Output.WriteLine();
        Table(_tables.Products(
            troubled.Take(MostProducts), code => catalogue.Find(code)?.Name ?? code, hasVolume: false));
        if (troubled.Count > MostProducts)
        {
            var more = screen.Number(troubled.Count - MostProducts);
            Sentence(new(
                $"En nog {more} producten; met --out staan ze in het verslag.",
                $"And {more} more products; with --out they stand in the report."));
        }

        screen.Output.WriteLine();

        if (Ledger.UnknownCodes.Count > 0)
        {
            var codes = Ledger.UnknownCodes.Words();
            Sentence(new(
                $"Codes die niet in de catalogus staan: {codes.Dutch}.",
                $"Codes that are not in the catalogue: {codes.English}."));
            screen.Output.WriteLine();
        }

        static long Troubled(IEnumerable<LedgerPart> parts) =>
            parts.Sum(part => part.Places[RowOutcome.Rejected].Rows + part.Places[RowOutcome.Netted].Rows);
    }

    private void Heading(Wording words) => screen.Tell(words);

    private void Sentence(Wording words) => TextTable.Write(words.In(screen.Language), screen.Output);

    private void Table(Table table) => TextTable.Write(table, screen.Output);
}
