using RgkCalibrator.Catalogue;
using RgkCalibrator.Intake;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Output.InputReport;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Cli;

/// <summary>What a person is told of declarations: a block for each file, and one for all.</summary>
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

        foreach (var file in report.Files)
        {
            if (file.Trouble is { } trouble)
                TellTrouble(file.Name, trouble);
            else
                TellFile(file.Name, file.Reading!);
        }

        if (Ledger.Files.Count > 1)
            TellAll();
        if (Ledger.Files.Count > 0)
            TellProducts();
        foreach (var remark in ValidationWords.Remarks(Ledger, screen.Language))
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

    private void TellFile(string name, FileReading reading)
    {
        var ledger = Ledger.Files[reading.Number];
        var (kind, rows) = (reading.Kind, screen.Number(ledger.Rows));
        Heading(new($"{name}: {kind.Dutch}, {rows} rijen", $"{name}: {kind.English}, {rows} rows"));
        Sentence(ValidationWords.Evidence(reading));
        screen.Output.WriteLine();
        if (reading.Columns.Count > 0)
            Table(ColumnReadingTables.Columns(reading, screen.Language));
        foreach (var remark in ColumnReadingTables.Remarks(reading))
            Sentence(remark);
        screen.Output.WriteLine();
        if (ledger.Rows > 0)
            TellRows(ledger.Places, reading.Number);
    }

    private void TellAll()
    {
        var (files, rows) = (screen.Number(Ledger.Files.Count), screen.Number(Ledger.Rows));
        Heading(new($"{files} bestanden samen: {rows} rijen", $"{files} files together: {rows} rows"));
        screen.Output.WriteLine();
        TellRows(ValidationWords.Places(Ledger), null);
    }

    /// <summary>Places, years and reasons: of a file, or of all.</summary>
    private void TellRows(IReadOnlyDictionary<RowOutcome, Amount> places, int? file)
    {
        LedgerLines.TellPlaces(screen, places);
        screen.Output.WriteLine();
        Table(_tables.Years(Ledger.Parts.Where(part => file is null || part.File == file)));
        screen.Output.WriteLine();
        var reasons = _tables.Reasons(Ledger, file);
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

        static long Troubled(IEnumerable<LedgerPart> parts) =>
            parts.Sum(part => part.Places[RowOutcome.Rejected].Rows + part.Places[RowOutcome.Netted].Rows);
    }

    private void Heading(Wording words) => screen.Tell(words);

    private void Sentence(Wording words) => TextTable.Write(words.In(screen.Language), screen.Output);

    private void Table(Table table) => TextTable.Write(table, screen.Output);
}
